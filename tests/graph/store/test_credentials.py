"""Who may write: right, wrong and no credentials, with Basic and with Digest authentication."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Small
from tests.graph.store.engines import PASSWORD, fuseki, virtuoso
from tests.graph.store.process import Server

WRONG = "not-the-one"


def push(small: Small, server: Server, *who: str, password: str = PASSWORD) -> str:
    """What a push that must fail complains of."""
    options = ["--endpoint", server.query, "--graph-store", server.graphs, *who]
    told = small.inside("push", "sparql", *options, around={"CEMAI_SPARQL_PASSWORD": password}).complaint
    assert password not in told
    return told


def test_virtuoso_takes_digest_only(small: Small, tmp_path: Path) -> None:
    with virtuoso(tmp_path) as server:
        assert "--user" in push(small, server)
        assert "--digest" in push(small, server, "--user", "dba")
        assert "refused user 'dba'" in push(small, server, "--user", "dba", "--digest", password=WRONG)
        assert "refused user 'nobody'" in push(small, server, "--user", "nobody", "--digest")
        assert small.inside("push", "sparql", *server.options, around=server.around).status == 0


@pytest.mark.parametrize("auth", ["basic", "digest"])
def test_fuseki_asks(small: Small, tmp_path: Path, auth: str) -> None:
    """It asks for queries, too: those of the other commands take user and password from the environment."""
    with fuseki(tmp_path, auth=auth) as server:
        digest = ["--digest"] if auth == "digest" else []
        assert "--user" in push(small, server)
        assert "refused user" in push(small, server, "--user", "writer", *digest, password=WRONG)
        assert small.inside("push", "sparql", *server.options, around=server.around).status == 0
        asked = ("query", "zones/by-batch", "--store", server.query)
        assert "CEMAI_SPARQL_USER" in small.inside(*asked).complaint
        around = {"CEMAI_SPARQL_USER": "writer", "CEMAI_SPARQL_PASSWORD": PASSWORD,
                  "CEMAI_SPARQL_DIGEST": "1" if digest else "0"}  # fmt: skip
        assert small.inside(*asked, around=around).out == small.inside("query", "zones/by-batch").out
