"""Pushing over the wire: the same end state, whatever was there before and however often it was cut off."""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from cemai.graph.errors import OutputError
from cemai.graph.export.base import run_exporters
from cemai.graph.export.neo4j import push, wire
from cemai.graph.export.neo4j.folder import Neo4jExporter
from cemai.graph.export.neo4j.wire import Server, push_neo4j
from cemai.graph.store.embedded import open_read_only
from pyoxigraph import Store

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.conftest import Small
from tests.graph.export.neo4j.reading import state
from tests.graph.export.neo4j.server import PASSWORD, Neo4j
from tests.running import Inside


def silent(what: str, done: int, of: int) -> None:
    """No progress."""


def to(server: Neo4j) -> Server:
    return Server(server.uri, "neo4j", PASSWORD)


@pytest.fixture
def little(made: Inside) -> Iterator[Store]:
    """The store of the made-up graph, where every answer is known."""
    yield open_read_only(made.store)


def test_a_push_equals_the_import(kg: KnowledgeGraph, imported: Neo4j, empty: Neo4j) -> None:
    pushed = push_neo4j(kg.store, to(empty), silent)
    assert state(empty, marked=False) == state(imported, marked=False)
    assert state(empty)[:2] == (pushed.nodes, pushed.links)


def test_a_second_push_changes_nothing(empty: Neo4j, little: Store) -> None:
    first = push_neo4j(little, to(empty), silent)
    once = state(empty)
    again = push_neo4j(little, to(empty), silent)
    assert state(empty) == once and again.removed == 0 and (again.nodes, again.links) == (first.nodes, first.links)


def test_another_graph_takes_the_place_of_the_first(empty: Neo4j, little: Store, small: Small) -> None:
    push_neo4j(open_read_only(small.store), to(empty), silent)
    before = state(empty)
    push_neo4j(little, to(empty), silent)
    assert state(empty) != before
    assert push_neo4j(open_read_only(small.store), to(empty), silent).removed > 0
    assert state(empty) == before


def test_what_others_put_there_stays(empty: Neo4j, little: Store) -> None:
    push_neo4j(little, to(empty), silent)
    before = state(empty)
    empty.ask(
        "MATCH (c:Claim) WITH c LIMIT 1 MERGE (m:Mine {id: 'mine'}) MERGE (m)-[:READS]->(c) SET c:Stray, c.extra = 1"
    )
    push_neo4j(little, to(empty), silent)
    [row] = empty.ask("MATCH (m:Mine)-[:READS]->(:Claim) RETURN count(m) AS n")
    assert row["n"] == 1
    empty.ask("MATCH (m:Mine) DETACH DELETE m")
    assert state(empty) == before, "a label and a property that are not the graph's are gone"


def test_without_claims_only_things_and_short_relationships_stay(empty: Neo4j, little: Store) -> None:
    push_neo4j(little, to(empty), silent)
    push_neo4j(little, to(empty), silent, claims=False)
    [row] = empty.ask("MATCH (n) RETURN count(n) AS all, sum(toInteger(n:Thing)) AS things")
    assert row["all"] == row["things"] > 0


@pytest.mark.parametrize("stage", ["nodes", "relationships"])
def test_a_server_that_dies_half_way(
    empty: Neo4j, little: Store, stage: str, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    push_neo4j(little, to(empty), silent)
    whole = state(empty)
    empty.ask("MATCH (n) DETACH DELETE n")
    monkeypatch.setattr(wire, "PATIENCE", 2.0)
    monkeypatch.setattr(push, "BATCH", 100)

    def kill(what: str, done: int, of: int) -> None:
        if what.startswith(stage) and done < of:
            empty.stop(signal.SIGKILL)

    with pytest.raises(OutputError, match="failed half way"):
        push_neo4j(little, to(empty), kill)
    empty.start()
    assert state(empty) != whole
    push_neo4j(little, to(empty), silent)
    assert state(empty) == whole


def test_a_push_onto_an_import(imported: Neo4j, kg: KnowledgeGraph, empty: Neo4j) -> None:
    """The import's mark gives way to the push's, and nothing else changes."""
    before = state(imported, marked=False)
    assert push_neo4j(kg.store, to(imported), silent).removed == 0
    assert state(imported, marked=False) == before


def test_refused_credentials_are_reported_without_the_password(made: Inside, empty: Neo4j, tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("battery-staple\n", encoding="utf-8")
    done = made("push", "neo4j", "--uri", empty.uri, "--password-file", file)
    assert "refuses user 'neo4j'" in done.complaint and "口令" in done.err and "battery" not in done.err


def test_the_command_pushes(made: Inside, empty: Neo4j) -> None:
    done = made("push", "neo4j", "--uri", empty.uri, around={"CEMAI_NEO4J_PASSWORD": PASSWORD})
    assert done.status == 0 and done.out == "" and "relationships 关系" in done.err and PASSWORD not in done.err


def test_an_old_server_is_reported(empty: Neo4j, little: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "LEAST", (5, 99))
    with pytest.raises(OutputError, match=r"is Neo4j 5\.26\.\d+; pushing needs"):
        push_neo4j(little, to(empty), silent)


def test_an_unknown_database_is_reported(made: Inside, empty: Neo4j) -> None:
    done = made("push", "neo4j", "--uri", empty.uri, "--database", "nowhere", around={"CEMAI_NEO4J_PASSWORD": PASSWORD})
    assert "nowhere" in done.complaint


def test_no_server(made: Inside) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        uri = f"bolt://127.0.0.1:{taken.getsockname()[1]}"
        done = made("push", "neo4j", "--uri", uri, around={"CEMAI_NEO4J_PASSWORD": "x"})
    assert "does not answer" in done.complaint and "无法连接" in done.err


def test_a_server_that_says_nothing(made: Inside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "PATIENCE", 1.0)
    with socket.socket() as mute:
        mute.bind(("127.0.0.1", 0))
        mute.listen()
        uri = f"bolt://127.0.0.1:{mute.getsockname()[1]}"
        done = made("push", "neo4j", "--uri", uri, around={"CEMAI_NEO4J_PASSWORD": "x"})
    assert "does not answer" in done.complaint


@pytest.mark.parametrize("uri", ["http://localhost", "nonsense", "bolt+x://localhost"])
def test_no_address_of_neo4j(made: Inside, uri: str) -> None:
    assert "is not an address" in made("push", "neo4j", "--uri", uri, around={"CEMAI_NEO4J_PASSWORD": "x"}).complaint


@pytest.mark.parametrize("uri", ["bolt://localhost:port", "bolt://no.such.host.invalid"])
def test_a_name_that_leads_nowhere(made: Inside, uri: str) -> None:
    assert "does not answer" in made("push", "neo4j", "--uri", uri, around={"CEMAI_NEO4J_PASSWORD": "x"}).complaint


def test_no_password(made: Inside, tmp_path: Path) -> None:
    assert "CEMAI_NEO4J_PASSWORD" in made("push", "neo4j", "--uri", "bolt://localhost").complaint
    missing = tmp_path / "none"
    assert "口令文件" in made("push", "neo4j", "--uri", "bolt://localhost", "--password-file", missing).complaint


def test_an_export_opens_no_connection(little: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    run_exporters(little, Neo4jExporter(tmp_path / "out"))
