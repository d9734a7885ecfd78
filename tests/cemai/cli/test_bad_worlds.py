"""No traceback reaches a user for what a file, a folder or an option can cause: one line, and a known status."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from cemai.viz.plots.fonts import chinese_font
from filelock import FileLock

from tests.cemai.cli.worlds import COMMANDS, WORLDS, touching
from tests.conftest import Small
from tests.running import Cli, Done, Inside

KNOWN = (0, 1, 2)  # done, a finding, an error that the user can fix; 70 is a fault of ours

HERE = Path(__file__)


@pytest.fixture
def root(small: Small, tmp_path: Path) -> Path:
    """A sound world: a graph, the data it was built from, their texts, files to read and a folder to write to."""
    shutil.copytree(small.store, tmp_path / "store", symlinks=True)
    shutil.copytree(small.folder, tmp_path / "data")
    shutil.copytree(small.corpus, tmp_path / "corpus")
    (tmp_path / "out").mkdir()
    assert small.inside("export", "rdf", "--format", "nquads", "--out", tmp_path / "file.nq").status == 0
    (tmp_path / "query.rq").write_text("SELECT * { ?s ?p ?o } LIMIT 3", encoding="utf-8")
    return tmp_path


def told(root: Path, command: str, cli: type[Cli] = Inside) -> Done:
    """What a command leaves behind in a world."""
    names = {"data": "data", "corpus": "corpus", "out": "out", "file": "file.nq", "query": "query.rq", "fresh": "fresh"}
    shutil.rmtree(root / "fresh", ignore_errors=True)
    return cli(root / "store")(*command.format(**{name: root / path for name, path in names.items()}).split())


def faults(root: Path, commands: dict[str, str]) -> dict[str, str]:
    """What is wrong with what commands say: another status, a traceback, an error of no or of many lines."""
    found = {}
    for name, command in commands.items():
        done = told(root, command)
        errors = [line for line in done.err.splitlines() if line.startswith("cemai: ")]
        if done.status not in KNOWN or "Traceback" in done.err or (done.status == 2 and len(errors) != 1):
            found[name] = f"{done.status}: {done.err[-900:]}"
    return found


def test_every_command_answers_in_a_sound_world(root: Path) -> None:
    """Else it would be refused in every world for a reason of its own."""
    # Servers that are not there, figures and sheets that it has none of, a font that this machine may lack.
    elsewhere = ("push", "series", "annotate", *(() if chinese_font() else ("plot",)))
    refused = {name: done.err for name, command in COMMANDS.items() if not name.startswith(elsewhere)
               if (done := told(root, command)).status not in (0, 1)}  # fmt: skip
    assert refused == {}


@pytest.mark.parametrize("world", WORLDS)
def test_a_bad_world_is_told_in_one_line(root: Path, world: str) -> None:
    part, spoil = WORLDS[world]
    spoil(root)
    assert len(touching(part)) > 0
    assert faults(root, touching(part)) == {}


def test_a_graph_that_is_being_built_answers_and_refuses_a_second_build(root: Path) -> None:
    with FileLock(root / "store" / "lock"):
        complaint = Inside(root / "store")("build", "--data", root / "data").complaint
        assert "another build" in complaint
        assert faults(root, touching("graph")) == {}


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="only root can become somebody else")
@pytest.mark.skipif(
    not all(p.stat().st_mode & 0o005 == 0o005 for p in HERE.parents), reason="this tree is closed to others"
)
def test_somebody_who_may_not_write_is_told(root: Path) -> None:
    """Folders of root, a command of nobody: read what can be read, and say what cannot be written."""
    open_to_all = Path(tempfile.mkdtemp(dir=tempfile.gettempdir()))  # what pytest makes is closed to others
    try:
        root = Path(shutil.copytree(root, open_to_all / "world", symlinks=True))
        for folder in (open_to_all, *(path for path in open_to_all.rglob("*") if path.is_dir())):
            folder.chmod(0o755)
        refusals(root)
    finally:
        shutil.rmtree(open_to_all)


def refusals(root: Path) -> None:
    """What somebody without rights is told, command by command."""
    for line, words in (("build", "cannot write"), ("trace 1210 --out {out}/x.csv", "Permission denied"),
                        ("export gephi --out {out}/g", "Permission denied"), ("show 宁波", "")):  # fmt: skip
        arguments = [part.format(data=root / "data", out=root / "out") for part in line.split()]
        # Once with all rights, elsewhere: Python itself may stand where somebody else cannot read it.
        warm = [part.format(data=root / "data", out=root / "corpus") for part in line.split()]
        assert Inside(root / "fresh" if line == "build" else root / "store")(*warm).status == 0
        done = as_nobody(root / "store", arguments)
        assert done.status == (2 if words else 0), done.err
        assert words in done.err


def as_nobody(store: Path, arguments: list[str]) -> Done:
    """The command in a fork that has given up all rights."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        done = Done(70, "", "no answer")
        try:
            os.setgid(65534)
            os.setuid(65534)
            done = Inside(store)(*arguments)
        finally:
            os.write(writing, f"{done.status}\n{done.err}".encode())
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        status, _, err = pipe.read().partition("\n")
    os.waitpid(child, 0)
    return Done(int(status), "", err)


# By name: a command that is refused for a value, and what its message must name.
BAD_VALUES: dict[str, tuple[str, tuple[str, ...]]] = {
    "a day that is none": ("trace 1210 --until 2015-02-30", ("2015-02-30",)),
    "a number that is none": ("path 宁波 杭州 --most many", ("--most",)),
    "a number out of range": ("path 宁波 杭州 --most 0", ("--most",)),
    "no number": ("query zones/by-batch --timeout nan", ("nan",)),
    "time without end": ("query zones/by-batch --timeout inf", ("inf",)),
    "no time": ("query zones/by-batch --timeout 0", ("0",)),
    "no rows": ("query zones/by-batch --max-rows 0", ("rows", "0")),
    "no memory": ("query zones/by-batch --memory 0", ("MB",)),
    "a format that is none": ("show 宁波 --format yaml", ("yaml",)),
    "a parameter without a value": ("query zones/by-batch --param x", ("'x'",)),
    "a parameter that is none": ("query zones/by-batch --param x=1", ("x",)),
    "a query that is none": ("query zones/by-bach", ("zones/by-batch",)),
    "a name that is none": ("show \x00\x01", ()),
    "an empty name": ("show ''", ("empty",)),
    "a very long name": (f"show {'长' * 60_000}", ()),
    "a path as name": ("show ../../etc/passwd", ()),
    "half a character": ("show \udcff", ("UTF-8",)),
    "a language that is none": ("plot batches --lang fr --out x.svg", ("fr",)),
    "a plot of no width": ("plot batches --width nan --out x.svg", ("nan",)),
    "an address that is none": ("show 宁波 --store http://", ("http",)),
    "an address of nobody": ("show 宁波 --store http://127.0.0.1:9/q", ("127.0.0.1",)),
    "no folder of texts": ("verify", ("--corpus",)),
    "a claim that is none": ("explain a/b/c", ("a/b/c",)),
    "an exporter that is none": ("export excel --out x", ("excel",)),
    "two ways to build": ("build --from x.nq --data y", ("--from",)),
    "a command that is none": ("shwo", ("shwo",)),
}


@pytest.mark.parametrize("case", BAD_VALUES)
def test_a_bad_value_is_told(small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    monkeypatch.chdir(tmp_path)
    line, words = BAD_VALUES[case]
    done = small.inside(*("" if part == "''" else part for part in line.split(" ")))
    assert done.status == 2 and "Traceback" not in done.err, done.err
    assert [word for word in words if word not in done.err] == [], done.err
    assert len(done.err) < 2000, "a message, no book"
    assert list(tmp_path.iterdir()) == []
