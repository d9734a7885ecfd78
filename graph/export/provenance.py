"""Where the data comes from: title, day, datasets with their licence, sources with their publisher's interest.

Every export says it of itself, each in its own form; here it is read, and put in words, once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from cemai.graph.model.entity import Entity
from cemai.graph.rdf.writer import prop
from cemai.graph.store.backend import GraphBackend
from cemai.graph.store.patterns import objects_of
from cemai.graph.store.self_description import WHOLE
from cemai.ontology.describe import describe_ontology
from cemai.ontology.namespaces import DCT
from pyoxigraph import Literal

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
_LICENCE = DCT + "license"


@dataclass(frozen=True)
class DatasetRecord:
    """A dataset: its id (``casebook``), titles, licence in words, who recorded it and when."""

    id: str
    zh: str
    en: str
    licence: str
    recorded_by: str
    recorded_at: date


@dataclass(frozen=True)
class SourceRecord:
    """A document on which claims rest; its text is not part of any export."""

    id: str
    zh: str
    en: str | None = None
    publisher: str | None = None
    interest: str | None = None
    written_begin: str | None = None
    written_end: str | None = None
    sha256: str | None = None

    @property
    def written(self) -> str:
        """When it was written, as exactly as is known: ``2024``, ``2024-12``, ``2024-12-05``, or nothing."""
        begin, end = self.written_begin or "", self.written_end or ""
        return begin[:4] if begin[:7] != end[:7] else begin[:7] if begin != end else begin

    @property
    def line(self) -> str:
        """Title, publisher, when it was written, and what its publisher gains, in one line."""
        parts = [self.zh, self.en, self.publisher, self.written]
        parts.append(f"利益关系 interest: {self.interest}" if self.interest else None)
        return " · ".join(" ".join(part.split()) for part in parts if part)


@dataclass(frozen=True)
class Provenance:
    """Of the whole graph. `day` is the last day on which a dataset was recorded, the first of all days without any
    dataset; `acts` counts the acts that are cited."""

    zh: str
    en: str
    day: date
    datasets: tuple[DatasetRecord, ...]
    sources: tuple[SourceRecord, ...]
    acts: int

    @property
    def version(self) -> str:
        """The version of the ontology by which the data is read."""
        return describe_ontology().version

    @property
    def until(self) -> str:
        """The day as text, empty where none is known."""
        return self.day.isoformat() if self.datasets else ""


def provenance_of(store: GraphBackend, datasets: Iterable[Entity], cited: Collection[Entity]) -> Provenance:
    """Read it from the graph; no clock is asked. `cited` are the sources and acts on which claims rest."""
    titles = {found.language: found.value for found in objects_of(store, WHOLE, prop("title"))
              if isinstance(found, Literal)}  # fmt: skip
    records = tuple(_datasets(datasets))
    sources = tuple(source_record(each) for each in cited if "Source" in each.classes)
    day = max((record.recorded_at for record in records), default=date.min)
    return Provenance(titles.get("zh", "策脉"), titles.get("en", "Cemai"), day, records, sources,
                      len(cited) - len(sources))  # fmt: skip


def source_record(source: Entity) -> SourceRecord:
    """What is known of one source."""
    publisher, interest, begin, end, digest = map(
        source.text, ("publisherName", "interest", "writtenBegin", "writtenEnd", "sha256")
    )
    return SourceRecord(source.id, source.label, source.name_en, publisher, interest, begin, end, digest)


def _datasets(datasets: Iterable[Entity]) -> Iterator[DatasetRecord]:
    for each in datasets:
        recorded = next((day for day in each.values("recordedAt") if isinstance(day, date)), None)
        if recorded:
            licence, by = each.text(_LICENCE) or "", each.text("recordedBy") or ""
            key = each.id.removeprefix("dataset/")
            yield DatasetRecord(key, each.name_zh, each.name_en or "", licence, by, recorded)
