"""The graph as RDF: sorted, so that the same data gives the same bytes, and written as it goes."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, ClassVar, cast

from cemai.graph.store.self_description import DESCRIBED, VOID, WHOLE
from cemai.ontology.namespaces import PREFIXES, XSD
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse, serialize

from .base import Exporter
from .files import whole_file
from .jsonld import jsonld_lines
from .rdfxml import write_rdfxml
from .snapshot import Snapshot
from .sorting import sorted_graphs, sorted_triples
from .suffixes import PACKED

FORMATS = {
    "trig": RdfFormat.TRIG,
    "turtle": RdfFormat.TURTLE,
    "nquads": RdfFormat.N_QUADS,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}


_DESCRIBED = tuple(f"<{space}".encode() for space in DESCRIBED)


class RdfExporter(Exporter):
    """All statements of all graphs. It takes the quads as they are, no claims and no entities."""

    summary: ClassVar[str] = "导出 RDF；同样的数据得到同样的字节 · Export RDF; the same data gives the same bytes."
    formats: ClassVar[tuple[str, ...]] = tuple(FORMATS)
    suffixes: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "trig": (".trig",),
        "turtle": (".ttl", ".turtle"),
        "nquads": (".nq", ".nquads"),
        "ntriples": (".nt", ".ntriples"),
        "jsonld": (".jsonld", ".json"),
        "rdfxml": (".rdf", ".xml", ".owl"),
    }
    takes: ClassVar[tuple[str, ...]] = ("gzip",)

    def setup(self, snapshot: Snapshot) -> None:
        count = export_rdf(snapshot.store, self.format, self.out, packed=self.options.gzip)
        self.report.append(f"{count} statements 条 → {self.out}")


def export_rdf(store: Store, name: str, path: Path, *, packed: bool = False) -> int:
    """Write all statements in the format of that name; the number written. Raises OutputError.

    Formats without graphs (turtle, ntriples, rdfxml) give each statement once, whatever graphs hold it. The file is
    packed by gzip, without name and date, when `packed` is set or its name ends with ``.gz``.
    """
    target, count = FORMATS[name], Count()
    with (
        TemporaryDirectory() as work,
        whole_file(path) as plain,
        _packing(plain, packed or path.suffix.lower() == PACKED) as file,
    ):
        quads = count.up(_statements(store, target, Path(work)))
        if target == RdfFormat.JSON_LD:
            file.writelines(line.encode() for line in jsonld_lines(quads))
        elif target.supports_datasets:
            serialize(quads, file, format=target, prefixes=PREFIXES)
        elif target == RdfFormat.RDF_XML:
            write_rdfxml(quads, file)
        else:
            serialize((quad.triple for quad in quads), file, format=target, prefixes=PREFIXES)
    return count.number


class Count:
    """Counts what passes."""

    number = 0

    def up(self, quads: Iterator[Quad]) -> Iterator[Quad]:
        """The same quads."""
        for quad in quads:
            self.number += 1
            yield quad


def _statements(store: Store, target: RdfFormat, work: Path) -> Iterator[Quad]:
    """Sorted by graph, subject, predicate and object; without graphs where the format has none."""
    if not target.supports_datasets:
        lines = sorted_triples(store, work)
        yield from _counted(lines, parse(path=lines, format=RdfFormat.N_TRIPLES))
        return
    for graph, lines in sorted_graphs(store, work):
        for quad in parse(path=lines, format=RdfFormat.N_TRIPLES):
            yield Quad(quad.subject, quad.predicate, quad.object, graph)


def _counted(lines: Path, quads: Iterable[Quad]) -> Iterator[Quad]:
    """With the number of statements that the description gives: each once, where several graphs may hold it."""
    with lines.open("rb") as file:
        count = sum(not line.startswith(_DESCRIBED) for line in file)
    number = Literal(str(count), datatype=NamedNode(XSD + "integer"))
    for quad in quads:
        whole = quad.subject == WHOLE and quad.predicate.value == VOID + "triples"
        yield Quad(quad.subject, quad.predicate, number) if whole else quad


@contextmanager
def _packing(file: IO[bytes], packed: bool) -> Iterator[IO[bytes]]:
    if not packed:
        yield file
        return
    with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as gz:
        yield cast(IO[bytes], gz)
