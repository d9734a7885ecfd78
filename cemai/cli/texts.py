"""Commands that compare datasets with the texts they are about: verify, annotate, coverage."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .options import Corpus, Data, Excel, Format, Rows, SaveTo
from .output import Output, say, write_rows

if TYPE_CHECKING:
    from cemai.pipeline.coverage import CoverageReport

Page = Annotated[
    Path | None,
    typer.Option("--page", help="另写一页着色原文，仅供本人核对 · also write the coloured text, for your eyes only"),
]


def verify(corpus: Corpus = None, data: Data = None) -> None:
    """逐条回到原文核对定位、数值与名称 · Find every span in the source texts again and check it."""
    from cemai.graph.errors import TextError
    from cemai.loaders.collection import SHIPPED, collect
    from cemai.pipeline.verify import differing_lines, verify_spans

    if corpus is None:
        raise TextError("give the folder of source texts: --corpus DIR 请用 --corpus 指明原文目录")
    collection = collect(data or [SHIPPED])
    report = verify_spans(collection, corpus)
    for line in differing_lines(report, collection):
        typer.echo(line)
    for source, count in sorted(report.unread.items()):
        typer.echo(f"not checked 未核对: {count} claims of {source}, its text is not in {corpus}")
    passed = report.checked - len({f.claim for f in report.faults})
    typer.echo(f"{passed} of {report.checked} claims hold, {report.spans} spans 核对通过 {passed}/{report.checked}")
    if any(fault.rule == "outside" for fault in report.faults):
        raise typer.Exit(2)
    if report.faults or report.changed or report.unread:
        raise typer.Exit(1)


def annotate(
    folder: Annotated[Path, typer.Argument(help="数据集目录 · dataset folder")], corpus: Corpus = None
) -> None:
    """把阅读表（*.sheet.csv）变成数据表与定位 · Turn reading sheets into tables and spans."""
    from cemai.graph.errors import TextError
    from cemai.pipeline.verify import annotate_folder

    if corpus is None:
        raise TextError("give the folder of source texts: --corpus DIR 请用 --corpus 指明原文目录")
    for table, count in annotate_folder(folder, corpus).items():
        typer.echo(f"{table}: {count}")


def coverage(
    corpus: Corpus = None,
    data: Data = None,
    how: Rows = Format.table,
    out: SaveTo = None,
    excel: Excel = False,
    page: Page = None,
) -> None:
    """原文中哪些数字、日期、《标题》、文号还没有陈述 · Which figures, dates, titles and numbers no claim covers."""
    from cemai.graph.errors import TextError
    from cemai.graph.export.suffixes import PAGES, check_suffix
    from cemai.loaders.collection import SHIPPED, collect
    from cemai.pipeline.coverage import SUMMARY, UNCOVERED
    from cemai.pipeline.coverage import measure_coverage as run

    if corpus is None:
        raise TextError("give the folder of source texts: --corpus DIR 请用 --corpus 指明原文目录")
    output = Output(how, out, excel)
    if page is not None:
        check_suffix(page, "a page 网页", PAGES)
    found, unread = run(collect(data or [SHIPPED]), corpus)
    if output.readable:
        write_rows((d.summary() for d in found), list(SUMMARY.kinds), how, SUMMARY.headings)
    output.write([row for d in found for row in d.rows()], list(UNCOVERED.kinds), UNCOVERED.headings)
    _print_summary(found, unread, corpus)
    if page is not None:
        from cemai.graph.export.files import write_lines
        from cemai.presenters.pages.coverage import page_of
        from cemai.viz.pages.coverage.page import render

        write_lines(page, [render(page_of(found, unread))])
        say(f"含原文文字，仅供本人核对 holds the documents' words, for your eyes only → {page.resolve()}")
    if any(d.by_status["uncovered"] for d in found):
        raise typer.Exit(1)


def _print_summary(found: list[CoverageReport], unread: list[str], corpus: Path) -> None:
    for document in found:
        counts = document.by_status
        total = sum(counts.values())
        say(f"{document.id}: {total - counts['uncovered']}/{total} 有着落 accounted for, {counts['uncovered']} 未覆盖 "
            f"uncovered, {len(document.unclaimed)} 段 paragraphs name a thing without a claim")  # fmt: skip
        if document.changed or document.coverage.stale:
            say(f"changed 文件已变: {document.id} (another SHA-256), {document.coverage.stale} spans no longer hold; "
                "ignored positions may be off 忽略的位置可能不准")  # fmt: skip
    for source in unread:
        say(f"not checked 未核对: the text of {source} is not in {corpus}")
