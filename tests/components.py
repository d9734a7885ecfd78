"""What a test needs beside Python: found, or the test is skipped with the reason; under CI=true it fails."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

# Each component: the programs that make it, any one of which will do, and how to get it on Debian.
COMPONENTS: dict[str, tuple[tuple[str, ...], str]] = {
    "java": (("java",), "apt-get install openjdk-17-jdk-headless"),
    "javac": (("javac",), "apt-get install openjdk-17-jdk-headless"),
    "chromium": (("chromium", "chromium-browser"), "apt-get install chromium fonts-noto-cjk"),
    "neo4j": (("neo4j-admin",), "put neo4j-admin of Neo4j 5 on the PATH"),
    "virtuoso": (("virtuoso-t",), "apt-get install virtuoso-opensource-7"),
    "oxigraph": (("oxigraph",), "pip install oxigraph"),
    "node": (("node",), "apt-get install nodejs"),
}


def need(component: str) -> Path:
    """The path of the component's program. Skips the test without it; fails it where CI=true is set."""
    programs, remedy = COMPONENTS[component]
    for program in programs:
        if found := shutil.which(program):
            return Path(found)
    reason = f"{component} is not on the PATH: {remedy}"
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(reason)
    pytest.skip(reason)
