"""Servers that answer badly: each time one clear sentence, never half an answer, never a password to a stranger."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest
from cemai.graph.errors import QueryError, StoreError
from cemai.graph.export.sparql_push import Target, push_sparql
from cemai.graph.store import http as connection
from cemai.graph.store.http import Access, Connection
from cemai.graph.store.sparql_client import RemoteStore
from pyoxigraph import RdfFormat, Store

from tests.graph.store.fake import Fake, answering
from tests.running import Inside

TWO_ROWS = (b'{"head":{"vars":["g"]},"results":{"bindings":[{"g":{"type":"uri","value":"a:1"}},'
            b'{"g":{"type":"uri","value":"a:2"}}]}}')  # fmt: skip
HTML = b"<html><head><style>p {}</style><title>Portal</title></head><body><p>Please \x1b[31m sign in</p></body></html>"
BAD = {
    "cut": (Fake(body=TWO_ROWS[:-30]), "incomplete"),
    "cut in a row": (Fake(body=TWO_ROWS[:-60]), "incomplete"),
    "cut by the wire": (Fake(body=TWO_ROWS, missing=10), "连接中断"),
    "empty": (Fake(body=b""), "incomplete"),
    "not utf-8": (Fake(body=TWO_ROWS.replace(b"a:1", b"a:\xff\xfe")), "incomplete"),
    "no IRI": (Fake(body=TWO_ROWS.replace(b"a:1", b"not an iri")), "incomplete"),
    "other JSON": (Fake(body=b'{"error": "no"}'), "incomplete"),
    "a page": (Fake(kind="text/html", body=HTML), "text/html"),
    "XML": (Fake(kind="application/sparql-results+xml", body=b"<sparql/>"), r"sparql-results\+xml"),
    "cut rows": (Fake(body=TWO_ROWS, headers={"X-SPARQL-MaxRows": "2"}), "cut the answer"),
    "cut time": (Fake(body=TWO_ROWS, headers={"X-SQL-State": "S1TAT"}), "cut the answer"),
    "not ready": (Fake(status=503, kind="text/html", body=HTML), "503.*Portal Please .31m sign in"),
    "fault": (Fake(status=500, kind="text/plain", body=b"out of\nmemory" + b"x" * 10_000), "500.*out of memoryx+…$"),
    "forbidden": (Fake(status=403), "403"),
    "nothing there": (Fake(status=404), "404.*核对"),
    "asks": (Fake(status=401), "CEMAI_SPARQL_USER"),
    "elsewhere": (Fake(status=302, headers={"Location": "http://127.0.0.1:9/other"}), "points to .*:9/other"),
    "no content": (Fake(status=204, kind=""), "no kind"),
}


@pytest.mark.parametrize("name", list(BAD))
def test_a_bad_answer_is_reported(name: str) -> None:
    fake, said = BAD[name]
    with answering(fake), pytest.raises(StoreError, match=said) as told:
        RemoteStore.open(fake.url)
    assert str(told.value).isprintable() and len(str(told.value)) < 500
    assert len(fake.came) == 1, "no answer is asked for twice, and none elsewhere"


def test_a_refused_query_is_the_queries_fault() -> None:
    with answering(Fake(status=400, kind="text/plain", body=b"syntax error at 'x'")) as fake:
        store = RemoteStore(fake.url, RemoteStore.connect(), [])
        with pytest.raises(QueryError, match="syntax error at 'x'"):
            store.query("SELECT * { ?s ?p ?o }")


def test_no_graph_there(ask: Inside) -> None:
    """A server without a graph of ours, by the command."""
    body = b'{"head":{"vars":["g"]},"results":{"bindings":[]}}'
    with answering(Fake(body=body)) as fake:
        assert "cemai push sparql" in ask("query", "zones/ended", "--store", fake.url).complaint


def test_nobody_listens(ask: Inside) -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{bound.getsockname()[1]}/query"
        assert "无法连接" in ask("trace", "1210", "--store", url).complaint


@pytest.mark.parametrize(
    "url", ["http://", "http:///x", "http://[::1", "https://127.0.0.1:99999/x", "http://u:p@127.0.0.1/"]
)
def test_no_address(ask: Inside, url: str) -> None:
    assert ask("query", "zones/ended", "--store", url).complaint


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.org/sparql?user=a", "https://example.org/sparql"), ("http://example.org", "http://example.org"),
        ("http://127.0.0.1:3030/ds", "http://127.0.0.1:3030/ds"),
    ],
)  # fmt: skip
def test_an_address_needs_no_port_and_is_shown_without_its_query(url: str, shown: str) -> None:
    assert connection.checked(url) == shown


@pytest.mark.parametrize("url", ["http://u:p@example.org/", "https://u@example.org:3030/", "http://:p@example.org/"])
def test_no_password_in_an_address(url: str) -> None:
    with pytest.raises(StoreError, match="keep user and password out"):
        connection.checked(url)


@pytest.mark.parametrize(
    ("limit", "value", "said"), [("LARGEST", 100, "over"), ("SECONDS", -1.0, "takes over"), ("SILENCE", 0.3, "in time")]
)
def test_bounds(monkeypatch: pytest.MonkeyPatch, limit: str, value: float, said: str) -> None:
    """An answer that is too large, too slow, or never comes."""
    monkeypatch.setattr(connection, limit, value)
    with answering(Fake(body=TWO_ROWS)) as fake, socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        url = fake.url if limit != "SILENCE" else f"http://127.0.0.1:{silent.getsockname()[1]}/"
        with pytest.raises(StoreError, match=said):
            RemoteStore.open(url)


def test_a_password_goes_nowhere_else() -> None:
    """Not to where a redirection points, not before a digest is asked for, not into the error."""
    with answering(Fake()) as stranger:
        moved = Fake(status=307, headers={"Location": stranger.url})
        with answering(moved), pytest.raises(StoreError) as told:
            Connection(Access("u", "secret-word")).send("GET", moved.url)
        assert stranger.came == [] and "secret-word" not in str(told.value)
    asks = Fake(status=401, headers={"WWW-Authenticate": 'Basic realm="x"'})
    with answering(asks), pytest.raises(StoreError, match="leave --digest out"):
        Connection(Access("u", "secret-word", digest=True)).send("GET", asks.url)
    assert [headers.get("authorization") for _, _, headers in asks.came] == [None]


def test_a_push_without_a_graph_to_show_for_it(tmp_path: Path) -> None:
    """A server that takes everything and keeps nothing is found out."""
    zero = (b'{"head":{"vars":["n"]},"results":{"bindings":[{"n":{"type":"literal","value":"0",'
            b'"datatype":"http://www.w3.org/2001/XMLSchema#integer"}}]}}')  # fmt: skip
    store = Store()
    store.load(b"<a:s> <a:p> <a:o> <https://w3id.org/cemai/graph/one> .", format=RdfFormat.N_QUADS)
    with answering(Fake(body=zero)) as fake, pytest.raises(StoreError, match=r"has 0 statements .* should have 1"):
        push_sparql(store, Target(fake.url))


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(StoreError, match=r"cemai\[push\]"):
        RemoteStore.open("http://127.0.0.1:9/")
