"""`cemai build --from`: the exported graph built again is the graph; a bad file changes nothing."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from cemai.graph.export.rdf import FORMATS
from cemai.graph.store.embedded import open_read_only
from cemai.graph.store.self_description import DESCRIPTION
from cemai.ontology.namespaces import GRAPH, ID
from pyoxigraph import Quad, Triple

from tests.conftest import Small
from tests.running import Inside

ENDINGS = {"turtle": "ttl", "trig": "trig", "nquads": "nq", "ntriples": "nt", "jsonld": "jsonld", "rdfxml": "rdf"}
BLANK = "_:b <http://example.org/p> <http://example.org/o> <https://w3id.org/cemai/graph/one> .\n"
BAD = {
    "missing.nq": (None, "无法读取"),
    "empty.nq": ("", "没有任何陈述"),
    "cut.nq": ("<http://example.org/s> <http://example.org/p> <http://exam", "line 1"),
    "page.trig": ("<html><body>404</body></html>", "line 1"),
    "blank.nq": (BLANK, "空白节点"),
    "relative.ttl": ("<s> <p> <o> .", "not well-formed"),
    "graph.txt": ("", "nq trig"),
    "graph": ("", "nq trig"),
}


def rebuilt(small: Small, folder: Path, name: str, *, packed: bool = False) -> set[Quad]:
    """The quads of the graph that was exported to a format and built from that file."""
    file = folder / f"graph.{ENDINGS[name]}{'.gz' if packed else ''}"
    assert small.inside("export", "rdf", "--format", name, "--out", file).status == 0
    done = small.inside("build", "--from", file, store=folder / name)
    assert done.status == 0, done.err
    return set(open_read_only(folder / name))


@pytest.mark.parametrize("name", [n for n, form in FORMATS.items() if form.supports_datasets])
def test_the_same_quads(small: Small, tmp_path: Path, name: str) -> None:
    """Formats with graphs: every statement in its graph, packed or not, and the same bytes again."""
    assert rebuilt(small, tmp_path, name) == set(open_read_only(small.store))
    assert rebuilt(small, tmp_path, name, packed=True) == set(open_read_only(small.store))
    again = tmp_path / "again"
    assert small.inside("export", "rdf", "--format", name, "--out", again, store=tmp_path / name).status == 0
    assert again.read_bytes() == (tmp_path / f"graph.{ENDINGS[name]}").read_bytes()


@pytest.mark.parametrize("name", [n for n, form in FORMATS.items() if not form.supports_datasets])
def test_the_same_triples(small: Small, tmp_path: Path, name: str) -> None:
    """Formats without graphs: the same statements, the ontology in its graph and all else in one; the description of
    the graphs is made anew."""
    again = rebuilt(small, tmp_path, name)
    assert facts(again) == facts(set(open_read_only(small.store)))
    assert {q.graph_name.value for q in again} == {GRAPH + "imported", GRAPH + "ontology", DESCRIPTION.value}  # type: ignore[union-attr]
    mine = small.inside("query", "zones/by-batch")
    assert small.inside("query", "zones/by-batch", store=tmp_path / name).out == mine.out


def facts(quads: set[Quad]) -> set[Triple]:
    """The triples but for the description of the graphs."""
    return {q.triple for q in quads if not str(q.subject).startswith((f"<{GRAPH}", f"<{ID}description/"))}


def undescribed(file: Path) -> list[str]:
    """The lines of an N-Quads file without the description, whose counts would tell that something is gone."""
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    return [line for line in lines if not line.endswith(f"{DESCRIPTION} .\n")]


def test_the_whole_graph(inside: Inside, graph: Path, tmp_path: Path) -> None:
    """All shipped data, by the packed N-Quads."""
    assert inside("export", "rdf", "--format", "nquads", "--out", tmp_path / "g.nq.gz").status == 0
    done = inside("build", "--from", tmp_path / "g.nq.gz", store=tmp_path / "store")
    assert done.status == 0, done.err
    assert set(open_read_only(tmp_path / "store")) == set(open_read_only(graph))


@pytest.mark.parametrize("name", list(BAD))
def test_a_bad_file_changes_nothing(small: Small, tmp_path: Path, name: str) -> None:
    text, said = BAD[name]
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    held = set(open_read_only(small.store))
    told = small.inside("build", "--from", tmp_path / name).complaint
    assert said in told and name in told
    assert set(open_read_only(small.store)) == held
    assert not [f for f in (small.store / "builds").iterdir() if not (f / "done").exists()]


def test_a_cut_packed_file(small: Small, tmp_path: Path) -> None:
    packed = gzip.compress(b"<a:s> <a:p> <a:o> <a:g> .\n" * 10_000)
    (tmp_path / "g.nq.gz").write_bytes(packed[: len(packed) // 2])
    assert "无法读取" in small.inside("build", "--from", tmp_path / "g.nq.gz").complaint


def test_the_gate_judges_it(small: Small, tmp_path: Path) -> None:
    """A claim whose evidence was cut out of the file does not become the graph that answers."""
    file = tmp_path / "g.nq"
    assert small.inside("export", "rdf", "--format", "nquads", "--out", file).status == 0
    lines = undescribed(file)
    kept = [line for line in lines if "<https://w3id.org/cemai/ontology#evidence>" not in line.split(" ")[:2]]
    assert 0 < len(kept) < len(lines)
    file.write_text("".join(kept), encoding="utf-8")
    assert "violations" in small.inside("build", "--from", file).complaint
    assert "--data" in small.inside("build", "--from", file, "--data", tmp_path).complaint


KEY_LINE = 'https://w3id.org/cemai/ontology#nameKey> "'


@pytest.mark.parametrize("keys", ["none", "of another form"])
def test_search_keys_are_made_anew(small: Small, tmp_path: Path, keys: str) -> None:
    """A graph of an older version or another hand is searched in the same normal form, under no other."""
    file = tmp_path / "graph.nq"
    assert small.inside("export", "rdf", "--format", "nquads", "--out", file).status == 0
    lines = undescribed(file)
    if keys == "none":
        lines = [line for line in lines if KEY_LINE not in line]
    else:
        lines = [line.replace('nameKey> "', 'nameKey> "old ') for line in lines]
    file.write_text("".join(lines), encoding="utf-8")
    store = tmp_path / "store"
    assert small.inside("build", "--from", file, store=store).status == 0
    assert set(open_read_only(store)) == set(open_read_only(small.store))
    assert small.inside("show", "寧 波", store=store).out.startswith("place/330200")
