"""The questions as methods of the graph: a thing, cities side by side, figures, support, peers, disagreements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import notes
from .result import Result
from .tracing import Day, Dictionary, as_day

if TYPE_CHECKING:
    from cemai.queries.answers.comparison import ComparisonLine
    from cemai.queries.answers.figures import StatedFigure
    from cemai.queries.answers.peer_gaps import Lack
    from cemai.queries.answers.support import Support

    from .knowledge_graph import KnowledgeGraph


def answer_show(kg: KnowledgeGraph, name: str, *, unverified: bool = False) -> Result[Dictionary]:
    """What is known of a thing: names and properties above, every statement about it as a row."""
    from cemai.queries.answers.profile import STATEMENTS, describe_thing, statements_about

    thing = kg.one(name)
    found, hidden = statements_about(kg, thing, unverified=unverified)
    rows, remarks = tuple(found), (*notes.hidden(hidden), *notes.nothing(found))
    return Result(kg, tuple(describe_thing(kg, thing)), rows, rows, STATEMENTS, remarks, thing)


def answer_compare(kg: KnowledgeGraph, *cities: str, unverified: bool = False) -> Result[ComparisonLine]:
    """Places side by side in five dimensions; figures share a row only where caliber and all else agree."""
    from cemai.queries.answers.comparison import COMPARED, compare_places, table

    found = compare_places(kg, cities, unverified=unverified)
    records = tuple(line.record(found.names) for line in found.lines)
    remarks = (*COMPARED, *notes.hidden(found.hidden))
    return Result(kg, (" · ".join(found.names),), found.lines, records, table(found.names), remarks, found)


def answer_series(
    kg: KnowledgeGraph, place: str, indicator: str, *, caliber: str | None = None, unverified: bool = False
) -> Result[StatedFigure]:
    """An indicator of a thing over time, per caliber and modality; `found.points` has targets beside outcomes."""
    from cemai.queries.answers.figures import StatedFigure
    from cemai.queries.answers.indicator_series import known_indicators, read_series

    found = read_series(kg, place, indicator, caliber=caliber, unverified=unverified)
    remarks = [f"{len(found.figures)} 个数值 figures"]
    if len(shown := sorted({figure.caliber for figure in found.figures})) > 1:
        remarks.append(f"口径不同，不可相比 calibers differ and are not compared: {', '.join(shown)}")
    remarks += [*notes.hidden(found.hidden), *notes.nothing(found.figures)]
    if not found.figures:
        if found.calibers:
            remarks.append(f"口径 calibers with figures: {', '.join(found.calibers)}")
        remarks.append(f"有数值的指标 indicators with figures: {', '.join(known_indicators(kg, found.subject)) or '-'}")
    records = tuple(figure.record() for figure in found.figures)
    head = (f"{kg.label(found.subject) or found.subject} · {indicator}",)
    return Result(kg, head, found.figures, records, StatedFigure.table(), tuple(remarks), found)


def answer_measures(
    kg: KnowledgeGraph,
    topic: str | None = None,
    *,
    city: str | None = None,
    beneficiary: str | None = None,
    on: Day = None,
    unquantified: bool = False,
    unverified: bool = False,
) -> Result[Support]:
    """Who pays for a topic, by which rate, amount and cap: the highest stated maximum for one applicant first."""
    from cemai.queries.answers.support import NOTICE, Support, find_support

    found = find_support(kg, topic, city=city, beneficiary=beneficiary, on=as_day(on), unquantified=unquantified,
                         unverified=unverified)  # fmt: skip
    remarks = [f"{len(found.rows)} 项支持标准 provisions"]
    if found.without_figure:
        remarks.append(f"{found.without_figure} 项未载任何数字，未列出 state no figure and are not shown: "
                    "--with-unquantified, in Python unquantified=True")  # fmt: skip
    if found.without_dates:
        remarks.append(f"{found.without_dates} 项未写明有效期，未列出 state no period of validity and are not shown")
    remarks += [*notes.hidden(found.hidden), *notes.nothing(found.rows)]
    records = tuple(support.record() for support in found.rows)
    return Result(kg, (NOTICE.both(" · "),), found.rows, records, Support.table(), tuple(remarks), found)


def answer_peers(kg: KnowledgeGraph, place: str, *, by: str | None = None, unverified: bool = False) -> Result[Lack]:
    """What peers (same batch, province or tier) have a claim for and the place has none."""
    from cemai.queries.answers.peer_gaps import Lack, compare_with_peers

    found = compare_with_peers(kg, place, basis=by, unverified=unverified)
    remarks = [f"{name}: {len(group)} 个可比城市 peers: {'、'.join(group.values()) or '-'}"
            for name, group in found.groups.items()]  # fmt: skip
    lacking = f"没有陈述不等于没有 {found.name} has no claim for these; that is not a no"
    none = "同类地方也没有该地所缺的陈述 no peer has a claim that the place lacks; that is not a no"
    remarks.append(lacking if found.lacks else none)
    records = tuple(lack.record() for lack in found.lacks)
    return Result(kg, (found.name,), found.lacks, records, Lack.table(), tuple(remarks), found)


def answer_audit(
    kg: KnowledgeGraph,
    klass: str | None = None,
    *,
    subject: str | None = None,
    source: str | None = None,
    disagreements_only: bool = False,
) -> Result[Dictionary]:
    """Which statements disagree, how, and whether they truly do: the most serious first."""
    from cemai.queries.answers.audit_findings import FINDINGS, audit_notes, list_findings

    rows = tuple(list_findings(kg, klass, subject, source, disagreements_only=disagreements_only))
    return Result(kg, ("核查 audit",), rows, rows, FINDINGS, audit_notes(rows), rows)
