"""The rows of the adoption curve, from a diffusion study."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.graph.diffusion.events import Event
from cemai.graph.diffusion.risk import ZONES
from cemai.graph.diffusion.study import DiffusionData, Study
from cemai.graph.errors import QueryError
from cemai.graph.repository import UNVERIFIED
from cemai.ontology.labels import TERMS
from cemai.ontology.text import LangText
from cemai.queries.answers.diffusion_data import read_diffusion_data, study_of, until_day
from cemai.viz.content import Head
from cemai.viz.plots.spread import CurveRows, Stage, TiedAdopters, stages

from .common import notes, place_name

UNITS = {
    "city": LangText("城市", "cities"),
    "district": LangText("直属关区", "customs districts"),
    "province": LangText("省份", "provinces"),
    "county": LangText("县区", "counties"),
    "area": LangText("功能区", "areas"),
    "organisation": LangText("机构", "organisations"),
    "programme": LangText("项目", "programmes"),
}
# Kinds of units of which it is known who could adopt: zones or the register list them.
_AT_RISK = ("city", "district")
_NO_RISK_SET = LangText("这类单位没有可知的风险集，不画。", "For such units no risk set is known: none is drawn.")


def curve_rows(
    kg: KnowledgeGraph, innovation: str, *, role: str | None = None, risk: str | None = None,
    until: date | None = None, unverified: bool = False,
) -> tuple[Head, CurveRows]:  # fmt: skip
    """Head and rows of the curve. Raises NameUnknown, NameAmbiguous, QueryError as `cemai diffusion` does."""
    known = _read_data(kg, until, unverified=False)
    data = _read_data(kg, until, unverified=True) if unverified else known
    return curve_of(kg, innovation, known, data, role=role, risk=risk)


def curve_of(
    kg: KnowledgeGraph, innovation: str, known: DiffusionData, data: DiffusionData, *, role: str | None = None,
    risk: str | None = None,
) -> tuple[Head, CurveRows]:  # fmt: skip
    """The same from data that were read before; `data` is `known` itself, or has the unverified statements, too."""
    unverified = data is not known
    wide = study_of(kg, innovation, data, role=role, risk=risk)
    found = study_of(kg, innovation, known, role=role, risk=risk) if unverified else wide
    same = found.kind == wide.kind and bool(found.adoptions)
    if not wide.adoptions:
        raise QueryError(
            f"no statement shown here says who took up {innovation!r} ({known.hidden.get(wide.policy, 0)} unverified: "
            "--all); that is not a no 没有可画的陈述，不等于没有"
        )
    acts = [*wide.central, *(e for a in wide.adoptions for e in a.events)]
    rows = CurveRows(
        UNITS.get(wide.kind, LangText("单位", "units")), len(wide.dated), tuple(found.points) if same else (),
        tuple(_ties(kg, found if same else None, wide)),
        tuple(place_name(kg, a.unit) for a in wide.adoptions if not a.latest), tuple(_stages(acts)), wide.until,
        found.nationwide.begin if found.nationwide else None, tuple(wide.points) if unverified else (),
        wide.kind in _AT_RISK or risk is not None,
    )  # fmt: skip
    hidden = known.hidden.get(wide.policy, 0)
    return _head(kg, data, wide, rows, hidden=hidden, unverified=unverified), rows


def _read_data(kg: KnowledgeGraph, until: date | None, *, unverified: bool) -> DiffusionData:
    data = read_diffusion_data(kg, unverified=unverified)
    return until_day(data, until) if until else data


def _ties(kg: KnowledgeGraph, found: Study | None, wide: Study) -> Iterable[TiedAdopters]:
    """Adopters by the days that their dates leave open; what only unverified statements say of them stands apart."""
    sure = {(a.unit, a.earliest, a.latest) for a in found.dated} if found else set()
    groups: dict[tuple[date, date, bool], list[str]] = defaultdict(list)
    for unit, earliest, latest in sorted(sure | {(a.unit, a.earliest, a.latest) for a in wide.dated}, key=str):
        if earliest and latest:
            groups[earliest, latest, (unit, earliest, latest) in sure].append(unit)
    for (begin, end, known), units in sorted(groups.items()):
        yield TiedAdopters(begin, end, tuple(place_name(kg, unit) for unit in units), known)


def _stages(events: Iterable[Event]) -> Iterable[Stage]:
    """The days on which the centre went a stage further, as acts and the claims of adopters state it.

    Unverified ones stand beside the others and hide none of them.
    """
    order, reached, perhaps = list(stages()), -1, -1
    for e in sorted((e for e in events if e.stage in order and e.begin), key=lambda e: (str(e.begin), e.claim)):
        level, sure = order.index(str(e.stage)), e.tier != UNVERIFIED
        if e.begin and level > (reached if sure else max(reached, perhaps)):
            reached, perhaps = (level, perhaps) if sure else (reached, level)
            yield Stage(str(e.stage), e.begin, e.end or e.begin, sure)


def _head(
    kg: KnowledgeGraph, data: DiffusionData, found: Study, rows: CurveRows, *, hidden: int, unverified: bool
) -> Head:  # fmt: skip
    zh, en = _counted(kg, found, rows)
    if unverified:
        zh, en = f"含未核实陈述：{zh}", f"With unverified statements: {en}"
    more = _few(rows) if rows.few else _at_risk(found) if rows.at_risk else _NO_RISK_SET
    claims = [e.claim for a in found.adoptions for e in a.events] + [e.claim for e in found.central]
    if rows.at_risk and not rows.few:
        claims += [c for spell in found.risk.spells for c in spell.claims]
    last = found.until if found.until > date.min else None
    foot = notes(kg, claims, last, hidden=hidden, unverified=unverified)
    return Head(_title(data, found, rows), LangText(f"{zh}\n{more.zh}", f"{en}\n{more.en}"), foot)


def _title(data: DiffusionData, found: Study, rows: CurveRows) -> LangText:
    if found.policy == ZONES:
        return LangText("综试区的认定（不是采用）", "Designation of pilot zones (not adoption)")
    zh, en = data.labels.get(found.policy, (found.policy, None))
    shown = LangText("采用者", "adopters") if rows.few else LangText("采用曲线", "adoption curve")
    return LangText(f"{zh}：{shown.zh}", f"{en or zh}: {shown.en}")


def _few(rows: CurveRows) -> LangText:
    """Why there is no curve."""
    zh, en = (
        (f"只有 {rows.dated} 个有日期", f"Only {rows.dated} with a date")
        if rows.dated
        else ("均无日期", "None has a date")
    )
    return LangText(f"{zh}：不画曲线，看不出趋势。", f"{en}: no curve is drawn, and no trend can be read.")


def _at_risk(found: Study) -> LangText:
    """Among whom, and what is assumed of those without a statement."""
    who, size = found.risk.label, len(found.risk.spells)
    return LangText(
        f"风险集：{who.zh}，共 {size}；无陈述者按尚未采用计，名单完整时才成立。",
        f"Risk set: {who.en}, {size} in all; units without a claim count as not yet adopted, sound only where lists "
        "are complete.",
    )


def _counted(kg: KnowledgeGraph, found: Study, rows: CurveRows) -> tuple[str, str]:
    """How many of which kind, dated or not, in which roles; adopters of other kinds are named, not drawn."""
    roles: dict[str, int] = defaultdict(int)
    for a in found.adoptions:
        roles[a.deciding.role] += 1
    named = [(kg.concept(TERMS, role), n) for role, n in roles.items()]
    zh, en = "，".join(f"{r.in_('zh')} {n}" for r, n in named), ", ".join(f"{r.in_('en')} {n}" for r, n in named)
    others = [(UNITS.get(k, LangText("其他", "others")), n) for k, n in found.other_kinds.items()]
    n = len(found.placed)
    head = (f"{rows.unit.zh} {n} 个（{zh or '无'}），有日期 {rows.dated} 个。",
            f"{rows.unit.en}: {n} ({en or 'none'}), with a date: {rows.dated}.")  # fmt: skip
    if others:
        head = (f"{head[0]}另有{'，'.join(f'{u.zh} {k}' for u, k in others)}，未画。",
                f"{head[1]} Not drawn: {', '.join(f'{u.en} {k}' for u, k in others)}.")  # fmt: skip
    if found.kind == "district":
        head = (f"{head[0]}关区开展，不等于所辖城市采用。",
                f"{head[1]} What a district runs is no adoption by the cities it covers.")  # fmt: skip
    return head
