"""What a query may not do: change the graph or reach another host, however the words are hidden."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from cemai.graph.errors import QueryError
from cemai.queries import safety
from cemai.queries.safety import safe

from tests.conftest import Small
from tests.loaders.input.test_tables import still_answers

UPDATES = {
    "insert": "INSERT DATA { <a:a> <b:b> <c:c> }",
    "delete": "dElEtE WHERE { ?s ?p ?o }",
    "drop": "DROP ALL",
    "clear": "# SELECT\nCLEAR ALL",
    "load": "LOAD <{host}>",
    "escaped": "\\u0044ROP ALL",
    "second": "SELECT * WHERE {{ ?s ?p ?o }} ; DROP ALL".replace("{{", "{").replace("}}", "}"),
}
# {host} is the address of a server that counts who comes.
SERVICES = {
    "plain": "SELECT * WHERE { SERVICE <{host}> { ?s ?p ?o } }",
    "case": "SELECT * WHERE { sErViCe SILENT <{host}> { ?s ?p ?o } }",
    "variable": "SELECT * WHERE { BIND(<{host}> AS ?u) SERVICE ?u { ?s ?p ?o } }",
    "escaped": "SELECT * WHERE { \\u0053ERVICE <{host}> { ?s ?p ?o } }",
    "escaped long": "SELECT * WHERE { SER\\U00000056ICE <{host}> { ?s ?p ?o } }",
    "comment before": "SELECT * WHERE { # { SERVICE\n SERVICE# x\n<{host}> { ?s ?p ?o } }",
    "comment ended by a return": "SELECT * WHERE { ?s ?p ?o # x\r SERVICE <{host}> { ?a ?b ?c } \n}",
    "between strings": 'SELECT * WHERE { BIND("\\"" AS ?x) SERVICE <{host}> { ?s ?p ?o } BIND("\\"" AS ?y) }',
    "between long strings": "SELECT * WHERE { BIND('''' ''' AS ?x) SERVICE <{host}> { ?s ?p ?o } }",
    "quote by escape": 'SELECT ?x WHERE { BIND("\\u0022 #" AS ?x) SERVICE <{host}> { ?s ?p ?o } }\n# \\u000A AS ?x) }',
    "line end by escape": "SELECT * WHERE { # \\u000A SERVICE <{host}> { ?s ?p ?o } }\n}",
    "subquery": "SELECT * WHERE { { SELECT * WHERE { SERVICE <{host}> { ?s ?p ?o } } } }",
    "not exists": "SELECT * WHERE { ?s ?p ?o FILTER NOT EXISTS { SERVICE <{host}> { ?s ?p ?o } } }",
    "in the head": "SELECT (EXISTS { SERVICE <{host}> { ?s ?p ?o } } AS ?e) WHERE { }",
    "in the order": "SELECT * WHERE { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <{host}> { ?s ?p ?o } })",
    "in having": "SELECT ?s WHERE { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE <{host}> { ?s ?p ?o } })",
    "construct": "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <{host}> { ?s ?p ?o } }",
    "describe": "DESCRIBE ?s WHERE { SERVICE <{host}> { ?s ?p ?o } }",
    "ask": "ASK { SERVICE <{host}> { ?s ?p ?o } }",
    "after a full stop": "SELECT * WHERE { ?s ?p ?o.SERVICE <{host}> { ?a ?b ?c } }",
    "after an escaped sharp": "PREFIX e: <a:> SELECT * WHERE { ?s e:a\\#b ?o SERVICE <{host}> { ?a ?b ?c } \n}",
    "after a comparison": "SELECT * WHERE { FILTER(1<2)SERVICE<{host}>{ ?s ?p ?o } FILTER(2>1) }",
    "escape in an escape": "SELECT * WHERE { \\u005Cu0053ERVICE <{host}> { ?s ?p ?o } }",
    "no character": "SELECT * WHERE { \\uD83D SERVICE <{host}> { ?s ?p ?o } }",
    "in a graph": "SELECT * WHERE { GRAPH ?g { OPTIONAL { SERVICE <{host}> { ?s ?p ?o } } } }",
}


# One engine reads SERVICE as a part of a comment here, the other as code; both must agree on one of them.
HARMLESS = {"quote by escape"}
# To our lexer a full stop may stand in a name (e:a.service); only the parser knows that a variable has ended.
BY_THE_PARSER = {"after a full stop"}


class Counter(HTTPServer):
    """A server on this machine that counts its visitors and sends them away."""

    visits = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class _Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Counter)
        self.server.visits += 1
        self.send_error(500)

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def host() -> Iterator[Counter]:
    """A server that must never be reached."""
    with Counter(("127.0.0.1", 0), _Answer) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def digest(store: Path) -> str:
    """One hash over the files of the build that answers."""
    files = sorted((store / "current").resolve().glob("*.sst"))
    return hashlib.sha256(b"".join(f.read_bytes() for f in files)).hexdigest()


@pytest.mark.parametrize("name", UPDATES)
def test_updates_are_refused(small: Small, host: Counter, name: str) -> None:
    before = digest(small.store)
    message = small.inside("query", "-", text=UPDATES[name].replace("{host}", host.address)).complaint
    assert "refused" in message or "parse" in message
    assert digest(small.store) == before and still_answers(small.store)
    assert host.visits == 0


@pytest.mark.parametrize("blind", ["_holds_service", "_in_the_text"])
@pytest.mark.parametrize("name", sorted(SERVICES.keys() - HARMLESS))
def test_each_reader_finds_service_without_the_other(monkeypatch: pytest.MonkeyPatch, name: str, blind: str) -> None:
    """What an engine reads otherwise than one of the two must not pass by the other."""
    if blind == "_holds_service" and name in BY_THE_PARSER:
        return
    monkeypatch.setattr(safety, blind, lambda _: False)
    with pytest.raises(QueryError):
        safety.safe(SERVICES[name].replace("{host}", "http://127.0.0.1:9/"))


@pytest.mark.parametrize("name", SERVICES)
def test_services_are_refused(small: Small, host: Counter, name: str) -> None:
    """By the command: nobody comes to the server, and the message says why (or that it does not parse)."""
    host.visits = 0
    done = small.inside("query", "-", text=SERVICES[name].replace("{host}", host.address))
    assert host.visits == 0, "the query reached another host"
    if name in HARMLESS and done.status == 0:
        return
    assert any(word in done.complaint for word in ("SERVICE", "parse", "escape"))


def test_the_word_in_a_text_is_no_service(small: Small) -> None:
    """A harmless query that only speaks of SERVICE runs."""
    text = 'SELECT ?x WHERE { # SERVICE <http://a/>\n BIND("SERVICE <http://a/> { }" AS ?x) }'
    assert safe(text) == text
    done = small.inside("query", "-", "--format", "json", text=text)
    assert done.json() == [{"x": "SERVICE <http://a/> { }"}]


@pytest.mark.parametrize(
    "text",
    ["SELECT * FROM <{host}> WHERE { ?s ?p ?o }", "SELECT * FROM NAMED <{host}> WHERE { GRAPH ?g { ?s ?p ?o } }"],
)
def test_a_dataset_clause_fetches_nothing(small: Small, host: Counter, text: str) -> None:
    host.visits = 0
    small.inside("query", "-", text=text.replace("{host}", host.address))
    assert host.visits == 0


def test_refusal_is_an_error_of_our_own() -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        safe("ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
