"""Rows kept in a temporary file between reading the graph and sending it: nodes first, then relationships.

The graph is read once, memory holds a line, and the digest of all lines tells one state of the graph from another.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from typing import IO

from .model import Row, Rows, Table


@dataclass
class Spool:
    """The rows of a graph on disk; `version` is their digest. Use it as a context: the files go with it."""

    tables: Sequence[Table]

    def __enter__(self) -> Spool:
        with ExitStack() as stack:
            self._files: dict[bool, IO[bytes]] = {
                end: stack.enter_context(tempfile.TemporaryFile(prefix="cemai-")) for end in (False, True)
            }
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def fill(self, rows: Rows) -> None:
        """Write all rows. OSError where the disk is full."""
        numbers = {table.name: number for number, table in enumerate(self.tables)}
        digest = hashlib.sha256("\n".join(",".join(t.heads) for t in self.tables).encode())
        self.counts = {False: 0, True: 0}
        for table, row in rows:
            line = json.dumps([numbers[table.name], *row], ensure_ascii=False, default=date.isoformat).encode() + b"\n"
            digest.update(line)
            self._files[bool(table.end)].write(line)
            self.counts[bool(table.end)] += 1
        self.version = digest.hexdigest()[:16]

    def nodes(self) -> Rows:
        """The rows of nodes."""
        return self._read(False)

    def links(self) -> Rows:
        """The rows of relationships."""
        return self._read(True)

    def _read(self, end: bool) -> Iterator[tuple[Table, Row]]:
        days = {t.name: [i for i, c in enumerate(t.columns, t.first) if c.kind == "date"] for t in self.tables}
        file = self._files[end]
        file.seek(0)
        for line in file:
            number, *row = json.loads(line)
            table = self.tables[number]
            for i in days[table.name]:
                row[i] = date.fromisoformat(row[i]) if row[i] else None
            yield table, tuple(row)
