"""A statement that ties a thing to itself is shown once, wherever ties are shown: show, path, pages, exports."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.making import Cells, mini
from tests.running import Inside

FIRM, ACT = "org/firm-a", "policy/act-a"
PARTNER, CITES, FORMER = "mini/relations/partner", "mini/relations/cites", "mini/relations/member"


def relation(key: str, subject: str, predicate: str, object_: str) -> Cells:
    return {"key": key, "subject": subject, "predicate": predicate, "object": object_, "evidence_tier": "act",
            "source": ACT, "act": ACT}  # fmt: skip


@pytest.fixture(scope="module")
def looped(tmp_path_factory: pytest.TempPathFactory) -> Inside:
    """A firm that is its own partner and member, and an act that cites itself."""
    root = tmp_path_factory.mktemp("looped")
    folder = mini()
    folder.meta["tables"].append({"file": "relations.csv", "kind": "Relation"})
    folder.tables["things"] += [
        {"id": ACT, "class": "Policy", "name_zh": "文件甲", "aliases_zh": ""},
        {"id": FIRM, "class": "Enterprise", "name_zh": "甲公司", "aliases_zh": ""},
        {"id": "org/firm-b", "class": "Enterprise", "name_zh": "乙公司", "aliases_zh": ""},
    ]
    folder.tables["relations"] = [
        relation("partner", FIRM, "partnerOf", FIRM), relation("cites", ACT, "cites", ACT),
        relation("member", FIRM, "memberOf", FIRM), relation("seat", FIRM, "locatedIn", "杭州"),
        relation("alone", "org/firm-b", "partnerOf", "org/firm-b"),
    ]  # fmt: skip
    inside = Inside(root / "store")
    done = inside("build", "--data", folder.write(root))
    assert done.status == 0, done.err
    return inside


@pytest.mark.parametrize(("thing", "claim"), [(FIRM, PARTNER), (FIRM, FORMER), (ACT, CITES), (ACT, PARTNER)])
def test_show_lists_it_once(looped: Inside, thing: str, claim: str) -> None:
    """Also where a thing is subject, object and act of one statement."""
    assert [row["claim"] for row in looped.rows("show", thing)].count(claim) == 1
    assert looped("show", thing, "--format", "csv").out.count(claim) == 1


@pytest.mark.parametrize(
    ("thing", "claims"), [(FIRM, {PARTNER, FORMER}), (ACT, {CITES}), ("乙公司", {"mini/relations/alone"})]
)
def test_the_path_from_a_thing_to_itself_is_that_tie(looped: Inside, thing: str, claims: set[str]) -> None:
    [hop] = looped.rows("path", thing, thing)
    assert hop["start"] == hop["end"] and hop["claim"] in claims


def test_a_thing_without_such_a_tie_has_no_path_to_itself(looped: Inside) -> None:
    assert "同一事物" in looped("path", "杭州", "杭州").complaint


def test_a_path_to_another_thing_does_not_go_around(looped: Inside) -> None:
    assert [row["claim"] for row in looped.rows("path", FIRM, "杭州")] == ["mini/relations/seat"]


@pytest.mark.parametrize(
    ("thing", "claim"), [(FIRM, PARTNER), (FIRM, FORMER), (ACT, CITES), ("乙公司", "mini/relations/alone")]
)
def test_the_neighbourhood_draws_it(looped: Inside, tmp_path: Path, thing: str, claim: str) -> None:
    """One edge with the statement, also where it is the only tie that a thing has."""
    assert looped("view", "neighbourhood", thing, "--out", tmp_path / "page.html").status == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.count(f'"claims":["{claim}"]') + page.count(f'"claims": ["{claim}"]') >= 1


def test_the_site_lists_it_once(looped: Inside, tmp_path: Path) -> None:
    assert looped("site", "--out", tmp_path / "site").status == 0
    page = (tmp_path / "site" / "org" / "firm-a.html").read_text(encoding="utf-8")
    assert page.count(f'id="{PARTNER}"') <= 1 and page.count(f"{PARTNER}</") <= 1 and PARTNER in page


@pytest.mark.parametrize("name", ["graphml", "cytoscape", "gephi"])
def test_a_network_has_one_edge_of_it(looped: Inside, tmp_path: Path, name: str) -> None:
    out = tmp_path / {"graphml": "net.graphml", "cytoscape": "net.cyjs", "gephi": "net"}[name]
    assert looped("export", name, "--out", out).status == 0
    text = ((out / "edges.csv") if out.is_dir() else out).read_text(encoding="utf-8")
    assert text.count(PARTNER) == text.count("mini/relations/seat") == (2 if name == "cytoscape" else 1)


def test_neo4j_has_one_relationship_of_it(looped: Inside, tmp_path: Path) -> None:
    assert looped("export", "neo4j", "--out", tmp_path / "neo").status == 0
    with (tmp_path / "neo" / "relationships" / "edges.csv").open(encoding="utf-8", newline="") as file:
        assert sum(any(cell.endswith(PARTNER) for cell in row) for row in csv.reader(file)) == 1
