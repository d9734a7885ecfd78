"""What of a document is covered: its figures, dates, titles and document numbers against spans of claims.

Tokens are found by regular expressions in a *scan text*: the squeezed text with one space where white space in the
raw text parts two numbers, or a number from a Latin word (``39111.70 2.8``). Positions are squeezed positions.
No I/O here. `docs/coverage.md` tells the rules and the classes of tokens that are no figures.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from cemai.graph.errors import TextError
from cemai.graph.model.locators import Document, sha256, squeeze
from cemai.graph.model.normal_form import name_key
from cemai.graph.model.numbers import says
from cemai.graph.model.statement import Claim, Span

KINDS = ("figure", "date", "title", "number")
STATUSES = ("covered", "mentioned", "ignored", "uncovered")
FIRM = ("value", "period")
# A value is a figure or a date; a longer span of that role is read as a statement.
LONGEST_VALUE = 40
_STATED = ("value", "rate_pct", "amount", "cap", "floor", "threshold", "batch", "year")
_WRITTEN = ("printed", "period_printed", "date", "text", "condition", "rank_scope")
_PARTED = re.compile(r"[0-9.,，][0-9.\-－−]|[A-Za-z][0-9]|[0-9][A-Za-z]")

_YEAR = r"(?:19|20)\d{2}"
_TO = r" ?[-－—–~～至到] ?"
_PART = (
    rf"(?:第?[一二三四1-4]季度|前[一二三两]?个?季度|首季|[上下]半年|前\d{{1,2}}个?月|1?\d月?{_TO}1?\d月份?"
    r"|1?\d月份?(?:[0-3]?\d日)?[上中下]?旬?|[底末初])"
)
_NUMBER = r"(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:[.．]\d+)?"
_CN, _BIG = "一二三四五六七八九十百千万亿两", "十百千万亿"
_COUNTED = "个家项种条人名位次单件款国省市元年天户所座只类吨城"

# Tried in this order at each place; the first that fits takes the words. A group `core` is what must be covered.
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("title", r"《(?:[^《》]|《[^《》]*》){1,150}》"),
    ("number", rf"(?:[^\W\da-zA-Z_的于据和与及知见则]{{1,8}})?(?P<core>[〔\[（(【]{_YEAR}[〕\]）)】]第?\d+号)"),
    ("number", rf"公告{_YEAR}年第?\d+号|\d{{1,4}}号(?:文件|公告|令)"),
    ("code", r"https?://[\w./?=&%#:~+-]+"),
    ("code", r"[A-Za-z][A-Za-z0-9_]{0,60}[0-9](?![\d.]*[万亿%％])[A-Za-z0-9_]*"),
    ("code", r"(?<![\d.])\d{1,3}[A-Z][A-Za-z0-9]*|\d{2}后|\d\.\d(?=时代|版)"),
    ("date", rf"{_YEAR}[.\-/]\d{{1,2}}[.\-/]\d{{1,2}}日?(?![\d.])"),
    ("date", rf"{_YEAR}(?:年度?)?{_TO}{_YEAR}(?:年度?|(?![\d.%％万亿]))"),
    ("date", rf"(?:{_YEAR}全?年(?:全年|度)?|[今去同前明次]年)(?:{_PART}|以来)?"),
    ("date", rf"1?\d月[0-3]?\d日|(?<!\d)1?\d{_TO}1?\d月份?|(?<!\d)1?\d月份?|\d+世纪(?:\d+年代)?|\d0年代"),
    ("date", r"[上下]半年|第?[一二三四1-4]季度|前[一二三两]?个?季度|[二][〇○零][一二三四五六七八九〇○零]{2}年"),
    ("date", rf"(?<![\d.,]){_YEAR}(?![\d.,，]*\d|[%％百千万亿余多{_COUNTED}美欧]|平方|公里)"),
    ("figure", rf"(?P<core>\d+/\d+|{_NUMBER})(?:[余多]?[百千万亿]+)?[余多]?(?:[%％‰倍]|个百分点)?"),
    ("figure", rf"[{_CN}几数]{{1,9}}分之[{_CN}\d]{{1,9}}|[{_CN}\d]{{1,9}}分之[{_CN}\d]{{1,9}}"),
    ("figure", rf"(?<![完达变形构组促])[{_CN}几]{{1,3}}成半?(?=[以多左的，。、；）]|$)|翻[一两]?番|一半|半数|过半"),
    ("figure", rf"[{_CN}数几]{{1,9}}倍|[{_CN}数上近几]?[{_CN}]{{0,9}}[{_BIG}][余多几](?=[{_COUNTED}])"),
    ("figure", rf"[数上近几][百千万亿]{{2,9}}|[数上近][{_BIG}]+(?=[{_COUNTED}])"),
    ("figure", rf"[一二三四五六七八九两][{_BIG}]{{1,9}}(?:[一二三四五六七八九][{_BIG}]?){{0,9}}(?=[{_COUNTED}])"),
    ("figure", r"(?<![（(])(?:[百千万]?[万亿]|[百千万])(?=[家元级]|美元|规模)"),
    ("figure", r"第[一二三四五六七八九十]{1,4}[位名大]|首位|榜首|之首|前[十百](?![年月天个几])"),
    ("figure", rf"(?<=[市省国县区内])第[{_CN}]{{1,4}}(?=[。；，、])"),
    ("figure", rf"(?:[居列]|排名|全[国省市球]|世界)第[{_CN}]{{1,4}}(?![批届季条步次档梯，、])"),
)  # fmt: skip
_SCAN = [(kind, re.compile(pattern)) for kind, pattern in _PATTERNS]
_CAPTION = re.compile(r"(?:[图表例件注录]|专栏|图表|Figure|Table)[-－ ]?\Z")
_LISTED = re.compile(r"[.．、)）]\s*(?![0-9])|　")
_NUMERAL = re.compile(r"[.．、]\s*(?![0-9])")
_LEADERS = re.compile(r"(?:[.．…·]{3,}|\t)\s*\Z")
_FOOTNOTE = re.compile(r"^[ \t]*(\d{1,2})　", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Token:
    """A figure, date, title or document number at squeezed positions; `core` is the stretch to be covered."""

    kind: str
    start: int
    end: int
    core: tuple[int, int]
    words: str


@dataclass(frozen=True)
class Scan:
    """A document with its scan text. `codes` are names made of digits alone (1210), which are no figures."""

    document: Document
    codes: frozenset[str] = frozenset()

    @cached_property
    def _scanned(self) -> tuple[str, list[int]]:
        """The scan text and the squeezed position of each of its characters."""
        raw, places = self.document.raw, self.document.raw_positions
        text: list[str] = []
        where: list[int] = []
        for n, place in enumerate(places):
            if n and place > places[n - 1] + 1 and _PARTED.fullmatch(raw[places[n - 1]] + raw[place]):
                text.append(" ")
                where.append(n)
            text.append(raw[place])
            where.append(n)
        return "".join(text), where

    @cached_property
    def _footnotes(self) -> frozenset[str]:
        return frozenset(_FOOTNOTE.findall(self.document.raw))

    def tokens(self) -> Iterator[Token]:
        """Every token in order; those of the classes that are no figures are left out."""
        text, where = self._scanned
        at = 0
        while at < len(text):
            kind, found = self._at(text, at)
            if found is None:
                at += 1
                continue
            at = found.end()
            if kind == "code" or (kind == "figure" and self._no_figure(text, found, where)):
                continue
            core = found.span("core") if "core" in found.re.groupindex and found["core"] else found.span()
            yield Token(kind, where[found.start()], where[found.end() - 1] + 1,
                        (where[core[0]], where[core[1] - 1] + 1), found.group())  # fmt: skip

    def _at(self, text: str, at: int) -> tuple[str, re.Match[str] | None]:
        for kind, pattern in _SCAN:
            if found := pattern.match(text, at):
                return kind, found
        return "", None

    def _no_figure(self, text: str, found: re.Match[str], where: list[int]) -> bool:
        """Whether a number is a code, a caption's number, a list numeral, a footnote mark or a page in the contents."""
        words, after = found.group(), text[found.end() : found.end() + 1]
        if words in self.codes and not re.match(f"[{_COUNTED}]", after):
            return True
        if _CAPTION.search(text[max(0, found.start() - 8) : found.start()]):
            return True
        if words in self._footnotes and after in "。，；：、" and not text[found.start() - 1 : found.start()].isspace():
            return True
        raw, places = self.document.raw, self.document.raw_positions
        first, last = places[where[found.start()]], places[where[found.end() - 1]] + 1
        return words.isdecimal() and len(words) < 4 and (_numeral(raw, first, last) or _page(raw, first, last))


def _numeral(raw: str, first: int, last: int) -> bool:
    """Whether the number at raw positions is the numeral of a list or of a table's row (1 above 2 above 3)."""
    line, number = raw.rfind("\n", 0, first) + 1, int(raw[first:last])
    if not raw[line:first].strip(" \t　（(●·—-") or raw[max(0, first - 2) : first] == "　　":
        if _LISTED.match(raw[last : last + 3]):
            return True
        row = "^[ \t]*{}[ \t]+[\u4e00-\u9fff]"
        lines = raw[max(0, line - 200) : last + 200]
        return bool(re.match(row.format(number), raw[line : last + 9])) and any(
            re.search(row.format(n), lines, re.MULTILINE) for n in (number - 1, number + 1)
        )
    return raw[max(0, first - 4) : first].rstrip(" ")[-1:] in ("。", "；") and bool(
        _NUMERAL.match(raw[last : last + 3])
    )


def _page(raw: str, first: int, last: int) -> bool:
    """Whether the number at raw positions is a page in a table of contents: leaders or a tab before, nothing after."""
    line = raw.rfind("\n", 0, first) + 1
    end = raw.find("\n", last)
    return not raw[last : end if end >= 0 else None].strip() and bool(_LEADERS.search(raw[line:first]))


@dataclass(frozen=True)
class Held:
    """A span that still holds, and its claim."""

    span: Span
    claim: Claim

    @property
    def firm(self) -> bool:
        """Whether what stands inside counts as stated: a short span of role value or period."""
        return self.span.role in FIRM and self.span.end - self.span.start <= LONGEST_VALUE


@dataclass(frozen=True)
class Ignore:
    """A stretch that holds nothing to record."""

    start: int
    end: int
    reason: str


@dataclass
class Cover:
    """Spans and ignored stretches laid over one document. `known` are name keys of things that claims here name."""

    document: Document
    held: list[Held]
    ignored: Sequence[Ignore] = ()
    known: frozenset[str] = frozenset()
    stale: int = 0
    _masks: dict[str, bytearray] = field(default_factory=dict)

    def __post_init__(self) -> None:
        length = len(self.document.squeezed)
        self._masks = {name: bytearray(length) for name in ("firm", "any", "ignored")}
        for one in self.held:
            self._lay("any", one.span.start, one.span.end)
            if one.firm:
                self._lay("firm", one.span.start, one.span.end)
        for entry in self.ignored:
            self._lay("ignored", entry.start, entry.end)
        self.held.sort(key=lambda one: one.span.start)
        self._starts = [one.span.start for one in self.held]

    def _lay(self, mask: str, start: int, end: int) -> None:
        self._masks[mask][start:end] = b"\1" * (end - start)

    def whole(self, mask: str, start: int, end: int) -> bool:
        """Whether every character of the stretch lies under that mask (firm, any, ignored)."""
        return all(self._masks[mask][start:end])

    def touched(self, start: int, end: int) -> bool:
        """Whether a span stands anywhere in the stretch."""
        return any(self._masks["any"][start:end])

    def holders(self, start: int, end: int) -> list[Held]:
        """Spans that hold the whole stretch, the shortest first."""
        near = self.held[: bisect_right(self._starts, start)]
        return sorted((h for h in near if h.span.end >= end), key=lambda h: h.span.end - h.span.start)

    def status(self, token: Token) -> str:
        """covered, mentioned, ignored or uncovered.

        Firm: a span of role value or period, or another span whose claim states this very number.
        """
        start, end = token.core
        if self.whole("firm", start, end):
            return "covered"
        if any(_states(h.claim, token) for h in self.holders(start, end)):
            return "covered"
        if token.kind in ("title", "number") and not _name_keys(token.words).isdisjoint(self.known):
            return "mentioned"
        if self.whole("any", start, end):
            return "mentioned"
        return "ignored" if self.whole("ignored", start, end) else "uncovered"


def lay(
    document: Document, claims: Iterable[Claim], ignored: Sequence[Ignore] = (), known: frozenset[str] = frozenset()
) -> Cover:
    """The cover of one document. A span whose words have another hash is counted as stale and covers nothing."""
    held, stale = [], 0
    for claim in claims:
        for span in (s for e in claim.evidence for s in e.spans if s.source == document.id):
            try:
                holds = sha256(document.slice(span.start, span.end)) == span.sha256
            except TextError:
                holds = False
            held += [Held(span, claim)] if holds else []
            stale += not holds
    return Cover(document, held, ignored, known, stale)


def _name_keys(title: str) -> set[str]:
    return {name_key(title), name_key(title.removeprefix("《").removesuffix("》"))}


def _states(claim: Claim, token: Token) -> bool:
    """Whether one of the claim's own fields states the number of a figure, or the words of any token."""
    if token.kind == "figure":
        numbers = [getattr(claim, name) for name in _STATED]
        if any(n is not None and says(token.words, Decimal(n)) for n in numbers):
            return True
    bare = squeeze(token.words)
    return any(_written(getattr(claim, name), bare) for name in _WRITTEN)


def _written(text: str | None, words: str) -> bool:
    return bool(text) and bool(re.search(rf"(?<![\d.]){re.escape(words)}(?![\d.]*\d)", squeeze(str(text))))
