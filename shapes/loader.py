"""The shapes as pySHACL gets them: read, checked term by term, and turned so that pySHACL runs in bulk."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from cemai.graph.errors import GateError
from cemai.ontology.namespaces import PREFIXES, identifier
from pyoxigraph import RdfFormat, parse
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, SH

from .pyshacl_view import as_rdflib
from .supported import TARGETS, check, refused

HERE = Path(__file__).parent
SHAPES = "https://w3id.org/cemai/shapes#"
# rdflib writes a traceback for each literal that its type does not allow; the gate says so in one line.
logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)


@dataclass(frozen=True)
class Shape:
    """One property shape: whose it is, its path (a prefixed term), severity and messages."""

    name: str
    path: str
    severity: str
    zh: str
    en: str


@dataclass(frozen=True)
class Shapes:
    """All shapes: the graph for pySHACL, and the description of each property shape by its node."""

    graph: Graph
    by_node: dict[str, Shape]


def shape_files(folder: Path = HERE) -> list[Path]:
    """The files of shapes, one class a file."""
    return sorted(folder.glob("*.ttl"))


@cache
def read_shapes(folder: Path = HERE) -> Shapes:
    """Every shape of a folder. Raises GateError, with file and line, for what cannot be used."""
    graph, described = Graph(bind_namespaces="none"), dict[str, Shape]()
    for path in shape_files(folder):
        one = parse_shapes(path)
        check(one, path)
        described |= _lift(one, path)
        graph += one
    return Shapes(graph, described)


def parse_shapes(path: Path) -> Graph:
    """One file as it stands."""
    graph = Graph(bind_namespaces="none")
    try:
        for quad in parse(path=path, format=RdfFormat.TURTLE):
            graph.add((as_rdflib(quad.subject), as_rdflib(quad.predicate), as_rdflib(quad.object)))
    except SyntaxError as error:
        problem = f"the shapes do not parse 形状文件有语法错误: {error.msg}"
        raise GateError(f"{path}, line {error.lineno}: {problem}") from None
    return graph


def _lift(graph: Graph, path: Path) -> dict[str, Shape]:
    """Give each property shape its node shape's targets and cut the link between them.

    The two say the same, but pySHACL judges a property shape that has targets of its own for all nodes at once, and
    one below a node shape anew for each node: that was nine tenths of its time.
    """
    found: dict[str, Shape] = {}
    for owner in sorted(graph.subjects(RDF.type, SH.NodeShape), key=str):
        targets = [(SH[name], o) for name in sorted(TARGETS) for o in graph.objects(owner, SH[name])]
        for prop in list(graph.objects(owner, SH.property)):
            found[str(prop)] = _describe(graph, str(owner).removeprefix(SHAPES), prop, path)
            for target, o in [(RDF.type, SH.PropertyShape), *targets]:
                graph.add((prop, target, o))
        graph.remove((owner, None, None))
    return found


def _describe(graph: Graph, name: str, prop: Any, path: Path) -> Shape:
    step, messages = graph.value(prop, SH.path), list(graph.objects(prop, SH.message))
    said = {m.language: str(m) for m in messages if isinstance(m, Literal)}
    if step is None:
        raise refused(path, name, "a property of it has no sh:path 缺少 sh:path")
    if set(said) != {"zh", "en"} or len(messages) != 2:
        raise refused(
            path, str(step), f"a constraint of {name} needs one message in zh and one in en 缺少中文或英文说明"
        )
    warning = graph.value(prop, SH.severity) == SH.Warning
    return Shape(name, short(step), "warning" if warning else "violation", said["zh"], said["en"])


def short(node: object) -> str:
    """An identifier or prefixed term; a literal as it is written."""
    text = "" if node is None else str(node)
    if not isinstance(node, URIRef):
        return text
    return next((f"{p}:{text.removeprefix(i)}" for p, i in PREFIXES.items() if p != "id" and text.startswith(i)),
                identifier(text))  # fmt: skip
