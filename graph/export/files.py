"""Write a file or a folder whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile, mkdtemp
from typing import IO

from cemai.graph.errors import OutputError


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A binary file beside `path` that takes its name when the block ends well. Raises OutputError."""
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            temporary = Path(file.name)
            yield file
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        raise _cannot_write(path, error) from None
    finally:
        if temporary:
            temporary.unlink(missing_ok=True)


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
        temporary = Path(mkdtemp(dir=target.parent, prefix=f".{target.name}."))
        yield temporary
        temporary.chmod(0o755)
        _take_over(temporary, target)
    except OSError as error:
        raise _cannot_write(path, error) from None
    except OutputError as error:  # of a file within: the user knows the folder by its name to be
        raise OutputError(str(error).replace(str(temporary or path), str(path))) from None
    finally:
        if temporary:
            shutil.rmtree(temporary, ignore_errors=True)


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write text lines (without their ends) as UTF-8."""
    with whole_file(path) as file:
        for line in lines:
            file.write(f"{line}\n".encode())


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
    old = Path(mkdtemp(dir=target.parent, prefix=f".{target.name}."))
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
    return OutputError(f"cannot write {path}: {error.strerror or error} 无法写入")
