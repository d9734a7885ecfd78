"""A graph from an exported RDF file: read, judged by the gate, and then the one that answers, or nothing changes."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse

from cemai.graph.errors import DataError, GateError, Where
from cemai.graph.rdf.name_keys import renew_name_keys
from cemai.graph.rdf.writer import graph_node
from cemai.graph.store.embedded import building, write
from cemai.graph.store.self_description import DESCRIPTION, describe_graph
from cemai.ontology.namespaces import GRAPH, ID
from cemai.shapes.gate import check

from .build import Progress, format_violations

ENDINGS = ("nq", "trig", "jsonld", "nt", "ttl", "rdf")
IMPORTED = graph_node("imported")
_DESCRIBED = (GRAPH, ID + "description/")


@dataclass(frozen=True)
class Rebuilt:
    """How many statements and named graphs the new graph has, the gate's warnings, the seconds it took."""

    quads: int
    graphs: int
    warnings: int
    seconds: float


def rebuild(root: Path | str, file: Path, progress: Progress = lambda _: None) -> Rebuilt:
    """Make the graph at `root` from a file that `cemai export rdf` wrote, in any of its formats, packed or not.

    Statements without a graph go to the graph ``imported``. The description of the graph is left out and written anew:
    from the same statements it is the same. Raises a CemaiError and leaves the old graph answering.
    """
    began = time.perf_counter()
    form = _form(file)
    with building(root) as folder:
        progress(f"装载 loading {file}")
        store = _loaded(folder, file, form)
        renew_name_keys(store)
        progress(f"校验 gate over {len(store)} quads")
        findings = check(store)
        if violations := [f for f in findings if f.severity == "violation"]:
            raise GateError(format_violations(violations, {}))
        store.extend(describe_graph(store))
        store.flush()
        done = Rebuilt(len(store), sum(1 for _ in store.named_graphs()), len(findings), time.perf_counter() - began)
        del store
        (folder / "done").touch()
    return done


def _form(file: Path) -> RdfFormat:
    """The format by the ending of the name, before ``.gz``."""
    endings = [s.removeprefix(".").lower() for s in file.suffixes if s.lower() != ".gz"]
    found = RdfFormat.from_extension(endings[-1]) if endings and endings[-1] in ENDINGS else None
    if found is None:
        problem = "its ending tells no format that is read 后缀不是可读的格式"
        fix = f"give it an ending that tells the format: {' '.join(ENDINGS)} (.gz) 请用这些后缀"
        raise DataError(Where(file), problem, fix)
    return found


def _loaded(folder: Path, file: Path, form: RdfFormat) -> Store:
    try:
        with _opened(file) as source:
            store = write(folder, _quads(file, source, form))
    except SyntaxError as error:
        where = f", line {error.lineno}" if error.lineno else ""
        fix = "mend that line, or export the graph again 请改正该行，或重新导出"
        raise DataError(Where(f"{file}{where}"), f"not well-formed: {error.msg} 文件格式有误", fix) from None
    except (OSError, EOFError) as error:
        raise DataError(
            Where(file), f"cannot be read: {error} 无法读取", "give a readable file 请给出可读的文件"
        ) from None
    if not len(store):
        raise DataError(Where(file), "holds no statement 文件没有任何陈述", "export the graph again 请重新导出")
    return store


@contextmanager
def _opened(file: Path) -> Iterator[IO[bytes]]:
    """The file's bytes, unpacked when it begins as gzip does."""
    with file.open("rb") as plain:
        packed = plain.read(2) == b"\x1f\x8b"
        plain.seek(0)
        yield cast(IO[bytes], gzip.GzipFile(fileobj=plain)) if packed else plain


def _quads(file: Path, source: IO[bytes], form: RdfFormat) -> Iterator[Quad]:
    for quad in parse(source, format=form):
        terms = (quad.subject, quad.object, quad.graph_name)
        if not all(isinstance(term, NamedNode | Literal | DefaultGraph) for term in terms):
            problem = "a blank node or quoted triple 不接受空白节点或引用三元组"
            raise DataError(Where(file, value=str(quad)), problem, "give it an IRI 请给它一个 IRI")
        bare = isinstance(quad.graph_name, DefaultGraph)
        about = str(quad.subject.value) if bare else str(quad.graph_name.value)
        if about.startswith(_DESCRIBED) if bare else about == DESCRIPTION.value:
            continue
        yield Quad(quad.subject, quad.predicate, quad.object, IMPORTED) if bare else quad
