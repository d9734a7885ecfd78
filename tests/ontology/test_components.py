"""A missing component skips a test on a developer's machine and fails it in continuous integration."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from tests import components

TESTS = Path(components.__file__).parent
# What starts the browser, and the one file that may import it.
STARTERS = {"sync_playwright": TESTS / "viz" / "browser.py", "browser": TESTS / "conftest.py"}


def test_what_is_there_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(components.COMPONENTS, "python", ((sys.executable,), ""))
    assert components.need("python") == Path(sys.executable)


def test_what_is_missing_skips(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(pytest.skip.Exception, match="java is not on the PATH: apt-get"):
        components.need("java")


def test_in_continuous_integration_a_skip_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(pytest.fail.Exception, match="java is not on the PATH"):
        components.need("java")


def test_nothing_is_started_before_it_was_asked_for() -> None:
    """The browser starts in one fixture, by the path that `need` gave, once a process; no program goes by its name."""
    programs = {program for some, _ in components.COMPONENTS.values() for program in some}
    wrong = []
    for path in TESTS.rglob("*.py"):
        for found in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (isinstance(found, ast.List) and getattr(next(iter(found.elts), None), "value", "") in programs) or (
                isinstance(found, ast.alias) and STARTERS.get(found.name, path) != path
            ):
                wrong.append(f"{path.relative_to(TESTS)}:{found.lineno}")
    assert wrong == []
