"""The gate: graph in, findings out. pySHACL judges each node; rules that compare nodes are set queries.

The interface hides the judge: a faster one can be put under `check` without a change to any shape or caller.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cemai.graph.errors import GateError
from cemai.ontology.names import CM, ID, identifier
from pyoxigraph import Literal as OxLiteral
from pyoxigraph import NamedNode, Quad, Store
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, SH

from .rules import rule_findings

HERE = Path(__file__).parent


@dataclass(frozen=True, order=True)
class Finding:
    """One thing that the gate has to say: `focus` is an identifier (``claim/…``), severity violation or warning."""

    severity: str
    shape: str
    focus: str
    path: str
    value: str
    message_zh: str
    message_en: str


def check(store: Store) -> list[Finding]:
    """Every finding on the graph in `store`, violations first. Raises GateError when a shape does not parse."""
    return sorted({*_shacl(store), *(Finding(**f) for f in rule_findings(store))}, key=_order)


def _order(finding: Finding) -> tuple[bool, str, str]:
    return finding.severity != "violation", finding.shape, finding.focus


@cache
def shapes() -> Graph:
    """All shapes. A file that does not parse is an error that names file and line."""
    graph = Graph()
    for path in sorted(HERE.glob("*.ttl")):
        try:
            graph.parse(path, format="turtle")
        except Exception as error:
            line = getattr(error, "lines", None)
            where = f"{path}{f', line {line + 1}' if line is not None else ''}"
            raise GateError(f"{where}: the shapes do not parse: {error}") from None
    return graph


def _shacl(store: Store) -> Iterator[Finding]:
    from pyshacl import validate

    data = focus_graph(store)
    _, report, text = validate(data, shacl_graph=shapes(), advanced=False, inference="none")
    if not isinstance(report, Graph):
        raise GateError(f"the shapes cannot be used: {text}")
    for result in report.subjects(RDF.type, SH.ValidationResult):
        yield _finding(report, result)


def focus_graph(store: Store) -> Graph:
    """The nodes that shapes look at, as an rdflib graph: claims, evidence, zones and places with their classes."""
    graph = Graph()
    for target in _targets():
        for typed in store.quads_for_pattern(None, NamedNode(str(RDF.type)), NamedNode(target), None):
            for quad in store.quads_for_pattern(typed.subject, None, None, None):
                graph.add(_triple(quad))
    return graph


def _targets() -> list[str]:
    return sorted({str(o) for o in shapes().objects(None, SH.targetClass)})


def _triple(quad: Quad) -> tuple[URIRef, URIRef, URIRef | Literal]:
    o = quad.object
    if isinstance(o, OxLiteral):
        language = o.language
        value: URIRef | Literal = (
            Literal(o.value, lang=language) if language else Literal(o.value, datatype=URIRef(o.datatype.value))
        )
    else:
        value = URIRef(o.value)  # type: ignore[union-attr]
    return URIRef(quad.subject.value), URIRef(quad.predicate.value), value  # type: ignore[union-attr]


def _finding(report: Graph, result: object) -> Finding:
    def one(predicate: URIRef) -> str:
        return _short(str(report.value(result, predicate) or ""))  # type: ignore[arg-type]

    messages = {m.language: str(m) for m in report.objects(result, SH.resultMessage) if isinstance(m, Literal)}  # type: ignore[arg-type]
    severity = "warning" if one(SH.resultSeverity).endswith("Warning") else "violation"
    path = one(SH.resultPath)
    return Finding(severity, one(SH.sourceConstraintComponent).removeprefix(str(SH)), one(SH.focusNode), path,
                   one(SH.value), messages.get("zh", ""), messages.get("en") or next(iter(messages.values()), ""))  # fmt: skip


def _short(iri: str) -> str:
    return f"cm:{iri[len(CM) :]}" if iri.startswith(CM) else identifier(iri) if iri.startswith(ID) else iri
