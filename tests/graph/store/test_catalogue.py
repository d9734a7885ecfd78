"""Every query of the catalogue gives the same rows on Oxigraph's server, Fuseki and Virtuoso, in the same order."""

from __future__ import annotations

from pathlib import Path

import pytest
from cemai.graph.rdf.reader import claim_ids
from cemai.graph.repository import Repository
from cemai.graph.store.sparql_client import RemoteStore
from cemai.queries.answers.ties import Ties
from cemai.queries.catalogue import all_queries
from cemai.queries.session import Session

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
    ("trace", "独立站补贴"),
    ("ask", "青岛什么时候获批跨境电商综试区的？"),
    ("diffusion", "9710"),
)


@pytest.mark.parametrize("name", sorted(all_queries()))
def test_the_same_rows(kg: KnowledgeGraph, pushed: RemoteStore, name: str) -> None:
    """The answer of the embedded store, column by column and row by row, for several parameters."""
    for number, given in enumerate(cases(kg, all_queries()[name])):
        mine = kg.query(name, given)
        assert mine.rows or number or name in EMPTY, "nothing to compare: choose other parameters"
        assert KnowledgeGraph(pushed).query(name, given) == mine, given


# Parameters that answers ask about several things at once.
LISTS = {
    "series/figures": "subject", "compare/statements": "place", "peers/adoptions": "place", "trace/of-topic": "place",
    "policies/issued": "policy", "measures/places": "measure", "show/counts": "thing",
    "disagreements/claims": "finding",
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_the_same_rows_about_several_things(kg: KnowledgeGraph, pushed: RemoteStore, name: str) -> None:
    """In whatever order, and for a list of one, too."""
    column = LISTS[name]
    found = [] if column in ("place", "subject", "thing") else kg.query(name).dicts()
    things = sorted({str(row[column]) for row in found})[::7][:5] or ["place/330200", "place/370200", "place/440300"]
    for given in (things, things[:1]):
        mine, theirs = (Session(store).rows(name, {column: given}) for store in (kg.store, pushed))
        assert sorted(map(str, theirs)) == sorted(map(str, mine)) != []


def test_claims_and_entities_in_batches(kg: KnowledgeGraph, pushed: RemoteStore) -> None:
    """Every fifth claim with its evidence, and every place, described by the server as by the store."""
    ids = claim_ids(kg.store)[::5]
    assert Repository(pushed).claims(ids) == Repository(kg.store).claims(ids)
    mine, theirs = (Repository(store) for store in (kg.store, pushed))
    assert theirs.names_of("Place") == mine.names_of("Place") and len(mine.names_of("Place")) > 100
    assert theirs.vocabularies.schemes == mine.vocabularies.schemes
    assert theirs.vocabularies.above == mine.vocabularies.above and theirs.find("青岛") == ["place/370200"]
    assert theirs.inside("place/330000") == mine.inside("place/330000")


@pytest.mark.parametrize("unverified", [False, True])
def test_ties_around_one_thing_and_around_several(kg: KnowledgeGraph, pushed: RemoteStore, unverified: bool) -> None:
    for things in (["place/330200"], ["place/330200", "innovation/1210", "org/alibaba"]):
        mine, theirs = (Ties(Session(store), unverified=unverified) for store in (kg.store, pushed))
        for ties in (mine, theirs):
            ties.around(things)
            ties.between(["place/330200", "place/440300"])
        assert theirs.sorted() == mine.sorted() != []


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
            (tmp_path / where).mkdir(exist_ok=True)
            done = ask(*command, "--out", tmp_path / where / name, *source)
            assert done.status == 0, done.err
        assert (tmp_path / "theirs" / name).read_bytes() == (tmp_path / "mine" / name).read_bytes()
