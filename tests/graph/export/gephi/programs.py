"""The real programs that open our networks: the Gephi Toolkit, graphology-gexf (Gephi Lite) and Cytoscape.js."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.components import engine, need

ENGINES = Path(__file__).parents[3] / "engines"
LONGEST = 120.0


@dataclass(frozen=True)
class Opened:
    """What a program found in a file: elements by id, and for Gephi the issues it raised and the time it spans."""

    nodes: dict[str, dict[str, Any]]
    edges: dict[str, dict[str, Any]]
    issues: tuple[str, ...] = ()
    time: tuple[str | None, str | None] = (None, None)


@dataclass(frozen=True)
class Gephi:
    """The Gephi Toolkit with our program that prints what it opened."""

    java: Path
    path: str

    @classmethod
    def compiled(cls, folder: Path) -> Gephi:
        """Compile the program into a folder; the test is skipped where the toolkit or Java is not there."""
        java, javac = need("java"), need("javac")
        (jar,) = engine("gephi").glob("gephi-toolkit-*-all.jar")
        source = ENGINES / "gephi" / "Dump.java"
        subprocess.run([javac, "-cp", jar, "-d", folder, source], check=True, timeout=LONGEST)
        return cls(java, f"{jar}:{folder}")

    def __call__(self, *groups: tuple[str | Path, ...]) -> list[Opened]:
        """Open each group: ``keep`` or ``merge`` (what Gephi does with parallel edges unless told), then its files."""
        command: list[str | Path] = [self.java, "-Djava.awt.headless=true", "-cp", self.path, "Dump"]
        for group in groups:
            command += [*group, "--"]
        done = subprocess.run(command[:-1], capture_output=True, check=True, timeout=LONGEST)
        return [
            Opened(_by_id(f["nodes"]), _by_id(f["edges"]), tuple(f["issues"]), (f["begin"], f["end"]))
            for f in json.loads(done.stdout)
        ]


def in_node(file: Path) -> Opened:
    """Open a GEXF file as Gephi Lite does, or a Cytoscape.js file in Cytoscape.js."""
    script = ENGINES / "graphology" / "read.mjs"
    command = [need("node"), script, engine("graphology"), file]
    found = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=LONGEST).stdout)
    return Opened(_by_id(found["nodes"]), _by_id(found["edges"]))


def _by_id(found: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    by_id = {each["id"]: each for each in found}
    assert len(by_id) == len(found), "an id stands twice"
    return by_id
