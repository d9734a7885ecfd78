"""Commands that make and check: build, verify, annotate."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .options import Corpus, Data


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("verify")(verify)
    app.command("annotate")(annotate)


def verify(corpus: Corpus = None, data: Data = None) -> None:
    """逐条回到原文核对定位、数值与名称 · Find every span in the source texts again and check it."""
    from cemai.graph.errors import TextError
    from cemai.loaders.collect import SHIPPED, collect
    from cemai.verification import verify as run

    if corpus is None:
        raise TextError("give the folder of source texts: --corpus DIR 请用 --corpus 指明原文目录")
    report = run(collect(data or [SHIPPED]), corpus)
    for name in report.changed:
        typer.echo(f"changed 文件已变: {name} (another SHA-256)")
    for fault in report.faults:
        typer.echo(f"{fault.claim}\t{fault.rule}\t{fault.detail}")
    for source, count in sorted(report.unread.items()):
        typer.echo(f"not checked 未核对: {count} claims of {source}, its text is not in {corpus}")
    held = report.checked - len({f.claim for f in report.faults})
    typer.echo(f"{held} of {report.checked} claims hold, {report.spans} spans 核对通过 {held}/{report.checked}")
    if report.faults or report.changed or report.unread:
        raise typer.Exit(1)


def annotate(folder: Annotated[Path, typer.Argument(help="数据集目录 · dataset folder")], corpus: Corpus = None) -> None:
    """把阅读表（*.sheet.csv）变成数据表与定位 · Turn reading sheets into tables and spans."""
    from cemai.graph.errors import TextError
    from cemai.verification import annotate_folder

    if corpus is None:
        raise TextError("give the folder of source texts: --corpus DIR 请用 --corpus 指明原文目录")
    for table, count in annotate_folder(folder, corpus).items():
        typer.echo(f"{table}: {count}")
