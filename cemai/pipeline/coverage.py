"""`cemai coverage`: how much of each document the claims have taken up, token by token and paragraph by paragraph."""

from __future__ import annotations

import re
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
from cemai.loaders.evidence.coverage import STATUSES, Cover, Ignore, Scan, Token, lay
from cemai.loaders.evidence.documents import read_documents
from cemai.viz.coverage import KIND_WORDS, Block, CoveragePage, DocumentView, Mark, SectionView

# Aliases that are ordinary words (places/README.md), and names that stand in nearly every paragraph.
ORDINARY = frozenset(
    ("古镇", "分水", "人和", "大唐", "大麻", "金沙", "江山", "南海", "高新区", "全球", "中国", "全国", "中央", "家居",
     "箱包", "鞋服", "快船", "鲲鹏", "电子商务", "市场采购", "一般出口", "海外仓", "品牌出海", "跨境电商", "综试区",
     "试点城市")
)  # fmt: skip
# Kinds whose names are descriptions of our own, or words of every paragraph: not looked for.
NOT_LOOKED_FOR = ("indicator", "challenge", "recommendation", "measure", "source", "round")
_BREAK = re.compile(r"\n|　{2,}")
_HEADING = re.compile(
    r"#+|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|第[一二三四五六七八九十]+[章节]|案例\d+"
)
_BARE_HEADING = re.compile(r"[^。！？；：，:]{6,30}")  # counts only in a text without a numbered heading
_OWN_LINE = re.compile(r"[图表]\d|[0-9]{1,2}[.、](?!\d)|[●·—-]|数据来源|资料来源|来源：|注：")
_CAPTION = re.compile(r"[图表]\d|(?:数据|资料)?来源：")
_ENDS = "。！？；：.!?;:”》）)…"
_WRAPPED, _HEAD = 25, 48


@dataclass(frozen=True)
class Paragraph:
    """Squeezed positions of a paragraph, its section, and whether it is a heading, a caption or a note of a source."""

    start: int
    end: int
    section: str
    heading: bool = False


@dataclass(frozen=True)
class DocumentCoverage:
    """One document: its cover, its tokens with their status, its paragraphs; `unclaimed` names known things."""

    title: str
    cover: Cover
    tokens: list[tuple[Token, str]]
    paragraphs: list[Paragraph]
    unclaimed: list[tuple[Paragraph, list[str]]]
    changed: bool = False

    @property
    def id(self) -> str:
        return self.cover.document.id.removeprefix("source/")

    @cached_property
    def counts(self) -> Counter[tuple[str, str]]:
        """Number of tokens by (kind, status)."""
        return Counter((t.kind, status) for t, status in self.tokens)

    @property
    def by_status(self) -> dict[str, int]:
        return {s: sum(n for (_, status), n in self.counts.items() if status == s) for s in STATUSES}

    def section(self, position: int) -> str:
        return next((p.section for p in self.paragraphs if p.start <= position < p.end), "")

    def sections(self) -> dict[str, Counter[str]]:
        """Tokens by status for every section, in the order of the text."""
        found: dict[str, Counter[str]] = {p.section: Counter() for p in self.paragraphs}
        for token, status in self.tokens:
            found.setdefault(self.section(token.start), Counter())[status] += 1
        return {name: counts for name, counts in found.items() if counts}

    def rows(self) -> Iterator[dict[str, str | int]]:
        """What is not covered: figures only mentioned, tokens uncovered, paragraphs that name a thing."""
        for token, status in self.tokens:
            if status == "uncovered" or (status == "mentioned" and token.kind == "figure"):
                yield self._row(token.kind, status, token.start, token.end, token.words)
        for paragraph, names in self.unclaimed:
            yield self._row("paragraph", "unclaimed", paragraph.start, paragraph.end, "、".join(names))

    def _row(self, kind: str, status: str, start: int, end: int, words: str) -> dict[str, str | int]:
        before, inside, after = self.cover.document.around(start, end, 30)
        context = f"{inside[:30]}…" if kind == "paragraph" else f"{before}【{inside}】{after}"
        return {"source": self.id, "kind": kind, "status": status, "start": start, "end": end, "token": words,
                "section": self.section(start), "context": context}  # fmt: skip


COLUMNS = ("source", "kind", "status", "start", "end", "token", "section", "context")


def coverage(collection: Collection, corpus: Path) -> tuple[list[DocumentCoverage], list[str]]:
    """The coverage of every document in `corpus`, and the sources whose text is not there.

    Raises TextError when no text is at hand, DataError for an `ignore` entry that lies outside its text.
    """
    documents = read_documents(corpus, collection.datasets)
    if not documents:
        raise TextError(f"no source text of these datasets in {corpus} 目录中没有这些数据集的原文")
    metas = {f"source/{s.id}": s for d in collection.datasets for s in d.meta.sources if s.file}
    ignored = _ignored(collection, documents)
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in collection.all_claims():
        for source in {s.source for e in claim.evidence for s in e.spans}:
            claims[source].append(claim)
    found = []
    for source, document in documents.items():
        known = _known(collection.names, claims[source], source)
        cover = lay(document, claims[source], ignored[source], known)
        changed = metas[source].document_sha256 not in (None, document.file_sha256)
        found.append(_measure(metas[source].title.zh, cover, collection.names, changed))
    return found, sorted(s.removeprefix("source/") for s in set(metas) - set(documents))


def _measure(title: str, cover: Cover, names: NameIndex, changed: bool) -> DocumentCoverage:
    codes = frozenset(n for t in names.things.values() for n in t.names if n.isdecimal())
    tokens = [(t, cover.status(t)) for t in Scan(cover.document, codes).tokens()]
    parts = paragraphs(cover.document)
    look = Names(names)
    unclaimed = [
        (p, found)
        for p in parts
        if not p.heading and not cover.touched(p.start, p.end) and not cover.whole("ignored", p.start, p.end)
        and (found := look.inside(cover.document.squeezed[p.start : p.end]))
    ]  # fmt: skip
    return DocumentCoverage(title, cover, tokens, parts, unclaimed, changed)


def _ignored(collection: Collection, documents: dict[str, Document]) -> dict[str, list[Ignore]]:
    found: dict[str, list[Ignore]] = defaultdict(list)
    for dataset in collection.datasets:
        for entry in dataset.meta.ignore:
            document = documents.get(f"source/{entry.source}")
            if document is None:
                continue
            if not 0 <= entry.start < entry.end <= len(document.squeezed):
                where = Where(dataset.folder / "dataset.yml", None, "ignore", f"{entry.start}-{entry.end}")
                problem = f"lies outside the text (0-{len(document.squeezed)}) 超出原文范围"
                raise DataError(where, problem, "locate it anew")
            found[document.id].append(Ignore(entry.start, entry.end, entry.reason))
    return found


def _known(names: NameIndex, claims: list[Claim], source: str) -> frozenset[str]:
    """Name keys of things that a claim with a span here is about, and the names of the document itself."""
    ids = {i for c in claims for i in (c.subject, c.object, c.act, c.learned_from) if i} | {source}
    return frozenset(key for i in ids if i in names.things for key in name_keys(names.things[i]))


def paragraphs(document: Document) -> list[Paragraph]:
    """The paragraphs of a text with their sections. Lines broken by a page or a column are joined again."""
    found: list[Paragraph] = []
    path: dict[int, str] = {}
    pieces = [(start, end, document.squeezed[start:end]) for start, end in _joined(document)]
    numbered = any(_level(text) for _, _, text in pieces)
    for start, end, text in pieces:
        level = _level(text) if numbered else int(_BARE_HEADING.fullmatch(text) is not None)
        listed = bool(re.search(r"(?:[.．…]{3,}|[^\d.,])\d{1,3}$", text)) and len(text) < _HEAD + 10 and level > 0
        if level and not listed:
            path = {k: v for k, v in path.items() if k < level} | {level: _name(text)}
        heading = bool(_CAPTION.match(text)) or (bool(level) and len(text) <= _HEAD and text[-1] not in "。；")
        found.append(Paragraph(start, end, " › ".join(path[k] for k in sorted(path)), heading))
    return found


def _level(text: str) -> int:
    """1 for 一、 and #, 2 for （一） and 案例 1, 0 for a text that is no heading."""
    found = _HEADING.match(text)
    if not found:
        return 0
    return 2 if found.group()[0] in "（(案" or found.group() in ("##", "###") else 1


def _name(text: str) -> str:
    """The words of a heading: up to the first full stop; a run that was printed twice is given once."""
    words = re.split("[。；【~]", text.lstrip("#"), maxsplit=1)[0]
    half = len(words) // 2
    if len(words) % 2 == 0 and words[:half] == words[half:]:
        words = words[:half]
    return words if len(words) <= _HEAD else words[: _HEAD - 1] + "…"


def _joined(document: Document) -> Iterator[tuple[int, int]]:
    held: tuple[int, int] | None = None
    for start, end in _lines(document):
        text = document.squeezed
        if held and _goes_on(text[held[0] : held[1]], text[start:end]):
            held = held[0], end
            continue
        if held:
            yield held
        held = start, end
    if held:
        yield held


def _goes_on(before: str, line: str) -> bool:
    if len(before) < _WRAPPED or before[-1] in _ENDS or _HEADING.match(line) or _OWN_LINE.match(line):
        return False
    return not (_HEADING.match(before) and len(before) <= _HEAD) and not _OWN_LINE.match(before)


def _lines(document: Document) -> Iterator[tuple[int, int]]:
    """Squeezed positions of the lines that hold more than white space."""
    cuts = [m.start() for m in _BREAK.finditer(document.raw)]
    start = 0
    place = 0
    for n, at in enumerate(document.raw_positions):
        crossed = False
        while place < len(cuts) and cuts[place] < at:
            place, crossed = place + 1, True
        if crossed and n > start:
            yield start, n
            start = n
    if document.raw_positions[start:]:
        yield start, len(document.raw_positions)


class Names:
    """Finds names of known things in a text, the longest first."""

    def __init__(self, names: NameIndex) -> None:
        self._by_head: dict[str, list[str]] = defaultdict(list)
        for thing in names.things.values():
            if thing.id.partition("/")[0] in NOT_LOOKED_FOR:
                continue
            for name in {"".join(n.split()) for n in thing.names} - ORDINARY:
                if len(name) > 1:
                    self._by_head[name[:2]].append(name)
        for found in self._by_head.values():
            found.sort(key=len, reverse=True)

    def inside(self, text: str) -> list[str]:
        """The names that stand in squeezed `text`, each once; a name inside a longer one does not count."""
        found: dict[str, None] = {}
        at = 0
        while at < len(text):
            name = next((n for n in self._by_head.get(text[at : at + 2], ()) if text.startswith(n, at)), None)
            if name and not _inside_word(text, at, at + len(name)):
                found[name] = None
            at += len(name) if name else 1
        return list(found)


def _inside_word(text: str, start: int, end: int) -> bool:
    """Whether a Latin or numeric name is a piece of a longer word."""
    edges = ((text[start - 1 : start], text[start]), (text[end - 1], text[end : end + 1]))
    return any(re.fullmatch("[A-Za-z0-9]{2}", a + b) for a, b in edges)


def page_of(found: list[DocumentCoverage], unread: list[str]) -> CoveragePage:
    """The rows of the page: text with marks by raw positions, counts by section, and what limits it."""
    notes = ["本页含原文文字，只供持有原文者本人核对，请勿传播 · This page holds the documents' words: "
             "for the eyes of the person whose corpus it is; do not pass it on."]  # fmt: skip
    notes += [f"{d.id}: 文件已变，定位不可靠 the file has changed, {d.cover.stale} spans no longer hold"
              for d in found if d.changed or d.cover.stale]  # fmt: skip
    notes += [f"{source}: 原文不在目录中 its text is not in the corpus" for source in unread]
    return CoveragePage(tuple(_view(d) for d in found), tuple(notes))


def _view(found: DocumentCoverage) -> DocumentView:
    places, raw = found.cover.document.raw_positions, found.cover.document.raw
    counts = found.sections()
    sections: dict[str, list[Block]] = {}
    soft = dict(found.unclaimed)
    for p in found.paragraphs:
        names = soft.get(p, ())
        sections.setdefault(p.section, []).append(
            Block(places[p.start], places[p.end - 1] + 1, p.heading, "、".join(names))
        )
    views = tuple(SectionView(name, dict(counts.get(name, {})), tuple(blocks)) for name, blocks in sections.items())
    return DocumentView(found.id, found.title, found.by_status, raw, views, tuple(_marks(found)))


def _marks(found: DocumentCoverage) -> Iterator[Mark]:
    """Marks in the order of painting: what comes later lies on top."""
    places = found.cover.document.raw_positions

    def mark(kind: str, start: int, end: int, hint: str) -> Mark:
        return Mark(kind, places[start], places[end - 1] + 1, hint)

    for entry in found.cover.ignored:
        yield mark("ignored", entry.start, entry.end, entry.reason)
    spans: dict[tuple[bool, int, int], list[str]] = defaultdict(list)
    for one in found.cover.held:
        spans[one.firm, one.span.start, one.span.end].append(f"{one.claim.id} ({one.span.role})")
    for firm, start, end in sorted(spans, key=lambda s: (s[0], s[1] - s[2])):
        claims = list(dict.fromkeys(spans[firm, start, end]))
        more = f" +{len(claims) - 3}" if len(claims) > 3 else ""
        yield mark("value" if firm else "other", start, end, "；".join(claims[:3]) + more)
    for token, status in found.tokens:
        if status == "uncovered" or (status == "mentioned" and token.kind == "figure"):
            yield mark(status, token.start, token.end, f"{KIND_WORDS[token.kind]} {token.words}")
