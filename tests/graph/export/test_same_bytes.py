"""The same data gives the same bytes: two builds in two processes, every export of both compared."""

from __future__ import annotations

import pytest

from tests.graph.export.conftest import Twice
from tests.graph.export.everything import NAMES


@pytest.mark.parametrize("name", NAMES)
def test_both_builds_give_the_same_bytes(twice: Twice, name: str) -> None:
    one, other = (twice.one / name).read_bytes(), (twice.other / name).read_bytes()
    assert len(one) > (10_000 if name.endswith(".gz") else 100_000)
    assert one == other


@pytest.mark.parametrize("name", ["nquads", "ntriples"])
def test_no_line_twice_and_no_blank_node(twice: Twice, name: str) -> None:
    lines = (twice.one / name).read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(set(lines))
    assert not any(line.startswith("_:") or " _:" in line for line in lines)
