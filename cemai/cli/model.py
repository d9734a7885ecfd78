"""The command that shows the model: ontology."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .options import DEFAULT_STORE, Excel, Format, Rows, SaveTo, Store
from .output import Output, say

Html = Annotated[
    Path | None, typer.Option("--html", help="写出参考页（离线网页）的目录 · folder for the reference page (offline)")
]
Context = Annotated[
    Path | None, typer.Option("--context", help="写出 JSON-LD 上下文的文件 · file for the JSON-LD context of the data")
]
Check = Annotated[
    bool,
    typer.Option(
        "--check",
        help="用 HermiT 检查一致性与不可满足的类，并指出起因（需 Java） · "
        "consistency, classes without a possible member, and what causes them, by HermiT (needs Java)",
    ),
]
Extensions = Annotated[
    list[Path] | None,
    typer.Option("--extension", help="连同自己的扩展检查，可多次给出 · a file of your own, may repeat"),
]


def ontology(
    html: Html = None,
    context: Context = None,
    check: Check = False,
    extension: Extensions = None,
    how: Rows = Format.table,
    out: SaveTo = None,
    excel: Excel = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """本体：词项表，或参考页与 JSON-LD 上下文 · The model: its terms, or a reference page and a JSON-LD context."""
    from cemai.graph.export.files import make_folder, write_lines
    from cemai.graph.export.suffixes import check_folder, check_suffix

    if check or extension:
        _check(extension or [])
        return
    if html is None and context is None:
        _terms(Output(how, out, excel))
    if html is not None:
        check_folder(html)
    if context is not None:
        check_suffix(context, "a JSON-LD context", (".jsonld", ".json"))
    if html is not None:
        from cemai.pipeline.export.description import counts
        from cemai.viz.pages.reference.page import render

        make_folder(html)
        page = html / "index.html"
        write_lines(page, [render(counts(store))])
        say(f"参考页 reference → {page.resolve()}")
    if context is not None:
        import json

        from cemai.graph.export.context import jsonld_context

        write_lines(context, [json.dumps(jsonld_context(), ensure_ascii=False, indent=1)])
        say(f"JSON-LD context → {context.resolve()}")


def _terms(output: Output) -> None:
    """Every class and property, one a row."""
    from cemai.ontology.describe import describe_ontology

    found = describe_ontology()
    rows = [
        {"name": t.name, "kind": t.kind, "zh": t.label.zh, "en": t.label.en, "above": " ".join(t.parents),
         "domain": " ".join(t.domain), "range": " ".join(t.range), "questions": " ".join(t.questions)}
        for t in (*found.classes, *found.properties)
    ]  # fmt: skip
    output.write(rows, ["name", "kind", "zh", "en", "above", "domain", "range", "questions"])
    say(f"{len(found.classes)} classes 类, {len(found.properties)} properties 属性")


def _check(extensions: list[Path]) -> None:
    """The verdict of the reasoner; exit status 1 where something is wrong."""
    from cemai.shapes.consistency import check_ontology

    verdict = check_ontology(extensions)
    typer.echo("一致 consistent" if verdict.consistent else "不一致 inconsistent: no graph can follow it")
    typer.echo(f"{len(verdict.unsatisfiable)} 个不可满足的类 classes that can have no member"
               + "".join(f"\n  {name}" for name in verdict.unsatisfiable))  # fmt: skip
    for name, axioms in verdict.causes:
        typer.echo(f"{name}：以下公理合在一起不能成立 these axioms together forbid it")
        typer.echo("\n".join(f"  {axiom}" for axiom in axioms))
    if not verdict.sound:
        raise typer.Exit(1)
