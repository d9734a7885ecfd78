"""One browser for all tests of pages, each page and the site written once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.components import need
from tests.running import Inside
from tests.viz.browser import browser
from tests.viz.pages import Views


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium, or the test is skipped with the reason."""
    with browser(need("chromium")) as found:
        yield found


@pytest.fixture(scope="session")
def views(inside: Inside, tmp_path_factory: pytest.TempPathFactory) -> Views:
    """The views of the shipped graph, in a folder with a Chinese name and a space."""
    return Views(inside, tmp_path_factory.mktemp("页 面"))


@pytest.fixture(scope="session")
def site(inside: Inside, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the shipped graph."""
    out = tmp_path_factory.mktemp("site") / "站 点"
    done = inside("site", "--out", out)
    assert done.status == 0 and done.out == "", done.err
    return out


@pytest.fixture(scope="session")
def made_site(made: Inside, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small graph whose every answer is known."""
    out = tmp_path_factory.mktemp("made") / "site"
    done = made("site", "--all", "--out", out)
    assert done.status == 0, done.err
    return out
