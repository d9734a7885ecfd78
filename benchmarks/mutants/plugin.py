"""Plugin of pytest for runs over mutants: which test runs which line, and later only the tests that do.

With CEMAI_MUTANTS_REPORT, coverage is told whose lines come next: a test's, or those of a fixture that many tests
share (``fixture graph``); the environment tells it to child processes. Times and fixtures of the tests that
passed are written to that file. In a run over a mutant, ``Chosen`` takes the tests that are asked for.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Generator, Iterable
from pathlib import Path
from typing import Any

import coverage
import pytest
from _pytest.fixtures import SubRequest

CONTEXT = "TEST_CONTEXT"  # told to child processes, whose coverage takes it as its context


class Contexts:
    """Switches the context of coverage with every test and shared fixture, and keeps what each test took."""

    def __init__(self, report: Path) -> None:
        self.report = report
        self.tests: dict[str, dict[str, Any]] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        _switch(item.nodeid)
        try:
            return (yield)
        finally:
            _switch("")

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Generator[None, object, object]:
        if fixturedef.scope == "function":
            return (yield)
        before = os.environ.get(CONTEXT, "")
        _switch(f"fixture {fixturedef.baseid}::{fixturedef.argname}")
        try:
            return (yield)
        finally:
            _switch(before)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        if report.when == "call" and report.passed:
            self.tests[item.nodeid] = {"seconds": round(report.duration, 3), "fixtures": _fixtures(item)}
        return report

    def pytest_sessionfinish(self) -> None:
        (self.report / f"{os.getpid()}.json").write_text(json.dumps(self.tests), encoding="utf-8")
        if (current := coverage.Coverage.current()) is not None:
            current.stop()
            current.save()


class Chosen:
    """Runs the tests asked for, the files of the quickest first; fixture values in `kept` are not made again."""

    def __init__(self, tests: Iterable[str], kept: dict[str, str]) -> None:
        self.tests = list(tests)
        self.kept = kept

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        files: dict[str, int] = {}
        for test in self.tests:
            files.setdefault(test.partition("::")[0], len(files))
        order = {test: (files[test.partition("::")[0]], number) for number, test in enumerate(self.tests)}
        items[:] = sorted((item for item in items if item.nodeid in order), key=lambda item: order[item.nodeid])

    @pytest.hookimpl(tryfirst=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any], request: SubRequest) -> Path | None:
        name = f"{fixturedef.baseid}::{fixturedef.argname}"
        if name not in self.kept:
            return None
        factory = request.getfixturevalue("tmp_path_factory")
        store = Path(shutil.copytree(self.kept[name], factory.mktemp("kept") / "store", symlinks=True))
        fixturedef.cached_result = (store, fixturedef.cache_key(request), None)
        return store


def pytest_configure(config: pytest.Config) -> None:
    """Takes part only where a report is asked for."""
    if report := os.environ.get("CEMAI_MUTANTS_REPORT"):
        config.pluginmanager.register(Contexts(Path(report)))


def _switch(context: str) -> None:
    os.environ[CONTEXT] = context
    if (current := coverage.Coverage.current()) is not None:
        current.switch_context(context)


def _fixtures(item: pytest.Item) -> list[str]:
    """Names of the shared fixtures that the test uses, itself or through others."""
    manager: Any = getattr(item, "_fixtureinfo", None)
    known = manager.name2fixturedefs if manager else {}
    return sorted(f"{d.baseid}::{d.argname}" for found in known.values() for d in found[-1:] if d.scope != "function")
