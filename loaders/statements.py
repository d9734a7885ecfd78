"""Rows of claims to claims: names become identifiers, dates become spans, spans become evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from cemai.graph.errors import DataError, Where
from cemai.graph.model import dates
from cemai.graph.model.field import Field
from cemai.graph.model.fields import BY_NAME
from cemai.graph.model.names import NameIndex
from cemai.graph.model.statement import Claim, Evidence, Span
from cemai.ontology.schema import OntologyTerms

from .dataset import EVIDENCE, Dataset
from .printed import contradictions
from .schema import ClaimRow, EvidenceRow

# What becomes something else: the parts of an identifier, of evidence, and the spans of days.
_OWN_FORM = {"key", "source", "page", "date", "date_printed", "period"}
# What is computed of the evidences; the others say how a row came about.
COMPUTED = frozenset({"corroborated", "single-source"})


class ClaimMaker:
    """Makes the claims of one dataset, with the things of all datasets to resolve names against.

    `copies` names for each source whose text another one has, too, the one they both count as. `notices` are what is
    told and does not stop a build.
    """

    def __init__(
        self, dataset: Dataset, names: NameIndex, terms: OntologyTerms, copies: Mapping[str, str] | None = None
    ) -> None:
        self.dataset, self.names, self.terms = dataset, names, terms
        self.copies = copies or {}
        self.notices: list[DataError] = []

    def claims(self) -> Iterator[tuple[Where, Claim | DataError]]:
        """Every claim with the place it comes from, or the error that its row has."""
        for table in self.dataset.meta.tables:
            for number, row in self.dataset.tables[table.name]:
                if isinstance(row, ClaimRow):
                    where = Where(self.dataset.path(table.name), number)
                    try:
                        yield where, self._claim(table.name, table.kind, row, where)
                    except DataError as error:
                        yield where, error

    def _claim(self, table: str, kind: str, row: ClaimRow, where: Where) -> Claim:
        meta = self.dataset.meta
        values = {name: value for name, value in row if value is not None and name not in _OWN_FORM}
        values = {"evidence_tier": meta.evidence_tier, "confidence": meta.confidence} | values
        values |= {name: self._resolved(row, name, value, where) for name, value in values.items()}
        values |= _dates(row)
        self._check(kind, values, where)
        for column, value, problem, fix in contradictions(kind, {n: v for n, v in row if v is not None}):
            raise DataError(Where(where.file, where.row, column, value), problem, fix)
        evidence = self._evidence(table, row, values, where)
        values["confidence"] = self._confidence(row, str(values["confidence"]), evidence, where)
        return Claim(
            id=f"{meta.id}/{table.replace('_', '-')}/{row.key}", kind=kind, dataset=meta.id, key=row.key,
            recorded_by=meta.recorded_by, recorded_at=meta.recorded_at, evidence=evidence, **values,
        )  # fmt: skip

    def _resolved(self, row: ClaimRow, column: str, value: object, where: Where) -> object:
        """A name as an identifier, a concept as a known key, a date as a day; any other value as it is."""
        field = BY_NAME[column]
        here = Where(where.file, where.row, column, value)
        if field.form == "thing":
            return self._thing(str(value), self._classes(row, field), here)
        if field.form == "date":
            return dates.parse(str(value)).begin
        if field.form == "concept" and str(value) not in self.terms.concepts.get(field.scheme or "", ()):
            known = ", ".join(sorted(self.terms.concepts.get(field.scheme or "", ())))
            raise DataError(here, f"not a key of the scheme {field.scheme} 词表中没有此值", f"known 可用: {known}")
        if field.form == "predicate" and value not in self.terms.properties:
            raise DataError(
                here, "not a property of the ontology 本体中没有此属性", "see docs/model.md 属性见 docs/model.md"
            )
        return value

    def _classes(self, row: ClaimRow, field: Field) -> frozenset[str]:
        """Which classes a column may name, as the ontology says: this is what tells 吉林市 from 吉林省 without a word.

        Subject and object are the ends of the row's predicate.
        """
        predicate: str = row.predicate  # type: ignore[attr-defined]
        match field.name:
            case "subject":
                return self.terms.domains.get(predicate, frozenset())
            case "object":
                return self.terms.ranges.get(predicate, frozenset())
        return self.terms.ranges.get(field.property, frozenset())

    def _thing(self, name: str, classes: frozenset[str], here: Where) -> str:
        found = [t for t in self.names.find(name) if any(self.terms.is_a(c, classes) for c in t.classes)]
        if len(found) == 1:
            return found[0].id
        if found:
            listed = ", ".join(f"{t.id} ({t.name_zh})" for t in found)
            raise DataError(here, "several things have this name 有多个同名事物", f"use an id 请用编号: {listed}")
        wanted = f" of class {' or '.join(sorted(classes))}" if classes else ""
        near = ", ".join(self.names.suggest(name))
        fix = f"add it to a table of things{f', or use: {near}' if near else ''} 请登记或改用相近名称"
        raise DataError(here, f"nothing{wanted} has this name 未登记的名称", fix)

    def _check(self, kind: str, values: dict[str, object], where: Where) -> None:
        """Rules inside one row that its model cannot say."""
        if kind == "Relation" and not (values.get("object") or values.get("text") or values.get("date")):
            problem = "a relation needs an object, a text or a date 缺少对象、文字或日期"
            raise DataError(Where(where.file, where.row, "object"), problem, "fill one of them 请填其一")
        if values.get("date_begin") and not values.get("date_kind"):
            raise DataError(Where(where.file, where.row, "date_kind"), "a date needs its kind 日期缺少种类",
                            "write decided, signed, published, effective … 请填日期种类")  # fmt: skip
        if values["claim_rank"] != "normal" and not values.get("rank_reason"):
            raise DataError(
                Where(where.file, where.row, "rank_reason"),
                "a rank needs its reason 缺少定级理由",
                "say why 请写明理由",
            )
        if any(values.get(c) for c in ("amount", "cap", "floor")) and not values.get("currency"):
            raise DataError(
                Where(where.file, where.row, "currency"),
                "an amount needs its currency 金额缺少币种",
                "write CNY or USD 请写 CNY 或 USD",
            )

    def _evidence(self, table: str, row: ClaimRow, values: dict[str, object], where: Where) -> tuple[Evidence, ...]:
        rows = self.dataset.evidence.get((table, row.key), [])
        tier = values["evidence_tier"]
        if rows:
            for number, span in rows:
                if f"source/{span.source}" not in self.names.things:
                    here = Where(self.dataset.folder / EVIDENCE, number, "source", span.source)
                    raise DataError(
                        here,
                        "no dataset.yml names this source 未登记的来源",
                        "correct it or add the source 请改正或登记来源",
                    )
            return tuple(self._spans([span for _, span in rows]))
        if tier == "passage":
            raise DataError(Where(where.file, where.row, "key", row.key), "no span in evidence.csv 缺少原文定位",
                            "locate it with `cemai annotate`, or set evidence_tier 请定位或填层级")  # fmt: skip
        source = row.source or values.get("act") if tier == "act" else row.source
        if tier == "act" and not source:
            raise DataError(
                Where(where.file, where.row, "act"), "the tier act needs an act 缺少依据文件", "name it 请写明"
            )
        if row.source:
            source = self._thing(
                row.source, frozenset({"Policy", "Source"}), Where(where.file, where.row, "source", row.source)
            )
        return (Evidence(1, str(source or self._default_source(where)), page=row.page),)

    def _confidence(self, row: ClaimRow, stated: str, evidence: tuple[Evidence, ...], where: Where) -> str:
        """The category that the evidences bear out: corroborated by two different sources, whatever a row says."""
        if stated not in COMPUTED:
            return stated
        sources = {e.page or self.copies.get(e.source, e.source) for e in evidence}
        if len(sources) > 1:
            return "corroborated"
        if stated == "corroborated":
            problem = f"evidence of {len(sources)} source only, counted as single-source 只有一个来源，按单一来源计"
            fix = "enter the evidence of a second source, or write single-source 补录另一来源的证据，或写 single-source"
            column = Where(where.file, where.row, "confidence", stated)
            self.notices.append(DataError(column, problem, fix))
        return "single-source"

    def _default_source(self, where: Where) -> str:
        if not self.dataset.meta.sources:
            raise DataError(
                Where(where.file, where.row, "source"),
                "no source 缺少来源",
                "name one in dataset.yml 请在 dataset.yml 登记",
            )
        return f"source/{self.dataset.meta.sources[0].id}"

    def _spans(self, rows: list[EvidenceRow]) -> Iterator[Evidence]:
        rows = sorted(rows, key=lambda r: r.evidence)
        for number, group in groupby(rows, key=lambda r: r.evidence):
            spans = tuple(sorted(Span(r.role, f"source/{r.source}", r.start, r.end, r.sha256) for r in group))
            yield Evidence(number, spans[0].source, spans)


def _dates(row: ClaimRow) -> dict[str, object]:
    """The normal-form columns as first and last day; `date` itself keeps the printed form."""
    found: dict[str, object] = {}
    if text := getattr(row, "date", None):
        span = dates.parse(text)
        found |= {"date": row.date_printed or text, "date_begin": span.begin, "date_end": span.end,  # type: ignore[attr-defined]
                  "date_precision": span.precision}  # fmt: skip
    if text := getattr(row, "period", None):
        span = dates.parse(text)
        found |= {"period": text, "period_begin": span.begin, "period_end": span.end}
    return found
