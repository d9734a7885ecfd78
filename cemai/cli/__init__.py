"""The command line: one module a group of commands. Data goes to stdout, progress and messages to stderr.

Exit status: 0 done; 1 the answer is a finding (verify, validate); 2 an error that the user can mend.
"""

from __future__ import annotations

import sys

import typer

from . import (
    answer,
    ask,
    audit,
    check,
    cities,
    diffusion,
    export,
    gephi,
    groups,
    make,
    model,
    neo4j,
    plot,
    push,
    site,
    support,
    tables,
    ties,
    tracing,
    view,
)

app = typer.Typer(
    name="cemai",
    help="策脉：中国跨境电商政策知识图谱，每个答案都指向原文 · "
    "Cemai: a knowledge graph of China's cross-border e-commerce policy; every answer leads to its passage.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for group in (
    make,
    ask,
    tracing,
    answer,
    support,
    cities,
    ties,
    audit,
    diffusion,
    export,
    tables,
    gephi,
    neo4j,
    view,
    plot,
    push,
    site,
    check,
    model,
    groups,
):
    group.register(app)


def main() -> None:
    """Entry point of the `cemai` command."""
    from cemai.graph.errors import CemaiError

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except CemaiError as error:
        typer.echo(f"cemai: {error}", err=True)
        raise SystemExit(2) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
