"""What an exporter is, and how one traversal of a store feeds several of them.

A new exporter is a file with a subclass of `Exporter`, and a line in `graph/export/registry.py`; its command comes by
itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, ClassVar, Self

from cemai.graph.model.entity import Entity
from cemai.graph.model.statement import Claim
from cemai.graph.store.backend import GraphBackend

from .snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Options:
    """What a user may choose. An exporter heeds those that it names in `takes`, and is asked for no other."""

    format: str = ""  # one of the exporter's formats
    gzip: bool = False
    excel: bool = False
    unverified: bool = False  # unverified claims, too
    no_claims: bool = False  # only entities and the short relationships between them
    force: bool = False  # replace a folder that holds something


class Exporter:
    """Takes a graph away. `setup` comes first, then each entity and each statement once, `finish` last.

    What `setup` opens by `opened` is closed after `finish`, and thrown away when anything fails on the way. Only the
    methods that a subclass has are called: who takes no statements costs no reading of them.
    """

    summary: ClassVar[str] = ""  # for the help of the command, in Chinese and English
    formats: ClassVar[tuple[str, ...]] = ()  # the first is taken when none is given
    # How the name of the file may end, by format ("" where there is one only). Without any, a folder is written.
    suffixes: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    takes: ClassVar[tuple[str, ...]] = ()  # names of `Options`, beside the format
    spans: bool = True  # whether evidence is wanted whole: without spans it has number and source alone
    to_files: ClassVar[bool] = True  # or the result stays in memory, and no command offers it

    def __init__(self, out: Path = Path(), options: Options | None = None) -> None:
        self.out, self.options = out, options or Options()
        self.format = self.options.format or next(iter(self.formats), "")
        self.opened = ExitStack()
        self.report: list[str] = []  # lines for people: what was written, what was left out
        self.result: Any = None  # of one that writes no files

    def setup(self, snapshot: Snapshot) -> None:
        """Before anything else."""

    def entity(self, entity: Entity) -> None:
        """An entity that claims may be about."""

    def statement(self, claim: Claim) -> None:
        """A claim with its evidence."""

    def finish(self) -> None:
        """After the last."""

    def close(self) -> None:
        """After `finish`: what was opened takes its place."""
        self.opened.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.opened.__exit__(kind, error, trace)


def run_exporters(store: GraphBackend, *exporters: Exporter) -> None:
    """Feed exporters from one traversal of a store. Raises OutputError; nothing half written stays."""
    snapshot = Snapshot(store)
    with ExitStack() as stack:
        for exporter in exporters:
            stack.enter_context(exporter)
            exporter.setup(snapshot)
        if takers := [e for e in exporters if type(e).entity is not Exporter.entity]:
            for entity in snapshot.entities:
                for exporter in takers:
                    exporter.entity(entity)
        if takers := [e for e in exporters if type(e).statement is not Exporter.statement]:
            for claim in snapshot.statements(spans=any(e.spans for e in takers)):
                for exporter in takers:
                    exporter.statement(claim)
        for exporter in exporters:
            exporter.finish()
