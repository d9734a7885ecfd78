"""Ranks: ties share them, open dates widen them, undated adopters have none."""

from __future__ import annotations

from cemai.graph.diffusion.innovativeness import classes
from cemai.graph.diffusion.order import ranked
from hypothesis import given
from hypothesis import strategies as st

from tests.graph.diffusion.making import adoption


def test_ties_and_spans() -> None:
    """By hand: d may stand anywhere in 2020, so a and b may be third, and c fourth."""
    made = [adoption("a", "2020-07-01"), adoption("b", "2020-07-01"), adoption("c", "2020-09-01"),
            adoption("d", "2020"), adoption("e", "2021-01-01"), adoption("f")]  # fmt: skip
    found = {p.adoption.unit: (p.rank_min, p.rank_max) for p in ranked(made)}
    assert found == {"a": (1, 3), "b": (1, 3), "d": (1, 4), "c": (3, 4), "e": (5, 5), "f": (None, None)}
    assert [p.adoption.unit for p in ranked(made)] == ["a", "b", "d", "c", "e", "f"]


@given(st.lists(st.sampled_from(["2019", "2020", "2020-03", "2020-03-07", "2021-H1", "2021-01-01"]), max_size=12))
def test_ranks_hold_for_any_dates(days: list[str]) -> None:
    found = ranked([adoption(f"u{i:02}", when) for i, when in enumerate(days)])
    n = len(days)
    for p in found:
        assert p.rank_min and p.rank_max and 1 <= p.rank_min <= p.rank_max <= n
    for rank in range(1, n + 1):
        assert sum((p.rank_max or 0) <= rank for p in found) <= rank
        assert sum((p.rank_min or 0) <= rank for p in found) >= rank


def test_adopter_classes() -> None:
    """40 adopters: 1 innovator (2.5 %), then up to rank 6 (16 %: 6.4), 20 (50 %), 33 (84 %: 33.6), 40."""
    made = [adoption(f"u{i:02}", f"{1980 + i}-01-01") for i in range(1, 41)]
    found = classes(ranked(made))
    assert isinstance(found, dict)
    counted = [list(found.values()).count(c) for c in dict.fromkeys(found.values())]
    assert counted == [1, 5, 14, 13, 7]
    made[6] = adoption("u07", "1986-01-01")  # the sixth and the seventh on one day
    tied = classes(ranked(made))
    assert isinstance(tied, dict) and tied["u06"] == tied["u07"] == "early adopter / early majority"


def test_too_few_for_classes() -> None:
    few = classes(ranked([adoption(f"u{i:02}", f"{1980 + i}-01-01") for i in range(39)]))
    tied = classes(ranked([adoption(f"u{i:02}", "2019-01-01") for i in range(60)]))
    assert isinstance(few, str) and "39 dated adopters on 39 different days" in few
    assert isinstance(tied, str) and "60 dated adopters on 1 different days" in tied
