"""A SPARQL endpoint in this process over an embedded store, which counts what passes: requests and bytes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

from pyoxigraph import QueryResultsFormat, QueryTriples, RdfFormat, Store


@dataclass
class Served:
    """Where it answers, and what it was asked so far."""

    url: str = ""
    requests: int = 0
    bytes: int = 0

    def reset(self) -> None:
        """Count from nothing again."""
        self.requests = self.bytes = 0


@contextmanager
def serving(store: Store) -> Iterator[Served]:
    """The store on a free port of the loopback interface, its graphs together being the default graph."""
    served = Served()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = parse_qs(self.rfile.read(int(self.headers["content-length"])).decode())
            found = store.query(asked["query"][0], use_default_graph_as_union=True)
            if isinstance(found, QueryTriples):
                kind, body = "application/n-triples", found.serialize(format=RdfFormat.N_TRIPLES)
            else:
                kind, body = "application/sparql-results+json", found.serialize(format=QueryResultsFormat.JSON)
            assert body is not None
            served.requests += 1
            served.bytes += len(body)
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        served.url = f"http://127.0.0.1:{server.server_port}/query"
        try:
            yield served
        finally:
            server.shutdown()
            thread.join()
