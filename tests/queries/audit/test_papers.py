"""Documents, names and days: numbers of another office, two publishers, slips, old names, kinds of date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from cemai.graph.model.locators import sha256
from cemai.graph.model.statement import Claim, Evidence, Span

from tests.queries.audit.making import dated, figure, found, told
from tests.queries.audit.test_events import zone


def said(key: str, subject: str, predicate: str, thing: str | None = None, text: str | None = None) -> Claim:
    return Claim(id=f"one/t/{key}", kind="Relation", dataset="one", key=key, subject=subject, predicate=predicate,
                 object=thing, text=text, evidence=(Evidence(1, "source/one"),))  # fmt: skip


def at(claim: Claim, start: int, words: str = "x", role: str = "subject") -> Claim:
    span = Span(role, "source/one", start, start + len(words), sha256(words))
    return replace(claim, evidence=(Evidence(1, "source/one", (span,)),))


@pytest.mark.parametrize(
    ("number", "office", "verdict"),
    [("甬政办发〔2021〕48号", "甲市商务局", [("number-of-another-office", "name-variant", True)]),
     ("甬政办发〔2021〕48号", "甲市人民政府办公厅", []), ("深商务规〔2021〕3号", "甲市商务局", []),
     ("国函〔2015〕44号", "甲市商务局", [])],
)  # fmt: skip
def test_a_number_of_another_office(number: str, office: str, verdict: list[tuple[str, str, bool]]) -> None:
    claims = (
        said("n", "policy/x", "documentNumber", text=number),
        dated("i", "issued", "policy/x", None, None, subject="org/office"),
    )
    assert told(*claims, zh={"org/office": office}) == verdict


def test_a_number_of_a_place_that_issued_is_not_judged() -> None:
    """The place stands for its government; which office signed is not said."""
    claims = (
        said("n", "policy/x", "documentNumber", text="深商务规〔2021〕2号"),
        dated("i", "issued", "policy/x", None, None),
    )
    assert told(*claims) == []


def test_two_publishers_of_one_report() -> None:
    one = at(said("a", "org/club", "publishes", "source/report"), 10)
    other = said("b", "org/office", "publishes", "source/report")
    assert told(one, at(other, 900)) == [("publishers", "name-variant", False)]
    assert told(one, at(other, 30)) == [], "named together in one line"
    assert told(one, at(other, 900), zh={"org/office": "甲出版社"}) == [], "a press prints what others write"


def test_an_entry_listed_twice() -> None:
    entry = [said(f"e{n}", "cluster/c", "listedIn", "source/report", str(n)) for n in (7, 12)]
    (one,) = found(*entry)
    assert (one.rule, one.klass, one.disagreement) == ("listed-twice", "arithmetic", False) and "第7、12号" in one.zh
    assert told(entry[0], said("f", "cluster/d", "listedIn", "source/report", "12")) == []
    names = {"cluster/c": ("甲伞业产业群", "甲伞产业群")}
    printed = [at(c, 5, n) for c, n in zip(entry, names["cluster/c"], strict=True)]
    assert told(*printed, names=names) == [("listed-twice", "name-variant", False)], "under two names"


def test_a_misspelt_name() -> None:
    known = {"latin": {"org/office": ("eBay", "Ebey", "EB")}, "en": {"org/office": "eBay"}}
    claim = said("s", "org/office", "serves", "place/a")
    assert told(at(claim, 5, "Ebey"), **known) == [("misspelt", "name-variant", False)]
    for right in ("eBay", "EB"):
        assert told(at(claim, 5, right), **known) == [], "the name itself, a short form"


def test_words_that_say_one_thing_twice() -> None:
    names = {"org/club": ("甲市跨境电商电子商务协会", "甲市跨境电商协会")}
    claim = said("s", "org/club", "serves", "place/a")
    assert told(at(claim, 5, names["org/club"][0]), names=names) == [("doubled-words", "name-variant", False)]
    assert told(at(claim, 5, names["org/club"][1]), names=names) == [], "known under the doubled name, not so printed"


@pytest.mark.parametrize(("title", "slips"), [("甲2020、2020年度报告", 1), ("甲2020、2021年度报告", 0)])
def test_a_year_that_stands_twice(title: str, slips: int) -> None:
    claim = at(said("s", "org/club", "cites", "source/report"), 5, title)
    assert len(told(claim, names={"source/report": (title,)})) == slips


@pytest.mark.parametrize(
    ("day", "place", "verdict"),
    [("2023-05", 60, [("period-after-cited-source", "date-kind", False)]), ("2024-05", 60, []), ("2023-05", 600, []),
     ("2022-05", 60, []), ("2023-05", 20, [])],
)  # fmt: skip
def test_a_figure_cited_from_what_came_out_before_its_period_ended(
    day: str, place: int, verdict: list[tuple[str, str, bool]]
) -> None:
    """A book of May 2023 named at 40, a figure of 2023 at 60; published later, named far off or after the figure.

    A book of 2022 is left alone: that the figure is its own is not said.
    """
    book = at(dated("p", "publishes", "source/report", day, "published", subject="org/office"), 40, "甲报告")
    firms = figure("f", "active-trade-firms", "2.14万家", unit="enterprise")
    firms = replace(firms, evidence=at(said("v", "place/a", "x"), place, "2.14万家", "value").evidence)
    assert told(book, firms) == verdict


def test_a_name_spelt_in_two_ways() -> None:
    names = {"org/club": ("甲市跨境电子商务协会", "甲市跨境电商协会", "甲跨协")}
    claims = [at(said(f"k{i}", "org/club", "serves"), i, n) for i, n in enumerate(names["org/club"])]
    (one,) = found(*claims, names=names)
    assert (one.rule, one.disagreement) == ("name-variant", False) and "甲跨协" not in one.zh
    assert told(claims[0], claims[2], names=names) == [], "a short form is no variant"


def test_a_division_that_had_ended() -> None:
    claim = said("l", "cluster/c", "locatedIn", "place/old")
    assert told(claim, ended={"place/old": date(2013, 10, 31)}) == [("former-name", "name-variant", False)]
    assert told(claim, ended={"place/old": date(2024, 12, 31)}) == [], "it existed when the source was written"


def test_in_force_before_it_was_signed() -> None:
    def days(signed: str, effective: str) -> list[Claim]:
        return [replace(dated(k, "dated", "", day, k), subject="policy/x", object=None)
                for k, day in (("signed", signed), ("effective", effective))]  # fmt: skip

    verdicts = told(*days("2016-12-05", "2016-12-01"))
    assert ("in-force-before-signed", "date-kind", False) in verdicts
    for signed, effective in (("2016-12-01", "2016-12-05"), ("2016-12", "2016-12-01")):
        assert not [v for v in told(*days(signed, effective)) if v[0] == "in-force-before-signed"]


def test_one_column_of_two_kinds_of_date() -> None:
    def table(*kinds: str) -> list[Claim]:
        return [zone(f"z{n}", p, f"201{n}-01-15", k, "one", batch=n)
                for n, (p, k) in enumerate(zip("abc", kinds, strict=False), 5)]  # fmt: skip

    (one,) = found(*table("signed", "published", "signed"))
    assert (one.rule, one.disagreement) == ("column-of-two-kinds", False) and "第6批为公布日" in one.zh
    assert told(*table("signed", "signed", "signed")) == []
    assert told(*table("signed", "published")) == [], "two rows make no table"


def test_days_of_the_act_are_days_of_its_zones() -> None:
    """Signed as the table and the act say, published as the act alone says; the act is told no second time."""
    table = [zone(f"t{p}", p, "2018-07-24", "signed", "one", batch=3) for p in "ab"]
    act = [replace(zone(f"a{p}", p, "2018-07-24", "signed", "two", batch=3), act="policy/x", evidence_tier="act")
           for p in "ab"]  # fmt: skip
    days = [replace(dated(k, "dated", "", d, k, source="two"), subject="policy/x", object=None, evidence_tier="act")
            for k, d in (("signed", "2018-07-24"), ("published", "2018-08-08"))]  # fmt: skip
    (one,) = found(*table, *act, *days)
    assert one.rule == "date-kinds" and "公布日2018-08-08" in one.zh
    assert set(one.claims) == {"one/t/ta", "one/t/tb", "two/t/signed", "two/t/published"}
    assert told(*table, *act, days[0]) == [], "all of one day"


def report(challenge: str) -> Claim:
    return Claim(id="two/t/r", kind="Report", dataset="two", key="r", subject="place/a", predicate="reportsChallenge",
                 object=f"challenge/{challenge}", evidence=(Evidence(1, "source/two"),))  # fmt: skip


def test_a_lack_and_a_presence() -> None:
    majors = dated("m", "adopted", "innovation/cbec-university-majors", None, None, kind="Adoption")
    assert told(report("no-matching-majors"), majors) == [("lack-and-presence", "scope", False)]
    assert told(report("talent-shortage"), majors) == []
    assert told(report("no-matching-majors")) == []


@pytest.mark.parametrize(("batch", "verdict"), [(2, [("late-but-early-batch", "scope", False)]), (8, [])])
def test_a_late_city_of_an_early_batch(batch: int, verdict: list[tuple[str, str, bool]]) -> None:
    zones = [zone("a", "a", "2016-01-12", "signed", "one", batch=batch),
             zone("b", "b", "2025-04-25", "signed", "one", batch=8)]  # fmt: skip
    assert told(report("late-policy-start"), *zones) == verdict
