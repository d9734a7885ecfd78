"""Which statements disagree, and how: the findings of the build, read back with the passages of their claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cemai.graph.errors import QueryError
from cemai.graph.model.statement import Claim
from cemai.graph.repository import Repository
from cemai.queries.runner import Cell, Row
from cemai.queries.session import Session

from .columns import AnswerColumn, AnswerTable, Record

SCHEME = "disagreement-class"
_SHOWN = 4  # passages in a cell


def _sentence(_: Repository, finding: Record) -> Cell:
    return f"{finding['zh']}\n{finding['en']}"


def _gap(_: Repository, finding: Record) -> Cell:
    relative = f"\n{finding['relative']}%" if finding["relative"] is not None else ""
    return f"{finding['gap']} {finding['gap_unit']}{relative}" if finding["gap"] else None


def _few_passages(_: Repository, finding: Record) -> Cell:
    passages = str(finding["passages"]).split(", ")
    more = f" … +{len(passages) - _SHOWN}" if len(passages) > _SHOWN else ""
    return "\n".join(passages[:_SHOWN]) + more


FINDINGS = AnswerTable(
    (
        AnswerColumn("rank", "integer", "序 rank"),
        AnswerColumn("class", heading="类型 class"),
        AnswerColumn(
            "disagreement",
            "boolean",
            "矛盾 disagreement",
            show=lambda _, finding: "是 yes" if finding["disagreement"] else "否 no",
        ),
        AnswerColumn("zh"),
        AnswerColumn("en"),
        AnswerColumn("gap", "number", "差距 gap", show=_gap),
        AnswerColumn("gap_unit"),
        AnswerColumn("relative", "number"),
        AnswerColumn("subjects"),
        AnswerColumn("sources"),
        AnswerColumn("passages", heading="出处 passages", show=_few_passages),
        AnswerColumn("claims"),
        AnswerColumn("rule"),
        AnswerColumn("id"),
        AnswerColumn("sentence", None, "说明 finding", show=_sentence),
    ),
    ("rank", "class", "disagreement", "sentence", "gap", "passages"),
)


def list_findings(
    kg: Session,
    klass: str | None = None,
    subject: str | None = None,
    source: str | None = None,
    *,
    disagreements_only: bool = False,
) -> list[dict[str, Cell]]:
    """One row a finding, the most serious first; `subject` and `source` are names or identifiers.

    Raises QueryError for an unknown class, NameUnknown for an unknown name.
    """
    if klass and klass not in kg.concepts(SCHEME):
        known = ", ".join(kg.concepts(SCHEME))
        raise QueryError(f"no class of disagreement is called {klass!r}; known 可用的类型: {known}")
    asked: dict[str, str | list[str]] = {"class": klass} if klass else {}
    if subject or source:
        asked["finding"] = _about(kg, subject, source)
    groups: dict[str, list[Row]] = {}
    for row in kg.rows("disagreements/claims", asked) if asked.get("finding", True) else ():
        groups.setdefault(str(row["finding"]), []).append(row)
    kept = [rows for rows in groups.values() if rows[0]["disagreement"] or not disagreements_only]
    kg.claims({str(row["claim"]) for rows in kept for row in rows})
    return [_record(kg, rows) for rows in kept]


def _about(kg: Session, subject: str | None, source: str | None) -> list[str]:
    """The findings of which a claim is about a subject, and one rests on a source."""
    about = [("by-subject", "subject", kg.one(subject))] if subject else []
    about += [("by-source", "source", _source(kg, source))] if source else []
    found = [{str(row["finding"]) for row in kg.rows(f"disagreements/{name}", {column: thing})}
             for name, column, thing in about]  # fmt: skip
    return sorted(set.intersection(*found))


def audit_notes(rows: Sequence[Mapping[str, Cell]]) -> tuple[str, ...]:
    """How many findings, how many of them disagreements; nothing found is not agreement."""
    true = sum(r["disagreement"] is True for r in rows)
    counted = f"{len(rows)} 项 findings: {true} 处矛盾 disagreements, {len(rows) - true} 处可以解释 explained"
    nothing = "没有发现不等于没有分歧 none found among the statements recorded here; that is not a no"
    return (counted,) if rows else (counted, nothing)


def _source(kg: Session, name: str) -> str:
    """A document by its short id (casebook-2024), its title or its identifier; an act counts as a source, too."""
    if "/" in name:
        return kg.one(name)
    kg.entities.look_up([name, f"source/{name}"])
    found = kg.find(f"source/{name}")
    return found[0] if found else kg.one(name)


def _record(kg: Session, rows: list[Row]) -> dict[str, Cell]:
    """One finding from its rows, one a claim and source."""
    head = rows[0]
    claims = list(dict.fromkeys(str(r["claim"]) for r in rows))
    subjects = dict.fromkeys(str(r["subject_zh"] or r["subject"]) for r in rows)
    sources = dict.fromkeys(str(r["source"]).rpartition("/")[2] for r in rows)
    stated = {key: head[key] for key in FINDINGS.kinds if key in head}
    return {
        **stated, "subjects": ", ".join(subjects), "sources": ", ".join(sources),
        "passages": ", ".join(dict.fromkeys(p for c in kg.claims(claims) for p in _passages(c))),
        "claims": ", ".join(claims), "id": head["finding"],
    }  # fmt: skip


def _passages(claim: Claim) -> Iterator[str]:
    """Source and positions of the main passage of each evidence; the source alone where no text is held."""
    for evidence in claim.evidence:
        where = evidence.source.rpartition("/")[2]
        spans = sorted(evidence.spans, key=lambda s: (s.role != "value", s.role != "statement", s.start))
        yield f"{where} {spans[0].start}–{spans[0].end}" if spans else where
