"""Cemai on a copy of its ontology: a tree of links to the rooms, and in it a real folder that a test may write to.

The commands run in one process of their own that finds the package in the copied tree, so nothing that this process has
read of the shipped ontology plays a part.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.running import LONGEST, environment

ROOT = Path(__file__).parents[2]
ROOMS = ("graph", "loaders", "shapes", "queries", "viz")
COPIED = ("ontology", "shapes")
# Looks for the package in the copied tree only, whichever way this one is installed.
_RUN = """
import contextlib, io, json, sys, traceback
sys.meta_path[:] = [f for f in sys.meta_path if getattr(f, "__module__", None) in ("_frozen_importlib", "_frozen_importlib_external")]
sys.path.insert(0, {tree!r})
from cemai.cli import main
import cemai.ontology
assert cemai.ontology.__file__.startswith({tree!r}), cemai.ontology.__file__
done = []
for arguments in json.load(sys.stdin):
    out, err, status = io.StringIO(), io.StringIO(), 0
    sys.argv = ["cemai", *arguments]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main()
        except SystemExit as stop:
            status = stop.code or 0
        except BaseException:
            status = traceback.format_exc()
    done.append((status, out.getvalue(), err.getvalue()))
json.dump(done, sys.stdout)
"""


@dataclass(frozen=True)
class Copy:
    """A tree with the package as it is installed, and a store that its commands use."""

    tree: Path
    store: Path

    @classmethod
    def of(cls, root: Path) -> Copy:
        """Lay the tree out below `root`."""
        package = root / "tree" / "cemai"
        package.mkdir(parents=True)
        for path in (ROOT / "cemai").iterdir():
            if path.name != "__pycache__":
                (package / path.name).symlink_to(path)
        for room in ROOMS:
            if room not in COPIED:
                (package / room).symlink_to(ROOT / room)
        for room in COPIED:
            shutil.copytree(ROOT / room, package / room, ignore=shutil.ignore_patterns("__pycache__"))
        return cls(root / "tree", root / "store")

    def ontology(self, name: str) -> Path:
        """A file of the copied ontology."""
        return self.tree / "cemai" / "ontology" / name

    def shape(self, name: str) -> Path:
        """A file of the copied shapes."""
        return self.tree / "cemai" / "shapes" / name

    def run(self, commands: Iterable[tuple[str | Path, ...]]) -> list[str]:
        """Run commands one after the other in one process; what each wrote to stdout. Each must succeed."""
        asked = [[str(argument) for argument in command] for command in commands]
        done = subprocess.run(
            [sys.executable, "-c", _RUN.format(tree=str(self.tree))], input=json.dumps(asked), capture_output=True,
            timeout=LONGEST, check=False, text=True, env=environment(self.store),
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        found = json.loads(done.stdout)
        for command, (status, out, err) in zip(asked, found, strict=True):
            assert status == 0, f"{command}: {status}\n{out}\n{err}"
        return [out for _, out, _ in found]


def add_concept(path: Path, key: str, labels: Mapping[str, str]) -> None:
    """Write a concept at the end of a vocabulary, of the class of the others there."""
    text = path.read_text(encoding="utf-8")
    class_ = re.search(r" a skos:Concept , cm:(\w+) ;", text)
    assert class_, path
    scheme = f"<https://w3id.org/cemai/id/scheme/{path.stem}>"
    names = " , ".join(f'"{label}"@{language}' for language, label in labels.items())
    path.write_text(f"""{text}
c:{key} a skos:Concept , cm:{class_[1]} ;
    skos:inScheme {scheme} ; skos:topConceptOf {scheme} ;
    skos:prefLabel {names} ; skos:definition "试验用。"@zh , "For a test."@en .
""", encoding="utf-8")  # fmt: skip
