"""What a test needs beside Python: found, or the test is skipped with the reason; under CI=true it fails."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import NoReturn

import pytest

# Each component: the programs that make it, any one of which will do, and how to get it on Debian.
COMPONENTS: dict[str, tuple[tuple[str, ...], str]] = {
    "java": (("java",), "apt-get install openjdk-17-jdk-headless"),
    "javac": (("javac",), "apt-get install openjdk-17-jdk-headless"),
    "chromium": (("chromium", "chromium-browser"), "apt-get install chromium fonts-noto-cjk"),
    "virtuoso": (("virtuoso-t",), "apt-get install virtuoso-opensource-7-bin"),
    "oxigraph": (("oxigraph",), "pip install oxigraph"),
    "node": (("node",), "apt-get install nodejs"),
}


def _path() -> str:
    """Where programs are looked for: beside the interpreter, too, where those of Python packages stand."""
    return os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])


def need(component: str) -> Path:
    """The path of the component's program. Skips the test without it; fails it where CI=true is set."""
    programs, remedy = COMPONENTS[component]
    for program in programs:
        if found := shutil.which(program, path=_path()):
            return Path(found)
    return absent(f"{component} is not on the PATH: {remedy}")


def engine(name: str) -> Path:
    """The folder of an engine that tests/engines/install.sh fetched (jars or node_modules); else as `need`."""
    root = os.environ.get("CEMAI_ENGINES")
    folder = (Path(root) if root else Path(__file__).parents[1] / "build" / "engines") / name
    if any((folder / mark).exists() for mark in ("pom.xml", "package-lock.json")):
        return folder
    return absent(f"the engine {name} is not in {folder}: run tests/engines/install.sh")


def absent(reason: str) -> NoReturn:
    """Fails the test under CI=true, else skips it; both by raising."""
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(reason)
    pytest.skip(reason)
