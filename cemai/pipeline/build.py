"""The pipeline: datasets, names, claims, store, inference, gate, audit, description, then the link is renamed."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad

from cemai.graph.errors import GateError, Where
from cemai.graph.rdf.writer import claim_quads, entity_quads, graph_node
from cemai.graph.store.embedded import building, write
from cemai.graph.store.inference import infer
from cemai.graph.store.self_description import describe_graph
from cemai.loaders.collection import SHIPPED, Collection, collect
from cemai.loaders.quads import dataset_quads
from cemai.ontology.schema import ontology_quads
from cemai.queries.audit.engine import audit
from cemai.queries.audit.rdf import finding_quads
from cemai.queries.audit.statement_index import StatementIndex
from cemai.shapes.gate import GateFinding, check

from .finding_places import place_of
from .verify import differences

_CORRECT = "correct the row; docs/gate.md tells the rules 请改正此行，规则见 docs/gate.md"
Progress = Callable[[str], None]
_COUNTS = "count-"  # how the names of the rules begin that set a total beside its list


@dataclass(frozen=True)
class Summary:
    """What a build holds: counts, the gate's result, what else is to be told of the data, the seconds it took."""

    things: Counter[str]
    claims: Counter[tuple[str, str]]
    quads: int
    inferred: int
    findings: list[GateFinding]
    notices: list[str]
    seconds: float


def build_graph(
    root: Path | str, data: Sequence[Path] = (), progress: Progress = lambda _: None, *, corpus: Path | None = None
) -> Summary:
    """Build the graph at `root` from the datasets below `data` (the shipped ones when empty).

    With a `corpus` its texts are compared with their recorded hashes and spans, and what differs is told. Raises a
    CemaiError and leaves the old graph answering when anything is wrong.
    """
    began = time.perf_counter()
    progress("读取数据集 reading the datasets")
    parsed_ontology()
    collection = collect(data or [SHIPPED])
    betrayed = [*differences(collection, corpus)] if corpus else []
    with building(root) as folder:
        progress(f"装载 loading {len(collection.all_claims())} claims, {len(collection.names.things)} things")
        store = write(folder, quads(collection))
        loaded = len(store)
        progress("推理 inference")
        inferred = infer(store)
        progress(f"校验 gate over {len(store)} quads")
        findings = check(store)
        if violations := [f for f in findings if f.severity == "violation"]:
            raise GateError(format_violations(violations, collection.origin))
        found = audit(statements_of(collection))
        store.extend(finding_quads(found))
        store.extend(describe_graph(store))
        totals = sum(f.disagreement and f.rule.startswith(_COUNTS) for f in found)
        progress(f"核查 audit: {sum(f.disagreement for f in found)} disagreements of {len(found)} findings 处分歧, "
                 f"{totals} of them totals unlike their lists 处合计与清单不符")  # fmt: skip
        store.flush()
        del store
        (folder / "done").touch()
    notices = [*map(str, collection.notices), *betrayed]
    return Summary(_things(collection), _claims(collection), loaded, inferred, findings, notices,
                   time.perf_counter() - began)  # fmt: skip


def parsed_ontology() -> list[Quad]:
    """The ontology's quads. Raises GateError with file and line for one that does not parse."""
    try:
        return list(ontology_quads())
    except SyntaxError as error:
        where = f"{error.filename}, line {error.lineno}"
        raise GateError(f"{where}: the ontology does not parse: {error.msg} 本体无法解析") from None


def quads(collection: Collection) -> Iterator[Quad]:
    """Every quad of the ontology and the datasets, one named graph a dataset."""
    yield from parsed_ontology()
    for dataset in collection.datasets:
        graph = graph_node(dataset.meta.id)
        yield from dataset_quads(dataset.meta, graph)
        for thing in collection.things[dataset.meta.id]:
            yield from entity_quads(thing, graph)
        for claim in collection.claims[dataset.meta.id]:
            yield from claim_quads(claim, graph)


def _things(collection: Collection) -> Counter[str]:
    return Counter(t.classes[0] for group in collection.things.values() for t in group)


def _claims(collection: Collection) -> Counter[tuple[str, str]]:
    return Counter((c.kind, c.evidence_tier) for c in collection.all_claims())


def format_violations(violations: Sequence[GateFinding], origin: Mapping[str, Where], shown: int = 20) -> str:
    """The violations as lines; `origin` says where each claim was read."""
    lines = [f"the gate found {len(violations)} violations, the old graph stays 校验发现 {len(violations)} 处违例"]
    for finding in violations[:shown]:
        where = place_of(finding, origin)
        about = f" ({finding.focus})" if where else ""
        property_ = f"{finding.path}: " if finding.path and not (where and where.column) else ""
        said = f"{property_}{finding.message_en} {finding.message_zh}"
        lines.append(f"{where or finding.focus}: {said}{about} → {_CORRECT}")
    if len(violations) > shown:
        lines.append(f"… and {len(violations) - shown} more 另有 {len(violations) - shown} 处")
    return "\n".join(lines)


def statements_of(collection: Collection) -> StatementIndex:
    """What the audit is given: every claim and thing of the datasets, and the relations that they declare."""
    things = (t for group in collection.things.values() for t in group)
    return StatementIndex.of(collection.all_claims(), things, collection.relations)
