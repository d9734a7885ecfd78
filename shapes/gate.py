"""The gate: graph in, findings out. pySHACL judges each node; rules that compare nodes are set queries; what the
readers need is a table; rings are looked for.

The interface hides the judge: a faster one can be put under `check` without a change to any shape or caller.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from cemai.graph.errors import GateError
from pyoxigraph import Store
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from .loader import Shapes, read_shapes, short
from .pyshacl_view import FocusGraph, in_memory
from .readable import unreadable
from .rings import ring_findings
from .rules import read_rules, rule_findings


@dataclass(frozen=True, order=True)
class GateFinding:
    """One thing that the gate has to say.

    `severity` is violation or warning; `shape` the local name of a node shape (``ClaimShape``) or the name of a rule
    (``zone-has-place``); `focus` an identifier (``claim/…``); `path` a prefixed term, empty for a rule; `constraint`
    the constraint component of SHACL, empty for a rule; `term` the value as an N-Triples term.
    """

    severity: str
    shape: str
    focus: str
    path: str
    value: str
    message_zh: str
    message_en: str
    constraint: str = ""
    term: str = field(default="", compare=False)


def check(store: Store, *, on_disk: bool = True) -> list[GateFinding]:
    """Every finding on the graph in `store`, violations first. One that is `on_disk` is copied into memory first.

    Raises GateError for a shape or rule that does not parse or that uses what the gate does not support.
    """
    read_shapes(), read_rules()
    store = in_memory(store) if on_disk else store
    with ThreadPoolExecutor(1) as pool:  # the queries run beside pySHACL, for they leave Python alone
        compared = pool.submit(compare, store)
        found = set(judge(FocusGraph(store))) | compared.result() | {GateFinding(**f) for f in ring_findings(store)}
        told = {finding.focus for finding in found if finding.severity == "violation"}
        needed = {GateFinding(**fields) for fields in unreadable(store) if fields["focus"] not in told}
        return sorted(found | needed)


def compare(store: Store) -> set[GateFinding]:
    """What the rules find."""
    return {GateFinding(**fields) for rule in read_rules() for fields in rule_findings(store, rule)}


def judge(data: Graph) -> Iterator[GateFinding]:
    """What pySHACL finds in the nodes of an rdflib graph."""
    from pyshacl import validate

    shapes = read_shapes()
    _, report, text = validate(data, shacl_graph=shapes.graph, advanced=False, inference="none")
    if not isinstance(report, Graph):
        raise GateError(f"the shapes cannot be used 形状无法使用: {text}")
    for result in report.subjects(RDF.type, SH.ValidationResult):
        yield _finding(report, result, shapes)


def _finding(report: Graph, result: Node, shapes: Shapes) -> GateFinding:
    focus, path, value = (report.value(result, p) for p in (SH.focusNode, SH.resultPath, SH.value))
    shape = shapes.by_node[str(report.value(result, SH.sourceShape))]
    constraint = str(report.value(result, SH.sourceConstraintComponent)).removeprefix(str(SH))
    term = value.n3() if isinstance(value, URIRef | Literal) else ""
    return GateFinding(
        shape.severity, shape.name, short(focus), short(path), short(value), shape.zh, shape.en, constraint, term
    )
