"""One browser for all tests of pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.components import need
from tests.viz.browser import browser


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium, or the test is skipped with the reason."""
    with browser(need("chromium")) as found:
        yield found
