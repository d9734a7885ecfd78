"""Which statements disagree, and how: the findings of the build, read back with the passages of their claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cemai.graph.errors import QueryError
from cemai.graph.model.statement import Claim
from cemai.queries.runner import Cell
from cemai.queries.session import Session

SCHEME = "disagreement-class"


def findings(
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
    wanted = {"subject": kg.one(subject) if subject else None, "source": _source(kg, source) if source else None}
    groups: dict[str, list[dict[str, Cell]]] = {}
    for row in kg.query("disagreements/claims", {"class": klass} if klass else {}).dicts():
        groups.setdefault(str(row["finding"]), []).append(row)
    kept = (
        rows
        for rows in groups.values()
        if all(value is None or any(r[column] == value for r in rows) for column, value in wanted.items())
    )
    return [_row(kg, rows) for rows in kept if rows[0]["disagreement"] or not disagreements_only]


def told(rows: Sequence[Mapping[str, Cell]]) -> tuple[str, ...]:
    """How many findings, how many of them disagreements; nothing found is not agreement."""
    true = sum(r["disagreement"] is True for r in rows)
    counted = f"{len(rows)} 项 findings: {true} 处矛盾 disagreements, {len(rows) - true} 处可以解释 explained"
    nothing = "没有发现不等于没有分歧 none found among the statements recorded here; that is not a no"
    return (counted,) if rows else (counted, nothing)


def _source(kg: Session, name: str) -> str:
    """A document by its short id (casebook-2024), its title or its identifier; an act counts as a source, too."""
    found = kg.find(f"source/{name}") if "/" not in name else []
    return found[0] if found else kg.one(name)


def _row(kg: Session, rows: list[dict[str, Cell]]) -> dict[str, Cell]:
    """One finding from its rows, one a claim and source."""
    head = rows[0]
    claims = list(dict.fromkeys(str(r["claim"]).removeprefix("claim/") for r in rows))
    subjects = dict.fromkeys(str(r["subject_zh"] or r["subject"]) for r in rows)
    sources = dict.fromkeys(str(r["source"]).rpartition("/")[2] for r in rows)
    return {
        "rank": head["rank"], "class": _key(head["class"]), "disagreement": head["disagreement"], "zh": head["zh"],
        "en": head["en"], "gap": head["gap"], "gap_unit": _key(head["gap_unit"]), "relative": head["relative"],
        "subjects": ", ".join(subjects), "sources": ", ".join(sources),
        "passages": ", ".join(dict.fromkeys(p for c in claims for p in _passages(kg.claim(c)))),
        "claims": ", ".join(claims), "rule": head["rule"], "id": head["finding"],
    }  # fmt: skip


def _key(concept: Cell) -> Cell:
    return str(concept).rpartition("/")[2] if concept else None


def _passages(claim: Claim) -> Iterator[str]:
    """Source and positions of the main passage of each evidence; the source alone where no text is held."""
    for evidence in claim.evidence:
        where = evidence.source.rpartition("/")[2]
        spans = sorted(evidence.spans, key=lambda s: (s.role != "value", s.role != "statement", s.start))
        yield f"{where} {spans[0].start}–{spans[0].end}" if spans else where
