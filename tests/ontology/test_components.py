"""A missing component skips a test on a developer's machine and fails it in continuous integration."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests import components


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
