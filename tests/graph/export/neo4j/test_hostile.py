"""Texts that break CSV files: the documented rule holds for the import, and the wire takes them as they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cemai.graph.export.base import run_exporters
from cemai.graph.export.neo4j.folder import Neo4jExporter
from cemai.graph.export.neo4j.wire import Server, push_neo4j
from cemai.graph.rdf.writer import graph_node, node
from cemai.graph.store.embedded import open_read_only
from cemai.ontology.namespaces import SKOS
from pyoxigraph import Literal, NamedNode, Quad, Store

from tests.conftest import Small
from tests.graph.export.neo4j.server import PASSWORD, Neo4j, neo4j
from tests.running import Cli

THING = "innovation/1210"
NAMES = {
    "lines": "一行\n二行\r\n三行\u2028四行\x85五行",
    "controls": "a\x00b\x01c\tt\x0bv\x7fd\x9f",
    "quotes": 'say "hi", it\'s \\"1210\\" ""',
    "marks": ";；|,\t=1+1{x:y}[z];",
    "right to left": "\u202bשלום عليكم\u202c 杭州",
    "planes": "𠮷野家 🛃 e\u0301",
    "long": "杭" * 20_000,
    "long word": "x" * 60_000,
    "spaces": "  around  ",
    "label": "Cemai;Thing:`x`) DETACH DELETE n //",
}


@pytest.fixture(scope="module")
def hostile(small: Small) -> Store:
    """The small graph, a thing of it with every hostile name as an alias, and one as its name."""
    store = Store()
    store.extend(open_read_only(small.store))
    me, where, alias, name = node(THING), graph_node("mini"), SKOS + "altLabel", SKOS + "prefLabel"
    for text in NAMES.values():
        store.add(Quad(me, NamedNode(alias), Literal(text, language="en"), where))
    store.add(Quad(me, NamedNode(name), Literal(NAMES["lines"] + ';"', language="en"), where))
    return store


@pytest.fixture(scope="module")
def loaded(hostile: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4j]:
    root = tmp_path_factory.mktemp("hostile")
    with neo4j(root / "home") as server:
        exporter = Neo4jExporter(root / "out")
        run_exporters(hostile, exporter)
        report = exporter.csv.report
        assert report.controls > 0 and report.semicolons > 0
        server.load(root / "out")
        yield server


def by_the_rule(text: str) -> str:
    """Control characters and line ends as spaces, the semicolons of an item full-width."""
    return "".join(" " if c in "\u2028\u2029" or c < " " or "\x7f" <= c <= "\x9f" else c for c in text)


def test_the_import_follows_the_rule(loaded: Neo4j) -> None:
    [row] = loaded.ask("MATCH (n:SupervisionMode {id: $id}) RETURN n.names AS names, n.name_en AS name", id=THING)
    assert row["name"] == by_the_rule(NAMES["lines"]) + ';"', "a semicolon outside of a list stays"
    wanted = {by_the_rule(text).replace(";", "；") for text in NAMES.values()}
    assert wanted <= set(row["names"]) and len(row["names"]) == len(wanted) + 3


def test_the_wire_takes_texts_as_they_are(loaded: Neo4j, hostile: Store) -> None:
    push_neo4j(hostile, Server(loaded.uri, "neo4j", PASSWORD), lambda what, done, of: None)
    [row] = loaded.ask("MATCH (n:SupervisionMode {id: $id}) RETURN n.names AS names, n.name_en AS name", id=THING)
    assert row["name"] == NAMES["lines"] + ';"' and set(NAMES.values()) <= set(row["names"])


def test_no_name_is_run(loaded: Neo4j) -> None:
    [row] = loaded.ask("MATCH (n:Cemai) RETURN count(n) AS n")
    assert row["n"] > 100


def test_changes_are_reported(small: Small, hostile: Store, tmp_path: Path) -> None:
    """The command says how many characters it had to change; a graph without such says nothing."""
    done = Cli(small.store)("export", "neo4j", "--out", tmp_path / "clean")
    assert done.status == 0 and "空格" not in done.err and "分号" not in done.err
    exporter = Neo4jExporter(tmp_path / "out")
    run_exporters(hostile, exporter)
    report = exporter.csv.report
    texts = [*NAMES.values(), NAMES["lines"] + ';"']
    changed = sum(a != b for text in texts for a, b in zip(text, by_the_rule(text), strict=True))
    assert report.controls >= changed
    assert report.semicolons == sum(text.count(";") for text in texts)
