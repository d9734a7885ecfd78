"""Each page and the site written once for all tests of pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.running import Inside
from tests.viz.pages import Views


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
