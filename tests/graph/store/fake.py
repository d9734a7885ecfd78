"""A server that answers everything with what a test gives it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Fake:
    """The answer, and what came: each request's method, path and headers (lower case)."""

    status: int = 200
    kind: str = "application/sparql-results+json"
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    missing: int = 0  # bytes that are promised and never come
    url: str = ""
    came: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)


@contextmanager
def answering(fake: Fake) -> Iterator[Fake]:
    """The fake on a free port of the loopback interface."""

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            self.rfile.read(int(self.headers.get("content-length", 0)))
            fake.came.append((self.command, self.path, {k.lower(): v for k, v in self.headers.items()}))
            self.send_response(fake.status)
            for name, value in {"Content-Type": fake.kind, **fake.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(fake.body) + fake.missing))
            self.end_headers()
            self.wfile.write(fake.body)

        do_GET = do_POST = do_PUT = do_DELETE = answer  # noqa: N815 - names of the library

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        fake.url = f"http://127.0.0.1:{server.server_port}/query"
        try:
            yield fake
        finally:
            server.shutdown()
            thread.join()
