"""`cemai coverage`: how much of each document the claims have taken up, token by token and paragraph by paragraph."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cemai.graph.errors import DataError, TextError, Where
from cemai.graph.model.locators import Document
from cemai.graph.model.names import NameIndex, name_keys
from cemai.graph.model.statement import Claim
from cemai.loaders.collection import Collection
from cemai.loaders.evidence.coverage import STATUSES, DocumentCoverage, Ignore, match_spans
from cemai.loaders.evidence.documents import Corpus
from cemai.loaders.evidence.gazetteer import Gazetteer
from cemai.loaders.evidence.paragraphs import Paragraph, split_paragraphs
from cemai.loaders.evidence.tokens import Scanner, Token
from cemai.queries.answers.columns import AnswerColumn, AnswerTable


@dataclass(frozen=True)
class CoverageReport:
    """One document: its tokens with their status, its paragraphs; `unclaimed` ones only name known things."""

    title: str
    coverage: DocumentCoverage
    tokens: list[tuple[Token, str]]
    paragraphs: list[Paragraph]
    unclaimed: list[tuple[Paragraph, list[str]]]
    changed: bool = False

    @property
    def id(self) -> str:
        return self.coverage.document.id.removeprefix("source/")

    @cached_property
    def counts(self) -> Counter[tuple[str, str]]:
        """Number of tokens by (kind, status)."""
        return Counter((t.kind, status) for t, status in self.tokens)

    @property
    def by_status(self) -> dict[str, int]:
        return {s: sum(n for (_, status), n in self.counts.items() if status == s) for s in STATUSES}

    @property
    def warning(self) -> str:
        """What is to be said where the text is another than the recorded one."""
        if not self.changed and not self.coverage.stale:
            return ""
        return f"文件已变，定位不可靠 the file has changed, {self.coverage.stale} spans no longer hold"

    def section(self, position: int) -> str:
        return next((p.section for p in self.paragraphs if p.start <= position < p.end), "")

    def sections(self) -> dict[str, Counter[str]]:
        """Tokens by status for every section, in the order of the text."""
        sections: dict[str, Counter[str]] = {p.section: Counter() for p in self.paragraphs}
        for token, status in self.tokens:
            sections.setdefault(self.section(token.start), Counter())[status] += 1
        return {name: counts for name, counts in sections.items() if counts}

    def summary(self) -> dict[str, str | int]:
        """How many tokens are of each status, and how many paragraphs name a thing without a claim."""
        return {"source": self.id, **self.by_status, "unclaimed": len(self.unclaimed)}

    def rows(self) -> Iterator[dict[str, str | int]]:
        """What is not covered: figures only mentioned, tokens uncovered, paragraphs that name a thing."""
        for token, status in self.tokens:
            if status == "uncovered" or (status == "mentioned" and token.kind == "figure"):
                yield self._row(token.kind, status, token.start, token.end, token.words)
        for paragraph, names in self.unclaimed:
            yield self._row("paragraph", "unclaimed", paragraph.start, paragraph.end, "、".join(names))

    def _row(self, kind: str, status: str, start: int, end: int, words: str) -> dict[str, str | int]:
        before, inside, after = self.coverage.document.around(start, end, 30)
        context = f"{inside[:30]}…" if kind == "paragraph" else f"{before}【{inside}】{after}"
        return {"source": self.id, "kind": kind, "status": status, "start": start, "end": end, "token": words,
                "section": self.section(start), "context": context}  # fmt: skip


# The columns of what is not covered, and of the summary above it.
UNCOVERED = AnswerTable(
    (
        AnswerColumn("source", heading="文档 source"), AnswerColumn("kind", heading="类别 kind"),
        AnswerColumn("status", heading="状态 status"), AnswerColumn("start", "integer", "起 start"),
        AnswerColumn("end", "integer"), AnswerColumn("token", heading="文字 token"), AnswerColumn("section"),
        AnswerColumn("context", heading="上下文 context"),
    ),
    ("source", "kind", "status", "start", "token", "context"),
)  # fmt: skip
SUMMARY = AnswerTable((
    AnswerColumn("source", heading="文档 source"), AnswerColumn("covered", "integer", "已覆盖 covered"),
    AnswerColumn("mentioned", "integer", "仅提及 mentioned"), AnswerColumn("ignored", "integer", "已忽略 ignored"),
    AnswerColumn("uncovered", "integer", "未覆盖 uncovered"),
    AnswerColumn("unclaimed", "integer", "提到而无陈述的段落 paragraphs without a claim"),
))  # fmt: skip


def measure_coverage(collection: Collection, corpus: Path) -> tuple[list[CoverageReport], list[str]]:
    """The coverage of every document in `corpus`, and the sources whose text is not there.

    Raises TextError when no text is at hand, DataError for an `ignore` entry that lies outside its text.
    """
    metas = {f"source/{s.id}": s for d in collection.datasets for s in d.meta.sources if s.file}
    texts = Corpus.of_datasets(corpus, metas.values())
    documents = {source: text for source in metas if (text := texts.document(source))}
    if not documents:
        raise TextError(f"no source text of these datasets in {corpus} 目录中没有这些数据集的原文")
    ignored = _ignored(collection, documents)
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in collection.all_claims():
        for source in {s.source for e in claim.evidence for s in e.spans}:
            claims[source].append(claim)
    reports = []
    for source, document in documents.items():
        known = _known(collection.names, claims[source], source)
        matched = match_spans(document, claims[source], ignored[source], known)
        reports.append(_measure(metas[source].title.zh, matched, collection.names, texts.is_changed(source)))
    return reports, sorted(s.removeprefix("source/") for s in set(metas) - set(documents))


def _measure(title: str, coverage: DocumentCoverage, names: NameIndex, changed: bool) -> CoverageReport:
    document, gazetteer = coverage.document, Gazetteer(names)
    codes = frozenset(n for t in names.things.values() for n in t.names if n.isdecimal())
    tokens = [(t, coverage.status(t)) for t in Scanner(document, codes).scan()]
    parts = split_paragraphs(document)
    silent = (p for p in parts if not p.heading and not _is_taken_up(coverage, p))
    named = ((p, gazetteer.mentions(document.squeezed[p.start : p.end])) for p in silent)
    return CoverageReport(title, coverage, tokens, parts, [(p, names) for p, names in named if names], changed)


def _is_taken_up(coverage: DocumentCoverage, paragraph: Paragraph) -> bool:
    """Whether a span stands in a paragraph, or the whole of it is ignored."""
    inside = paragraph.start, paragraph.end
    return coverage.has_span(*inside) or coverage.is_wholly("ignored", *inside)


def _ignored(collection: Collection, documents: dict[str, Document]) -> dict[str, list[Ignore]]:
    entries: dict[str, list[Ignore]] = defaultdict(list)
    for dataset in collection.datasets:
        for entry in dataset.meta.ignore:
            document = documents.get(f"source/{entry.source}")
            if document is None:
                continue
            if not 0 <= entry.start < entry.end <= len(document.squeezed):
                where = Where(dataset.folder / "dataset.yml", None, "ignore", f"{entry.start}-{entry.end}")
                problem = f"lies outside the text (0-{len(document.squeezed)}) 超出原文范围"
                raise DataError(where, problem, "locate it again 请重新定位")
            entries[document.id].append(Ignore(entry.start, entry.end, entry.reason))
    return entries


def _known(names: NameIndex, claims: list[Claim], source: str) -> frozenset[str]:
    """Name keys of things that a claim with a span here is about, and the names of the document itself."""
    ids = {i for c in claims for i in (c.subject, c.object, c.act, c.learned_from) if i} | {source}
    return frozenset(key for i in ids if i in names.things for key in name_keys(names.things[i]))
