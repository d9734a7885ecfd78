"""docs/codebook.md is what its generator says; docs/exports.md names every export, and its examples run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import polars

from cemai.cli.pushes import push
from cemai.pipeline.export.registry import EXPORTERS

DOCS = Path(__file__).parents[4] / "docs"


def test_every_export_and_push_is_named() -> None:
    page = (DOCS / "exports.md").read_text(encoding="utf-8")
    exports = {name for name, kind in EXPORTERS.items() if kind.to_files}
    pushes = {command.name for command in push.registered_commands}
    assert set(re.findall(r"cemai export (\w+)", page)) == exports
    assert pushes and set(re.findall(r"cemai push (\w+)", page)) == pushes


def test_the_example_for_data_frames_runs(parquet: Path) -> None:
    page = (DOCS / "exports.md").read_text(encoding="utf-8")
    code = next(c for c in re.findall(r"```python\n(.*?)```", page, re.DOTALL) if "group_by" in c)
    *first, last = code.replace("DIR", parquet.as_posix()).strip().splitlines()
    room: dict[str, Any] = {}
    exec("\n".join(first), room)  # noqa: S102 - our own document
    found = eval(last, room)  # noqa: S307 - our own document
    assert isinstance(found, polars.DataFrame) and found.height > 10
