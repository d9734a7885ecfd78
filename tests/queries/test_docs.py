"""docs/queries.md is what the headers say."""

from __future__ import annotations

from cemai.docs.queries import lines
from tests.house.rooms import ROOT


def test_the_page_is_current() -> None:
    written = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")
    assert written == "\n".join(lines()) + "\n", "run: python -m cemai.docs.queries docs/queries.md"
