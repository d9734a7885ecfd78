"""What a process owes to its shell: UTF-8 in every locale, standard streams that are there, an orderly end.

The text of arguments is UTF-8 whatever the locale says. Python takes it for ASCII or GBK in such locales, and could
not name a file in Chinese there either; it is therefore started once more in its UTF-8 mode.
"""

from __future__ import annotations

import io
import locale
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn, TextIO

TERMINATED = 128 + signal.SIGTERM
OUR_FAULT = 70  # as sysexits.h calls it
CLOSED = 1  # whoever read our output went away


def run(command: Callable[[], Any]) -> int:
    """Run a command whose arguments stand in ``sys.argv``; its exit status. No exception leaves it."""
    _standard_streams()
    _utf8()
    with _orderly_end():
        return _flushed(_status(command))


def _status(command: Callable[[], Any]) -> int:
    from cemai.graph.errors import CemaiError

    try:
        sys.argv[1:] = [argument_text(argument) for argument in sys.argv[1:]]
        command()
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except CemaiError as error:
        return _told(str(error), error.status)
    except BrokenPipeError:
        return CLOSED
    except OSError as error:  # a disk that is full, a stream that is closed
        return _told(f"{error.filename or 'output 输出'}: {error.strerror or error} 系统错误", 2)
    except Exception as error:
        if os.environ.get("CEMAI_TRACEBACK"):
            traceback.print_exc()
        first = str(error).splitlines() or [""]
        return _told(f"a fault of ours 程序内部错误: {type(error).__name__}: {first[0]}; please report it with what "
                     "CEMAI_TRACEBACK=1 shows 请附上设置 CEMAI_TRACEBACK=1 后的输出报告", OUR_FAULT)  # fmt: skip
    return 0


def _told(message: str, status: int) -> int:
    with suppress(OSError, ValueError):
        sys.stderr.write(f"cemai: {message}\n")
    return status


def argument_text(argument: str) -> str:
    """An argument that came as bytes of no UTF-8: a file of that name as it is, else read by the locale's encoding.

    Raises QueryError for what is neither.
    """
    if argument.isascii() or not any("\ud800" <= char <= "\udfff" for char in argument):
        return argument
    if os.path.lexists(argument):
        return argument
    given = os.fsencode(argument)
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        with suppress(LookupError, UnicodeDecodeError):
            if encoding := locale.normalize(os.environ.get(name, "")).partition(".")[2].partition("@")[0]:
                return given.decode(encoding)
    from cemai.graph.errors import QueryError

    raise QueryError(f"an argument is not UTF-8 参数不是 UTF-8: {given.decode('utf-8', 'replace')}")


def _standard_streams() -> None:
    """Open what the shell has closed, or the next file that is opened would take its place.

    Reading finds the end, messages vanish, and data that cannot be written is an error, as for other programs.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_WRONLY if number == 2 else os.O_RDONLY)  # the lowest free number
    if sys.stdin is None:
        sys.stdin = io.TextIOWrapper(io.BytesIO())
    if sys.stdout is None:
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115


def _utf8() -> None:
    if sys.getfilesystemencoding() != "utf-8" and Path(sys.argv[0]).stem in ("cemai", "__main__"):
        sys.stdout.flush()
        _restarted()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _restarted() -> NoReturn:
    """The same command in a new process in the place of this one, its bytes unchanged."""
    os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606


@contextmanager
def _orderly_end() -> Iterator[None]:
    """A scheduler's SIGTERM ends the command by an exception, so that temporary files go."""

    def stop(number: int, frame: object) -> NoReturn:
        raise SystemExit(TERMINATED)

    try:
        before = signal.signal(signal.SIGTERM, stop)
    except ValueError:  # not in the main thread
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _flushed(status: int) -> int:
    """Write what waits for both streams: what cannot be written is told here, and not once more when Python ends."""
    status = _stdout_flushed(status)
    try:
        sys.stderr.flush()
    except OSError:  # a message that nobody can read changes no answer
        _drain(sys.stderr)
    return status


def _stdout_flushed(status: int) -> int:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _drain(sys.stdout)
        return status or CLOSED
    except OSError as error:
        _drain(sys.stdout)
        return status or _told(f"cannot write to stdout: {error.strerror or error} 无法写入标准输出", 2)
    return status


def _drain(stream: TextIO) -> None:
    """What still waits for a stream goes nowhere."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
