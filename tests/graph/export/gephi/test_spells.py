"""Since when and until when a tie and an entity stand, case by case."""

from __future__ import annotations

from datetime import date

import pytest
from cemai.graph.export.network.spells import Dates, Spell, around, births, entity_spell, tie_spell
from cemai.graph.export.network.survey import Survey
from cemai.graph.export.network.ties import PlainEdges, is_shown
from cemai.graph.model.statement import Claim, Evidence


@pytest.mark.parametrize(
    ("dates", "ended", "spell"),
    [
        (Dates("2015-03-01", "2015-03-31", "signed"), None, Spell("2015-03-01", None)),
        (Dates("2015-03-01", "2015-03-31", "signed"), "2019-06-30", Spell("2015-03-01", "2019-06-30")),
        (Dates("2015-03-07", "2015-03-07", "signed"), "2015-03-07", Spell("2015-03-07", "2015-03-07")),
        (Dates("2020-01-01", "2020-01-01", "signed"), "2019-06-30", Spell("2020-01-01", None)),
        (Dates("2019-06-01", "2019-06-30", "ended"), None, Spell(None, "2019-06-30")),
        (Dates(), "2019-06-30", Spell(None, "2019-06-30")),
        (Dates(valid_from="2021-01-01", valid_to="2021-12-31"), None, Spell("2021-01-01", "2021-12-31")),
        (Dates("2020-12-01", "2020-12-31", "published", "2021-01-01", "2021-12-31"), None,
         Spell("2020-12-01", "2021-12-31")),
        (Dates("2022-02-01", "2022-02-01", "published", None, "2021-12-31"), None, Spell("2022-02-01", None)),
        (Dates(year=2021), None, Spell("2021-01-01", "2021-12-31")),
        (Dates("2022-03-01", "2022-03-01", "published", year=2021), None, Spell("2022-03-01", None)),
        (Dates(), None, Spell()),
    ],
    ids=["open", "ended", "ended the same day", "ended before it began anew", "an end", "an end of no known begin",
         "validity", "a date and validity", "an end before the begin", "an evaluation", "an evaluation with its date",
         "nothing"],
)  # fmt: skip
def test_the_spell_of_a_tie(dates: Dates, ended: str | None, spell: Spell) -> None:
    assert tie_spell(dates, ended) == spell


@pytest.mark.parametrize(
    ("born", "ended", "ties", "spell"),
    [
        ("2015-01-01", None, Spell(), Spell("2015-01-01", None)),
        ("2015-01-01", None, Spell("2013-01-01", "2020-01-01"), Spell("2013-01-01", None)),
        ("2015-01-01", "2019-06-30", Spell("2016-01-01", "2019-06-30"), Spell("2015-01-01", "2019-06-30")),
        ("2015-01-01", "2019-06-30", Spell("2016-01-01", "2020-01-01"), Spell("2015-01-01", None)),
        (None, None, Spell("2013-01-01", "2020-01-01"), Spell()),
        (None, "2019-06-30", Spell(), Spell(None, "2019-06-30")),
        ("2020-01-01", "2019-06-30", Spell(), Spell("2020-01-01", None)),
    ],
    ids=["born", "tied before", "ended", "tied after its end", "never stated", "only ended", "ended before its begin"],
)
def test_the_spell_of_an_entity(born: str | None, ended: str | None, ties: Spell, spell: Spell) -> None:
    """What is tied to others stands then, whatever is stated of its begin and end."""
    assert entity_spell(born, ended, ties) == spell


def test_around_spells_is_from_the_first_day_to_the_last() -> None:
    assert around([Spell("2016-01-01"), Spell(), Spell(None, "2014-01-01")]) == Spell("2014-01-01", "2016-01-01")
    assert around([Spell(), Spell()]) is None and around([]) is None


def claim(key: str, predicate: str, subject: str, thing: str | None, day: str | None = None, **more: object) -> Claim:
    """A claim of one day."""
    when = date.fromisoformat(day) if day else None
    dates = {"date_begin": when, "date_end": when, "date_kind": "signed" if when else None}
    given = {"kind": "Relation", "evidence": (Evidence(1, "source/x"),), "evidence_tier": "act"} | dates | more
    return Claim(id=f"d/t/{key}", dataset="d", key=key, subject=subject, predicate=predicate, object=thing, **given)  # type: ignore[arg-type]


def test_who_is_born_by_a_claim() -> None:
    """A firm is founded as a subject, a zone is designated and an act issued as objects; reports and ends bear none."""
    assert list(births(claim("a", "founded", "org/1", None, "2015-03-07"))) == [("org/1", "2015-03-07")]
    for predicate in ("designated", "issued"):
        assert list(births(claim("a", predicate, "place/1", "zone/1", "2015-03-07"))) == [("zone/1", "2015-03-07")]
    for more in ({"date_kind": "ended"}, {"date_kind": "reported"}, {"date_kind": None}):
        assert list(births(claim("a", "designated", "place/1", "zone/1", "2015-03-07", **more))) == []
    assert list(births(claim("a", "designated", "place/1", "zone/1"))) == []
    assert list(births(claim("a", "adopted", "place/1", "innovation/1", "2015-03-07"))) == []


def test_which_claims_give_an_edge() -> None:
    assert [is_shown(claim("a", "adopted", "place/1", "innovation/1", evidence_tier=tier, claim_rank=rank),
                     unverified=unverified)
            for tier, rank, unverified in (("act", "normal", False), ("unverified", "normal", False),
                                           ("unverified", "normal", True), ("act", "deprecated", True))
            ] == [True, False, True, False]  # fmt: skip
    assert not PlainEdges.gives(claim("a", "observed", "place/1", "indicator/1"))
    assert not PlainEdges.gives(claim("a", "provides", "measure/1", None)) and PlainEdges.gives(
        claim("a", "cites", "a/1", "a/2")
    )


def drawn(*claims: Claim, unverified: bool = False) -> Survey:
    survey = Survey(unverified=unverified)
    for one in claims:
        survey.add(one)
    survey.draw(lambda name, language: f"{name} {language}")
    return survey


ZONE = claim("z", "designated", "place/1", "zone/1", "2015-03-07")


def test_a_designation_that_ended_is_a_former_one_to_its_last_day() -> None:
    ended = claim("e", "designated", "place/1", "zone/1", "2019-06-30", date_kind="ended")
    survey = drawn(ZONE, ended)
    assert [(e.id, e.kind, e.begin, e.end, e.label) for e in survey.edges] == [
        ("d/t/z", "formerlyDesignated", "2015-03-07", "2019-06-30", "formerlyDesignated zh"),
        ("d/t/e", "formerlyDesignated", None, "2019-06-30", "formerlyDesignated zh"),
    ]  # fmt: skip
    assert survey.ties.over() == {"zone/1": "2019-06-30"} and survey.interval == ("2015-03-07", "2019-06-30")


@pytest.mark.parametrize("more", [{"evidence_tier": "unverified"}, {"claim_rank": "deprecated"}])
@pytest.mark.parametrize("unverified", [False, True])
def test_an_end_that_nobody_verified_ends_nothing(more: dict[str, str], unverified: bool) -> None:
    ended = claim("e", "designated", "place/1", "zone/1", "2019-06-30", date_kind="ended", **more)
    first = next(iter(drawn(ZONE, ended, unverified=unverified).edges))
    assert (first.kind, first.end) == ("designated", None)


def test_an_end_of_another_tie_ends_only_that() -> None:
    ended = claim("e", "designated", "place/1", "zone/2", "2019-06-30", date_kind="ended")
    assert [e.kind for e in drawn(ZONE, ended).edges] == ["designated", "formerlyDesignated"]


def test_nodes_are_numbered_counted_and_dated_as_their_ties_come() -> None:
    survey = drawn(ZONE, claim("i", "issued", "org/1", "policy/1", "2014-05-01"),
                   claim("r", "cites", "policy/1", "zone/1", "2014-09-01"),
                   claim("o", "observed", "place/1", "indicator/1", "2010-01-01"))  # fmt: skip
    assert survey.numbers == {"place/1": 0, "zone/1": 1, "org/1": 2, "policy/1": 3}
    assert [list(side) for side in survey.ends] == [[0, 2, 3], [1, 3, 1]]
    assert survey.degree == {"place/1": 1, "zone/1": 2, "org/1": 1, "policy/1": 2}
    assert survey.first("zone/1") == "2014-09-01" and survey.spell("zone/1", None) == ("2014-09-01", None)
    assert survey.first("policy/1") == "2014-05-01" and survey.first("indicator/1") is None
    assert survey.sources == {"source/x": 3} and survey.tiers == {"act": 3}, "a figure is no tie"
    assert survey.interval == ("2014-05-01", "2015-03-07")
