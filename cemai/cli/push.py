"""The command that takes the graph to a SPARQL server: push sparql."""

from __future__ import annotations

from typing import Annotated

import typer

from .groups import push
from .options import DEFAULT_STORE, Folder
from .output import say


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    push.command("sparql")(push_sparql)


def push_sparql(
    endpoint: Annotated[str, typer.Option("--endpoint", help="查询地址 · address for queries")],
    update: Annotated[
        str, typer.Option("--update", help="更新地址；缺省同查询地址 · address for updates; default: that for queries")
    ] = "",
    graph_store: Annotated[
        str, typer.Option("--graph-store", help="Graph Store Protocol 地址；给出则用它 · "
                          "address of the graph store: used when given")
    ] = "",
    user: Annotated[
        str, typer.Option("--user", envvar="CEMAI_SPARQL_USER", help="用户名；口令取自环境变量 CEMAI_SPARQL_PASSWORD · "
                          "user; the password is read from CEMAI_SPARQL_PASSWORD")
    ] = "",
    digest: Annotated[
        bool, typer.Option("--digest", envvar="CEMAI_SPARQL_DIGEST",
                           help="Digest 认证（Virtuoso） · Digest authentication (Virtuoso)")
    ] = False,
    prune: Annotated[
        bool, typer.Option("--prune", help="同时删除服务器上本图已没有的策脉命名图 · "
                           "also remove graphs of Cemai that the store no longer has")
    ] = False,
    store: Folder = DEFAULT_STORE,
) -> None:  # fmt: skip
    """推送到 SPARQL 1.1 服务器；可重复，结果相同 · Push to a SPARQL 1.1 server; again gives the same result."""
    from dataclasses import replace

    from cemai.graph.export.sparql_push import Target
    from cemai.graph.export.sparql_push import push_sparql as run
    from cemai.graph.store.embedded import open_read_only
    from cemai.graph.store.http import Access

    access = replace(Access.from_environment(), user=user, digest=digest)
    done = run(open_read_only(store), Target(endpoint, update, graph_store, access), say, prune=prune)
    for graph in done.removed:
        say(f"removed 已删除 {graph}")
    say(f"{done.statements} statements 条, {done.graphs} named graphs 个命名图, {done.seconds:.1f} s → {endpoint}")
