"""Pages from answers: rows of a trace become nodes and edges for `cemai.viz`."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from cemai.graph.text import Document
from cemai.viz.network import Fact, NetEdge, NetNode, NetPage, render

from .cli.words import BASIS, DATE_KINDS, ROLES, TIERS
from .kg import KnowledgeGraph
from .sources import source_line
from .trace import Step, Trace, trace

_KINDS = {
    "CustomsDistrict": "customs", "PlaceGroup": "group", "Country": "group", "Province": "city", "City": "city",
    "County": "city", "Town": "city", "FunctionalArea": "city", "UnnamedPlace": "city", "Agency": "organisation",
    "Enterprise": "organisation", "Association": "organisation", "Institution": "organisation",
}  # fmt: skip


def trace_page(
    kg: KnowledgeGraph, name: str, *, unverified: bool = False, corpus: Path | None = None
) -> tuple[str, int, int]:
    """The page of a trace as HTML, with the numbers of its nodes and edges."""
    found = trace(kg, name, unverified=unverified)
    words = _Words(kg, corpus)
    facts = {step.claim: _fact(step, words) for step in found.steps}
    nodes, edges = _nodes(kg, found, facts), _edges(found)
    page = NetPage(f"{found.name_zh} · {found.name_en or ''}", _subtitle(found), nodes, edges, _notes(kg, found))
    return render(page), len(nodes), len(edges)


def _hub(found: Trace, step: Step) -> str:
    """What a subject hangs on: the act, else what it was designated or took up."""
    return step.act or (step.object if step.object != found.innovation else found.innovation)


def _nodes(kg: KnowledgeGraph, found: Trace, facts: dict[str, Fact]) -> tuple[NetNode, ...]:
    by_node: dict[str, list[Fact]] = defaultdict(list)
    parent: dict[str, str | None] = {found.innovation: None}
    for step in found.steps:
        hub = _hub(found, step)
        if hub != found.innovation:
            parent.setdefault(hub, found.innovation)
        parent.setdefault(step.subject, hub)
        for node in {found.innovation, hub, step.subject}:
            by_node[node].append(facts[step.claim])
    return tuple(
        NetNode(node, _short_name(kg, node), kg.label(node, "en") or "", _kind(kg, node), above,
                tuple(by_node[node]))
        for node, above in parent.items()
    )  # fmt: skip


def _short_name(kg: KnowledgeGraph, node: str) -> str:
    """The shortest Chinese name of a place (杭州 for 杭州市); the label of anything else."""
    label = kg.label(node) or node
    if not node.startswith("place/"):
        return label
    return min((n for n in kg.names(node, "zh") if len(n) > 1), key=len, default=label)


def _kind(kg: KnowledgeGraph, node: str) -> str:
    if node.startswith("policy/"):
        return "act"
    if node.startswith(("innovation/", "programme/")):
        return "innovation" if node.startswith("innovation/") else "other"
    classes = kg.classes(node)
    return next((kind for name, kind in _KINDS.items() if name in classes), "other")


def _edges(found: Trace) -> tuple[NetEdge, ...]:
    """One edge a pair of nodes and role; solid when any statement behind it is verified or act-cited."""
    solid: dict[tuple[str, str, str], bool] = {}
    for step in found.steps:
        hub = _hub(found, step)
        sure = step.tier != "unverified"
        pairs = [(hub, step.subject, step.role)]
        if hub != found.innovation:
            pairs.append((found.innovation, hub, "act" if step.act else "predecessor"))
        for pair in pairs:
            solid[pair] = solid.get(pair, False) or sure
    return tuple(NetEdge(*pair, sure) for pair, sure in solid.items())


def _fact(step: Step, words: _Words) -> Fact:
    what = step.object_zh or ""
    return Fact(
        step.claim, step.subject_zh, ROLES.get(step.role, step.role), what, step.date or "",
        DATE_KINDS.get(step.kind or "", "") + BASIS.get(step.basis or "", ""), step.act_zh or "",
        TIERS[step.tier], step.confidence, step.locator, words.of(step.claim),
    )  # fmt: skip


def _subtitle(found: Trace) -> str:
    tiers = "，".join(f"{TIERS[t]} {n}" for t, n in sorted(found.tiers.items()))
    return f"{len(found.steps)} 条陈述 statements（{tiers}），{found.subjects} 个主体 subjects"


def _notes(kg: KnowledgeGraph, found: Trace) -> tuple[str, ...]:
    """Sources with date and publisher's interest, what is hidden, and what silence means."""
    dates = [step.end for step in found.steps if step.end]
    notes = [f"数据截至 data up to: {max(dates)}"] if dates else []
    notes += [
        f"来源 source: {source_line(kg, s)}" for s in sorted({s for step in found.steps for s in _sources(kg, step)})
    ]
    if found.hidden:
        notes.append(
            f"{found.hidden} 条未核实的陈述未画出（--all 可见） unverified statements are not drawn (see --all)"
        )
    notes.append("没有陈述的城市表示“未知”，不表示“没有” · A city without a statement is not known, not a no.")
    return tuple(notes)


def _sources(kg: KnowledgeGraph, step: Step) -> set[str]:
    return {e.source for e in kg.claim(step.claim).evidence if e.source.startswith("source/")}


class _Words:
    """The passages of claims, where a corpus is given."""

    def __init__(self, kg: KnowledgeGraph, corpus: Path | None) -> None:
        self.kg, self.corpus, self.documents = kg, corpus, dict[str, Document | None]()

    def of(self, claim_id: str) -> str:
        """The words of a claim's main span between its neighbours; empty without the text."""
        span = self.kg.claim(claim_id).main_span
        document = self._document(span.source) if span else None
        if not span or not document or span.end > len(document.squeezed):
            return ""
        before, words, after = document.around(span.start, span.end)
        return f"…{before}【{words}】{after}…"

    def _document(self, source: str) -> Document | None:
        if source not in self.documents:
            name = source.removeprefix("source/")
            path = self.corpus / f"{name}.txt" if self.corpus else None
            self.documents[source] = Document.read(name, path) if path and path.is_file() else None
        return self.documents[source]
