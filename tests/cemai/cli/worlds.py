"""Every command, and worlds in which something is wrong: what a user may find on a bad day."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Store

# By name: a command that answers on a sound graph; what stands in braces is put in.
COMMANDS: dict[str, str] = {
    "build": "build --data {data} --store {fresh}", "build --from": "build --from {file} --store {fresh}",
    "validate": "validate --out {out}/findings.csv",
    "validate --data": "validate --data {data} --report {out}/report.html",
    "verify": "verify --data {data} --corpus {corpus}", "annotate": "annotate {data} --corpus {corpus}",
    "coverage": "coverage --data {data} --corpus {corpus} --page {out}/page.html",
    "ask": "ask 宁波有哪些政策？", "trace": "trace 1210 --out {out}/rows.csv", "show": "show 宁波",
    "queries": "queries",
    "explain": "explain mini/zones/hangzhou --corpus {corpus}", "measures": "measures",
    "compare": "compare 宁波 杭州", "series": "series 宁波 进出口额", "peers": "peers 宁波", "path": "path 宁波 1210",
    "audit": "audit --out {out}/audit.json", "diffusion": "diffusion 1210",
    "diffusion --out": "diffusion 1210 --out {out}/study",
    "ontology": "ontology --html {out}/html --context {out}/context.jsonld",
    "plot": "plot batches --out {out}/plot.svg", "export rdf": "export rdf --out {out}/graph.trig",
    "export claims": "export claims --out {out}/claims.jsonl", "export tables": "export tables --out {out}/tables",
    "export gephi": "export gephi --out {out}/gephi", "export graphml": "export graphml --out {out}/g.graphml",
    "export neo4j": "export neo4j --out {out}/neo4j", "export cytoscape": "export cytoscape --out {out}/g.cyjs",
    "view trace": "view trace 1210 --out {out}/trace.html --corpus {corpus}",
    "view map": "view map 1210 --out {out}/map.html",
    "push sparql": "push sparql --endpoint http://127.0.0.1:9/q",
    "push neo4j": "push neo4j --uri bolt://127.0.0.1:9 --password x",
    "query": "query zones/by-batch", "query a file": "query {query}", "site": "site --out {out}/site --corpus {corpus}",
    "export rocrate": "export rocrate --out {out}/crate",
}  # fmt: skip
World = Callable[[Path], None]


def _store(root: Path) -> Path:
    """The folder of the build that answers."""
    return (root / "store" / "current").resolve()


def _gone(name: str) -> World:
    """A file or folder that is not there."""

    def spoil(root: Path) -> None:
        path = root / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()

    return spoil


def _emptied(name: str) -> World:
    def spoil(root: Path) -> None:
        shutil.rmtree(root / name)
        (root / name).mkdir()

    return spoil


def _a_file(name: str, content: bytes = b"x") -> World:
    """A file in the place of a folder, or of a file of another content."""

    def spoil(root: Path) -> None:
        path = root / name
        if path.is_dir():
            shutil.rmtree(path)
        path.write_bytes(content)

    return spoil


def _a_folder(name: str) -> World:
    def spoil(root: Path) -> None:
        (root / name).unlink()
        (root / name).mkdir()

    return spoil


def _dangling(name: str) -> World:
    def spoil(root: Path) -> None:
        shutil.rmtree(root / name)
        (root / name).symlink_to(root / "nowhere" / "at all")

    return spoil


def _cut_files(root: Path) -> None:
    for file in _store(root).glob("*.sst"):
        file.write_bytes(file.read_bytes()[:100])


def _no_manifest(root: Path) -> None:
    for file in _store(root).glob("MANIFEST*"):
        file.unlink()


def _foreign_folder(root: Path) -> None:
    shutil.rmtree(_store(root))
    (root / "store" / "builds").mkdir(exist_ok=True)
    folder = root / "store" / "builds" / "other"
    folder.mkdir()
    (folder / "index.html").write_text("<html>", encoding="utf-8")
    (root / "store" / "current").unlink()
    (root / "store" / "current").symlink_to(folder)


def _link_to_itself(root: Path) -> None:
    (root / "store" / "current").unlink()
    (root / "store" / "current").symlink_to("current")


def _link_of_no_text(root: Path) -> None:
    (root / "store" / "current").unlink()
    (root / "store" / "current").write_bytes(b"\xff\xfe\x00")


def _other_graph(*quads: Quad) -> World:
    """A store that is sound, with other statements."""

    def spoil(root: Path) -> None:
        folder = _store(root)
        shutil.rmtree(folder)
        store = Store(str(folder))
        store.bulk_extend(quads)
        store.flush()

    return spoil


def _changed(change: Callable[[Quad], Quad | None], every: int = 1) -> World:
    """A graph with other statements in the place of some (every so many), or with none there."""

    def spoil(root: Path) -> None:
        store = Store(str(_store(root)))
        for number, quad in enumerate(sorted(store, key=str)):
            new = change(quad) if number % every == 0 else quad
            if new != quad:
                store.remove(quad)
                if new is not None:
                    store.add(new)
        store.flush()

    return spoil


def _without(*words: str) -> Callable[[Quad], Quad | None]:
    return lambda quad: None if any(word in quad.predicate.value for word in words) else quad


def _no_such_day(quad: Quad) -> Quad:
    if isinstance(quad.object, Literal) and quad.object.datatype.value.endswith("#date"):
        return Quad(quad.subject, quad.predicate, Literal("2015-02-30", datatype=quad.object.datatype), quad.graph_name)
    return quad


def _no_description(quad: Quad) -> Quad | None:
    return None if str(quad.graph_name).endswith("/description>") else quad


_ANYTHING = Quad(NamedNode("http://a/b"), NamedNode("http://a/c"), Literal("x"), NamedNode("http://a/g"))
# What is spoilt, by which commands are picked that touch it: the graph, or what stands in braces in a command.
WORLDS: dict[str, tuple[str, World]] = {
    "no graph": ("graph", _gone("store")),
    "an empty folder as graph": ("graph", _emptied("store")),
    "a file as graph": ("graph", _a_file("store")),
    "a link to nothing": ("graph", lambda root: shutil.rmtree(_store(root))),
    "a link to itself": ("graph", _link_to_itself),
    "a link of no text": ("graph", _link_of_no_text),
    "files of the graph cut": ("graph", _cut_files),
    "a file of the graph gone": ("graph", _no_manifest),
    "a foreign folder as graph": ("graph", _foreign_folder),
    "an empty graph": ("graph", _other_graph()),
    "a foreign graph": ("graph", _other_graph(_ANYTHING)),
    "a graph without its description": ("graph", _changed(_no_description)),
    "half a graph": ("graph", _changed(lambda quad: None, every=3)),
    "a graph of a version without tiers": ("graph", _changed(_without("evidenceTier"))),
    "a graph without names": ("graph", _changed(_without("Label", "label"))),
    "a graph with days that are none": ("graph", _changed(_no_such_day)),
    "no dataset in the folder": ("{data}", _emptied("data")),
    "a dataset that is a file": ("{data}", _a_file("data")),
    "no dataset": ("{data}", _gone("data")),
    "a table that is a folder": ("{data}", _a_folder("data/zones.csv")),
    "no corpus": ("{corpus}", _gone("corpus")),
    "a corpus that is a file": ("{corpus}", _a_file("corpus")),
    "a text that is a folder": ("{corpus}", _a_folder("corpus/mini-text.txt")),
    "a text that is none": ("{corpus}", _a_file("corpus/mini-text.txt", b"\xff\xfa\x80\x00")),
    "no file of RDF": ("{file}", _gone("file.nq")),
    "a folder as file of RDF": ("{file}", _a_folder("file.nq")),
    "bytes as file of RDF": ("{file}", _a_file("file.nq", bytes(range(256)))),
    "no query": ("{query}", _gone("query.rq")),
    "a folder as query": ("{query}", _a_folder("query.rq")),
    "bytes as query": ("{query}", _a_file("query.rq", bytes(range(256)))),
    "no folder to write to": ("{out}", _gone("out")),
    "a file as folder to write to": ("{out}", _a_file("out")),
    "a link to nowhere as folder to write to": ("{out}", _dangling("out")),
}
_WITHOUT_A_GRAPH = ("build", "verify", "annotate", "coverage", "queries")


def touching(part: str) -> dict[str, str]:
    """The commands that touch a part of the world."""
    return {name: command for name, command in COMMANDS.items()
            if (part in command if part != "graph" else not command.startswith(_WITHOUT_A_GRAPH))}  # fmt: skip
