"""Commands that take the graph to Neo4j: a folder for neo4j-admin, or over the wire."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from .groups import export, push
from .options import DEFAULT_STORE, Folder
from .output import say

_NoClaims = Annotated[
    bool, typer.Option("--no-claims", help="只要事物与其间的短关系 · only things and their short relationships")
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    export.command("neo4j")(export_neo4j)
    push.command("neo4j")(push_neo4j)


def export_neo4j(
    out: Annotated[Path, typer.Option("--out", "-o", help="输出目录 · folder to write")],
    no_claims: _NoClaims = False,
    force: Annotated[
        bool, typer.Option("--force", help="整个替换已有目录 · replace a folder that holds something, whole")
    ] = False,
    store: Folder = DEFAULT_STORE,
) -> None:
    """导出为 neo4j-admin 可导入的目录（CSV、索引、查询、load.sh） · A folder that neo4j-admin imports."""
    from cemai.graph.export.neo4j.folder import export_neo4j as run
    from cemai.graph.store.embedded import open_read_only

    told = run(open_read_only(store), out, claims=not no_claims, force=force)
    for table, count in told.rows.items():
        say(f"{count:>9} {table}")
    if told.controls:
        say(f"{told.controls} 个控制符或换行改为空格 control characters and line ends became spaces")
    if told.semicolons:
        say(f"{told.semicolons} 个别名中的半角分号改为全角 semicolons in lists became full-width ones")
    say(f"→ {out}：README.md, load.sh")


def push_neo4j(
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
    from cemai.graph.export.neo4j.wire import Server
    from cemai.graph.export.neo4j.wire import push_neo4j as run
    from cemai.graph.store.embedded import open_read_only

    server = Server(uri, user, _password(password, password_file), database)
    pushed = run(open_read_only(store), server, _progress, claims=not no_claims)
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
