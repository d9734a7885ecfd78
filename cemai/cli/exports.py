"""Commands that export: one for each exporter of the registry, made when one of them is asked for."""

from __future__ import annotations

import enum
import inspect
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from .options import DEFAULT_STORE, Out, Store
from .output import say

if TYPE_CHECKING:
    from cemai.graph.export.base import Exporter

# By the name of an option of exporters: its flag in the command.
_FLAGS = {
    "gzip": ("--gzip", "压缩（文件名以 .gz 结尾时自动） · compress (always for names that end with .gz)"),
    "excel": (
        "--excel",
        "CSV 供电子表格打开：带 BOM，公式与会被改写的文字前加撇号 · CSV for spreadsheets: no formulas",
    ),
    "unverified": ("--all", "也收入未核实的陈述 · include unverified claims, too"),
    "no_claims": ("--no-claims", "只要事物与其间的短关系 · only things and their short relationships"),
    "force": ("--force", "目录非空时整个替换 · replace the whole of a folder that is not empty"),
}


class ExportGroup(TyperGroup):
    """Reads the registry only when an export is asked for, so that ``cemai --help`` stays quick."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of all exporters that write files."""
        from cemai.pipeline.export.registry import EXPORTERS

        return [name for name, kind in EXPORTERS.items() if kind.to_files]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of one exporter."""
        from cemai.graph.export.registry import EXPORTERS

        known = cmd_name in EXPORTERS or cmd_name in self.list_commands(ctx)  # which reads the rest of the registry
        return _command(cmd_name, EXPORTERS[cmd_name]) if known and EXPORTERS[cmd_name].to_files else None


exports = typer.Typer(help="导出 · Export the graph for other programs.", no_args_is_help=True, cls=ExportGroup)


def register(app: typer.Typer) -> None:
    """Add the group."""
    exports.callback()(lambda: None)
    app.add_typer(exports, name="export")


def _command(name: str, kind: type[Exporter]) -> Any:
    """The command of an exporter, with the options that it takes."""

    def run(out: Path, store: str, **chosen: Any) -> None:
        from cemai.graph.export.registry import export_graph
        from cemai.graph.store.opening import open_graph

        if "format" in chosen:
            chosen["format"] = chosen["format"].value
        for line in export_graph(open_graph(store), name, out, **chosen).report:
            say(line)

    run.__doc__, run.__signature__ = kind.summary, inspect.Signature(_parameters(kind))  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in _parameters(kind)}
    alone = typer.Typer(add_completion=False)
    alone.command(name)(run)
    return typer.main.get_command(alone)


def _parameters(kind: type[Exporter]) -> list[inspect.Parameter]:
    found = [_parameter("out", Out)]
    if kind.formats:
        form = enum.StrEnum("Format", {each: each for each in kind.formats})  # type: ignore[misc]
        found.append(_parameter("format", Annotated[form, typer.Option("--format", "-f", help="格式 · format")],
                                form(kind.formats[0])))  # fmt: skip
    for name, (flag, words) in _FLAGS.items():
        if name in kind.takes:
            found.append(_parameter(name, Annotated[bool, typer.Option(flag, help=words)], False))
    return [*found, _parameter("store", Store, DEFAULT_STORE)]


def _parameter(name: str, annotation: Any, default: Any = inspect.Parameter.empty) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
