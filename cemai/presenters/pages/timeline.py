"""The timeline of one thing or of all: acts, designations, adoptions, evaluations, and what else bears a date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Annotated

from cemai.graph.errors import QueryError
from cemai.graph.model.statement import Claim
from cemai.graph.repository import UNVERIFIED
from cemai.ontology.text import LangText
from cemai.viz.content import EntityView, Head, StatementView
from cemai.viz.views.timeline.page import Lane, TimelineMark, timeline_page

from .notes import page_notes
from .presenter import StatementPresenter
from .registry import Page, ViewArgument, view

ALL = "all"
LANES = (
    Lane("act", LangText("文件", "Acts"), "#0072B2"),
    Lane("designation", LangText("认定", "Designations"), "#CC79A7"),
    Lane("adoption", LangText("采用与试点", "Adoptions"), "#009E73"),
    Lane("evaluation", LangText("评估", "Evaluations"), "#D55E00"),
    Lane("other", LangText("其他", "Other"), "#7F7F7F"),
)
_ACTS = ("issued", "publishes", "dated", "approves", "hasMeasure")
_KINDS = ("Designation", "Adoption", "Evaluation", "Relation")


@view(
    "timeline", "时间线页：文件、认定、采用、评估 · A timeline of acts, designations, adoptions, evaluations.",
    (), ("杭州",), whole=LangText("大事记", "Timeline"),
)  # fmt: skip
def timeline_view(
    presenter: StatementPresenter,
    name: Annotated[str, ViewArgument("城市、创新、文件等，或 all · a thing, or all")] = ALL,
    *,
    unverified: bool = False,
) -> Page:
    """The timeline. Raises QueryError where nothing dated is known."""
    entity = None if name == ALL else presenter.kg.one(name)
    claims, hidden = _claims(presenter, entity, unverified)
    facts = tuple(f for f in presenter.statements(claims) if f.begin)
    if not facts:
        raise QueryError(f"no dated statement is known of {name!r}; --all shows unverified ones 没有带日期的陈述")
    kinds = {claim.id: _lane(claim) for claim in claims}
    marks = _marks(facts, kinds, entity)
    head = Head(_title(presenter, entity), _subtitle(facts, len(claims)), page_notes(presenter, facts, hidden))
    page = timeline_page(head, facts, _entities(presenter, facts), LANES, marks)
    return Page(page, {"marks 标记": len(marks)})


def _claims(presenter: StatementPresenter, entity: str | None, unverified: bool) -> tuple[list[Claim], int]:
    """Claims that may bear a date: all of them, or those about one thing."""
    if entity is None:
        return presenter.of_kind(*_KINDS, unverified=unverified)
    rows = presenter.kg.rows("show/about", {"thing": entity})
    found = presenter.kg.claims(sorted({str(row["claim"]) for row in rows}))
    dated = [c for c in found if c.kind in _KINDS]
    shown = [c for c in dated if unverified or c.evidence_tier != UNVERIFIED]
    return shown, len(dated) - len(shown)


def _lane(claim: Claim) -> str:
    if claim.kind == "Relation":
        return "act" if claim.predicate in _ACTS or claim.subject.startswith("policy/") else "other"
    return claim.kind.lower()


def _marks(facts: Iterable[StatementView], lanes: dict[str, str], entity: str | None) -> list[TimelineMark]:
    """One mark for what one act (or one object) does in one span of days."""
    groups: dict[tuple[str, str, str, str], list[StatementView]] = defaultdict(list)
    for fact in facts:
        lane = lanes[fact.claim]
        groups[(lane, fact.begin, fact.end, _shared(lane, fact))].append(fact)
    marks = [TimelineMark(lane, begin, end, _name(lane, group, entity), tuple(f.claim for f in group))
             for (lane, begin, end, _), group in groups.items()]  # fmt: skip
    return sorted(marks, key=lambda m: (m.begin, m.end, m.claims))


def _shared(lane: str, fact: StatementView) -> str:
    """What statements of one mark have in common: the act and what became of it, else a zone, else nothing."""
    if lane == "act":
        return f"{fact.object if fact.object.startswith('policy/') else fact.subject} {fact.kind.zh}"
    return fact.act or (fact.object if lane in ("designation", "evaluation") else fact.claim)


def _name(lane: str, group: list[StatementView], entity: str | None) -> LangText:
    """An act by its name and the kind of date, several subjects by what they share, one by who did what."""
    first = group[0]
    if lane == "act":
        named = first.object_name if first.object.startswith("policy/") else first.subject_name
        return _joined((named, first.kind)) if named.zh else first.subject_name
    if len(group) > 1:
        return first.act_name if first.act else first.object_name
    # On the page of one thing its own name is not repeated.
    return _joined(
        text
        for name, text in (
            (first.subject, first.subject_name),
            ("", first.role_name),
            (first.object, first.object_name),
        )
        if not entity or name != entity
    )


def _joined(texts: Iterable[LangText]) -> LangText:
    parts = [t for t in texts if t.zh or t.en]
    return LangText(" ".join(t.zh or t.en for t in parts), " ".join(t.en or t.zh for t in parts))


def _entities(presenter: StatementPresenter, facts: Iterable[StatementView]) -> list[EntityView]:
    by_thing: dict[str, dict[str, None]] = defaultdict(dict)
    for fact in facts:
        for entity in filter(None, (fact.subject, fact.object, fact.act)):
            by_thing[entity][fact.claim] = None
    return [presenter.entity(entity, claims) for entity, claims in sorted(by_thing.items())]


def _title(presenter: StatementPresenter, entity: str | None) -> LangText:
    if entity is None:
        return LangText("大事记：文件、认定、采用、评估", "Timeline: acts, designations, adoptions, evaluations")
    name = presenter.name(entity)
    return LangText(f"{name.zh}：时间线", f"{name.en or name.zh}: timeline")


def _subtitle(facts: tuple[StatementView, ...], total: int) -> LangText:
    rest = total - len(facts)
    return LangText(f"{len(facts)} 条有日期的陈述；另有 {rest} 条没有日期，不在图上",
                f"{len(facts)} dated statements; {rest} more have no date and are not drawn")  # fmt: skip
