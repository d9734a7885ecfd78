"""The page of `cemai coverage`: the text with marks by raw positions, counts by section, and what limits it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cemai.pipeline.coverage import CoverageReport
from cemai.viz.pages.coverage.page import KIND_WORDS, Block, CoverageMark, CoveragePage, DocumentView, SectionView


def page_of(reports: list[CoverageReport], unread: list[str]) -> CoveragePage:
    """The rows of the page: text with marks by raw positions, counts by section, and what limits it."""
    notes = ["本页含原文文字，只供持有原文者本人核对，请勿传播 · This page holds the documents' words: "
             "for the eyes of the person whose corpus it is; do not pass it on."]  # fmt: skip
    notes += [f"{d.id}: {d.warning}" for d in reports if d.warning]
    notes += [f"{source}: 原文不在目录中 its text is not in the corpus" for source in unread]
    return CoveragePage(tuple(_view(d) for d in reports), tuple(notes))


def _view(report: CoverageReport) -> DocumentView:
    places, raw = report.coverage.document.raw_positions, report.coverage.document.raw
    counts = report.sections()
    sections: dict[str, list[Block]] = {}
    unclaimed = dict(report.unclaimed)
    for p in report.paragraphs:
        names = unclaimed.get(p, ())
        sections.setdefault(p.section, []).append(
            Block(places[p.start], places[p.end - 1] + 1, p.heading, "、".join(names))
        )
    views = tuple(SectionView(name, dict(counts.get(name, {})), tuple(blocks)) for name, blocks in sections.items())
    return DocumentView(report.id, report.title, report.by_status, raw, views, tuple(_marks(report)), report.warning)


def _marks(report: CoverageReport) -> Iterator[CoverageMark]:
    """Marks in the order of painting: what comes later lies on top."""
    places = report.coverage.document.raw_positions

    def mark(kind: str, start: int, end: int, hint: str) -> CoverageMark:
        return CoverageMark(kind, places[start], places[end - 1] + 1, hint)

    for entry in report.coverage.ignored:
        yield mark("ignored", entry.start, entry.end, entry.reason)
    hints: dict[tuple[bool, int, int], list[str]] = defaultdict(list)
    for match in report.coverage.matches:
        hints[match.is_value_span, match.span.start, match.span.end].append(f"{match.claim.id} ({match.span.role})")
    for is_value, start, end in sorted(hints, key=lambda s: (s[0], s[1] - s[2])):
        claims = list(dict.fromkeys(hints[is_value, start, end]))
        more = f" +{len(claims) - 3}" if len(claims) > 3 else ""
        yield mark("value" if is_value else "other", start, end, "；".join(claims[:3]) + more)
    for token, status in report.tokens:
        if status == "uncovered" or (status == "mentioned" and token.kind == "figure"):
            yield mark(status, token.start, token.end, f"{KIND_WORDS[token.kind]} {token.words}")
