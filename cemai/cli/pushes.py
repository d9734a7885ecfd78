"""Commands that put the graph on a running server: push neo4j, push sparql."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from .options import DEFAULT_STORE, Folder
from .output import say

_NoClaims = Annotated[
    bool, typer.Option("--no-claims", help="只要事物与其间的短关系 · only things and their short relationships")
]
push = typer.Typer(help="推送到服务器 · Push the graph to a server that you name.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the group with its commands."""
    push.command("neo4j")(neo4j_command)
    push.command("sparql")(sparql_command)
    app.add_typer(push, name="push")


def neo4j_command(
    uri: Annotated[str, typer.Option("--uri", help="bolt://主机:7687 · bolt://HOST:7687, neo4j+s://HOST …")],
    user: Annotated[str, typer.Option("--user", help="用户名 · user")] = "neo4j",
    password: Annotated[
        str | None,
        typer.Option("--password", envvar="CEMAI_NEO4J_PASSWORD", show_envvar=True,
                     help="口令；写在命令行上他人可见 · password; others can see it on the command line"),
    ] = None,
    password_file: Annotated[
        Path | None, typer.Option("--password-file", help="口令文件（首行） · file with the password (first line)")
    ] = None,
    database: Annotated[str | None, typer.Option("--database", help="数据库 · database; default: the user's")] = None,
    no_claims: _NoClaims = False,
    store: Folder = DEFAULT_STORE,
) -> None:  # fmt: skip
    """推送到运行中的 Neo4j；可重复，结果相同 · Push to a running Neo4j; again gives the same result."""
    from cemai.graph.export.neo4j.wire import Server, push_neo4j
    from cemai.graph.store.embedded import open_read_only

    server = Server(uri, user, _password(password, password_file), database)
    pushed = push_neo4j(open_read_only(store), server, _progress, claims=not no_claims)
    say(f"{pushed.nodes} nodes 节点, {pushed.links} relationships 关系 → {uri}")
    if pushed.removed:
        say(f"{pushed.removed} 个旧节点或关系已删除 nodes or relationships of an earlier load were removed")


def _password(given: str | None, file: Path | None) -> str:
    """The password from the file, else as given."""
    from cemai.graph.errors import OutputError

    if file is not None:
        try:
            return next(iter(file.read_text(encoding="utf-8-sig").splitlines()), "")
        except (OSError, UnicodeDecodeError) as error:
            raise OutputError(f"cannot read the password from {file}: {error} 无法读取口令文件") from None
    if given is None:
        raise OutputError("give the password: CEMAI_NEO4J_PASSWORD or --password-file 请给出口令")
    return given


def _progress(what: str, done: int, of: int) -> None:
    """One line that grows in a terminal; elsewhere a line at the end of each stage."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{what} {done}/{of}" + ("\n" if done == of else ""))
    elif done == of:
        say(f"{what} {done}/{of}")


def sparql_command(
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

    from cemai.graph.export.sparql_push import Target, push_sparql
    from cemai.graph.store.embedded import open_read_only
    from cemai.graph.store.http import Access

    access = replace(Access.from_environment(), user=user, digest=digest)
    done = push_sparql(open_read_only(store), Target(endpoint, update, graph_store, access), say, prune=prune)
    for graph in done.removed:
        say(f"removed 已删除 {graph}")
    say(f"{done.statements} statements 条, {done.graphs} named graphs 个命名图, {done.seconds:.1f} s → {endpoint}")
