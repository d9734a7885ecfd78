"""The register of rules and of counting lists, and what the engine does with findings that say one thing twice."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

import pytest
from cemai.graph.model.count_lists import COUNT_LISTS
from cemai.graph.model.statement import Claim
from cemai.queries.audit import rules
from cemai.queries.audit.counting import listing
from cemai.queries.audit.registry import RULES

from tests.house.rooms import ROOT
from tests.queries.audit.making import audited, figure, percent, verdicts

FOLDER = Path(rules.__file__).parent


def test_every_file_of_the_folder_is_a_registered_rule() -> None:
    """A file without its line in ``rules/__init__.py`` would be left out in silence."""
    files = {f"cemai.queries.audit.rules.{p.stem}" for p in FOLDER.glob("*.py") if p.stem != "__init__"}
    assert sorted(rule.search.__module__ for rule in RULES) == sorted(files)


def test_no_rule_takes_the_id_of_another() -> None:
    ids = [i for rule in RULES for i in rule.ids]
    assert len(ids) == len(set(ids))
    assert {i for rule in RULES for i in rule.yields_to} <= set(ids)


def test_every_form_of_list_is_read() -> None:
    assert set(listing._LISTERS) == set(COUNT_LISTS.values())


@pytest.mark.parametrize("rule", [i for rule in RULES for i in rule.ids])
def test_the_documentation_names_every_rule(rule: str) -> None:
    text = (ROOT / "docs" / "audit.md").read_text(encoding="utf-8")
    assert f"`{rule}`" in text


def levels(now: str = "2.37万亿元", before: str = "2.1万亿元") -> list[Claim]:
    """The levels behind a growth of 12.86 percent in 2023."""
    return [figure("n", "cbec-trade", now), figure("b", "cbec-trade", before, period="2022")]


def test_a_finding_bears_an_id_of_its_rule() -> None:
    found = audited(*levels(), percent("g", "cbec-trade", "40%"))
    ids = [i for rule in RULES for i in rule.ids]
    assert found and all(any(fnmatch(f.rule, i) for i in ids) for f in found)


def test_a_growth_that_the_source_itself_contradicts_is_reported_once() -> None:
    """Two printed growths exclude each other; that neither follows from the levels says no more."""
    one, other = percent("g", "cbec-trade", "41%"), percent("h", "cbec-trade", "52%")
    assert verdicts(*levels(), one) == [("growth", "arithmetic", True)]
    assert verdicts(*levels(), one, other) == [("value-differs", "value", True)]


def test_a_growth_beside_levels_that_differ_is_reported_still() -> None:
    """Two levels of 2023 exclude each other; the growth fits neither of them."""
    third = figure("m", "cbec-trade", "2.39万亿元")
    assert {v[0] for v in verdicts(*levels(), third, percent("g", "cbec-trade", "40%"))} == {"growth", "value-differs"}


def test_a_count_that_a_later_total_overtook_is_reported_once() -> None:
    """Without a single zone known the count is only stale; the later one, which fits no list either, is told."""
    zones = {"subject": "place/cn", "unit": "zone"}
    old = figure("x", "pilot-zones", "105个", period="2015/2024-06", **zones)
    new = figure("y", "pilot-zones", "165个", period="2022-11-14", source="two", **zones)
    from tests.queries.audit.test_events import zone

    known = [zone(p, p, "2016-01-12", "signed", "one") for p in "ab"]
    found = {(f.rule, f.claims[0]) for f in audited(*known, old, new)}
    assert found == {("stale-total", "one/t/x"), ("count-designations", "two/t/y")}
