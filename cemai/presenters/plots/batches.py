"""The rows of the bars of zones: a row a batch, with its date and what has ended of it."""

from __future__ import annotations

from collections import defaultdict

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.graph.diffusion.events import ACT_DAYS, ENDED, Event
from cemai.graph.repository import UNVERIFIED
from cemai.ontology.text import LangText
from cemai.queries.answers.diffusion_data import read_diffusion_data
from cemai.viz.content import Head
from cemai.viz.plots.batches import Batch

from .common import notes, place_name

_TITLE = LangText("各批跨境电商综试区", "Pilot zones by batch")


def batch_rows(kg: KnowledgeGraph, *, unverified: bool = False) -> tuple[Head, list[Batch]]:
    """Head and rows. A zone counts in the first batch that any statement gives it."""
    zones = read_diffusion_data(kg, unverified=unverified).zones
    hidden = 0 if unverified else len(read_diffusion_data(kg, unverified=True).zones) - len(zones)
    named = [e for e in zones if e.date_kind != ENDED and e.batch is not None]
    ended = {e.unit: str(e.begin) for e in zones if e.date_kind == ENDED}
    batch_of: dict[str, int] = {}
    for e in named:
        batch_of[e.unit] = min(e.batch or 0, batch_of.get(e.unit, e.batch or 0))
    rows = [_row(kg, number, named, batch_of, ended) for number in sorted(set(batch_of.values()))]
    total, over = len(batch_of), sum(unit in batch_of for unit in ended)
    several = len({u for e in named for u in [e.unit] if e.batch != batch_of[u]})
    head = LangText(
        f"{len(rows)} 批共 {total} 个，其后终止 {over} 个，现存 {total - over} 个；认定不是采用。"
        + (f"{several} 个的批次说法不一，计入最早一批。" if several else ""),
        f"{total} zones in {len(rows)} batches, {over} ended since, {total - over} stand; designation is not adoption."
        + (f" {several} with several batches stated count in the first." if several else ""),
    )
    last = max((e.end for e in zones if e.end), default=None)
    return Head(_TITLE, head, notes(kg, (e.claim for e in zones), last, hidden=hidden, unverified=unverified)), rows


def _row(kg: KnowledgeGraph, number: int, named: list[Event], batch_of: dict[str, int], ended: dict[str, str]) -> Batch:
    events = [e for e in named if e.batch == number and batch_of[e.unit] == number]
    sure = {e.unit for e in events if e.tier != UNVERIFIED}
    day, kind = _dated(kg, events)
    over = tuple((place_name(kg, unit), ended[unit]) for unit in sorted(sure & set(ended)))
    return Batch(number, day, kind, len(sure), len({e.unit for e in events} - sure), over)


def _dated(kg: KnowledgeGraph, events: list[Event]) -> tuple[str, LangText]:
    """The day of the act that most zones of the batch are dated by: its best kind of date, to the day."""
    counted: dict[tuple[str, str], int] = defaultdict(int)
    for e in events:
        if e.begin and e.begin == e.end and e.date_kind in ACT_DAYS:
            counted[e.date_kind, str(e.begin)] += 1
    if not counted:
        return "", LangText("")
    kind, day = max(counted, key=lambda key: (counted[key], -ACT_DAYS.index(key[0]), key[1]))
    return day, kg.concept("date-kind", kind)
