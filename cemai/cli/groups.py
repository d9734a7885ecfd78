"""The groups of commands that several modules add to: export, push."""

from __future__ import annotations

import typer

export = typer.Typer(help="导出 · Export the graph for other programs.", no_args_is_help=True)
push = typer.Typer(help="推送到服务器 · Push the graph to a server that you name.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the groups, after the modules have put their commands into them."""
    for name, group in (("export", export), ("push", push)):
        group.callback()(lambda: None)  # a group with one command stays a group
        app.add_typer(group, name=name)
