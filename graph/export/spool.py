"""Rows put aside while a store is read once, and gone through later as often as one likes."""

from __future__ import annotations

import hashlib
import json
import weakref
from collections.abc import Iterator, Sequence
from datetime import date
from tempfile import SpooledTemporaryFile
from typing import Any

from cemai.graph.errors import OutputError

BATCH = 5000  # rows that are held as they are; a small graph never has more
_MEMORY = 64 << 20


class Spool:
    """Rows of plain values in a temporary file, of which the first `memory` bytes never reach the disk.

    A row comes back as a tuple or a list, days as ISO text. `digest` is the SHA-256 of all rows.
    """

    def __init__(self, batch: int = BATCH, memory: int = _MEMORY) -> None:
        self._file = SpooledTemporaryFile(max_size=memory)  # noqa: SIM115 - it lives as long as the spool
        self._count, self._size = 0, batch
        self._batch: list[Sequence[Any]] = []
        self._digest = hashlib.sha256()
        weakref.finalize(self, self._file.close)

    def append(self, row: Sequence[Any]) -> None:
        """Add a row. Raises OutputError where the disk of temporary files is full."""
        self._count += 1
        self._batch.append(row)
        if len(self._batch) == self._size:
            line = _line(self._batch)
            self._digest.update(line)
            try:
                self._file.seek(0, 2)
                self._file.write(line)
            except OSError as error:
                raise OutputError(
                    f"cannot write a temporary file: {error.strerror}; set TMPDIR to a folder with room "
                    "无法写入临时文件，请将 TMPDIR 设为有空间的目录"
                ) from None
            self._batch.clear()

    @property
    def digest(self) -> str:
        """A mark that only the same rows in the same order have."""
        digest = self._digest.copy()
        digest.update(_line(self._batch))
        return digest.hexdigest()

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Sequence[Any]]:
        position, line = 0, b"-"
        while line:
            self._file.seek(position)
            line = self._file.readline()
            position += len(line)
            yield from json.loads(line or b"[]")
        yield from self._batch


def _line(rows: Sequence[Sequence[Any]]) -> bytes:
    return json.dumps(rows, default=date.isoformat).encode() + b"\n"
