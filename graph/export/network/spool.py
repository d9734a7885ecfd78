"""Edges that are gone through several times, read from the store only once."""

from __future__ import annotations

import json
import weakref
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile

from cemai.graph.errors import OutputError

from .rows import Edge

_BATCH = 1000
_MEMORY = 64 << 20


class Spool:
    """Edges kept in a temporary file, of which the first `memory` bytes never reach the disk."""

    def __init__(self, memory: int = _MEMORY) -> None:
        self._file = SpooledTemporaryFile(max_size=memory)  # noqa: SIM115 - it lives as long as the spool
        self._count, self._batch = 0, list[Edge]()
        weakref.finalize(self, self._file.close)

    def append(self, edge: Edge) -> None:
        """Add an edge. Raises OutputError where the disk of temporary files is full."""
        self._count += 1
        self._batch.append(edge)
        if len(self._batch) == _BATCH:
            try:
                self._file.seek(0, 2)
                self._file.write(json.dumps(self._batch).encode() + b"\n")
            except OSError as error:
                raise OutputError(
                    f"cannot write a temporary file: {error.strerror}; set TMPDIR to a folder with room "
                    "无法写入临时文件，请将 TMPDIR 设为有空间的目录"
                ) from None
            self._batch.clear()

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Edge]:
        position, line = 0, b"-"
        while line:
            self._file.seek(position)
            line = self._file.readline()
            position += len(line)
            for row in json.loads(line or b"[]"):
                row[6] = tuple(row[6])
                yield Edge(*row)
        yield from self._batch
