"""The command that writes the static casebook."""

from __future__ import annotations

from typing import Annotated

import typer

from .options import DEFAULT_STORE, All, Corpus, Out, Store
from .output import say


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("site")(site)


def site(
    out: Out,
    corpus: Corpus = None,
    everything: All = False,
    force: Annotated[bool, typer.Option("--force", help="替换已有目录 · replace a folder that exists")] = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """由图谱生成静态案例库网站 · A static casebook: a page for every thing, with search and pictures."""
    from time import perf_counter

    from cemai.presenters.site.build import build_site

    start = perf_counter()
    built = build_site(store, out, corpus=corpus, unverified=everything, force=force, progress=say)
    say(f"{built.pages} pages 页, {built.megabytes:.1f} MB, {perf_counter() - start:.1f} s → {out / 'index.html'}")
