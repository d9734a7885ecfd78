"""With a server in the place of the folder a command prints the same, in a few requests of bounded size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cemai.api.knowledge_graph import KnowledgeGraph
from tests.graph.store.serving import Served, serving
from tests.running import Inside, embedded

MEGABYTE = 1_000_000
# Each command with the most requests that it may need, the one that opens the server among them.
COMMANDS: dict[tuple[str, ...], int] = {
    ("trace", "1210"): 5,
    ("trace", "1210", "--all"): 5,
    ("trace", "1210", "--rounds"): 5,
    ("trace", "1210", "--tree"): 5,
    ("trace", "独立站补贴"): 10,
    ("show", "杭州"): 10,
    ("compare", "深圳", "宁波"): 10,
    ("measures", "--topic", "独立站", "--city", "深圳", "--on", "2022-06-30"): 10,
    ("series", "青岛", "进出口额"): 10,
    ("peers", "淄博"): 10,
    ("path", "深圳", "宁波"): 10,
    ("audit", "--subject", "宁波"): 10,
    ("explain", "casebook-2024/zones/zone-330100"): 10,
    ("query", "zones/by-province", "--param", "until=2019-12-31"): 10,
    ("ask", "1210 推广到了哪些城市？"): 10,
}


@pytest.fixture(scope="module")
def served(kg: KnowledgeGraph) -> Iterator[Served]:
    with serving(embedded(kg)) as found:
        yield found


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_same_in_few_requests(ask: Inside, served: Served, command: tuple[str, ...]) -> None:
    mine = ask(*command)
    served.reset()
    theirs = ask(*command, "--store", served.url)
    assert theirs.status == mine.status == 0, theirs.err
    assert theirs.out == mine.out != "" and theirs.err == mine.err
    assert 0 < served.requests <= COMMANDS[command]
    assert served.bytes <= MEGABYTE


@pytest.mark.parametrize("view", [("trace", "1210"), ("map", "1210"), ("timeline", "杭州"), ("neighbourhood", "杭州")])
def test_pages(ask: Inside, served: Served, tmp_path: Path, view: tuple[str, ...]) -> None:
    mine, theirs = tmp_path / "mine.html", tmp_path / "theirs.html"
    assert ask("view", *view, "--out", mine).status == 0
    served.reset()
    assert ask("view", *view, "--out", theirs, "--store", served.url).status == 0
    assert theirs.read_bytes() == mine.read_bytes()
    assert served.requests <= 10 and served.bytes <= MEGABYTE
