"""What stands where a file is written stays what it is: links, pipes, devices, modes; nothing half written."""

from __future__ import annotations

import os
import stat
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from cemai.graph.errors import OutputError
from cemai.graph.export.files import is_stream, whole_file
from cemai.graph.export.suffixes import check_folder, check_suffix
from cemai.graph.export.tables import table_suffix

from tests.running import Cli, Inside, command, environment

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes, devices and modes of POSIX")
NEW = b"new\n"


def write(path: Path, data: bytes = NEW) -> None:
    """All at once."""
    with whole_file(path) as file:
        file.write(data)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def a_link(folder: Path) -> Path:
    (folder / "real").write_text("old")
    (folder / "x").symlink_to("real")
    return folder / "real"


def a_link_to_a_link(folder: Path) -> Path:
    (folder / "below").mkdir()
    (folder / "below" / "real").write_text("old")
    (folder / "link").symlink_to("below/real")
    (folder / "x").symlink_to("link")
    return folder / "below" / "real"


def a_link_to_nothing_yet(folder: Path) -> Path:
    (folder / "x").symlink_to("later")
    return folder / "later"


def a_second_name(folder: Path) -> Path:
    (folder / "real").write_text("old and longer than what is new")
    (folder / "x").hardlink_to(folder / "real")
    return folder / "real"


def a_file(folder: Path) -> Path:
    (folder / "x").write_text("old")
    return folder / "x"


@pytest.mark.parametrize("place", [a_link, a_link_to_a_link, a_link_to_nothing_yet, a_second_name, a_file])
def test_what_a_name_leads_to_is_written(tmp_path: Path, place: Callable[[Path], Path]) -> None:
    target = place(tmp_path)
    linked, names = (tmp_path / "x").is_symlink(), target.stat().st_nlink if target.exists() else 1
    write(tmp_path / "x")
    assert target.read_bytes() == NEW and (tmp_path / "x").is_symlink() == linked
    assert target.stat().st_nlink == names
    assert not list(tmp_path.glob(".cemai-*"))


@pytest.mark.parametrize("place", [a_link, a_second_name, a_file])
@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, ValueError])
def test_what_stood_there_stays_after_an_error(
    tmp_path: Path, place: Callable[[Path], Path], error: type[BaseException]
) -> None:
    target = place(tmp_path)
    before = target.read_bytes()
    with pytest.raises(error), whole_file(tmp_path / "x") as file:
        file.write(NEW)
        raise error
    assert target.read_bytes() == before and not list(tmp_path.glob(".cemai-*"))


def test_a_pipe_stays_a_pipe_and_gives_what_is_written(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x")
    heard: list[bytes] = []
    reader = threading.Thread(target=lambda: heard.append((tmp_path / "x").read_bytes()))
    reader.start()
    write(tmp_path / "x", NEW * 100_000)
    reader.join(10)
    assert heard == [NEW * 100_000] and stat.S_ISFIFO((tmp_path / "x").stat().st_mode)


def test_a_pipe_gets_nothing_of_what_failed(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x")
    heard: list[bytes] = []
    reader = threading.Thread(target=lambda: heard.append((tmp_path / "x").read_bytes()))
    reader.start()
    with pytest.raises(ValueError, match="half"), whole_file(tmp_path / "x") as file:
        file.write(NEW)
        raise ValueError("half")
    reader.join(10)
    assert heard == [b""]


def test_devices_stay_devices() -> None:
    write(Path("/dev/null"))
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@pytest.mark.parametrize(("umask", "given"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664), (0o027, 0o640)])
def test_a_new_file_has_the_mode_that_the_umask_leaves(tmp_path: Path, umask: int, given: int) -> None:
    before = os.umask(umask)
    try:
        write(tmp_path / "x")
    finally:
        os.umask(before)
    assert mode(tmp_path / "x") == given


@pytest.mark.parametrize("kept", [0o600, 0o644, 0o755, 0o640])
def test_a_file_keeps_its_mode(tmp_path: Path, kept: int) -> None:
    a_file(tmp_path).chmod(kept)
    write(tmp_path / "x")
    assert mode(tmp_path / "x") == kept and (tmp_path / "x").read_bytes() == NEW


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root may give files away")
def test_a_file_keeps_its_owner(tmp_path: Path) -> None:
    os.chown(a_file(tmp_path), 65534, 65534)
    write(tmp_path / "x")
    assert (tmp_path / "x").stat().st_uid == 65534


def loop(folder: Path) -> Path:
    (folder / "x").symlink_to("x")
    return folder / "x"


# By name: a place where nothing can be written, and what the message says.
REFUSED: dict[str, tuple[Callable[[Path], Path], str]] = {
    "a folder": (lambda folder: folder, "it is a folder"),
    "a folder that is not there": (lambda folder: folder / "no" / "x", "there is no folder"),
    "a file as folder": (lambda folder: a_file(folder) / "y", "Not a directory"),
    "a full disk": (lambda _: Path("/dev/full"), "No space left"),
    "a link to itself": (loop, "symbolic links"),
    "a name that is too long": (lambda folder: folder / ("x" * 300), "name too long"),
    "a descriptor that is not open": (lambda _: Path("/dev/fd/987"), "Bad file descriptor"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_where_nothing_can_be_written(tmp_path: Path, case: str) -> None:
    place, words = REFUSED[case]
    path = place(tmp_path)
    if case == "a full disk" and not path.exists():
        pytest.skip("no /dev/full on this system")
    with pytest.raises(OutputError, match=words) as refused:
        write(path)
    assert str(path) in str(refused.value) and "\n" not in str(refused.value)
    assert not list(tmp_path.rglob(".cemai-*"))


def test_what_may_not_be_written_is_not_replaced_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is open to us would let us rename another file onto one that is closed."""
    a_file(tmp_path)
    monkeypatch.setattr(os, "access", lambda path, wanted: Path(path).is_dir())
    with pytest.raises(OutputError, match="Permission denied"):
        write(tmp_path / "x")
    assert (tmp_path / "x").read_text() == "old"


def test_a_file_in_a_folder_that_takes_no_new_ones_is_written_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_file(tmp_path)
    number = (tmp_path / "x").stat().st_ino
    monkeypatch.setattr(os, "access", lambda path, wanted: not Path(path).is_dir())
    write(tmp_path / "x")
    assert (tmp_path / "x").read_bytes() == NEW and (tmp_path / "x").stat().st_ino == number


@pytest.mark.parametrize("name", ["/dev/stdout", "-", "/dev/fd/1", "/proc/self/fd/1", "link"])
def test_stdout_by_any_name_goes_on_where_it_is(made: Inside, tmp_path: Path, name: str) -> None:
    """What the shell appends to is appended to, and stays the file that it is."""
    (tmp_path / "link").symlink_to("/dev/stdout")
    (tmp_path / "log").write_text("before\n")
    with (tmp_path / "log").open("ab") as log:
        done = subprocess.run(
            [command(), "query", "zones/by-batch", "--format", "csv", "--out", name], stdout=log, check=False,
            stderr=subprocess.PIPE, env=environment(made.store), cwd=tmp_path,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "log").read_text().startswith("before\ndataset,batch,zones\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "log"]


def test_names_that_promise_nothing_and_names_that_do(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert is_stream(tmp_path / "pipe") and is_stream(Path("/dev/null")) and not is_stream(tmp_path / "x")
    for name in ("graph", "graph.ttl", "graph.TTL", "graph-2024.10", "/dev/null"):
        check_suffix(tmp_path / name, "turtle", (".ttl",))
    check_suffix(tmp_path / "graph.ttl.gz", "turtle", (".ttl",), packed=True)
    check_folder(tmp_path / "study-1.0")
    assert table_suffix(Path("/dev/null"), "json") == ".json" and table_suffix(tmp_path / "a.XLSX") == ".xlsx"


@pytest.mark.parametrize(
    ("line", "fix"),
    [
        ("export rdf --format turtle --out x.json", "x.ttl"), ("export rdf --format ntriples --out x.ttl", "x.nt"),
        ("export rdf --gzip --out x.trig", "x.trig.gz"), ("export claims --out x.jsonl.gz", "x.jsonl"),
        ("export claims --format csv --out x.xlsx", "x.csv"), ("export graphml --out x.gexf", "x.graphml"),
        ("export cytoscape --out x.graphml", "x.cyjs"), ("export tables --out x.xlsx", "name it x"),
        ("export gephi --out x.gexf", "name it x"), ("site --out x.html", "name it x"),
        ("view trace 甲一 --out x.png", "x.html"), ("plot batches --out x.pdf", ".svg"),
        ("show 云港 --out x.txt", ".csv"), ("show 云港 --format json --out x.csv", "leave --format out"),
        ("validate --report x.csv", ".html"), ("ontology --context x.ttl", "x.jsonld"),
        ("diffusion 甲一 --out x.png", ".xlsx"),
    ],
)  # fmt: skip
def test_a_name_that_promises_another_format(
    made: Inside, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, fix: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert fix in made(*line.split()).complaint
    assert list(tmp_path.iterdir()) == [], "nothing was written"


def test_a_command_that_is_terminated_leaves_nothing(cli: Cli, tmp_path: Path) -> None:
    """SIGTERM while a file is written: no file, no temporary one."""
    process = cli.start("export", "rdf", "--out", tmp_path / "x.trig")
    while not list(tmp_path.iterdir()) and process.poll() is None:
        pass
    process.terminate()
    assert process.wait(timeout=30) == 143
    assert list(tmp_path.iterdir()) == []
