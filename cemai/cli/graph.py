"""Commands that make the graph and judge it: build, validate."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .options import DEFAULT_STORE, Data, Excel, Folder, Format, Rows, SaveTo
from .output import Output, say

_GROUPS = {
    "severity": "严重程度 severity", "shape": "形状或规则 shape or rule", "path": "属性 property",
    "count": "数目 count", "zh": "说明", "en": "message",
}  # fmt: skip

_MOST = 20  # lines on the data that a build prints


def build(
    data: Data = None,
    source: Annotated[
        Path | None, typer.Option("--from", help="由导出的 RDF 文件重建（.nq .trig .jsonld .nt .ttl .rdf，可 .gz） · "
                                  "from a file of cemai export rdf instead")
    ] = None,
    corpus: Annotated[
        Path | None, typer.Option("--corpus", help="原文目录，与所记哈希、定位比对 · compare texts with hashes, spans")
    ] = None,
    store: Folder = DEFAULT_STORE,
) -> None:  # fmt: skip
    """由数据集建图；失败时旧图照常可用 · Build the graph from the datasets; a failure leaves the old one."""
    from cemai.ontology.labels import concepts, ordered
    from cemai.pipeline.build import build_graph

    if source is not None:
        _rebuild(store, source, data)
        return
    summary = build_graph(store, data or (), progress=say, corpus=corpus)
    typer.echo("事物 things: " + ", ".join(f"{name} {n}" for name, n in sorted(summary.things.items())))
    for tier in ordered("evidence-tier", (*concepts("evidence-tier"), *(tier for _, tier in summary.claims))):
        kinds = {k: n for (k, t), n in sorted(summary.claims.items()) if t == tier}
        listed = ", ".join(f"{kind} {n}" for kind, n in kinds.items())
        typer.echo(f"陈述 claims, {tier}: {sum(kinds.values())} ({listed})")
    warnings = len(summary.notices) + sum(f.severity == "warning" for f in summary.findings)
    for line in summary.notices[:_MOST]:
        say(line)
    if len(summary.notices) > _MOST:
        say(f"… and {len(summary.notices) - _MOST} more 另有 {len(summary.notices) - _MOST} 处")
    typer.echo(f"校验 gate: passed, {warnings} warnings; quads 四元组 {summary.quads} + {summary.inferred} inferred")
    typer.echo(f"{summary.seconds:.1f} s → {store}")


def _rebuild(store: str, source: Path, data: list[Path] | None) -> None:
    from cemai.graph.errors import DataError, Where
    from cemai.pipeline.restore import rebuild

    if data:
        problem = "--from and --data are given together 不能同时给出 --from 与 --data"
        raise DataError(Where(source), problem, "leave one of them out 请去掉其一")
    done = rebuild(store, source, progress=say)
    typer.echo(
        f"校验 gate: passed, {done.warnings} warnings; quads 四元组 {done.quads}, named graphs 命名图 {done.graphs}"
    )
    typer.echo(f"{done.seconds:.1f} s → {store}")


def validate(
    data: Data = None,
    report: Annotated[
        Path | None, typer.Option("--report", help="另写报告：.html、.json 或 .ttl · also write a report to this file")
    ] = None,
    how: Rows = Format.table,
    out: SaveTo = None,
    excel: Excel = False,
    store: Folder = DEFAULT_STORE,
) -> None:
    """按形状与规则校验图谱，或用 --data 校验数据集 · Judge the graph, or with --data datasets, by shapes and rules."""
    from cemai.pipeline.validate import report_suffix, validate_graph, write_report

    output = Output(how, out, excel)
    if report is not None:
        report_suffix(report)
    found = validate_graph(store, data or ())
    output.write([g.row() for g in found.groups()], list(_GROUPS), _GROUPS)
    for tally in found.tallies:
        say(f"{tally.zh} {tally.en}: {tally.count}")
    say(f"{found.violations} 处违例 violations, {len(found.entries) - found.violations} 处提醒 warnings")
    if report is not None:
        write_report(found, report)
        say(f"→ {report.resolve()}")
    if found.violations:
        raise typer.Exit(1)
