"""Queries of users run in a process of their own: within limits, stopped at once, told why."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from cemai.graph.errors import (
    CemaiError,
    NameUnknown,
    QueryCrashed,
    QueryError,
    QueryTimeout,
    QueryTooLarge,
    StoreError,
)
from cemai.queries.process.limits import Limits
from cemai.queries.process.runner import QueryRunner

import cemai
from tests.running import Cli, Inside, command, environment

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
ALL = "SELECT * { ?a ?b ?c }"
# Five ways to go on for ever: counting, sorting, a path, a product without a row, a construction.
RUNAWAYS = (
    ENDLESS, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER (?a = ?b) }",
    "SELECT (COUNT(*) AS ?n) { ?a (!<x:x>|^!<x:x>)+ ?b . ?c (!<x:x>|^!<x:x>)+ ?d }",
    "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER (STR(?c) = 'no such text' && ?d = ?e) }",
    "CONSTRUCT { ?a <x:x> ?n } { SELECT ?a (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP BY ?a }",
)  # fmt: skip


@pytest.fixture(scope="module")
def runner(graph: Path) -> Iterator[QueryRunner]:
    with QueryRunner(graph) as found:
        yield found


def test_rows_are_those_that_the_same_query_gives_here(runner: QueryRunner, graph: Path) -> None:
    kg = cemai.open(graph)
    for name, parameters in (("zones/by-batch", {}), ("zones/dates-of", {"place": "杭州"}), ("zones/ended", {})):
        answer, expected = runner.run(name, parameters), kg.query(name, parameters)
        assert (answer.columns, tuple(answer)) == (expected.columns, expected.rows)
        assert not answer.cut


@pytest.mark.parametrize("text", RUNAWAYS)
def test_a_runaway_is_stopped_and_the_next_query_answers(runner: QueryRunner, text: str) -> None:
    with pytest.raises(QueryTimeout, match="--timeout"):
        list(runner.run("q", limits=Limits(seconds=0.3), text=text))
    assert len(list(runner.run("zones/by-batch"))) > 10


def test_memory_has_a_limit(runner: QueryRunner) -> None:
    """The order of many rows is held in memory."""
    text = "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f"
    with pytest.raises(QueryTooLarge, match="300 MB"):
        list(runner.run("q", limits=Limits(megabytes=300), text=text))


def test_rows_have_a_limit_and_a_cut_is_told(runner: QueryRunner) -> None:
    whole = list(runner.run("zones/by-batch"))
    for rows, cut in ((1, True), (len(whole) - 1, True), (len(whole), False), (len(whole) + 1, False)):
        answer = runner.run("zones/by-batch", limits=Limits(rows=rows))
        assert list(answer) == whole[:rows] and answer.cut is cut


def test_the_time_of_a_slow_reader_does_not_count(runner: QueryRunner) -> None:
    answer = runner.run("q", limits=Limits(seconds=4.0, rows=5_000), text=ALL)
    rows = iter(answer)
    next(rows)
    time.sleep(5)
    assert sum(1 for _ in rows) == 4_999


def test_an_answer_that_is_not_read_is_no_hindrance(runner: QueryRunner) -> None:
    runner.run("q", text=ALL)
    next(iter(runner.run("q", text=ALL)))
    closed = runner.run("q", text=ALL)
    closed.close()
    assert list(closed) == []
    assert len(list(runner.run("zones/by-batch"))) > 10


REFUSED: dict[str, tuple[str, type[CemaiError], str]] = {
    "an update": ("INSERT DATA { <a:a> <a:b> <a:c> }", QueryError, "read-only"),
    "a load": ("LOAD <http://127.0.0.1:9/x>", QueryError, "read-only"),
    "another host": ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", QueryError, "SERVICE"),
    "no query": ("this is none", QueryError, "parse"),
    "nothing": ("  # only a remark", QueryError, "empty"),
    "brackets without end": ("SELECT " + "(" * 20_000, QueryError, "parse"),
    "groups in groups": ("SELECT * {" + "{" * 20_000 + "}" * 20_000 + "}", QueryError, "parse"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_is_refused_by_its_own_error(runner: QueryRunner, case: str) -> None:
    text, kind, words = REFUSED[case]
    with pytest.raises(kind, match=words):
        list(runner.run("q", text=text))
    assert len(list(runner.run("zones/by-batch"))) > 10


def test_errors_keep_what_they_carry(runner: QueryRunner) -> None:
    with pytest.raises(NameUnknown) as unknown:
        runner.run("zones/dates-of", {"place": "杭洲"})
    assert unknown.value.name == "杭洲" and "杭州市" in unknown.value.suggestions


def test_a_graph_that_is_not_there(tmp_path: Path) -> None:
    with QueryRunner(tmp_path) as runner, pytest.raises(StoreError, match="cemai build"):
        runner.run("zones/by-batch")


def test_values_that_are_none_come_as_text(runner: QueryRunner) -> None:
    text = 'PREFIX x: <http://www.w3.org/2001/XMLSchema#> SELECT ("many"^^x:integer AS ?a) ("9"^^x:integer AS ?b) {}'
    assert list(runner.run("q", text=text)) == [("many", 9)]
    ((long, _),) = runner.run("q", text=text.replace("many", "9" * 5000))
    assert long == "9" * 5000


@pytest.mark.parametrize("seconds", [0.0, -1.0, float("nan"), float("inf")])
def test_limits_are_numbers(seconds: float) -> None:
    with pytest.raises(QueryError):
        Limits(seconds=seconds)


def test_standard_formats_come_as_bytes(runner: QueryRunner) -> None:
    answer = runner.serialize("SELECT ?a { BIND (1 AS ?a) }", solutions="text/csv", graph="application/n-triples")
    assert (answer.columns, b"".join(answer)) == (("text/csv",), b"a\r\n1\r\n")
    answer = runner.serialize("CONSTRUCT { <a:a> <a:b> 1 } {}", solutions="text/csv", graph="application/n-triples")
    assert answer.columns == ("application/n-triples",) and b"<a:a> <a:b>" in b"".join(answer)
    with pytest.raises(QueryTimeout):
        b"".join(
            runner.serialize(ENDLESS, solutions="text/csv", graph="application/n-triples", limits=Limits(seconds=0.3))
        )


def test_a_process_that_dies_is_told_and_followed_by_another(graph: Path) -> None:
    with QueryRunner(graph) as runner:
        child = runner.start()
        threading.Timer(1.0, child._process.kill).start()
        with pytest.raises(QueryCrashed, match="died"):
            list(runner.run("q", text=ENDLESS))
        assert len(list(runner.run("zones/by-batch"))) > 10


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_stops_a_query_and_its_process_at_once(graph: Path, number: signal.Signals, status: int) -> None:
    with started(graph) as process:
        below = children(process.pid)
        process.send_signal(number)
        assert process.wait(timeout=20) == status
        assert process.stderr and b"Traceback" not in process.stderr.read()
    gone(below)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_a_process_whose_parent_was_killed_ends_by_itself(graph: Path) -> None:
    with started(graph) as process:
        below = children(process.pid)
        process.kill()
    gone(below)


def started(store: Path) -> subprocess.Popen[bytes]:
    """A command that runs a query without end, once the query runs."""
    process = subprocess.Popen(
        [command(), "query", "-"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        env=environment(store), preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler) and None,
    )  # fmt: skip
    assert process.stdin
    process.stdin.write(ENDLESS.encode())
    process.stdin.close()
    until = time.monotonic() + 30
    while not children(process.pid) and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(1.0)
    return process


def children(parent: int) -> list[int]:
    """The processes that a process has started."""
    found = Path(f"/proc/{parent}/task/{parent}/children")
    return [int(number) for number in found.read_text().split()] if found.exists() else []


def gone(processes: list[int]) -> None:
    """Wait until they are; one that stays is a failure."""
    until = time.monotonic() + 10
    while any(Path(f"/proc/{number}").exists() for number in processes):
        assert time.monotonic() < until, f"{processes} still run"
        time.sleep(0.05)


def test_the_command_has_the_limits_and_their_status(cli: Cli, tmp_path: Path) -> None:
    slow = cli("query", "-", "--timeout", "0.5", "--out", tmp_path / "x.csv", text=ENDLESS)
    assert (slow.status, slow.out) == (3, "") and "0.5 s" in slow.err and "--timeout" in slow.err
    assert list(tmp_path.iterdir()) == [], "no half a file"
    large = cli("query", "-", "--memory", "300", text="SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f")
    assert large.status == 3 and "--memory" in large.err
    few = cli("query", "zones/by-batch", "--max-rows", "2", "--format", "json")
    assert few.status == 0 and len(few.json()) == 2 and "--max-rows" in few.err


def test_rows_stream_as_they_would_come_at_once(made: Inside) -> None:
    """The JSON and CSV of rows that come one by one are those of a list."""
    import csv
    import io
    import json

    done = made("query", "zones/by-batch", "--format", "json")
    assert done.out == json.dumps(done.json(), ensure_ascii=False, indent=1) + "\n"
    rows = list(csv.reader(io.StringIO(made("query", "zones/by-batch", "--format", "csv").out)))
    assert rows[1:] == [[str(v) for v in row.values()] for row in done.json()]
    assert made("query", "-", "--format", "json", text="SELECT * { <a:a> <a:b> ?x }").out == "[]\n"


def test_sparql_in_python(graph: Path) -> None:
    kg = cemai.open(graph)
    found = kg.sparql("SELECT ?s { ?s ?p '杭州市'@zh }")
    assert [row["s"] for row in found] == ["place/330100"]
    cut = kg.sparql(ALL, limits=Limits(rows=2))
    assert len(cut) == 2 and "there are more" in cut.notes[-1]
    with pytest.raises(QueryTimeout):
        kg.sparql(ENDLESS, limits=Limits(seconds=0.3))
