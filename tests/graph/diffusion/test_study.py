"""One made-up innovation studied whole, and the rows that its files hold: all answers by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cemai.graph.diffusion.events import Event, Unit
from cemai.graph.diffusion.exposure import Exposure
from cemai.graph.diffusion.study import DiffusionData, by_role, exposures, make_study, risk_set, until_day
from cemai.graph.diffusion.tables import adoption_rows, designation_rows, policy_row, spid_rows, unit_rows

from tests.graph.diffusion.making import adoption, day, event

UNITS = (
    Unit("place/a", "甲市", "A", province="place/x", batch=1), Unit("place/b", "乙市", province="place/x", batch=2),
    Unit("place/c", "乙市", province="place/y", batch=2), Unit("place/d", "丁区", registered=False),
    Unit("place/k", "关区", kind="district"),
)  # fmt: skip


def zone(unit: str, when: str, kind: str = "signed", **more: object) -> Event:
    return event(unit, when, role="designated", policy=f"zone/{unit[-1]}", date_kind=kind, **more)


def material(**more: object) -> DiffusionData:
    """a, b and c have zones, c's ended; a and b were opened to p by acts, d took it up in a year, k in another."""
    zones = [zone("place/a", "2015-03"), zone("place/b", "2016-01-06"), zone("place/c", "2016-01-06"),
             zone("place/c", "2018-06-30", "ended")]  # fmt: skip
    given = {
        "units": {u.id: u for u in UNITS},
        "events": [event("place/a", "2017-01-01"), event("place/b", "2019-07-01", learned_from="place/a"),
                   event("place/a", "2020-01-01", role="adopted"), event("place/d", "2018", role="adopted"),
                   event("place/k", "2018-05-01"), event("place/c", "2016-02-01", policy="q", role="mandated")],
        "central": [event("place/cn", "2016-12-01", stage="pilot"), event("place/cn", "2020-06-01", stage="nationwide",
                                                                           role="madeEligible")],
        "designations": zones, "zones": [replace(z, policy="zones") for z in zones], "predecessors": {},
        "citations": [], "labels": {"p": ("甲法", "P"), "place/x": ("某省", None), "place/y": ("别省", None),
                                    **{f"zone/{n}": (f"{n}综试区", None) for n in "abc"}},
        "until": day("2020-12-31"), "hidden": {"p": 3},
    } | more  # fmt: skip
    return DiffusionData(**given)  # type: ignore[arg-type]


def test_who_stood_in_which_risk_set() -> None:
    found = {name: [(s.unit, s.exit) for s in risk_set(material(), name).spells] for name in ("cities", "districts")}
    assert found == {"cities": [("place/a", None), ("place/b", None), ("place/c", None)],
                     "districts": [("place/k", None)]}, "an area that acts as a city is in no register"  # fmt: skip
    spells = [(s.unit, s.entry, s.exit) for s in risk_set(material(), "zones").spells]
    assert spells == [("place/a", day("2015-03-31"), None), ("place/b", day("2016-01-06"), None),
                      ("place/c", day("2016-01-06"), day("2018-06-30"))]  # fmt: skip
    with pytest.raises(KeyError):
        risk_set(material(), "villages")


def test_a_study_counts_units_of_the_kind_that_has_most_dates() -> None:
    study = make_study(material(), "p")
    assert (study.kind, dict(study.other_kinds), study.role) == ("city", {"district": 1}, "any")
    assert [a.unit for a in study.adoptions] == ["place/a", "place/d", "place/b"]
    assert study.start == day("2016-12-01") and study.risk.name == "zones"
    assert study.nationwide is None, "d took it up by itself: what is open to all is not yet done by all"
    assert study.points[-1].at_risk == 2 and study.points[-1].certain == 3 and study.points[-1].certain_at_risk == 2
    assert study.spans[50] == (day("2018-06-30"), day("2018-06-30")), "one of two, once c's zone has ended"
    assert study.spans[90] == (day("2019-07-01"), day("2019-07-01"))


def test_in_one_role_an_opening_to_all_closes_the_risk_set() -> None:
    study = make_study(material(), "p", role="piloted")
    assert study.nationwide is not None and study.nationwide.begin == day("2020-06-01")
    assert [s.exit for s in study.risk.spells] == [day("2020-06-01"), day("2020-06-01"), day("2018-06-30")]
    assert study.points[-1].at_risk == 0 and study.stage_shares == {"pilot": (2, 100.0)}


def test_the_zones_themselves_spread_among_all_cities() -> None:
    study = make_study(material(), "zones")
    assert (study.risk.name, study.role, study.stages) == ("cities", "designated", {})
    assert [(p.adoption.unit, p.rank_min, p.rank_max) for p in study.placed] == [
        ("place/a", 1, 1), ("place/b", 2, 3), ("place/c", 2, 3),
    ]  # fmt: skip


def test_an_innovation_that_nobody_dated_has_no_curve() -> None:
    study = make_study(material(events=[event("place/a")], central=[]), "p")
    assert (study.start, study.points, study.durations) == (None, [], []) and len(study.adoptions) == 1


def test_what_came_later_is_not_known_on_a_day() -> None:
    early = until_day(material(), day("2018-05-01"))
    assert [e.claim for e in early.events if e.policy == "p"] == [
        "place/a-piloted-2017-01-01", "place/d-adopted-2018", "place/k-piloted-2018-05-01",
    ], "the day itself counts, and so does what may have come by then"  # fmt: skip
    assert len(early.zones) == len(early.designations) == 3 and len(early.central) == 1
    assert early.until == day("2018-05-01") and until_day(material(), day("2030-01-01")).events == material().events


def test_first_adoptions_by_role_and_kind() -> None:
    rows = [(role, p.adoption.unit, p.rank_min, p.rank_max) for role, p in by_role(material(), "p")]
    assert rows == [
        ("any", "place/a", 1, 1), ("any", "place/d", 2, 2), ("any", "place/b", 3, 3), ("any", "place/k", 1, 1),
        ("adopted", "place/d", 1, 1), ("adopted", "place/a", 2, 2),
        ("piloted", "place/a", 1, 1), ("piloted", "place/b", 2, 2), ("piloted", "place/k", 1, 1),
    ]  # fmt: skip
    assert [(role, p.adoption.unit) for role, p in by_role(material(), "q")] == [("mandated", "place/c")]


def test_exposure_needs_a_neighbour() -> None:
    """c is alone in its province; d has neither province nor batch; to be alone is not to have seen nobody."""
    made = [adoption("place/a", "2017-01-01"), adoption("place/b", "2019-07-01"), adoption("place/c", "2018-01-01")]
    assert exposures(material(), made[1], made) == (Exposure(1, 1, 1), Exposure(1, 1, 1))
    assert exposures(material(), made[2], made) == (None, Exposure(1, 0, 0))
    assert exposures(material(), adoption("place/d", "2018"), made) == (None, None)


def test_a_row_of_an_adoption() -> None:
    rows = {(r["role"], r["unit"]): r for r in adoption_rows(material(), ["p"])}
    b = rows["any", "place/b"]
    assert (b["policy_zh"], b["earliest"], b["latest"], b["adopt_year"], b["year_exact"]) == (
        "甲法", "2019-07-01", "2019-07-01", 2019, 1,
    )  # fmt: skip
    assert (b["stage"], b["stage_basis"], b["learned_from"], b["tiers"]) == ("pilot", "act in force", "place/a", "act")
    assert (b["province_peers"], b["province_before"], b["batch_peers"], b["batch_before"]) == (1, 1, 1, 0)
    a, d = rows["any", "place/a"], rows["any", "place/d"]
    assert a["claims"] == "place/a-adopted-2020-01-01|place/a-piloted-2017-01-01" and a["first_role"] == "piloted"
    assert (d["earliest"], d["latest"], d["adopt_year"], d["province_peers"]) == (
        "2018-01-01",
        "2018-12-31",
        2018,
        None,
    )


def test_names_that_two_units_share_are_told_apart_for_spid() -> None:
    shared = material(events=[*material().events, event("place/c", "2020-02-01")])
    rows = [(r["statenam"], r["adopt_year"]) for r in spid_rows(adoption_rows(shared, ["p"]))]
    assert rows == [("甲市", 2017), ("丁区", 2018), ("乙市 (b)", 2019), ("乙市 (c)", 2020), ("关区", 2018)]
    assert ("乙市", 2019) in [(r["statenam"], r["adopt_year"]) for r in spid_rows(adoption_rows(material(), ["p"]))]


def test_a_row_of_an_innovation() -> None:
    row = policy_row(material(), make_study(material(), "p"))
    assert (row["policy"], row["name_zh"], row["adopters"], row["dated"], row["other_kinds"]) == (
        "p", "甲法", 3, 3, "district 1",
    )  # fmt: skip
    assert (row["first"], row["last"], row["t50_certain"], row["t90_possible"]) == (
        "2017-01-01", "2019-07-01", "2018-06-30", "2019-07-01",
    )  # fmt: skip
    assert (row["stage_pilot"], row["stage_none"], row["hidden_unverified"], row["at_risk"]) == (3, 0, 3, 2)


def test_a_row_of_a_unit() -> None:
    rows = {r["unit"]: r for r in unit_rows(material(), [make_study(material(), "p")])}
    assert list(rows) == ["place/a", "place/b", "place/c", "place/d", "place/k"], "cities, then districts"
    c, a = rows["place/c"], rows["place/a"]
    assert (c["zone_from"], c["zone_to"], c["province_zh"], c["adopted"]) == ("2016-01-06", "2018-06-30", "别省", 0)
    assert (a["zone_from"], a["zone_to"], a["adopted"], a["adopted_dated"]) == ("2015-03-31", None, 1, 1)
    assert rows["place/d"]["zone_from"] is None and rows["place/d"]["walker_policies"] is None
    assert str(c["claims"]).split("|") == ["place/c-designated-2016-01-06", "place/c-designated-2018-06-30"]


def test_rows_of_designations_stand_by_day_and_say_what_ended() -> None:
    rows = [(r["unit_zh"], r["object_zh"], r["begin"], r["event"]) for r in designation_rows(material())]
    assert rows == [
        ("甲市", "a综试区", "2015-03-01", "designated"), ("乙市", "b综试区", "2016-01-06", "designated"),
        ("乙市", "c综试区", "2016-01-06", "designated"), ("乙市", "c综试区", "2018-06-30", "ended"),
    ]  # fmt: skip
