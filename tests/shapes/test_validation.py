"""`cemai validate`: the table, the exit status, and the report as page, JSON and Turtle, with dataset rows."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from cemai.viz.pages.findings.page import FindingLine, FindingsPage, GroupView, render
from pyoxigraph import BlankNode, NamedNode, RdfFormat, parse
from rdflib import Graph

from cemai.pipeline.validate import validate_graph
from tests.making import mini
from tests.running import Cli, Inside

ROOT = Path(__file__).parent.parent.parent
SH = "http://www.w3.org/ns/shacl#"


@pytest.fixture
def spoiled(tmp_path: Path) -> Path:
    """A dataset that says of a zone that it ended a year before it was made, and gives one name in Latin letters."""
    folder = mini()
    folder.tables["zones"].append({
        "key": "over", "subject": "杭州", "object": "zone/330100", "date": "2014-03-07", "date_kind": "ended",
        "date_kind_basis": "stated", "evidence_tier": "unverified",
    })  # fmt: skip
    folder.tables["things"].append({"id": "org/x", "class": "Agency", "name_zh": "X <b>& Sons</b>"})
    return folder.write(tmp_path / "data").parent


@pytest.fixture
def inside(tmp_path: Path) -> Inside:
    return Inside(tmp_path / "none")


def test_violations_give_the_table_and_status_one(inside: Inside, spoiled: Path) -> None:
    done = inside("validate", "--data", spoiled, "--format", "json")
    assert done.status == 1, done.err
    assert [(r["severity"], r["shape"], r["count"]) for r in done.json()] == [
        ("violation", "ended-after-designated", 1), ("warning", "name-in-chinese", 1),
    ]  # fmt: skip
    assert done.json()[0]["zh"] == "终止日期不得早于认定日期"
    assert done.json()[0]["en"] == "a designation ends no earlier than it was made"
    assert "1 处违例 violations, 1 处提醒 warnings" in done.err
    table = inside("validate", "--data", spoiled)
    assert table.status == 1 and "ended-after-designated" in table.out


def test_the_shipped_graph_has_no_violations(cli: Cli) -> None:
    done = cli("validate", "--format", "json")
    assert done.status == 0, done.out
    assert {r["severity"] for r in done.json()} <= {"warning"}
    assert "caliber is unspecified: " in done.err


def test_the_json_names_thing_and_row(inside: Inside, spoiled: Path, tmp_path: Path) -> None:
    inside("validate", "--data", spoiled, "--report", tmp_path / "r.json")
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    over, name = report["findings"]
    assert report["conforms"] is False and [g["count"] for g in report["groups"]] == [1, 1]
    assert (over["focus"], over["file"], over["row"]) == ("claim/mini/zones/over", "mini/zones.csv", 3)
    assert over["label"] == "杭州市 · designated · 杭州综试区" and over["value"] == "2015-03-07"
    assert (name["focus"], name["file"], name["row"]) == ("org/x", "mini/things.csv", 4)
    assert {t["name"]: t["count"] for t in report["tallies"]}["claims"] == 3


def test_the_turtle_is_a_validation_report_without_blank_nodes(inside: Inside, spoiled: Path, tmp_path: Path) -> None:
    for name in ("a.ttl", "b.ttl"):
        inside("validate", "--data", spoiled, "--report", tmp_path / name)
    assert (tmp_path / "a.ttl").read_bytes() == (tmp_path / "b.ttl").read_bytes()
    quads = list(parse(path=tmp_path / "a.ttl", format=RdfFormat.TURTLE))
    assert not [q for q in quads if isinstance(q.subject, BlankNode) or isinstance(q.object, BlankNode)]
    focus = {q.object for q in quads if q.predicate == NamedNode(SH + "focusNode")}
    assert NamedNode("https://w3id.org/cemai/id/claim/mini/zones/over") in focus and len(focus) == 2
    for needed in ("resultSeverity", "sourceShape", "sourceConstraintComponent"):
        assert sum(q.predicate.value == SH + needed for q in quads) == 2
    assert '"2015-03-07"^^' in (tmp_path / "a.ttl").read_text(encoding="utf-8")
    assert len(Graph().parse(tmp_path / "a.ttl")) == len(quads)


def test_the_page_lists_every_finding_and_stays_offline(inside: Inside, spoiled: Path, tmp_path: Path) -> None:
    inside("validate", "--data", spoiled, "--report", tmp_path / "r.html")
    text = (tmp_path / "r.html").read_text(encoding="utf-8")
    wanted = ("claim/mini/zones/over", "mini/zones.csv", "第 3 行", "终止日期不得早于认定日期",
              "a designation ends no earlier",
              "X &lt;b&gt;&amp; Sons&lt;/b&gt;", "小文本")  # fmt: skip
    assert [words for words in wanted if words not in text] == []
    assert "<script" not in text and "<b>" not in text
    assert not re.search(r"(src|href)=\"(?!#)", text) and "url(" not in text
    assert re.search(r"default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]+'", text.replace("&#39;", "'"))


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta",):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_well_formed_with_and_without_findings() -> None:
    line = FindingLine("claim/x", "</td><script>1</script>", "{{ 7 * 7 }}", "MinCount", "", None)
    full = FindingsPage(
        (GroupView("warning", "S", "cm:p", "中", "en", (line,)),), (("数", "n", 1),), ("A", "B"), ("s",)
    )
    for page in (full, FindingsPage((), (), (), ())):
        reader = _Tags()
        text = render(page)
        reader.feed(text)
        assert reader.open == [] and "<script" not in text


def test_an_unknown_ending_and_a_missing_graph_are_errors(inside: Inside, spoiled: Path, tmp_path: Path) -> None:
    done = inside("validate", "--data", spoiled, "--report", tmp_path / "r.pdf")
    assert done.status == 2 and ".html, .json or .ttl" in done.err and not (tmp_path / "r.pdf").exists()
    assert "cemai build" in inside("validate").complaint


def test_a_graph_whose_datasets_are_not_at_hand_names_the_claim(inside: Inside, spoiled: Path) -> None:
    report = validate_graph(inside.store, [spoiled])
    assert all(e.file for e in report.entries)
    (spoiled / "mini" / "zones.csv").write_text(
        (spoiled / "mini" / "zones.csv").read_text(encoding="utf-8").replace("2014-03-07", "2016-03-07"),
        encoding="utf-8",
    )
    assert inside("build", "--data", spoiled).status == 0
    [entry] = validate_graph(inside.store).entries
    assert (entry.finding.focus, entry.file, entry.row) == ("org/x", None, None)
