"""What is said of the whole: title, day, datasets with their licence, sources with their publisher's interest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cemai.graph.store.backend import Source as Graph
from cemai.graph.store.self_description import WHOLE
from cemai.ontology.describe import describe
from cemai.ontology.namespaces import DCT, ID, RDF, SKOS, term
from pyoxigraph import Literal, NamedNode

from .items import Item

AUTHOR = "Cemai contributors"
LICENCE = "https://www.apache.org/licenses/LICENSE-2.0"
KEYWORDS = ("跨境电商", "跨境电子商务综合试验区", "政策扩散", "知识图谱",
            "cross-border e-commerce", "pilot zones", "policy diffusion", "knowledge graph", "China")  # fmt: skip
UNKNOWN = (
    ("没有陈述的城市表示“未知”，不表示“没有”。", "A city without a statement is not known, which is not a no."),
    ("获批（认定）不等于采用。", "Designation is not adoption."),
    ("支持标准按公布时写录，是否仍有效不详。",
     "Provisions stand as published; whether they are in force today is not known."),
    ("数字只在同一指标、期间、口径内可比。", "Figures compare only within one indicator, period and caliber."),
)  # fmt: skip


@dataclass(frozen=True)
class Dataset:
    """A dataset: its id (``casebook``), titles, licence in words, who recorded it and when."""

    id: str
    zh: str
    en: str
    licence: str
    recorded_by: str
    recorded_at: date


@dataclass(frozen=True)
class Source:
    """A document on which claims rest; its text is not part of any export."""

    id: str
    zh: str
    en: str | None
    publisher: str | None
    interest: str | None
    written_begin: str | None
    written_end: str | None
    sha256: str | None

    @property
    def written(self) -> str:
        """When it was written, as exactly as is known: ``2024``, ``2024-12``, ``2024-12-05``, or nothing."""
        begin, end = self.written_begin or "", self.written_end or ""
        return begin[:4] if begin[:7] != end[:7] else begin[:7] if begin != end else begin


@dataclass(frozen=True)
class About:
    """The whole graph. `day` is the last day on which a dataset was recorded; `acts` counts the acts that are cited."""

    zh: str
    en: str
    day: date
    version: str
    datasets: tuple[Dataset, ...]
    sources: tuple[Source, ...]
    acts: int


def about(store: Graph, items: Mapping[str, Item], cited: Collection[str]) -> About:
    """Read it from the graph; no clock is asked. `cited` are the sources and acts on which the claims rest."""
    title, datasets = _values(store, WHOLE, DCT + "title"), tuple(_datasets(store))
    sources = tuple(_sources(item for item in items.values() if item.id in cited))
    day = max((d.recorded_at for d in datasets), default=date.min)
    return About(title.get("zh", "策脉"), title.get("en", "Cemai"), day, describe().version, datasets, sources,
                 len(cited) - len(sources))  # fmt: skip


def _datasets(store: Graph) -> Iterator[Dataset]:
    typed = store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(term("Dataset")), None)
    nodes = {q.subject for q in typed}
    for node in sorted((n for n in nodes if isinstance(n, NamedNode)), key=lambda n: n.value):
        title = _values(store, node, SKOS + "prefLabel")
        licence, by, at = (_values(store, node, iri).get("", "") for iri in
                           (DCT + "license", term("recordedBy"), term("recordedAt")))  # fmt: skip
        if at:
            key = node.value.removeprefix(f"{ID}dataset/")
            yield Dataset(key, title["zh"], title["en"], licence, by, date.fromisoformat(at))


def _sources(items: Iterable[Item]) -> Iterator[Source]:
    for item in items:
        if "Source" in item.classes:
            publisher, interest, begin, end, digest = (
                next((v.value for v in item.stated.get(name, [])), None)
                for name in ("publisherName", "interest", "writtenBegin", "writtenEnd", "sha256")
            )
            zh, en = item.names.get("zh", item.id), item.names.get("en")
            yield Source(item.id, zh, en, publisher, interest, begin, end, digest)


def _values(store: Graph, node: NamedNode, iri: str) -> dict[str, str]:
    """The literals of a property by language, ``""`` for those without."""
    found = store.quads_for_pattern(node, NamedNode(iri), None, None)
    return {q.object.language or "": q.object.value for q in found if isinstance(q.object, Literal)}
