"""The pages of docs/ that are made are those that `make docs` makes now."""

from __future__ import annotations

from pathlib import Path

import pytest

from cemai.docs.pages import rewritten
from tests.house.rooms import ROOT

PAGES = rewritten(ROOT / "docs")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_a_page_is_current(page: Path) -> None:
    assert page.read_text(encoding="utf-8") == PAGES[page], "run: make docs"
