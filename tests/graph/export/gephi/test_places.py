"""Where nodes stand before anybody lays them out: north is up, like a map; no two on one spot."""

from __future__ import annotations

import pytest
from cemai.graph.export.network.places import on_map, positions

BEIJING, GUANGZHOU, URUMQI = on_map(39.9, 116.4), on_map(23.1, 113.3), on_map(43.8, 87.6)


def test_a_map_has_north_above_and_east_to_the_right() -> None:
    assert BEIJING[1] > 0 > GUANGZHOU[1] and URUMQI[0] < 0 < GUANGZHOU[0] < BEIJING[0]
    assert on_map(35.0, 105.0) == (0.0, 0.0)
    assert on_map(36.0, 105.0) == (0.0, 250.0)
    assert on_map(35.0, 106.0)[0] == pytest.approx(204.8, abs=0.1), "a degree of longitude is shorter there"


def test_what_is_tied_to_places_stands_amid_them_and_the_rest_in_the_south() -> None:
    fixed = {0: (0.0, 0.0), 1: (1000.0, 400.0)}
    found = positions(5, fixed, ([2, 2, 3], [0, 1, 2]))
    assert found[:2] == [(0.0, 0.0), (1000.0, 400.0)], "places stay where they are"
    assert found[2] == pytest.approx((500.0, 200.0), abs=25), "tied to both: between them"
    assert found[3] == pytest.approx(found[2], abs=60), "tied to it only: beside it"
    assert found[4] == pytest.approx(on_map(8.0, 105.0), abs=25), "tied to nothing"


def test_no_two_stand_on_one_spot_and_chance_plays_no_part() -> None:
    ends = (list(range(1, 200)), [0] * 199)
    found = positions(300, {0: (0.0, 0.0)}, ends)
    assert len(set(found)) == 300 and found == positions(300, {0: (0.0, 0.0)}, ends)
    near = [(x * x + y * y) ** 0.5 for x, y in found[1:200]]
    assert near == sorted(near) and near[-1] < 200, "a disc around their place, the first in the middle"
