"""Push to a server: opens the connection and says plainly what went wrong with it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cemai.graph.errors import OutputError
from cemai.graph.export.base import Options, run_exporters
from cemai.graph.store.backend import GraphBackend

from .model import Neo4jTable, Row
from .push import Neo4jPushed, Progress, Pusher
from .rows import GraphRows
from .spool import RowSpool

if TYPE_CHECKING:
    from neo4j import Driver

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
LEAST = (5, 26)
PATIENCE = 15.0  # seconds for a connection, and for trying a batch again


@dataclass(frozen=True)
class Server:
    """Where to push: a bolt or neo4j address, who asks, and the database (None: the user's own)."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str | None = None


def push_neo4j(store: GraphBackend, server: Server, progress: Progress, *, claims: bool = True) -> Neo4jPushed:
    """Make the server hold the graph of `store`; what an earlier push left is replaced. Raises OutputError."""
    if server.uri.partition("://")[0] not in SCHEMES:
        raise OutputError(
            f"{server.uri} is not an address of Neo4j: bolt://HOST:7687 地址无效，应为 bolt:// 或 neo4j://"
        )
    with _connected(server) as driver:
        pushing = _Pushing(options=Options(no_claims=not claims))
        run_exporters(store, pushing)
        return Pusher(driver, server.database, pushing.spool, progress).run()


class _Pushing(GraphRows):
    """Puts the rows aside until all are there."""

    def start(self, tables: tuple[Neo4jTable, ...]) -> None:
        self.spool = RowSpool(tables)

    def emit(self, table: Neo4jTable, row: Row) -> None:
        self.spool.add(table, row)


@contextmanager
def _connected(server: Server) -> Iterator[Driver]:
    """A driver whose server has answered. Every error of it becomes an OutputError with the way out."""
    try:
        from neo4j import GraphDatabase, NotificationMinimumSeverity
        from neo4j.exceptions import AuthError, ClientError, ConfigurationError, DriverError, Neo4jError
    except ImportError:
        raise OutputError("pushing needs the driver: pip install 'cemai[push]' 需要安装 Neo4j 驱动") from None
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)  # the message below says it once
    answered = False
    try:
        driver = GraphDatabase.driver(
            server.uri, auth=(server.user, server.password), connection_timeout=PATIENCE,
            connection_acquisition_timeout=PATIENCE, max_transaction_retry_time=PATIENCE,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
        )  # fmt: skip
    except (ConfigurationError, ValueError) as error:
        raise OutputError(f"{server.uri} is not an address of Neo4j ({error}) 地址无效") from None
    try:
        with driver:
            _greet(driver, server)
            _refuse_old(driver, server)
            answered = True
            yield driver
    except AuthError as error:
        raise OutputError(f"{server.uri} refuses user {server.user!r} or the password ({error.code}) "
                          "用户名或口令被拒绝") from None  # fmt: skip
    except ClientError as error:
        raise OutputError(f"{server.uri} refuses: {error.message} ({error.code}) 服务器拒绝") from None
    except (DriverError, Neo4jError, OSError) as error:
        raise OutputError(_lost(server.uri, answered, error)) from None


def _greet(driver: Driver, server: Server) -> None:
    """Raise the driver's error for a server that does not answer; its ValueError is a name that leads nowhere."""
    try:
        driver.verify_connectivity()
    except ValueError as error:
        raise OutputError(_lost(server.uri, False, error)) from None


def _refuse_old(driver: Driver, server: Server) -> None:
    """Raise OutputError for a server that cannot compute labels."""
    query = "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version"
    records, _, _ = driver.execute_query(query, database_=server.database)
    version = str(records[0]["version"]) if records else "?"
    numbers = tuple(int(part) for part in re.findall(r"\d+", version)[:2])
    if numbers < LEAST:
        raise OutputError(f"{server.uri} is Neo4j {version}; pushing needs 5.26 or later (export neo4j suits any 5) "
                          "推送需要 5.26 及以上版本，更早的 5.x 请用 export neo4j")  # fmt: skip


def _lost(uri: str, answered: bool, error: Exception) -> str:
    """What to tell of a server that never answered, or stopped answering."""
    reason = str(error).splitlines()[0] if str(error) else type(error).__name__
    if answered:
        return (f"{uri} failed half way: {reason}. Push again: the end state is the same "
                "中途失败；重新推送即可，结果相同")  # fmt: skip
    return f"{uri} does not answer: {reason} 无法连接服务器"
