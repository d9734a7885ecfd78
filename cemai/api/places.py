"""The questions as methods of the graph: a thing, cities side by side, figures, support, peers, disagreements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import notes, table_views
from .frames import Kind, kinds
from .result import Result
from .tracing import Day, Dictionary, as_day

if TYPE_CHECKING:
    from cemai.queries.answers.compare import Line
    from cemai.queries.answers.figures import Figure
    from cemai.queries.answers.measures import Support
    from cemai.queries.answers.peers import Lack

    from .knowledge_graph import KnowledgeGraph
_FINDING_KINDS: dict[str, Kind] = {
    "rank": "integer", "class": "text", "disagreement": "boolean", "zh": "text", "en": "text", "gap": "number",
    "gap_unit": "text", "relative": "number", "subjects": "text", "sources": "text", "passages": "text",
    "claims": "text", "rule": "text", "id": "text",
}  # fmt: skip


def show(kg: KnowledgeGraph, name: str, *, unverified: bool = False) -> Result[Dictionary]:
    """What is known of a thing: names and properties above, every statement about it as a row."""
    from cemai.queries.answers.profile import COLUMNS, HEADS, profile, readable, statements

    thing = kg.one(name)
    found, hidden = statements(kg, thing, unverified=unverified)
    rows, told = tuple(found), (*notes.hidden(hidden), *notes.nothing(found))
    look = table_views.Look(HEADS, readable)
    return Result(kg, tuple(profile(kg, thing)), rows, rows, dict.fromkeys(COLUMNS, "text"), look, told, thing)


def compare(kg: KnowledgeGraph, *cities: str, unverified: bool = False) -> Result[Line]:
    """Places side by side in five dimensions; figures share a row only where caliber and all else agree."""
    from cemai.queries.answers.compare import compare as run

    found = run(kg, cities, unverified=unverified)
    fields = ["dimension", "item", "measure", "unit", "period", "modality", "caliber", *found.names, "comparable"]
    heads = {name: name for name in fields if name not in ("unit", "modality")}
    records = tuple(line.row(found.names) for line in found.lines)
    columns: dict[str, Kind] = dict.fromkeys([*fields, *(f"claims {name}" for name in found.names)], "text")
    told = (*table_views.COMPARED, *notes.hidden(found.hidden))
    return Result(kg, (" · ".join(found.names),), found.lines, records, columns, table_views.Look(heads), told, found)


def series(kg: KnowledgeGraph, place: str, indicator: str, *, caliber: str | None = None,
           unverified: bool = False) -> Result[Figure]:  # fmt: skip
    """An indicator of a thing over time, per caliber and modality; `found.points` has targets beside outcomes."""
    from cemai.queries.answers.figures import Figure
    from cemai.queries.answers.series import calibers, known_indicators
    from cemai.queries.answers.series import series as run

    found = run(kg, place, indicator, caliber=caliber, unverified=unverified)
    told = [f"{len(found.figures)} 个数值 figures"]
    if len(calibers(found)) > 1:
        told.append(f"口径不同，不可相比 calibers differ and are not compared: {', '.join(sorted(calibers(found)))}")
    told += [*notes.hidden(found.hidden), *notes.nothing(found.figures)]
    if not found.figures:
        if caliber and (others := run(kg, place, indicator, unverified=unverified)).figures:
            told.append(f"口径 calibers with figures: {', '.join(sorted(calibers(others)))}")
        told.append(f"有数值的指标 indicators with figures: {', '.join(known_indicators(kg, found.subject)) or '-'}")
    records = tuple(figure.row() for figure in found.figures)
    columns = kinds(Figure, ("period_begin",), ("value",))
    head = (f"{kg.label(found.subject) or found.subject} · {indicator}",)
    return Result(kg, head, found.figures, records, columns, table_views.FIGURES, tuple(told), found)


def measures(kg: KnowledgeGraph, topic: str | None = None, *, city: str | None = None, beneficiary: str | None = None,
             on: Day = None, unquantified: bool = False, unverified: bool = False) -> Result[Support]:  # fmt: skip
    """Who pays for a topic, by which rate, amount and cap: the highest stated maximum for one applicant first."""
    from cemai.queries.answers.measures import NOTICE, Support
    from cemai.queries.answers.measures import measures as run

    found = run(kg, topic, city=city, beneficiary=beneficiary, on=as_day(on), unquantified=unquantified,
                unverified=unverified)  # fmt: skip
    told = [f"{len(found.rows)} 项支持标准 provisions"]
    if found.without_figure:
        told.append(f"{found.without_figure} 项未载任何数字，未列出 state no figure and are not shown: "
                    "--with-unquantified, in Python unquantified=True")  # fmt: skip
    if found.without_dates:
        told.append(f"{found.without_dates} 项未写明有效期，未列出 state no period of validity and are not shown")
    told += [*notes.hidden(found.hidden), *notes.nothing(found.rows)]
    records = tuple(support.row() for support in found.rows)
    columns = kinds(Support, ("valid_from", "valid_to"))
    return Result(kg, (NOTICE.both(" · "),), found.rows, records, columns, table_views.SUPPORT, tuple(told), found)


def peers(kg: KnowledgeGraph, place: str, *, by: str | None = None, unverified: bool = False) -> Result[Lack]:
    """What peers (same batch, province or tier) have a claim for and the place has none."""
    from cemai.queries.answers.peers import Lack
    from cemai.queries.answers.peers import peers as run

    found = run(kg, place, basis=by, unverified=unverified)
    told = [f"{name}: {len(group)} 个可比城市 peers: {'、'.join(group.values()) or '-'}"
            for name, group in found.groups.items()]  # fmt: skip
    lacking = f"没有陈述不等于没有 {found.name} has no claim for these; that is not a no"
    none = "同类地方也没有该地所缺的陈述 no peer has a claim that the place lacks; that is not a no"
    told.append(lacking if found.lacks else none)
    records = tuple(lack.row() for lack in found.lacks)
    return Result(kg, (found.name,), found.lacks, records, kinds(Lack), table_views.LACKS, tuple(told), found)


def audit(kg: KnowledgeGraph, klass: str | None = None, *, subject: str | None = None, source: str | None = None,
          disagreements_only: bool = False) -> Result[Dictionary]:  # fmt: skip
    """Which statements disagree, how, and whether they truly do: the most serious first."""
    from cemai.queries.answers.disagreements import findings, told

    rows = tuple(findings(kg, klass, subject, source, disagreements_only=disagreements_only))
    return Result(kg, ("核查 audit",), rows, rows, _FINDING_KINDS, table_views.FINDINGS, told(rows), rows)
