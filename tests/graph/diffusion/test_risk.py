"""Who is at risk: zones from their naming to their end, and nobody once it is open to all."""

from __future__ import annotations

from cemai.graph.diffusion.events import Unit
from cemai.graph.diffusion.risk import CITIES, RiskSet, risk_set_named, units_of_kind, zones

from tests.graph.diffusion.making import at_risk, day, event


def test_an_opening_to_all_ends_the_risk_of_those_still_at_risk_only() -> None:
    """A zone that had ended before, or a unit whose end is known, is not at risk again up to the opening."""
    risk = RiskSet(CITIES, (at_risk("ended", "2015-01-01", "2018-05-01"), at_risk("open", "2015-01-01"),
                            at_risk("later", "2015-01-01", "2023-01-01")))  # fmt: skip
    closed = risk.closed(day("2021-03-18"))
    assert [(s.unit, s.exit) for s in closed.spells] == [
        ("ended", day("2018-05-01")), ("open", day("2021-03-18")), ("later", day("2021-03-18")),
    ]  # fmt: skip
    assert [s.on(day("2020-01-01")) for s in closed.spells] == [False, True, True]
    assert not any(s.on(day("2021-03-18")) for s in closed.spells)


def test_a_zone_is_at_risk_from_the_day_by_which_it_was_named_for_certain() -> None:
    """The month leaves the day open: at risk from its last. A zone that ended is so until that day."""
    found = zones([
        event("a", "2015-03", role="designated", date_kind="signed", claim="a1"),
        event("b", "2016-01-06", role="designated", date_kind="signed", claim="b1"),
        event("b", "2019-12-31", role="designated", date_kind="ended", claim="b2"),
        event("c", None, role="designated", claim="c1"),
    ])  # fmt: skip
    assert [(s.unit, s.entry, s.exit, s.claims) for s in found.spells] == [
        ("a", day("2015-03-31"), None, ("a1",)), ("b", day("2016-01-06"), day("2019-12-31"), ("b1", "b2")),
    ], "without a day nobody knows from when"  # fmt: skip
    assert found.sentence.endswith("(2)") and found.label.zh in found.sentence and found.label.en in found.sentence


def test_a_register_holds_the_units_of_one_kind_and_a_list_each_unit_once() -> None:
    units = [Unit("b", "乙"), Unit("k", "关", kind="district"), Unit("a", "甲")]
    assert [s.unit for s in units_of_kind(CITIES, units, "city").spells] == ["a", "b"]
    assert [s.unit for s in risk_set_named(["b", "a", "b"]).spells] == ["a", "b"]
    assert all(s.on(day("0001-01-01")) for s in risk_set_named(["a"]).spells)
