"""The manners of a process: UTF-8 in every locale, streams that are closed or full or narrow, an orderly end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cemai.cli import process as manners
from tests.conftest import Small
from tests.running import command, environment

pytestmark = pytest.mark.skipif(os.name != "posix", reason="locales, descriptors and terminals of POSIX")
BARE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
LOCALES = [
    {"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, BARE, BARE | {"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "gbk"},
    {"LC_ALL": "zh_CN.GBK"}, {"LC_ALL": "zh_CN.GBK", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "nonsense"}, {"LC_ALL": "", "LANG": "", "LC_CTYPE": ""},
]  # fmt: skip


def run(
    small: Small, *arguments: str | bytes, around: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """The command with exactly these bytes as arguments; no PYTHON… of the test's own surroundings."""
    surroundings = {k: v for k, v in environment(small.store).items() if not k.startswith(("PYTHON", "LC_", "LANG"))}
    given = [a if isinstance(a, bytes) else a.encode() for a in arguments]
    return subprocess.run(
        [os.fsencode(command()), *given], capture_output=True, check=False, env=surroundings | (around or {})
    )


@pytest.mark.parametrize("around", LOCALES, ids=lambda a: " ".join(f"{k}={v}" for k, v in a.items()))
def test_every_locale_takes_and_gives_utf_8(small: Small, tmp_path: Path, around: dict[str, str]) -> None:
    """Names, files and folders in Chinese; rows, messages and help."""
    rows = tmp_path / "数据" / "宁波.csv"
    rows.parent.mkdir()
    assert run(small, "show", "宁波", "--out", str(rows), around=around).returncode == 0
    assert "宁波市" in rows.read_text(encoding="utf-8")
    shown = run(small, "show", "宁波", "--format", "csv", around=around)
    assert shown.returncode == 0 and shown.stdout.decode() == rows.read_text(encoding="utf-8")
    unknown = run(small, "show", "宁泊", around=around)
    assert unknown.returncode == 2 and "宁泊" in unknown.stderr.decode() and b"Traceback" not in unknown.stderr
    assert "策脉" in run(small, "--help", around=around).stdout.decode()


def test_arguments_in_the_encoding_of_the_locale(small: Small) -> None:
    for name, encoding in (("zh_CN.GBK", "gbk"), ("zh_CN.GB18030", "gb18030"), ("zh_TW.Big5", "big5")):
        done = run(small, "show", "宁波".encode(encoding) if encoding != "big5" else "寧波".encode(encoding),
                   "--format", "csv", around={"LC_ALL": name})  # fmt: skip
        assert done.returncode == 0 and "宁波市" in done.stdout.decode(), done.stderr


def test_bytes_of_no_encoding_are_refused_unless_a_file_bears_them(small: Small, tmp_path: Path) -> None:
    done = run(small, "show", b"\xff\xfe", around={"LC_ALL": "C.UTF-8"})
    assert done.returncode == 2 and "UTF-8" in done.stderr.decode()
    folder = os.fsencode(tmp_path) + b"/\xff"
    Path(os.fsdecode(folder)).mkdir()
    done = run(small, "export", "gephi", b"--out", folder, around={"LC_ALL": "C.UTF-8"})
    assert done.returncode == 0, done.stderr
    assert (Path(os.fsdecode(folder)) / "gephi.gexf").is_file()


CLOSED = {
    "stdout": (">&-", 2), "stderr": ("2>&-", 0), "stdin": ("<&-", 0), "all": ("<&- >&- 2>&-", 2),
    "a full disk": ("> /dev/full", 2), "messages on a full disk": ("2> /dev/full", 0),
}  # fmt: skip


@pytest.mark.parametrize("case", CLOSED)
@pytest.mark.parametrize("line", ["show 宁波 --format csv", "query zones/by-batch", "--help"])
def test_streams_that_are_closed_or_full(small: Small, case: str, line: str) -> None:
    how, status = CLOSED[case]
    done = subprocess.run(
        ["bash", "-c", f"{command()} {line} {how}"], capture_output=True, check=False, env=environment(small.store)
    )
    assert done.returncode == status, done.stderr
    assert b"Traceback" not in done.stderr and b"Exception ignored" not in done.stderr
    assert (len(done.stderr.splitlines()) == 1) or status == 0 or "2>&-" in how or line.startswith("query")


@pytest.mark.parametrize("line", ["show 宁波", "queries --format json", "export claims --out /dev/stdout", "--help"])
def test_a_reader_that_goes_away_is_no_error(small: Small, line: str) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{command()} {line} | head -c 1"], capture_output=True, check=False,
        env=environment(small.store),
    )  # fmt: skip
    assert len(done.stdout) == 1
    assert b"Traceback" not in done.stderr and b"BrokenPipe" not in done.stderr and b"Errno" not in done.stderr


@pytest.mark.parametrize("columns", [1, 5, 20, 80])
@pytest.mark.parametrize("line", ["show 宁波", "--help", "query --help", "trace nothing", "queries", "ask --list"])
def test_narrow_terminals(small: Small, columns: int, line: str) -> None:
    """A terminal of so many columns."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 10, columns, 0, 0))
    surroundings = {k: v for k, v in environment(small.store).items() if k not in ("COLUMNS", "LINES")}
    process = subprocess.Popen([command(), *line.split()], stdin=theirs, stdout=theirs, stderr=theirs, env=surroundings)
    os.close(theirs)
    heard = b""
    try:
        while piece := os.read(ours, 65536):
            heard += piece
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    assert process.wait(timeout=30) == (2 if "nothing" in line else 0), heard.decode()
    assert b"Traceback" not in heard and heard


def test_an_unforeseen_fault_is_one_line_and_a_traceback_on_request(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault() -> None:
        raise RuntimeError("first line\nsecond line")

    monkeypatch.setattr(sys, "argv", ["cemai"])
    monkeypatch.delenv("CEMAI_TRACEBACK", raising=False)
    assert manners.run(fault) == manners.OUR_FAULT
    said = capsys.readouterr().err
    assert "RuntimeError: first line" in said and said.count("\n") == 1 and "CEMAI_TRACEBACK" in said
    monkeypatch.setenv("CEMAI_TRACEBACK", "1")
    assert manners.run(fault) == manners.OUR_FAULT
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "status"),
    [(KeyboardInterrupt(), 130), (SystemExit(4), 4), (SystemExit(None), 0), (SystemExit("x"), 1),
     (OSError(28, "No space left on device"), 2), (BrokenPipeError(), 1)],
)  # fmt: skip
def test_the_status_of_each_end(monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int) -> None:
    def end() -> None:
        raise error

    monkeypatch.setattr(sys, "argv", ["cemai"])
    assert manners.run(end) == status
