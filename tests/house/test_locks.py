"""The locks hold pins and hashes only, and what the demo installs is part of what everything installs."""

from __future__ import annotations

import re

import pytest

from tests.house.rooms import ROOT

LOCKS = ("requirements.lock", "requirements-demo.lock")
LINE = re.compile(r"[a-z0-9-]+==\S+( ; [\w .='<>!()]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?|    #( .*)?")


def lines(name: str) -> list[str]:
    return (ROOT / name).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", LOCKS)
def test_pins_and_hashes_only(name: str) -> None:
    assert [line for line in lines(name) if not LINE.fullmatch(line) or "://" in line] == []


def test_the_demo_installs_a_part_of_everything() -> None:
    everything, demo = ({line for line in lines(name) if "==" in line} for name in LOCKS)
    assert {line.partition(" ")[0] for line in demo} <= {line.partition(" ")[0] for line in everything}
    assert len(demo) < len(everything) / 2
    assert not {line for line in demo if line.startswith(("numpy=", "scipy=", "pandas=", "pytest="))}
