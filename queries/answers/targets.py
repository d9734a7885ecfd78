"""What a trace is of, and the steps of a policy (who follows, carries out, cites it) and of a topic of measures."""

from __future__ import annotations

from collections import defaultdict

from cemai.graph.errors import NameUnknown, QueryError
from cemai.graph.model.suggestions import near_names
from cemai.graph.repository import short
from cemai.queries.runner import Cell
from cemai.queries.session import Session

from .steps import KINDS, TRACEABLE, Step, as_step
from .topics import find_topic, one_topic, topic_label, topic_names, topic_word

_CLASSES = {"innovation": TRACEABLE, "policy": ("Policy",)}
PROVIDES = "provides"


def what(kg: Session, name: str, kind: str | None = None) -> tuple[str, str]:
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
        near = kg.near(name, (*TRACEABLE, "Policy"))
        topics = near_names(name, {word: topic_label(kg, key) for word, key in topic_names(kg).items()}, 2)
        raise NameUnknown(name, [*near, *topics])
    return "topic", f"topic/{topic}"


def others(kg: Session, name: str, kind: str) -> list[str]:
    """The other kinds that `name` could be traced as."""
    found = [wanted for wanted, classes in _CLASSES.items() if kg.find(name, classes)]
    return [k for k in (*found, *(["topic"] if find_topic(kg, name) else [])) if k != kind]


def policy_steps(kg: Session, policy: str, role: str | None) -> list[Step]:
    """Who acted on a policy, what follows, cites, carries it out, where it applies; in no order."""
    steps = [as_step(kg, row) for row in kg.query("trace/of-policy", {"policy": policy}).dicts()]
    return _in_role(steps, role)


def topic_steps(kg: Session, topic: str, text: str, role: str | None) -> list[Step]:
    """Which places took up measures of a topic, by which policy; dated by the policy. In no order.

    Beside provisions of the topic stand measures and policies whose title holds the word that was asked for.
    """
    rows = list(kg.query("trace/of-topic", {"topic": topic}).dicts())
    known = {(r["place"], r["measure"]) for r in rows} | {(r["place"], r["policy"]) for r in rows}
    named = [
        r | {"measure": r["thing"], "measure_zh": r["thing_zh"], "policy": _policy(r), "policy_zh": _policy(r, "_zh")}
        for r in kg.query("trace/of-word", {"word": _word(kg, topic, text)}).dicts()
        if (r["place"], r["thing"]) not in known
    ]
    dates = _dates(kg)
    steps = {(r["place"], r["measure"], r["policy"], r["claim"]): _step(kg, r, dates) for r in [*rows, *named]}
    return _in_role(list(steps.values()), role)


def _word(kg: Session, topic: str, text: str) -> str:
    """The word to look for in titles: what the user wrote in Chinese, else the Chinese name of the topic."""
    word = topic_word(text)
    return kg.label(f"topic/{topic}") or word if word.isascii() else word


def _policy(row: dict[str, Cell], suffix: str = "") -> Cell:
    return row[f"thing{suffix}"] if str(row["thing"]).startswith("policy/") else None


def _dates(kg: Session) -> dict[Cell, dict[str, Cell]]:
    """The first dated issue of each policy."""
    found: dict[Cell, dict[str, Cell]] = defaultdict(dict)
    for row in sorted(kg.query("policies/issued").dicts(), key=lambda r: str(r["begin"] or "9999")):
        if row["begin"] and row["policy"] not in found:
            found[row["policy"]] = row
    return found


def _step(kg: Session, row: dict[str, Cell], dates: dict[Cell, dict[str, Cell]]) -> Step:
    """A place that provides a measure; the act is the policy, its date the day of issue."""
    issued = dates.get(row["policy"], {})
    claim = kg.claim(short(str(row["claim"])))
    return as_step(
        kg,
        {
            "claim": row["claim"], "subject": row["place"], "subject_zh": row["place_zh"],
            "subject_en": kg.label(str(row["place"]), "en"), "role": PROVIDES, "object": row["measure"],
            "object_zh": row["measure_zh"], "date": issued.get("date"), "begin": issued.get("begin"),
            "end": issued.get("end"), "precision": None, "kind": issued.get("kind"), "basis": None,
            "act": row["policy"], "act_zh": row["policy_zh"], "stage": None, "learned_from": None,
            "learned_zh": None, "tier": row["tier"], "confidence": row["confidence"], "note": claim.note,
        },
    )  # fmt: skip


def _in_role(steps: list[Step], role: str | None) -> list[Step]:
    """The steps of one role. Raises QueryError for a role that none of them has."""
    roles = sorted({step.role for step in steps})
    if role is not None and role not in roles:
        raise QueryError(f"no step has the role {role!r}; roles here 此处的角色: {', '.join(roles) or '-'}")
    return [step for step in steps if role in (None, step.role)]
