"""The RDF exports say the same in every format, and rdflib reads them all."""

from __future__ import annotations

from pathlib import Path

import pytest
from cemai.graph.export.rdf import FORMATS, export_rdf
from cemai.graph.store.embedded import open_read_only
from pyoxigraph import Quad, RdfFormat, Triple, parse
from rdflib import BNode, Dataset, Graph, Literal, URIRef

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.conftest import Small
from tests.graph.export.conftest import Twice
from tests.running import embedded

# rdflib's own readers ask for names that rdflib has retired.
pytestmark = [
    pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning"),
]
Statement = tuple[URIRef, URIRef, URIRef | Literal]
QUADS = {"trig": "trig", "nquads": "nquads", "jsonld": "json-ld"}
TRIPLES = {"turtle": "turtle", "ntriples": "nt", "rdfxml": "xml"}


def triples(path: Path, form: str) -> set[Statement]:
    """The triples of a file without graphs, as rdflib reads it."""
    return set(Graph().parse(path, format=form))  # type: ignore[arg-type]


def quads(path: Path, form: str) -> set[tuple[Statement, str]]:
    """The triples of a file with graphs, each with the name of its graph, as rdflib reads it."""
    read = Dataset()
    read.parse(path, format=form)
    return {((s, p, o), str(g)) for s, p, o, g in read.quads()}  # type: ignore[misc]


def test_every_format_reads_alike_in_rdflib(small: Small, tmp_path: Path) -> None:
    """The small graph with the whole ontology: equal sets, and no blank node, so equal graphs."""
    for name in FORMATS:
        assert small.inside("export", "rdf", "--format", name, "--out", tmp_path / name).status == 0
    with_graphs = [quads(tmp_path / name, form) for name, form in QUADS.items()]
    without = [triples(tmp_path / name, form) for name, form in TRIPLES.items()]
    assert with_graphs[0] == with_graphs[1] == with_graphs[2]
    assert without[0] == without[1] == without[2] == {statement for statement, _ in with_graphs[0]}
    assert len(without[0]) > 3000
    assert not any(isinstance(term, BNode) for statement in without[0] for term in statement)


@pytest.fixture(scope="module")
def held(twice: Twice) -> set[Quad]:
    """Every quad of the graph that was exported."""
    return set(open_read_only(twice.store))


@pytest.mark.parametrize("name", list(FORMATS))
def test_shipped_data_comes_back(held: set[Quad], twice: Twice, name: str) -> None:
    """Read by Oxigraph: the same quads, or for formats without graphs the same triples, none twice."""
    again = list(parse(path=twice.one / name, format=FORMATS[name]))
    expected: set[Quad] | set[Triple] = held if name in QUADS else {quad.triple for quad in held}
    found = again if name in QUADS else [quad.triple for quad in again]
    assert len(found) == len(expected)
    assert set(found) == expected


def test_shipped_data_reads_in_rdflib(held: set[Quad], twice: Twice) -> None:
    """One format for all, because rdflib is slow; the others are compared through Oxigraph above."""
    assert len(triples(twice.one / "turtle", "turtle")) == len({quad.triple for quad in held})


def test_the_whole_graph_comes_back(kg: KnowledgeGraph, tmp_path: Path) -> None:
    """Every shipped dataset, in the format that says most."""
    assert export_rdf(embedded(kg), "nquads", tmp_path / "g.nq") == len(embedded(kg))
    assert set(parse(path=tmp_path / "g.nq", format=RdfFormat.N_QUADS)) == set(embedded(kg))


def test_the_command_says_how_many(small: Small, tmp_path: Path) -> None:
    done = small.cli("export", "rdf", "--format", "nquads", "--out", tmp_path / "g.nq")
    lines = (tmp_path / "g.nq").read_text(encoding="utf-8").splitlines()
    assert done.status == 0 and done.out == ""
    assert done.err.split()[0] == str(len(lines))
