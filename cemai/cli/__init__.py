"""The command line; its modules hold the commands by what they are about. Data to stdout, messages to stderr.

Exit status: 0 done; 1 the answer is a finding (verify, validate); 2 an error that the user can fix; 3 a query was
stopped by a limit; 70 a fault of ours; 130 interrupted (Ctrl-C); 143 terminated.
"""

from __future__ import annotations

from collections.abc import Callable

import typer

from . import answers, cities, diffusion, exports, graph, model, plots, pushes, questions, texts, views
from .process import run

# In the order of `cemai --help`. A new command is a function of one of the modules and a line here.
COMMANDS: dict[str, Callable[..., None]] = {
    "build": graph.build, "validate": graph.validate, "verify": texts.verify, "annotate": texts.annotate,
    "ask": questions.answer_question, "trace": answers.trace_command, "show": answers.show_command,
    "query": questions.query_command, "queries": questions.queries_command, "explain": questions.explain_command,
    "measures": answers.measures_command, "compare": cities.compare_command, "series": cities.series_command,
    "peers": cities.peers_command, "path": answers.path_command, "audit": answers.list_findings,
    "diffusion": diffusion.study_diffusion, "site": views.write_site, "coverage": texts.coverage,
    "ontology": model.ontology,
}  # fmt: skip
app = typer.Typer(
    name="cemai",
    help="策脉：中国跨境电商政策知识图谱，每个答案都指向原文 · "
    "Cemai: a knowledge graph of China's cross-border e-commerce policy; every answer leads to its passage.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for name, command in COMMANDS.items():
    app.command(name)(command)
for group in (plots, exports, pushes, views):
    group.register(app)


def main() -> None:
    """Entry point of the `cemai` command."""
    raise SystemExit(run(app))
