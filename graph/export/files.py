"""Write a file whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from ..errors import OutputError


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
        raise OutputError(f"cannot write {path}: {error.strerror or error} 无法写入") from None
    finally:
        if temporary:
            temporary.unlink(missing_ok=True)


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write text lines (without their ends) as UTF-8."""
    with whole_file(path) as file:
        for line in lines:
            file.write(f"{line}\n".encode())
