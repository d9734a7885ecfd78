"""The pages that tests open: every view of the shipped graph by its name, made once."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from tests.running import Inside

VIEWS: dict[str, tuple[str, ...]] = {
    "trace": ("trace", "1210", "--all"),
    "map": ("map", "1210", "--all"),
    "zones": ("zones",),
    "timeline": ("timeline",),
    "timeline-city": ("timeline", "杭州"),
    "matrix": ("matrix", "--all"),
    "compare": ("compare", "深圳", "宁波"),
    "near": ("neighbourhood", "郑州"),
    "large": ("neighbourhood", "杭州", "--hops", "3", "--all"),
}


class Views:
    """Pages by name, each written when it is first asked for."""

    def __init__(self, inside: Inside, folder: Path) -> None:
        self.inside, self.folder = inside, folder

    def __getitem__(self, name: str) -> Path:
        path = self.folder / f"{name}.html"
        return path if path.exists() else self.write(path, *VIEWS[name])

    def write(self, path: Path, *arguments: str | Path) -> Path:
        """A page of `cemai view …` at that path."""
        done = self.inside("view", *arguments, "--out", path)
        assert done.status == 0 and done.out == "", done.err
        return path


def data(path: Path) -> dict[str, Any]:
    """What stands in a page for its scripts."""
    found = re.search(
        r'<script type="application/json" id="data">(.*?)</script>', path.read_text(encoding="utf-8"), re.S
    )
    assert found
    return dict(json.loads(found[1]))
