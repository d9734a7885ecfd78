"""The command line: one module a group of commands. Data goes to stdout, progress and messages to stderr.

Exit status: 0 done; 1 the answer is a finding (verify, validate); 2 an error that the user can mend; 3 a query was
stopped by a limit; 70 a fault of ours; 130 interrupted (Ctrl-C); 143 terminated.
"""

from __future__ import annotations

import typer

from . import (
    answer,
    ask,
    audit,
    check,
    cities,
    diffusion,
    export,
    groups,
    make,
    model,
    neo4j,
    plot,
    push,
    site,
    support,
    ties,
    tracing,
    view,
)
from .process import run

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
    neo4j,
    plot,
    push,
    site,
    check,
    model,
    export,
    groups,
    view,
):
    group.register(app)


def main() -> None:
    """Entry point of the `cemai` command."""
    raise SystemExit(run(app))
