"""Which claim a short relationship carries, and what files for neo4j-admin may hold. No server is needed."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from cemai.graph.export.neo4j.edges import EDGES, BestClaims
from cemai.graph.export.neo4j.model import Neo4jColumn, Neo4jTable, Row
from cemai.graph.export.neo4j.nodes import NodeLink, NodeRecord
from cemai.graph.export.neo4j.sinks import BATCH, CsvFolder
from cemai.graph.model.entity import Entity
from cemai.graph.model.statement import Claim


def claim(key: str, day: str | None = None, **more: object) -> Claim:
    """A claim that place/1 adopted innovation/1."""
    when = date.fromisoformat(day) if day else None
    given = {"kind": "Adoption", "predicate": "adopted", "object": "innovation/1", "evidence_tier": "act"} | more
    return Claim(id=f"d/t/{key}", dataset="d", key=key, subject="place/1", date_begin=when, date_end=when, **given)  # type: ignore[arg-type]


def edges(*claims: Claim, link: NodeLink | None = None) -> list[dict[str, object]]:
    best = BestClaims()
    for one in claims:
        best.add(one)
    node = NodeRecord(Entity(id="place/1", classes=("City",), name_zh="甲"))
    node.links = [link or NodeLink("adopted", "innovation/1", False)]
    heads = ("start", "end", "type", *(column.name for column in EDGES.columns))
    return [dict(zip(heads, row, strict=True)) for _, row in best.plain_edges(node)]


EARLY, LATE = claim("early", "2015-01-01"), claim("late", "2016-01-01")


@pytest.mark.parametrize(
    ("claims", "best", "count"),
    [
        ((LATE, EARLY), "early", 2), ((EARLY, LATE), "early", 2),
        ((EARLY, claim("held", "2017-01-01", evidence_tier="passage")), "held", 2),
        ((claim("held", evidence_tier="passage"), claim("best", claim_rank="preferred")), "best", 2),
        ((claim("undated"), LATE), "late", 2), ((claim("b", "2015-01-01"), claim("a", "2015-01-01")), "a", 2),
        ((claim("doubt", "2010-01-01", evidence_tier="unverified"), EARLY), "early", 1),
        ((claim("given-up", "2010-01-01", claim_rank="deprecated"), EARLY), "early", 1),
        ((claim("other", "2010-01-01", object="innovation/2"), claim("none", object=None), EARLY), "early", 1),
    ],
)  # fmt: skip
def test_of_several_claims_the_best_is_carried(claims: tuple[Claim, ...], best: str, count: int) -> None:
    """The preferred, then the one whose passage was held, the earliest, the first by its id; no doubtful one."""
    (edge,) = edges(*claims)
    assert (edge["claim"], edge["claims"], edge["derived"]) == (f"claim/d/t/{best}", count, False)
    assert (edge["role"], edge["end"]) == ("adopted", "innovation/1")


def test_an_edge_without_a_claim_says_whether_rules_derived_it() -> None:
    assert [edges(link=NodeLink("within", "place/0", derived))[0]["derived"] for derived in (True, False)] == [
        True,
        False,
    ]
    (edge,) = edges(EARLY, link=NodeLink("adopted", "innovation/1", True))
    assert edge["derived"] is False, "what a claim states is not derived, though a rule derives it, too"
    assert edges(link=NodeLink("within", "place/0", True))[0]["claim"] is None


def test_the_claim_of_an_end_goes_with_the_former_designation() -> None:
    end = claim("end", "2019-01-01", predicate="designated", date_kind="ended", object="zone/1")
    begin = claim("begin", "2015-01-01", predicate="designated", date_kind="signed", object="zone/1")
    for name, best in (("formerlyDesignated", "end"), ("designated", "begin")):
        (edge,) = edges(begin, end, link=NodeLink(name, "zone/1", False))
        assert (edge["claim"], edge["claims"]) == (f"claim/d/t/{best}", 1)


NODES = Neo4jTable("some", "Thing", (Neo4jColumn("name"), Neo4jColumn("names", "string[]"),
                                     Neo4jColumn("sure", "boolean"), Neo4jColumn("count", "long")))  # fmt: skip


def written(folder: Path, *rows: Row) -> tuple[list[list[str]], str]:
    """The rows as the file has them, and what the report says."""
    with CsvFolder(folder, [NODES]) as sinks:
        for row in rows:
            sinks.add(NODES, row)
        sinks.flush()
    with (folder / "nodes" / "some.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.reader(file))[1:]
    return [row[:-1] for row in found], "\n".join(sinks.report.lines())


@pytest.mark.parametrize("sign", ["\n", "\r", "\t", "\x00", "\x1f", "\x7f", "\x85", "\x9f", "\u2028", "\u2029"])
def test_control_signs_and_line_ends_become_spaces_and_are_counted(tmp_path: Path, sign: str) -> None:
    rows, report = written(
        tmp_path, ("a/1", "Thing", f"甲{sign}乙{sign}", None, None, 3), ("a/2", "Thing", "丙", None, True, 4)
    )
    assert rows == [["a/1", "Thing", "甲 乙 ", "", "", "3"], ["a/2", "Thing", "丙", "", "true", "4"]]
    assert "2 some" in report and "2 个控制符" in report


def test_what_needs_no_change_is_not_changed(tmp_path: Path) -> None:
    """Signs of two bytes are no control signs: ×, é, and a no-break space."""
    rows, report = written(tmp_path, ("a/1", "Thing", 'é×\xa0"甲",', ["甲"], False, None))
    assert rows == [["a/1", "Thing", 'é×\xa0"甲",', "甲", "false", ""]] and report.split() == ["1", "some"]


def test_a_semicolon_in_a_list_is_no_delimiter(tmp_path: Path) -> None:
    rows, report = written(tmp_path, ("a/1", "Thing", "甲;乙", ["甲;乙;", "丙"], None, None))
    assert rows == [["a/1", "Thing", "甲;乙", "甲；乙；;丙", "", ""]] and "2 个别名中的半角分号" in report


def test_no_row_is_lost_at_the_end_of_a_batch(tmp_path: Path) -> None:
    for count in (BATCH - 1, BATCH, BATCH + 1):
        (tmp_path / str(count)).mkdir()
        rows, report = written(tmp_path / str(count), *((f"a/{n}", "Thing", "甲", None, None, n) for n in range(count)))
        assert [row[0] for row in rows] == [f"a/{n}" for n in range(count)] and str(count) in report
