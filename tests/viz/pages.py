"""The pages that tests open: every view of the shipped graph by its name, made once."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from cemai.presenters.pages.views import VIEWS as REGISTERED
from tests.running import Inside

# The examples that each view of the registry gives, by its name, further ones with a number: ``timeline-2``.
VIEWS: dict[str, tuple[str, ...]] = {
    f"{view.name}-{n}" if n > 1 else view.name: (view.name, *words)
    for view in REGISTERED.values()
    for n, words in enumerate(view.examples, 1)
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
