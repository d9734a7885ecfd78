"""A push, repeated, broken off and repeated, leaves on each server exactly what the store holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cemai.graph.errors import StoreError
from cemai.graph.export.sparql_push import push_sparql
from cemai.graph.rdf.writer import graph_node
from cemai.graph.store.sparql_client import RemoteStore
from cemai.ontology.namespaces import XSD
from pyoxigraph import Literal, NamedNode, Quad, Store

from tests.conftest import Small
from tests.graph.store.conftest import target
from tests.graph.store.engines import ENGINES
from tests.graph.store.process import Server

ONE, TWO, DESCRIPTION = graph_node("one"), graph_node("two"), graph_node("description")
THING, SAYS = NamedNode("https://w3id.org/cemai/id/place/330100"), NamedNode("https://w3id.org/cemai/ontology#note")
WHOLE = NamedNode("https://w3id.org/cemai/id/description/cemai")
SUBSET = NamedNode("http://rdfs.org/ns/void#subset")
TEXTS = [
    '引号"与\\反斜线', "第一行\n第二行\r\n第三行\t制表", "'''\"\"\"",
    "} INSERT DATA { <a:b> <a:c> <a:d> } #", "?s $s \\u0022",
    "长" * 60_000, "𠮷野家 🚢", "a\x01b\x7fc", "; DROP ALL", "", " 前后空格 ", "<b>&amp;</b>]]>",
]  # fmt: skip
TYPED = [("2024-02-29", "date"), ("2147483647", "integer"), ("0.1", "decimal"), ("-5", "integer")]


def held(server: Server, store: Store) -> set[Quad]:
    """Every quad of these graphs that the server gives back."""
    remote = RemoteStore(server.query, RemoteStore.connect(), [str(g.value) for g in store.named_graphs()])
    return {quad for g in store.named_graphs() for quad in remote.quads_for_pattern(None, None, None, g)}


def described(quads: list[Quad]) -> Store:
    """A store of these quads whose description names their graphs."""
    graphs = {q.graph_name for q in quads}
    store = Store()
    store.extend([*quads, *(Quad(WHOLE, SUBSET, g, DESCRIPTION) for g in graphs if isinstance(g, NamedNode))])
    return store


@pytest.fixture(scope="module")
def hostile() -> Store:
    """Texts that a careless writer of N-Triples or SPARQL would spoil, with and without a language."""
    texts = [Quad(THING, SAYS, Literal(text, language=tag) if tag else Literal(text), ONE)
             for text in TEXTS for tag in ("", "zh", "en-GB")]  # fmt: skip
    typed = [Quad(THING, SAYS, Literal(text, datatype=NamedNode(XSD + kind)), TWO) for text, kind in TYPED]
    links = [Quad(NamedNode(f"{THING.value}/{n}"), SAYS, THING, TWO) for n in range(3000)]
    return described(texts + typed + links)


@pytest.mark.parametrize("updates", [False, True], ids=["graph-store", "update"])
def test_what_is_pushed_is_held(server: Server, hostile: Store, updates: bool) -> None:
    """Twice, and by both ways: the same quads, none more."""
    for _ in range(2):
        done = push_sparql(hostile, target(server, updates=updates))
        assert (done.graphs, done.statements, done.removed) == (3, len(hostile), ())
        assert held(server, hostile) == set(hostile)


@pytest.mark.parametrize("updates", [False, True], ids=["graph-store", "update"])
def test_a_smaller_graph_replaces_a_larger(server: Server, hostile: Store, updates: bool) -> None:
    push_sparql(hostile, target(server))
    smaller = described([Quad(THING, SAYS, Literal("只此一句", language="zh"), ONE)])
    assert push_sparql(smaller, target(server, updates=updates)).removed == ()
    assert held(server, smaller) == set(smaller)
    assert len(held(server, hostile)) > 3000, "graph two is no longer in the store, but only --prune removes it"
    assert push_sparql(smaller, target(server, updates=updates), prune=True).removed == (TWO.value,)
    assert held(server, hostile) == set(smaller)


def test_graphs_of_others_stay(server: Server, hostile: Store) -> None:
    """On a server that holds something else, too, and what is there is not in the answers."""
    theirs = NamedNode("http://example.org/graph/one")
    connection = RemoteStore.connect(target(server).access)
    body = f'{THING} {SAYS} "theirs" .\n'
    connection.send("PUT", server.graphs, params={"graph": theirs.value}, content=body,
                    headers={"Content-Type": "application/n-triples"})  # fmt: skip
    push_sparql(hostile, target(server), prune=True)
    remote = RemoteStore.open(server.query)
    assert list(RemoteStore(server.query, connection, [theirs.value]).quads_for_pattern(THING, SAYS, Literal("theirs")))
    assert not list(remote.quads_for_pattern(THING, SAYS, Literal("theirs")))
    assert not remote.query('ASK { ?s ?p "theirs" }')


def test_the_command(server: Server, small: Small) -> None:
    """As a user does, with the password in the environment; then a question to the server."""
    for _ in range(2):
        done = small.inside("push", "sparql", *server.options, around=server.around)
        assert done.status == 0, done.err
        assert done.out == "" and "named graphs" in done.err.splitlines()[-1]
        assert server.password not in done.err or not server.password
    mine = small.inside("query", "zones/by-batch")
    assert small.inside("query", "zones/by-batch", "--store", server.query).out == mine.out


@pytest.mark.parametrize("name", list(ENGINES))
def test_a_server_that_dies_half_way(name: str, hostile: Store, tmp_path: Path) -> None:
    """The push says so, the half graph is refused, and the same push on the server that came back ends as ever."""
    with ENGINES[name](tmp_path) as server:
        push_sparql(hostile, target(server))

        def kill(line: str) -> None:
            assert server.process
            server.process.kill()
            server.process.wait(20)

        with pytest.raises(StoreError, match="push again"):
            push_sparql(hostile, target(server), kill)
    with ENGINES[name](tmp_path) as server:
        with pytest.raises(StoreError, match="no complete graph"):
            RemoteStore.open(server.query)
        push_sparql(hostile, target(server))
        assert held(server, hostile) == set(hostile)


def addresses(server: Server) -> Iterator[tuple[list[str], str]]:
    """Options that are wrong, and what the complaint must say."""
    yield ["--endpoint", server.query.replace("/sparql", "/none") + "/none", "--graph-store", server.graphs], "404"
    yield ["--endpoint", server.query, "--graph-store", "http://127.0.0.1:9/store"], "无法连接"
    yield ["--endpoint", "ftp://127.0.0.1/query"], "http://"
    yield ["--endpoint", "http://user:secret-word@127.0.0.1/query"], "CEMAI_SPARQL_PASSWORD"


def test_wrong_addresses(server: Server, small: Small) -> None:
    who = ["--user", server.user, "--digest"] if server.user else []
    for options, said in addresses(server):
        told = small.inside("push", "sparql", *options, *who, around=server.around).complaint
        assert said in told and "secret-word" not in told


def test_two_servers_are_no_dataset(server: Server, small: Small, tmp_path: Path) -> None:
    """Queries go to one server that was pushed to before, updates to another: seen before anything is replaced."""
    assert small.inside("push", "sparql", *server.options, around=server.around).status == 0
    with ENGINES["oxigraph"](tmp_path) as other:
        options = ["--endpoint", server.query, "--graph-store", other.graphs]
        assert "dataset" in small.inside("push", "sparql", *options).complaint
