"""Commands that write pages: one for each view of the registry, with the options that its function asks for; site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import cache
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer
from typer.core import TyperGroup

from .options import DEFAULT_STORE, All, Corpus, Out, Store
from .output import say

if TYPE_CHECKING:
    from cemai.presenters.pages.registry import ViewArgument, ViewCommand


class ViewGroup(TyperGroup):
    """The group `view`. It reads the registry when a view is asked for, because that imports what answers."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of the views, in their order."""
        return list(_commands())

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of a view, None for a name that is none."""
        return _commands().get(cmd_name)


def register(app: typer.Typer) -> None:
    """Add the group with its commands."""
    group = typer.Typer(cls=ViewGroup, help="图页 · Pages with pictures.", no_args_is_help=True)
    group.callback()(lambda: None)
    app.add_typer(group, name="view")


@cache
def _commands() -> dict[str, Any]:
    from cemai.presenters.pages.views import VIEWS

    group = typer.Typer()
    group.callback()(lambda: None)  # a group with one command stays a group
    for view in VIEWS.values():
        group.command(view.name, help=view.help)(_command(view))
    return dict(typer.main.get_group(group).commands)


def _command(view: ViewCommand) -> Callable[..., None]:
    """The function of a command whose parameters are those that the view asks for and those of every view."""

    def run(out: Path, store: str, unverified: bool, corpus: Path | None, **asked: Any) -> None:
        from cemai.api.knowledge_graph import KnowledgeGraph
        from cemai.graph.export.suffixes import PAGES, check_suffix
        from cemai.presenters.pages.presenter import StatementPresenter

        check_suffix(out, "a page 网页", PAGES)
        given = {name: value.date() if isinstance(value, datetime) else value for name, value in asked.items()}
        presenter = StatementPresenter(KnowledgeGraph.open(store), corpus)
        page = view.make(presenter, **given, unverified=unverified)
        for note in page.notes:
            say(note)
        save(page.html, out, page.summary)

    run.__signature__ = Signature(list(_parameters(view)))  # type: ignore[attr-defined]
    run.__annotations__ = {}
    return run


def _parameters(view: ViewCommand) -> Iterator[Parameter]:
    shared = (("unverified", All, False), ("corpus", Corpus, None), ("store", Store, DEFAULT_STORE))
    yield Parameter("out", Parameter.KEYWORD_ONLY, annotation=Out)
    for found in signature(view.make, eval_str=True).parameters.values():
        if marks := getattr(found.annotation, "__metadata__", ()):
            kind = _asked(get_args(found.annotation)[0], marks[0])
            yield Parameter(found.name, Parameter.KEYWORD_ONLY, default=found.default, annotation=kind)
    for name, kind, default in shared:
        yield Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=kind)


def _asked(kind: Any, asked: ViewArgument) -> Any:
    """The annotation that typer understands; a day is given as ``2016-01-31``."""
    if not asked.option:
        return Annotated[kind, typer.Argument(help=asked.help)]
    if date in get_args(kind):
        return Annotated[datetime | None, typer.Option(asked.option, formats=["%Y-%m-%d"], help=asked.help)]
    return Annotated[kind, typer.Option(asked.option, min=asked.least, max=asked.most, help=asked.help)]


def save(page: str, out: Path, what: str) -> None:
    """Write a page whole, and say what it holds and how large it is."""
    from cemai.graph.export.files import write_lines

    write_lines(out, [page])
    say(f"{what}; {len(page.encode()) / 1024:,.0f} kB → {out.resolve()}")


def write_site(
    out: Out,
    corpus: Corpus = None,
    unverified: All = False,
    force: Annotated[bool, typer.Option("--force", help="替换已有目录 · replace a folder that exists")] = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """由图谱生成静态案例库网站 · A static casebook: a page for every thing, with search and pictures."""
    from time import perf_counter

    from cemai.presenters.site.build import build_site

    start = perf_counter()
    built = build_site(store, out, corpus=corpus, unverified=unverified, force=force, progress=say)
    say(f"{built.pages} pages 页, {built.megabytes:.1f} MB, {perf_counter() - start:.1f} s → {out / 'index.html'}")
