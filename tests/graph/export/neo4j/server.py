"""A real Neo4j Community of the test's own: a temporary home, free loopback ports, stopped by its process id."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from tests.components import engine, need

PASSWORD = "correct-horse"  # noqa: S105 - of a server that lives for one test
LONGEST = 90.0
_SETTINGS = """server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=64m
dbms.usage_report.enabled=false
"""
# The programs of a Neo4j installation, as its tarball has them; Maven brings only the classes.
_PROGRAMS = {
    "neo4j-admin": "exec {java} org.neo4j.cli.AdminTool \"$@\"",
    "cypher-shell": "exec {java} org.neo4j.shell.Main -a bolt://127.0.0.1:{port} \"$@\"",
    "neo4j": "[ \"$1\" = start ] || exit 1\n"
             "{java} org.neo4j.server.CommunityEntryPoint --home-dir='{home}' --config-dir='{home}/conf'"
             " >'{home}/logs/out' 2>&1 &\necho $! >'{home}/run/neo4j.pid'",
}  # fmt: skip


@dataclass
class Neo4j:
    """One home. `admin` runs the admin tool; `start` and `stop` the server; `driver` talks to it."""

    home: Path
    port: int = field(default_factory=lambda: _free_port())

    def __post_init__(self) -> None:
        program, classes = need("java"), engine("neo4j")
        for name in ("conf", "data", "logs", "import", "run", "plugins", "lib", "bin"):
            (self.home / name).mkdir(parents=True, exist_ok=True)
        (self.home / "conf" / "neo4j.conf").write_text(_SETTINGS.format(port=self.port), encoding="utf-8")
        java = f"'{program}' -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '{classes}/*'"
        for name, line in _PROGRAMS.items():
            program = self.home / "bin" / name
            body = line.format(java=java, port=self.port, home=self.home)
            program.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
            program.chmod(0o755)
        self.admin("dbms", "set-initial-password", PASSWORD)

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.port}"

    @property
    def around(self) -> dict[str, str]:
        """The surroundings of the programs."""
        own = {"NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf"), "NEO4J_USERNAME": "neo4j",
               "NEO4J_PASSWORD": PASSWORD}  # fmt: skip
        return dict(os.environ) | own

    def run(self, *command: str | Path) -> str:
        """Run a program with the home's surroundings; what it said. It must succeed."""
        done = subprocess.run(
            list(map(str, command)), env=self.around, capture_output=True, timeout=LONGEST * 2, check=False,
            encoding="utf-8",
        )  # fmt: skip
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def admin(self, *arguments: str | Path) -> str:
        """Run neo4j-admin."""
        return self.run(self.home / "bin" / "neo4j-admin", *arguments)

    def load(self, folder: Path, *options: str) -> None:
        """Import a folder by its own load.sh, which starts the server."""
        self.run("bash", folder / "load.sh", *options)

    def start(self) -> None:
        """Start the server and wait until it answers."""
        self.run(self.home / "bin" / "neo4j", "start")
        end = time.monotonic() + LONGEST
        while not self.answers():
            assert time.monotonic() < end, (self.home / "logs" / "out").read_text(encoding="utf-8")
            time.sleep(0.3)

    def answers(self) -> bool:
        """Whether the server lets us in."""
        try:
            with self.driver() as driver:
                driver.verify_connectivity()
        except (DriverError, Neo4jError, OSError):
            return False
        return True

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End the server by its process id and wait until it is gone."""
        file = self.home / "run" / "neo4j.pid"
        if not file.exists():
            return
        pid = int(file.read_text())
        file.unlink()
        end = time.monotonic() + LONGEST
        while _alive(pid):
            os.kill(pid, how)
            assert time.monotonic() < end, f"the server {pid} does not end"
            time.sleep(0.2)

    def driver(self) -> Driver:
        """A driver with the right password."""
        return GraphDatabase.driver(
            self.uri, auth=("neo4j", PASSWORD), connection_timeout=5, max_transaction_retry_time=1
        )

    def ask(self, query: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a query."""
        with self.driver() as driver:
            records, _, _ = driver.execute_query(query, parameters)
        return [record.data() for record in records]


@contextmanager
def neo4j(home: Path) -> Iterator[Neo4j]:
    """A home whose server, if one was started, ends with the block."""
    server = Neo4j(home)
    try:
        yield server
    finally:
        server.stop()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _alive(pid: int) -> bool:
    """Whether a process still runs (one that ended and waits to be reaped does not)."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


if __name__ == "__main__":
    Neo4j(Path(sys.argv[1])).start()
