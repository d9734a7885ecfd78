"""The real SPARQL servers that the tests and benchmarks run against: Oxigraph, Apache Jena Fuseki, Virtuoso."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from tests.components import engine, need
from tests.graph.store.process import LONGEST, Server, free_port, running

PASSWORD = "only-for-tests"  # noqa: S105 - of a server that lives for one test on the loopback interface
_FUSEKI = "org.apache.jena.fuseki.main.cmds.FusekiMainCmd"
_VIRTUOSO = """[Database]
DatabaseFile = v.db
ErrorLogFile = v.log
LockFile = v.lck
TransactionFile = v.trx
xa_persistent_file = v.pxa
[TempDatabase]
DatabaseFile = v-temp.db
TransactionFile = v-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = .
[SPARQL]
ResultSetMaxRows = {rows}
"""


@contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    """Oxigraph's own server. It knows no users."""
    base = f"http://127.0.0.1:{free_port()}"
    command: list[str | Path] = [need("oxigraph"), "serve", "-l", folder / "data", "-b", base.removeprefix("http://")]
    with running(command, folder, f"{base}/query?query=ASK%7B%7D") as process:
        yield Server("oxigraph", f"{base}/query", f"{base}/update", f"{base}/store", process=process)


@contextmanager
def fuseki(folder: Path, *, auth: str = "") -> Iterator[Server]:
    """Fuseki with a TDB2 dataset; with `auth` ``basic`` or ``digest`` it asks for user and password."""
    java, jars = need("java"), engine("fuseki")
    port = free_port()
    base = f"http://127.0.0.1:{port}/cemai"
    (folder / "data").mkdir(exist_ok=True)
    (folder / "users").write_text(f"writer: {PASSWORD}\n", encoding="utf-8")
    guard = [f"--auth={auth}", f"--passwd={folder / 'users'}"] if auth else []
    command: list[str | Path] = [java, "-Xmx1g", "-cp", f"{jars}/*", _FUSEKI, "--localhost", f"--port={port}", *guard,
               "--tdb2", f"--loc={folder / 'data'}", "--update", "/cemai"]  # fmt: skip
    user, password = ("writer", PASSWORD) if auth else ("", "")
    with running(command, folder, f"{base}/query?query=ASK%7B%7D") as process:
        yield Server("fuseki", f"{base}/query", f"{base}/update", f"{base}/data", user, password, auth == "digest",
                     process)  # fmt: skip


@contextmanager
def virtuoso(folder: Path, *, rows: int = 1_000_000) -> Iterator[Server]:
    """Virtuoso with a database of its own, whose password is not the one that it comes with. It cuts after `rows`."""
    program, port = need("virtuoso"), free_port()
    base = f"http://127.0.0.1:{port}"
    (folder / "v.ini").write_text(_VIRTUOSO.format(port=port, sql=free_port(), rows=rows), encoding="utf-8")
    command: list[str | Path] = [program, "+foreground", "+configfile", "v.ini"]
    (folder / "v.lck").unlink(missing_ok=True)  # of a server that was killed
    if not (folder / "v.db").exists():
        made = [*command, "+pwdold", "dba", "+pwddba", PASSWORD]  # makes the database and ends
        subprocess.run(made, cwd=folder, check=True, capture_output=True, timeout=LONGEST)
    with running(command, folder, f"{base}/sparql?query=ASK%7B%7D") as process:
        yield Server("virtuoso", f"{base}/sparql", f"{base}/sparql-auth", f"{base}/sparql-graph-crud-auth",
                     "dba", PASSWORD, True, process)  # fmt: skip


ENGINES: dict[str, Callable[[Path], AbstractContextManager[Server]]] = {
    "oxigraph": oxigraph,
    "fuseki": fuseki,
    "virtuoso": virtuoso,
}
