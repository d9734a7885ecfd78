"""Write a file whole or not at all, wherever its name leads: a file, a link, a pipe, a device.

A file takes its place by renaming, so that readers see the old one or the new one. What cannot be replaced without
becoming something else (a pipe, a device, a file of several names, one in a folder that takes no new files) is
written through, and only when all that belongs in it has been made.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, cast

from cemai.graph.errors import OutputError

_IN_MEMORY = 32 * 1024 * 1024  # bytes that wait in memory for a pipe; more wait in a temporary file
_LINKS = 40
_DESCRIPTOR = re.compile(r"/(?:dev|proc/(?P<process>self|thread-self|\d+))/fd/(?P<number>\d+)")


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A binary file; what the block writes stands at `path` when it ends well. Raises OutputError.

    Mode and owner of a file that stands there are kept, a new one has the mode that the umask leaves. A reader that
    went away is BrokenPipeError.
    """
    try:
        with _opened(path) as file:
            yield file
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _cannot_write(path, error) from None


def is_stream(path: Path) -> bool:
    """Whether a path leads to what is neither a file nor a folder: ``-``, an open descriptor, a pipe, a device."""
    if _descriptor(path) is not None:
        return True
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


@contextmanager
def whole_folder(path: Path, *, force: bool = False) -> Iterator[Path]:
    """An empty folder beside `path` that takes its name when the block ends well; else nothing of it stays.

    A folder that holds something is refused; with `force` it is replaced whole, with all that is in it. The
    folder one stands in, one's home and a repository are never replaced. Raises OutputError.
    """
    target = path.resolve()
    temporary: Path | None = None
    try:
        _refuse(target, force)
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = _beside(target)
        temporary.mkdir()
        yield temporary
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        _take_over(temporary, target)
    except OSError as error:
        raise _cannot_write(path, error) from None
    except OutputError as error:  # of a file within: the user knows the folder by its name to be
        raise OutputError(str(error).replace(str(temporary or path), str(path))) from None
    finally:
        if temporary:
            shutil.rmtree(temporary, ignore_errors=True)


def make_folder(path: Path) -> None:
    """A folder for files that stand alone, if there is none. Raises OutputError."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_write(path, error) from None


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write text lines (without their ends) as UTF-8."""
    with whole_file(path) as file:
        for line in lines:
            file.write(f"{line}\n".encode())


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """The way to write that what stands at `path` allows."""
    number = _descriptor(path)
    if number is not None:
        with _spooled() as spool:
            yield spool
            _flush_text(number)
            _copy(spool, os.dup(number))
        return
    target, known = Path(os.path.realpath(path)), _state(path)
    if known is None or _replaceable(target, known):
        with _replacing(target, known) as file:
            yield file
        return
    # A pipe, a device, or a file that must stay the one it is. Opened first: what must not be written costs no work.
    through = os.open(path, os.O_WRONLY | getattr(os, "O_BINARY", 0))
    try:
        with _spooled() as spool:
            yield spool
            if stat.S_ISREG(known.st_mode):
                os.ftruncate(through, 0)
            _copy(spool, os.dup(through))
    finally:
        os.close(through)


def _state(path: Path) -> os.stat_result | None:
    """What stands at a path, None where nothing does. Raises OSError for a folder and for what must not be written."""
    try:
        known = path.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(known.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if stat.S_ISREG(known.st_mode) and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return known


def _replaceable(target: Path, known: os.stat_result) -> bool:
    """Whether another file may take the place of this one: a regular file of one name, in a folder open to us."""
    return stat.S_ISREG(known.st_mode) and known.st_nlink == 1 and os.access(target.parent, os.W_OK | os.X_OK)


@contextmanager
def _replacing(target: Path, known: os.stat_result | None) -> Iterator[IO[bytes]]:
    """A file beside `target` that is renamed onto it."""
    temporary = _beside(target)
    try:
        with temporary.open("xb") as file:
            yield file
        if known is not None:
            with suppress(OSError, AttributeError):  # only root may give a file away; Windows knows no owner
                os.chown(temporary, known.st_uid, known.st_gid)
            temporary.chmod(stat.S_IMODE(known.st_mode))
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _beside(target: Path) -> Path:
    """A name beside `target` that nothing has. It does not hold that of `target`, which may be as long as one can."""
    return target.parent / f".cemai-{secrets.token_hex(8)}.tmp"


@contextmanager
def _spooled() -> Iterator[IO[bytes]]:
    with SpooledTemporaryFile(_IN_MEMORY) as spool:
        yield cast(IO[bytes], spool)


def _copy(spool: IO[bytes], number: int) -> None:
    """Write all that was gathered to a descriptor, and close it."""
    spool.seek(0)
    with os.fdopen(number, "wb") as file:
        shutil.copyfileobj(spool, file)


def _descriptor(path: Path) -> int | None:
    """The number of the open file of this process that a path names: ``-``, ``/dev/stdout``, a link to one of them.

    Opened once more by its name, a file that the shell opened would be written from its start.
    """
    name = os.fspath(path)
    if name == "-":
        return 1
    for _ in range(_LINKS):
        if found := _DESCRIPTOR.fullmatch(name):
            ours = found["process"] in (None, "self", "thread-self", str(os.getpid()))
            return int(found["number"]) if ours else None
        try:
            name = os.path.join(os.path.dirname(name), os.readlink(name))  # noqa: PTH118, PTH120, PTH115 - as text
        except OSError:
            return None
        name = os.path.normpath(name)
    return None


def _flush_text(number: int) -> None:
    """What was said on a standard stream comes before what is written past it."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            if stream.fileno() == number:
                stream.flush()


def _refuse(target: Path, force: bool) -> None:
    """Raise OutputError where a folder must not be written."""
    if not target.exists():
        return
    if not target.is_dir():
        raise OutputError(f"{target} is a file, not a folder {target} 是文件而不是目录")
    if any(target.iterdir()) and not force:
        raise OutputError(f"{target} is not empty: choose another folder, or --force to replace it 目录非空，请另选，"
                          "或用 --force 整个替换")  # fmt: skip
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - Path.home() fails for a user without one
    if Path.cwd().is_relative_to(target) or home.is_relative_to(target) or (target / ".git").exists():
        raise OutputError(f"{target} is the current folder, a home or a repository: choose another folder "
                          "请另选目录，不能是当前目录、主目录或代码库")  # fmt: skip


def _take_over(new: Path, target: Path) -> None:
    """Rename `new` onto `target`; what stood there goes, or comes back if the renaming fails."""
    if not target.exists():
        new.rename(target)
        return
    old = _beside(target)
    old.mkdir()
    try:
        target.replace(old / "old")
        try:
            new.rename(target)
        except OSError:
            (old / "old").replace(target)
            raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _cannot_write(path: Path, error: OSError) -> OutputError:
    if isinstance(error, IsADirectoryError):
        return OutputError(f"cannot write {path}: it is a folder, give the name of a file 这是目录，请给出文件名")
    folder = path.resolve().parent if error.errno not in (errno.ELOOP, errno.ENAMETOOLONG) else path
    if isinstance(error, FileNotFoundError) and not folder.is_dir():
        return OutputError(f"cannot write {path}: there is no folder {folder}, make it first 目录不存在，请先创建")
    return OutputError(f"cannot write {path}: {error.strerror or error} 无法写入")
