"""What of SHACL the gate supports: SHACL Core as pySHACL judges it, on one property of one node.

Anything else is an error with file and line, for pySHACL would pass over it in silence: ``sh:sparql``, ``sh:js``,
rules, advanced targets, a misspelt term, a class or property that the ontology does not have.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from cemai.graph.errors import GateError
from cemai.ontology.namespaces import CM, ID, RDF, RDFS, XSD
from cemai.ontology.schema import files as ontology_files
from cemai.ontology.schema import quads
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import RDF as R
from rdflib.namespace import SH

NUMBERS = frozenset({"minCount", "maxCount", "minLength", "maxLength"})
LISTS = frozenset({"in", "languageIn", "or", "and", "xone"})
IRIS = frozenset({"class", "datatype", "nodeKind", "equals", "disjoint", "lessThan", "lessThanOrEquals"})
LIMITS = frozenset({"minExclusive", "minInclusive", "maxExclusive", "maxInclusive"})
# sh:deactivated, sh:node and paths other than a property are left out: a shape that is not wanted is deleted, what
# lies beyond the node's own statements is a rule.
CONSTRAINTS = NUMBERS | LISTS | IRIS | LIMITS | {"pattern", "uniqueLang", "not", "hasValue"}
TARGETS = frozenset({"targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf"})
OTHERS = TARGETS | {"property", "path", "message", "severity", "flags"}
VALUES = frozenset({
    "NodeShape", "Violation", "Warning", "IRI", "BlankNode", "Literal", "BlankNodeOrIRI", "BlankNodeOrLiteral",
    "IRIOrLiteral",
})  # fmt: skip
PLAIN = {RDF + t for t in ("type", "first", "rest")} | {RDFS + t for t in ("label", "comment")}


def check(graph: Graph, path: Path) -> None:
    """Raises GateError for the first thing in a file of shapes that would not be judged."""
    known = ontology_terms()
    for s, p, o in sorted(graph, key=lambda triple: str(triple[1])):
        _check_term(path, str(p), o)
        for node in (s, o):
            if isinstance(node, URIRef):
                _check_value(path, str(node), known)
        if p == SH.property and (s, R.type, SH.NodeShape) not in graph:
            raise refused(path, str(p), "sh:property stands outside a sh:NodeShape 不在节点形状之内")
    for owner in sorted(graph.subjects(R.type, SH.NodeShape), key=str):
        _check_owner(graph, owner, path)


def _check_owner(graph: Graph, owner: Any, path: Path) -> None:
    """A node shape has targets and properties, and nothing else that would be judged."""
    used = {str(p).removeprefix(str(SH)) for p in graph.predicates(owner) if str(p).startswith(str(SH))}
    if not used & TARGETS or "property" not in used:
        raise refused(path, str(owner), "a shape needs a target and a property 形状缺少目标或属性")
    if extra := sorted(used - TARGETS - {"property"}):
        raise refused(path, SH[extra[0]], "stands below sh:property, not on the node shape 应写在 sh:property 之内")


def _check_term(path: Path, predicate: str, value: object) -> None:
    name = predicate.removeprefix(str(SH))
    if name == predicate and predicate not in PLAIN:
        raise refused(path, predicate, "not a term of SHACL 不是 SHACL 用语")
    if name != predicate and name not in CONSTRAINTS | OTHERS:
        raise refused(path, predicate, "the gate does not support this SHACL term 不支持的 SHACL 用语")
    fits = (
        isinstance(value, Literal) and str(value.datatype) == XSD + "integer" and value >= Literal(0)
        if name in NUMBERS
        else isinstance(value, BNode) if name in LISTS
        else isinstance(value, URIRef) if name in IRIS | TARGETS | {"path", "severity"}
        else isinstance(value, Literal) if name in LIMITS
        else _compiles(str(value)) if name == "pattern"
        else True
    )  # fmt: skip
    if not fits:
        raise refused(path, predicate, f"cannot have the value {value} 取值无效")


def _compiles(pattern: str) -> bool:
    try:
        return bool(re.compile(pattern))
    except re.error:
        return False


def _check_value(path: Path, node: str, known: frozenset[str]) -> None:
    if node.startswith(str(SH)) and node.removeprefix(str(SH)) not in VALUES:
        raise refused(path, node, "the gate does not support this SHACL term 不支持的 SHACL 用语")
    if node.startswith((CM, ID)) and node not in known:
        raise refused(path, node, "the ontology has no such term 本体中没有此用语")


def refused(path: Path, iri: str, problem: str) -> GateError:
    """The error, with the first line that names the term."""
    local = re.split(r"[#/]", iri)[-1]
    word = re.compile(rf"[:/#]{re.escape(local)}(?![\w-])")
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next((n for n, line in enumerate(lines, 1) if not line.startswith("#") and word.search(line)), 1)
    return GateError(f"{path}, line {number}: {iri}: {problem}")


@cache
def ontology_terms(files: tuple[Path, ...] | None = None) -> frozenset[str]:
    """Every IRI that the ontology describes. Raises GateError, with file and line, when a module does not parse."""
    found: set[str] = set()
    for path in files or ontology_files():
        try:
            found |= {getattr(q.subject, "value", "") for q in quads(path)}
        except SyntaxError as error:
            problem = f"the ontology does not parse 本体文件有语法错误: {error.msg}"
            raise GateError(f"{path}, line {error.lineno}: {problem}") from None
    return frozenset(found)
