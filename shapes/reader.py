"""The shapes as pySHACL gets them: read, checked term by term, and turned so that pySHACL runs in bulk.

A file that does not parse is an error with file and line. So is every term that pySHACL would pass over in silence:
``sh:sparql``, ``sh:js``, rules, advanced targets, a misspelt term, a class or property that the ontology lacks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cemai.graph.errors import GateError
from cemai.ontology.names import CM, ID, PREFIXES, RDF, RDFS, identifier
from cemai.ontology.terms import files as ontology_files
from pyoxigraph import RdfFormat, parse
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import SH
from rdflib.namespace import RDF as R

from .focus import as_rdflib

HERE = Path(__file__).parent
SHAPES = "https://w3id.org/cemai/shapes#"
# What SHACL Core has and pySHACL judges. sh:deactivated is left out: a shape that is not wanted is deleted.
CONSTRAINTS = frozenset("""
    class datatype nodeKind minCount maxCount minExclusive minInclusive maxExclusive maxInclusive minLength maxLength
    pattern languageIn uniqueLang equals disjoint lessThan lessThanOrEquals not and or xone node hasValue in
    """.split())  # fmt: skip
OTHERS = frozenset("""
    path targetClass targetNode targetSubjectsOf targetObjectsOf property message severity flags
    """.split())  # fmt: skip
VALUES = frozenset("""
    NodeShape PropertyShape Violation Warning IRI BlankNode Literal BlankNodeOrIRI BlankNodeOrLiteral IRIOrLiteral
    """.split())  # fmt: skip
PLAIN = {RDF + t for t in ("type", "first", "rest", "nil")} | {RDFS + t for t in ("label", "comment")}


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
    """All shapes: the graph for pySHACL, and each shape node's description."""

    graph: Graph
    by_node: dict[str, Shape]


def shape_files(folder: Path = HERE) -> list[Path]:
    return sorted(folder.glob("*.ttl"))


@cache
def read_shapes(folder: Path = HERE) -> Shapes:
    """Every shape of a folder. Raises GateError, with file and line, for what cannot be used."""
    graph, described = Graph(bind_namespaces="none"), dict[str, Shape]()
    for path in shape_files(folder):
        one = _parse(path)
        _check(one, path)
        described |= _lift(one, path)
        graph += one
    return Shapes(graph, described)


def _parse(path: Path) -> Graph:
    graph = Graph(bind_namespaces="none")
    try:
        for quad in parse(path=path, format=RdfFormat.TURTLE):
            graph.add((as_rdflib(quad.subject), as_rdflib(quad.predicate), as_rdflib(quad.object)))
    except SyntaxError as error:
        raise GateError(f"{path}, line {error.lineno}: the shapes do not parse 形状文件有语法错误: {error.msg}") from None
    return graph


def _check(graph: Graph, path: Path) -> None:
    """Refuse every term that would be passed over."""
    known = _ontology_terms()
    for s, p, o in graph:
        if p.startswith(str(SH)):
            if p.removeprefix(str(SH)) not in CONSTRAINTS | OTHERS:
                raise _refused(path, str(p), "the gate does not support this SHACL term 不支持的 SHACL 用语")
        elif str(p) not in PLAIN:
            raise _refused(path, str(p), "not a term of SHACL 不是 SHACL 用语")
        for node in (s, o):
            if isinstance(node, URIRef):
                _check_value(path, str(node), known)


def _check_value(path: Path, node: str, known: frozenset[str]) -> None:
    if node.startswith(str(SH)) and node.removeprefix(str(SH)) not in VALUES:
        raise _refused(path, node, "the gate does not support this SHACL term 不支持的 SHACL 用语")
    if node.startswith((CM, ID)) and node not in known:
        raise _refused(path, node, "the ontology has no such term 本体中没有此用语")


def _refused(path: Path, iri: str, problem: str) -> GateError:
    """The error, with the first line that names the term."""
    local = re.split(r"[#/]", iri)[-1]
    word = re.compile(rf"[:/#]{re.escape(local)}(?![\w-])")
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next((n for n, line in enumerate(lines, 1) if word.search(line.partition(" #")[0])), 1)
    return GateError(f"{path}, line {number}: {iri}: {problem}")


def _lift(graph: Graph, path: Path) -> dict[str, Shape]:
    """Give each property shape its node shape's targets and cut the link between them.

    The two say the same, but pySHACL judges a property shape that has targets of its own for all nodes at once, and
    one below a node shape anew for each node: that was nine tenths of its time.
    """
    found: dict[str, Shape] = {}
    for owner in sorted(graph.subjects(R.type, SH.NodeShape)):
        name = str(owner).removeprefix(SHAPES)
        for prop in list(graph.objects(owner, SH.property)):
            found[str(prop)] = _describe(graph, name, prop, path)
            graph.add((prop, R.type, SH.PropertyShape))
            for target in (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf):
                for o in graph.objects(owner, target):
                    graph.add((prop, target, o))
            graph.remove((owner, SH.property, prop))
        graph.remove((owner, None, None))
    return found


def _describe(graph: Graph, name: str, prop: object, path: Path) -> Shape:
    assert isinstance(prop, URIRef | BNode)  # noqa: S101 - narrows for the type checker
    step = graph.value(prop, SH.path)
    said = {m.language: str(m) for m in graph.objects(prop, SH.message) if isinstance(m, Literal)}
    if set(said) != {"zh", "en"}:
        raise _refused(path, str(step), f"a constraint of {name} needs one message in zh and one in en 缺少中文或英文说明")
    warning = graph.value(prop, SH.severity) == SH.Warning
    return Shape(name, short(step), "warning" if warning else "violation", said["zh"], said["en"])


def short(node: object) -> str:
    """An identifier or prefixed term; a literal as it is written."""
    text = "" if node is None else str(node)
    if not isinstance(node, URIRef):
        return text
    return next((f"{p}:{text.removeprefix(i)}" for p, i in PREFIXES.items() if p != "id" and text.startswith(i)),
                identifier(text))  # fmt: skip


@cache
def _ontology_terms() -> frozenset[str]:
    """Every IRI that the ontology describes. Raises GateError, with file and line, when a module does not parse."""
    found: set[str] = set()
    for path in ontology_files():
        try:
            found |= {getattr(q.subject, "value", "") for q in parse(path=path, format=RdfFormat.TURTLE)}
        except SyntaxError as error:
            raise GateError(f"{path}, line {error.lineno}: the ontology does not parse 本体文件有语法错误: {error.msg}") from None  # fmt: skip
    return frozenset(found)
