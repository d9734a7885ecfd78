"""What a trace is of, and the steps of a policy (who follows, carries out, cites it) and of a topic of measures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cemai.graph.errors import NameUnknown, QueryError
from cemai.graph.model.suggestions import similar_names
from cemai.queries.runner import Cell, Row
from cemai.queries.session import Session

from .steps import KINDS, TRACEABLE, TraceStep, as_step
from .topics import find_topic, one_topic, topic_label, topic_names, topic_word

_CLASSES = {"innovation": TRACEABLE, "policy": ("Policy",)}
PROVIDES = "provides"


def resolve_target(kg: Session, name: str, kind: str | None = None) -> tuple[str, str]:
    """Whether `name` is an innovation, a policy or a topic (in this order), and its identifier.

    Raises NameUnknown with near names, NameAmbiguous, or QueryError for a kind that is none.
    """
    if not name.strip():
        raise QueryError("the name is empty 名称为空")
    if kind is not None and kind not in KINDS:
        raise QueryError(f"--as {kind!r}: choose from {', '.join(KINDS)} 可用的值见前")
    for wanted, classes in _CLASSES.items():
        if kind in (None, wanted) and (kind or kg.find(name, classes)):
            return wanted, kg.one(name, classes)
    topic = one_topic(kg, name) if kind == "topic" else find_topic(kg, name)
    if topic is None and kg.find(name):
        kg.one(name, (*TRACEABLE, "Policy"))
    if topic is None:
        near = kg.suggest(name, (*TRACEABLE, "Policy"))
        topics = similar_names(name, {word: topic_label(kg, key) for word, key in topic_names(kg).items()}, 2)
        raise NameUnknown(name, [*near, *topics])
    return "topic", f"topic/{topic}"


def alternative_kinds(kg: Session, name: str, kind: str) -> list[str]:
    """The other kinds that `name` could be traced as."""
    found = [wanted for wanted, classes in _CLASSES.items() if kg.find(name, classes)]
    return [k for k in (*found, *(["topic"] if find_topic(kg, name) else [])) if k != kind]


def policy_steps(kg: Session, policy: str) -> list[TraceStep]:
    """Who acted on a policy, what follows, cites, carries it out, where it applies; in no order."""
    return [as_step(row) for row in kg.rows("trace/of-policy", {"policy": policy})]


def topic_steps(kg: Session, topic: str, text: str) -> list[TraceStep]:
    """Which places took up measures of a topic, by which policy; dated by the policy. In no order.

    Beside provisions of the topic stand measures and policies whose title holds the word that was asked for.
    """
    rows = kg.rows("trace/of-topic", {"topic": topic})
    known = {(r["place"], r["measure"]) for r in rows} | {(r["place"], r["policy"]) for r in rows}
    named = [
        {**r, "measure": r["thing"], "measure_zh": r["thing_zh"], "policy": _policy(r), "policy_zh": _policy(r, "_zh")}
        for r in kg.rows("trace/of-word", {"word": _word(kg, topic, text)})
        if (r["place"], r["thing"]) not in known
    ]
    taken_up = [*rows, *named]
    issues = _issues(kg, sorted({str(r["policy"]) for r in taken_up if r["policy"]}))
    kg.entities.load(str(r["place"]) for r in taken_up)
    kg.claims({str(r["claim"]) for r in taken_up})
    steps = {(r["place"], r["measure"], r["policy"], r["claim"]): _step(kg, r, issues) for r in taken_up}
    return list(steps.values())


def in_role(steps: Iterable[TraceStep], role: str | None) -> list[TraceStep]:
    """The steps of one role. Raises QueryError for a role that none of them has."""
    found = list(steps)
    roles = sorted({step.role for step in found})
    if role is not None and role not in roles:
        raise QueryError(f"no step has the role {role!r}; roles here 此处的角色: {', '.join(roles) or '-'}")
    return [step for step in found if role in (None, step.role)]


def _word(kg: Session, topic: str, text: str) -> str:
    """The word to look for in titles: what the user wrote in Chinese, else the Chinese name of the topic."""
    word = topic_word(text)
    return kg.vocabulary("topic")[topic].zh or word if word.isascii() else word


def _policy(row: Row, suffix: str = "") -> Cell:
    return row[f"thing{suffix}"] if str(row["thing"]).startswith("policy/") else None


def _issues(kg: Session, policies: Sequence[str]) -> dict[Cell, Row]:
    """The first dated issue of each policy."""
    found: dict[Cell, Row] = {}
    rows = kg.rows("policies/issued", {"policy": policies}) if policies else []
    for row in sorted(rows, key=lambda r: str(r["begin"] or "9999")):
        if row["begin"]:
            found.setdefault(row["policy"], row)
    return found


def _step(kg: Session, row: Row, issues: dict[Cell, Row]) -> TraceStep:
    """A place that provides a measure; the act is the policy, its date the day of issue."""
    issued = issues.get(row["policy"], {})
    return as_step(
        {
            "claim": row["claim"], "subject": row["place"], "subject_zh": row["place_zh"],
            "subject_en": kg.label(str(row["place"]), "en"), "role": PROVIDES, "object": row["measure"],
            "object_zh": row["measure_zh"], "date": issued.get("date"), "begin": issued.get("begin"),
            "end": issued.get("end"), "precision": None, "kind": issued.get("kind"), "basis": None,
            "act": row["policy"], "act_zh": row["policy_zh"], "stage": None, "learned_from": None,
            "learned_zh": None, "tier": row["tier"], "confidence": row["confidence"],
            "note": kg.claim(str(row["claim"])).note,
        }
    )  # fmt: skip
