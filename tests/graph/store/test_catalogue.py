"""Every query of the catalogue gives the same rows on Oxigraph's server, Fuseki and Virtuoso, in the same order."""

from __future__ import annotations

from pathlib import Path

import pytest
from cemai.graph.store.sparql_client import RemoteStore
from cemai.queries.catalogue import catalogue

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.graph.store.cases import KNOWN, cases
from tests.running import Inside

EMPTY = {name for name, known in KNOWN.items() if not known["holds"]}
COMMANDS = (
    ("trace", "1210", "--all"),
    ("trace", "1210", "--rounds"),
    ("show", "杭州"),
    ("compare", "深圳", "宁波"),
    ("measures", "--topic", "独立站", "--on", "2022-06-30"),
    ("audit",),
    ("series", "青岛", "进出口额"),
    ("peers", "淄博"),
    ("path", "深圳", "宁波"),
    ("explain", "casebook-2024/zones/zone-330100"),
    ("query", "zones/by-province", "--param", "until=2019-12-31"),
)


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_the_same_rows(kg: KnowledgeGraph, pushed: RemoteStore, name: str) -> None:
    """The answer of the embedded store, column by column and row by row, for several parameters."""
    for number, given in enumerate(cases(kg, catalogue()[name])):
        mine = kg.query(name, given)
        assert mine.rows or number or name in EMPTY, "nothing to compare: choose other parameters"
        assert KnowledgeGraph(pushed).query(name, given) == mine, given


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_same_answer(ask: Inside, pushed: RemoteStore, command: tuple[str, ...]) -> None:
    """What a command prints, to the last character, with the server instead of the folder."""
    mine, theirs = ask(*command), ask(*command, "--store", pushed.url)
    assert mine.status == theirs.status == 0, theirs.err
    assert theirs.out == mine.out != ""


def test_the_server_by_the_environment(ask: Inside, pushed: RemoteStore) -> None:
    mine, theirs = ask("query", "zones/ended"), ask("query", "zones/ended", around={"CEMAI_STORE": pushed.url})
    assert theirs.out == mine.out


def test_a_query_of_ones_own(ask: Inside, pushed: RemoteStore) -> None:
    """ASK and CONSTRUCT, a name in Chinese, and what is refused here as everywhere."""
    prefix = "PREFIX cm: <https://w3id.org/cemai/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
    for text in ('ASK { ?s skos:prefLabel "杭州市"@zh }', 'ASK { ?s skos:prefLabel "无此地"@zh }',
                 'CONSTRUCT { ?s a cm:Found } WHERE { ?s skos:prefLabel "杭州市"@zh ; cm:inProvince ?p }'):  # fmt: skip
        mine = ask("query", "-", "--format", "json", text=prefix + text)
        theirs = ask("query", "-", "--format", "json", "--store", pushed.url, text=prefix + text)
        assert mine.json() == theirs.json() != []
    for text in ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "INSERT DATA { <a:b> <a:c> <a:d> }"):
        assert "拒绝" in ask("query", "-", "--store", pushed.url, text=text).complaint


def test_what_needs_a_folder_says_so(ask: Inside, pushed: RemoteStore) -> None:
    for command in (("build",), ("validate",)):
        assert "本地" in ask(*command, "--store", pushed.url).complaint


def test_everything_comes_back(ask: Inside, pushed: RemoteStore, tmp_path: Path) -> None:
    """The export from the server is the export from the folder, to the last byte; so is the table of claims."""
    for command, name in ((("export", "rdf", "--format", "nquads"), "g.nq"), (("export", "claims"), "claims.jsonl")):
        for where, source in (("mine", ()), ("theirs", ("--store", pushed.url))):
            done = ask(*command, "--out", tmp_path / where / name, *source)
            assert done.status == 0, done.err
        assert (tmp_path / "theirs" / name).read_bytes() == (tmp_path / "mine" / name).read_bytes()
