"""What every exporter gets, from one traversal of the store; an exporter is a class and a line in the registry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar
from unittest.mock import patch

import pytest
from cemai.graph.errors import OutputError
from cemai.graph.export.base import Exporter, Options, run_exporters
from cemai.graph.export.files import whole_file
from cemai.graph.export.snapshot import Snapshot
from cemai.graph.export.spool import Spool
from cemai.graph.model.entity import Entity
from cemai.graph.model.statement import Claim, Evidence
from cemai.graph.rdf.reader import claim_ids, read_claims
from cemai.graph.rdf.writer import A, prop
from cemai.graph.store.patterns import subjects_of
from cemai.ontology.namespaces import ID, identifier
from pyoxigraph import Quad, Store

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.pipeline.export.registry import EXPORTERS, export_graph
from tests.running import Inside


class Made(Exporter):
    """Writes one line for each thing that it gets, and keeps the order in which its methods were called."""

    summary: ClassVar[str] = "造 · A made exporter."
    formats: ClassVar[tuple[str, ...]] = ("plain", "loud")
    takes: ClassVar[tuple[str, ...]] = ("unverified",)

    def setup(self, snapshot: Snapshot) -> None:
        self.calls = ["setup"]
        self.file = self.opened.enter_context(whole_file(self.out))

    def entity(self, entity: Entity) -> None:
        self.calls.append("entity")
        self._line(entity.id)

    def statement(self, claim: Claim) -> None:
        self.calls.append("statement")
        self._line(f"claim/{claim.id}")

    def finish(self) -> None:
        self.calls.append("finish")
        self.report.append(f"{len(self.calls)} calls, all: {self.options.unverified}")

    def _line(self, text: str) -> None:
        self.file.write(f"{text.upper() if self.format == 'loud' else text}\n".encode())


@pytest.fixture
def registered() -> Iterator[None]:
    """`made` in the registry."""
    with patch.dict(EXPORTERS, {"made": Made}):
        yield


@pytest.mark.usefixtures("registered")
def test_a_made_exporter_gets_everything_once(kg: KnowledgeGraph, tmp_path: Path) -> None:
    made = export_graph(kg.store, "made", tmp_path / "out")
    assert isinstance(made, Made)
    lines = (tmp_path / "out").read_text(encoding="utf-8").splitlines()
    entities = sorted(identifier(i) for i in subjects_of(kg.store, A, prop("Entity")))
    claims = [f"claim/{name}" for name in claim_ids(kg.store)]
    assert lines == entities + claims and len(set(lines)) == len(lines) > 6000
    assert made.calls == ["setup", *["entity"] * len(entities), *["statement"] * len(claims), "finish"]


@pytest.mark.usefixtures("registered")
def test_its_command_comes_by_itself(made: Inside, tmp_path: Path) -> None:
    """Listed with its summary, with the options that it takes and no others, its report on stderr."""
    assert "A made exporter." in made("export", "--help").out
    words = made("export", "made", "--help").out
    assert "--all" in words and "--format" in words and "--force" not in words and "--excel" not in words
    done = made("export", "made", "--out", tmp_path / "out", "--all", "--format", "loud")
    assert done.status == 0 and done.out == "" and "all: True" in done.err
    assert "PLACE/790100" in (tmp_path / "out").read_text(encoding="utf-8")


def test_what_is_not_known_is_refused(tmp_path: Path) -> None:
    for name, options in (("gexf", {}), ("graphml", {"force": True}), ("graphml", {"format": "csv"}),
                          ("tables", {"format": "xml"})):  # fmt: skip
        with pytest.raises(OutputError):
            export_graph(Store(), name, tmp_path / "out", **options)
    assert list(tmp_path.iterdir()) == []


def test_several_exporters_are_fed_at_once(kg: KnowledgeGraph, tmp_path: Path) -> None:
    """Each gives the bytes that it gives alone."""
    names = ("claims", "graphml", "cytoscape")
    run_exporters(kg.store, *(EXPORTERS[name](tmp_path / f"{name} together") for name in names))
    for name in names:
        export_graph(kg.store, name, tmp_path / name)
        assert (tmp_path / name).read_bytes() == (tmp_path / f"{name} together").read_bytes()


class Counting:
    """A store that counts by subject how often it was looked at."""

    def __init__(self, store: Store) -> None:
        self._store, self.seen = store, Counter[str]()

    def quads_for_pattern(self, subject: Any, *others: Any) -> Iterator[Quad]:
        if subject is not None:
            self.seen[subject.value] += 1
        return self._store.quads_for_pattern(subject, *others)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


@pytest.mark.parametrize("name", [name for name in EXPORTERS if name not in ("rdf",)])
def test_an_export_reads_each_statement_once(kg: KnowledgeGraph, tmp_path: Path, name: str) -> None:
    """Claims, their evidence and its passages are looked at at most once, whatever the export writes of them."""
    assert isinstance(kg.store, Store)
    counting = Counting(kg.store)
    with patch("cemai.graph.export.snapshot.embedded", return_value=counting), \
            patch("cemai.graph.rdf.reader.embedded", return_value=counting):  # fmt: skip
        options = {"unverified": True} if "unverified" in EXPORTERS[name].takes else {}
        export_graph(kg.store, name, tmp_path / "out", **options)
    kinds = {kind: {iri: n for iri, n in counting.seen.items() if iri.startswith(f"{ID}{kind}/")}
             for kind in ("claim", "evidence", "passage")}  # fmt: skip
    assert kinds["claim"].keys() == {f"{ID}claim/{claim}" for claim in claim_ids(kg.store)}
    for kind, seen in kinds.items():
        assert set(seen.values()) <= {1}, kind


def test_claims_without_spans_are_otherwise_the_same(kg: KnowledgeGraph) -> None:
    """Evidence is then its number and source."""
    short = list(read_claims(kg.store, spans=False))
    whole = list(read_claims(kg.store))
    assert [replace(c, evidence=tuple(Evidence(e.number, e.source) for e in c.evidence)) for c in whole] == short


@pytest.mark.parametrize("method", ["setup", "entity", "statement", "finish"])
def test_nothing_half_written_stays(kg: KnowledgeGraph, tmp_path: Path, method: str) -> None:
    """Nor of those beside it, unless they had finished before."""
    failing = Made(tmp_path / "failing")
    before = getattr(failing, method)

    def fail(*given: Any) -> None:
        before(*given)
        raise OutputError("stop")

    with patch.object(Made, method, side_effect=fail), pytest.raises(OutputError, match="stop"):
        run_exporters(kg.store, EXPORTERS["graphml"](tmp_path / "beside"), failing)
    whole = ["beside"] if method == "finish" else []
    assert [path.name for path in tmp_path.iterdir()] == whole


def test_what_nobody_asks_for_is_not_read() -> None:
    """An exporter of quads alone costs no reading of claims and entities."""

    class Quads(Exporter):
        """Takes none."""

    with patch("cemai.graph.export.snapshot.read_claims") as claims, \
            patch("cemai.graph.export.snapshot.read_entity") as entity:  # fmt: skip
        run_exporters(Store(), Quads())
    assert not claims.called and not entity.called


def test_a_spool_tells_other_rows_by_its_digest() -> None:
    def filled(rows: list[tuple[object, ...]], batch: int) -> Spool:
        spool = Spool(batch=batch)
        for row in rows:
            spool.append(row)
        return spool

    rows: list[tuple[object, ...]] = [(1, "a"), (2, None), (3, "c")]
    assert filled(rows, 2).digest == filled(rows, 2).digest != filled(rows[:2], 2).digest
    assert filled(rows, 2).digest != filled(rows[::-1], 2).digest
    assert [tuple(row) for row in filled(rows, 2)] == rows and len(filled(rows, 2)) == 3


def test_options_are_those_of_the_command(tmp_path: Path) -> None:
    """Every option that an exporter takes is a field of `Options`."""
    fields = set(Options.__dataclass_fields__)
    for name, kind in EXPORTERS.items():
        assert set(kind.takes) <= fields - {"format"}, name
        assert kind.summary or not kind.to_files, name
