"""Texts that a careless writer would spoil come back from every format of RDF, through two readers."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from cemai.graph.errors import OutputError
from cemai.graph.export import sorting
from cemai.graph.export.rdf import FORMATS, export_rdf
from cemai.ontology.namespaces import CM, GRAPH, ID, RDF, SKOS, XSD
from pyoxigraph import Literal, NamedNode, Quad, Store, Triple, parse
from rdflib import Dataset, Graph

from tests.graph.export.test_rdf import QUADS, TRIPLES

pytestmark = [
    pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning"),
]
TEXTS = ['引号"与\\反斜线', "第一行\n第二行\r\n第三行\r\t制表", "<b>&amp;</b>]]>", "{ } [ ] ; , . # @zh ^^",
         "长" * 60_000, "𠮷野家 🚢", "", " 前后空格 ", "http://example.org/", "id:place/330100", "https://w3id.org/cemai/id/place/330100",
         "\u0085\u2028\u2029\ufeff"]  # fmt: skip
LABEL, NOTE, SUBJECT, BEGIN = (
    NamedNode(i) for i in (SKOS + "prefLabel", CM + "note", CM + "subject", CM + "dateBegin")
)
THINGS = [NamedNode(i) for i in (ID + "place/330100", ID + "place/330100/x", "http://example.org/a?b=c&d='e'#f",
                                 "urn:x:ü", ID + "a//b", GRAPH + "one")]  # fmt: skip


@pytest.fixture(scope="module")
def store() -> Store:
    """Every text under three properties and in three languages, values of the wrong type, odd IRIs, two graphs."""
    one, two = NamedNode(GRAPH + "one"), NamedNode("http://example.org/graph")
    store = Store()
    for text in TEXTS:
        for value in (Literal(text), Literal(text, language="zh"), Literal(text, language="en-gb"),
                      Literal(text, datatype=NamedNode("http://example.org/type"))):  # fmt: skip
            store.extend(
                Quad(THINGS[0], p, value, one) for p in (LABEL, NOTE, SUBJECT, BEGIN, NamedNode("http://x.org/p"))
            )
    for thing in THINGS:
        store.extend(Quad(thing, p, other, two) for p in (SUBJECT, NOTE, NamedNode(RDF + "type")) for other in THINGS)
        store.add(Quad(thing, BEGIN, Literal("2024-02-29", datatype=NamedNode(XSD + "date")), one))
        store.add(Quad(thing, NamedNode(RDF + "type"), NamedNode(CM + "City"), one))
    return store


@pytest.mark.parametrize("name", list(FORMATS))
def test_everything_comes_back(store: Store, tmp_path: Path, name: str) -> None:
    """Read by Oxigraph from the packed file."""
    assert export_rdf(store, name, tmp_path / "out.gz") == len(store)
    found = list(parse(gzip.decompress((tmp_path / "out.gz").read_bytes()), format=FORMATS[name]))
    expected: set[Quad] | set[Triple] = set(store) if name in QUADS else {q.triple for q in store}
    assert set(found if name in QUADS else [q.triple for q in found]) == expected
    assert len(found) == len(expected)


@pytest.mark.parametrize("name", [*QUADS, *TRIPLES])
def test_rdflib_reads_the_same(store: Store, tmp_path: Path, name: str) -> None:
    """Against rdflib's reading of N-Triples, whatever it makes of odd IRIs."""
    export_rdf(store, name, tmp_path / "out")
    export_rdf(store, "ntriples", tmp_path / "nt")
    expected = set(Graph().parse(tmp_path / "nt", format="nt"))
    if name in TRIPLES:
        assert set(Graph().parse(tmp_path / "out", format=TRIPLES[name])) == expected
    else:
        read = Dataset(default_union=True)
        read.parse(tmp_path / "out", format=QUADS[name])
        assert set(read.triples((None, None, None))) == expected


@pytest.mark.parametrize("character", ["\x01", "\x0b", "\ufffe"])
def test_what_xml_cannot_hold_is_refused(tmp_path: Path, character: str) -> None:
    """By name, and no file stays; the other formats hold it."""
    store = Store()
    store.add(Quad(THINGS[0], NOTE, Literal(f"一{character}二"), NamedNode(GRAPH + "one")))
    with pytest.raises(OutputError, match=f"place/330100.*U\\+{ord(character):04X}"):
        export_rdf(store, "rdfxml", tmp_path / "out.rdf")
    assert list(tmp_path.iterdir()) == []
    for name in ("jsonld", "turtle", "nquads"):
        export_rdf(store, name, tmp_path / "out")
        assert [q.object.value for q in parse(path=tmp_path / "out", format=FORMATS[name])] == [f"一{character}二"]


def test_a_property_without_a_name_is_refused(tmp_path: Path) -> None:
    store = Store()
    store.add(Quad(THINGS[0], NamedNode("http://example.org/1/"), THINGS[0], NamedNode(GRAPH + "one")))
    with pytest.raises(OutputError, match=r"http://example\.org/1/"):
        export_rdf(store, "rdfxml", tmp_path / "out")


@pytest.mark.parametrize("name", list(FORMATS))
def test_sorted_on_disk_as_in_memory(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Many short runs merged give the bytes of one."""
    export_rdf(store, name, tmp_path / "one")
    monkeypatch.setattr(sorting, "RUN", 7)
    export_rdf(store, name, tmp_path / "many")
    assert (tmp_path / "many").read_bytes() == (tmp_path / "one").read_bytes()


def test_the_same_from_memory_and_from_disk(store: Store, tmp_path: Path) -> None:
    """The order in which a store gives its quads is its own affair."""
    disk = Store(str(tmp_path / "disk"))
    disk.bulk_extend(reversed(list(store)))
    for at, held in enumerate((store, disk)):
        export_rdf(held, "trig", tmp_path / str(at))
    assert (tmp_path / "0").read_bytes() == (tmp_path / "1").read_bytes()


def test_an_empty_store(tmp_path: Path) -> None:
    for name, form in FORMATS.items():
        assert export_rdf(Store(), name, tmp_path / "out") == 0
        assert list(parse(path=tmp_path / "out", format=form)) == []


def test_jsonld_reads_well(store: Store, tmp_path: Path) -> None:
    """Short names, labels by language, values without their types where the context gives these."""
    small = Store()
    small.extend(q for q in store if q.subject == THINGS[1])
    small.add(Quad(THINGS[1], LABEL, Literal("杭州", language="zh"), NamedNode(GRAPH + "one")))
    export_rdf(small, "jsonld", tmp_path / "out")
    graphs = {g["@id"]: g["@graph"] for g in json.loads((tmp_path / "out").read_text(encoding="utf-8"))["@graph"]}
    assert graphs["g:one"] == [{"@id": "id:place/330100/x", "dateBegin": "2024-02-29", "@type": "City",
                                "prefLabel": {"zh": "杭州"}}]  # fmt: skip
    assert "g:one" in graphs["http://example.org/graph"][0]["subject"]
