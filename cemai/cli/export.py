"""Commands that take the graph away: export rdf, export claims."""

from __future__ import annotations

import enum
from typing import Annotated

import typer

from .groups import export
from .options import DEFAULT_STORE, Out, Store
from .output import say


class Rdf(enum.StrEnum):
    """RDF formats."""

    turtle = "turtle"
    trig = "trig"
    nquads = "nquads"
    ntriples = "ntriples"
    jsonld = "jsonld"
    rdfxml = "rdfxml"


class Lines(enum.StrEnum):
    """Formats of the table of claims."""

    jsonl = "jsonl"
    csv = "csv"


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    export.command("rdf")(export_rdf)
    export.command("claims")(export_claims)


def export_rdf(
    out: Out,
    how: Annotated[Rdf, typer.Option("--format", "-f", help="格式 · format")] = Rdf.trig,
    packed: Annotated[
        bool, typer.Option("--gzip", help="压缩（文件名以 .gz 结尾时自动） · pack (names that end with .gz always are)")
    ] = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """导出 RDF；同样的数据得到同样的字节 · Export RDF; the same data gives the same bytes."""
    from cemai.graph.export.rdf import export_rdf as run
    from cemai.graph.store.opening import embedded, open_source

    say(f"{run(embedded(open_source(store)), how.value, out, packed=packed)} statements 条 → {out}")


def export_claims(
    out: Out,
    how: Annotated[Lines, typer.Option("--format", "-f", help="格式 · format")] = Lines.jsonl,
    store: Store = DEFAULT_STORE,
) -> None:
    """导出全部陈述，一行一条 · Export every claim, one a line (columns: docs/codebook.md)."""
    from cemai.api.knowledge_graph import KnowledgeGraph
    from cemai.graph.export.statements import write_csv, write_jsonl
    from cemai.pipeline.export.statements import claim_rows

    table = claim_rows(KnowledgeGraph.open(store))
    (write_csv if how is Lines.csv else write_jsonl)(out, table)
    say(f"{len(table)} claims 条陈述 → {out}")
