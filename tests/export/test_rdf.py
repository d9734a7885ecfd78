"""The RDF exports say the same in every format, and rdflib reads them all."""

from __future__ import annotations

from pathlib import Path

import pytest
from cemai.graph.export.rdf import FORMATS, export_rdf
from cemai.kg import KnowledgeGraph
from pyoxigraph import Store
from rdflib import BNode, Dataset, Graph, Literal, URIRef

from tests.conftest import Small
from tests.running import Cli

Statement = tuple[URIRef, URIRef, URIRef | Literal]
QUADS = {"trig": "trig", "nquads": "nquads", "jsonld": "json-ld"}
TRIPLES = {"turtle": "turtle", "ntriples": "nt"}


def triples(path: Path, form: str) -> set[Statement]:
    """The triples of a file without graphs."""
    return set(Graph().parse(path, format=form))  # type: ignore[arg-type]


def quads(path: Path, form: str) -> set[tuple[Statement, str]]:
    """The triples of a file with graphs, each with the name of its graph."""
    read = Dataset()
    read.parse(path, format=form)
    return {((s, p, o), str(g)) for s, p, o, g in read.quads()}  # type: ignore[misc]


@pytest.fixture(scope="module")
def files(graph: Path, cli: Cli, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """An export of the session's graph in each format."""
    folder, store = tmp_path_factory.mktemp("rdf"), KnowledgeGraph.open(graph).store
    for name in FORMATS:
        export_rdf(store, name, folder / name)
    return {name: folder / name for name in FORMATS}


def test_every_format_reads_alike_in_rdflib(small: Small, tmp_path: Path) -> None:
    """The small graph with the whole ontology: equal sets, and no blank node, so equal graphs."""
    for name in FORMATS:
        assert small.cli("export", "rdf", "--format", name, "--out", tmp_path / name).status == 0
    with_graphs = [quads(tmp_path / name, form) for name, form in QUADS.items()]
    without = [triples(tmp_path / name, form) for name, form in TRIPLES.items()]
    assert with_graphs[0] == with_graphs[1] == with_graphs[2]
    assert without[0] == without[1] == {statement for statement, _ in with_graphs[0]}
    assert len(without[0]) > 3000
    assert not any(isinstance(term, BNode) for statement in without[0] for term in statement)


@pytest.mark.parametrize(("name", "form"), [("nquads", "nquads"), ("turtle", "turtle")])
def test_the_whole_graph_reads_in_rdflib(kg: KnowledgeGraph, files: dict[str, Path], name: str, form: str) -> None:
    """One format with graphs and one without; the others are compared through Oxigraph below."""
    found = len(quads(files[name], form)) if name in QUADS else len(triples(files[name], form))
    expected = {str(q.triple) for q in kg.store} if name in TRIPLES else set(map(str, kg.store))
    assert found == len(expected)


@pytest.mark.parametrize("name", list(FORMATS))
def test_the_whole_graph_comes_back(kg: KnowledgeGraph, files: dict[str, Path], name: str) -> None:
    """Read by a fresh Oxigraph: the same quads, or for formats without graphs the same triples."""
    again = Store()
    again.bulk_load(path=files[name], format=FORMATS[name])
    if name in QUADS:
        assert set(again) == set(kg.store)
    else:
        assert {q.triple for q in again} == {q.triple for q in kg.store}


def test_the_command_says_how_many(small: Small, tmp_path: Path) -> None:
    done = small.cli("export", "rdf", "--format", "nquads", "--out", tmp_path / "g.nq")
    lines = (tmp_path / "g.nq").read_text(encoding="utf-8").splitlines()
    assert done.status == 0 and done.out == ""
    assert done.err.split()[0] == str(len(lines))
