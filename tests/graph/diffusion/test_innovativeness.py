"""Walker's score by hand: ties, lists that are not complete, spans, innovations that cannot rank."""

from __future__ import annotations

import pytest
from cemai.graph.diffusion.events import Adoption
from cemai.graph.diffusion.innovativeness import walker

from tests.graph.diffusion.making import adoption


def spread(policy: str, **days: str) -> list[Adoption]:
    return [adoption(unit, when, policy) for unit, when in days.items()]


# 100 days from 2021-01-01: the 26th day is 2021-01-26, the 51st 2021-02-20, the last 2021-04-11.
P = spread("p", a="2021-01-01", b="2021-02-20", c="2021-04-11", d="2021-04-11", e="2021-01-26")
Q = spread("q", a="2021-04-11", b="2021-01-01", c="2021-01-01", d="2021-01-01", e="2021-01-01", g="2021-02-20")


def test_means_over_innovations() -> None:
    """p: a 1, e .75, b .5, c and d 0. q: a 0, g .5, the others 1. g is not on p's list: 0, or left out."""
    found = {s.unit: (s.walker_low, s.adopted, s.adopted_low) for s in walker({"p": P, "q": Q}, "abcdefg")}
    assert found == {
        "a": (0.5, 2, 0.5), "b": (0.75, 2, 0.75), "c": (0.5, 2, 0.5), "d": (0.5, 2, 0.5), "e": (0.875, 2, 0.875),
        "f": (0.0, 0, None), "g": (0.25, 1, 0.5),
    }  # fmt: skip
    assert [s.unit for s in walker({"p": P, "q": Q}, "abcdefg")][:2] == ["e", "b"]


def test_innovations_that_cannot_rank_are_left_out() -> None:
    four = spread("r", a="2020-01-01", b="2020-02-01", c="2020-03-01", d="2020-04-01")
    one_day = spread("s", **dict.fromkeys("abcde", "2019-01-01"))
    assert {s.policies for s in walker({"p": P, "r": four, "s": one_day}, "abcde")} == {1}
    assert walker({"r": four, "s": one_day}, "abcde") == []


def test_a_span_gives_two_bounds() -> None:
    """The first quarter of 2021 has 90 days: by its first day the score is 1, by its last 1 - 89/100."""
    open_ = [*P[:4], adoption("e", "2021-Q1")]
    score = next(s for s in walker({"p": open_}, "e"))
    assert score.walker_low == pytest.approx(0.11) and score.walker_high == 1.0
