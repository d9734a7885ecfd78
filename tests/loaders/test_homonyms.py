"""Two things of one kind with one name: refused with both places and the fix, or declared in a table of decisions."""

from __future__ import annotations

from pathlib import Path

import pytest
from cemai.graph.errors import DataErrors
from cemai.loaders.collection import SHIPPED, collect

from tests.making import Cells, Folder, mini, place


def firm(key: str, zh: str, **more: str) -> Cells:
    return {"id": f"org/{key}", "class": "Enterprise", "name_zh": zh} | more


LOOKALIKES = {
    "the very same name": (firm("a", "甲公司"), firm("b", "甲公司")),
    "a compatibility ideograph": (firm("a", "金龙公司"), firm("b", "\uf90a龙公司")),
    "width": (firm("a", "A1公司"), firm("b", "Ａ１公司")),
    "case": (firm("a", "甲", aliases_en="Alpha"), firm("b", "乙", aliases_en="ALPHA")),
    "traditional characters": (firm("a", "广丰贸易"), firm("b", "廣豐貿易")),
    "a decomposed accent": (firm("a", "甲", aliases_en="Café"), firm("b", "乙", aliases_en="Cafe\u0301")),
    "a middle dot": (firm("a", "阿里·巴巴"), firm("b", "阿里・巴巴")),
    "brackets": (firm("a", "甲（中国）公司"), firm("b", "甲(中国)公司")),
    "a radical": (firm("a", "长江公司"), firm("b", "⻓江公司")),
    "an alias against a name": (firm("a", "甲公司", aliases_zh="乙公司"), firm("b", "乙公司")),
    "classes of one kind": (firm("a", "甲"), firm("b", "甲") | {"class": "Association"}),
}  # fmt: skip


def with_things(*rows: Cells) -> Folder:
    folder = mini()
    folder.tables["things"] += rows
    return folder


def declared(folder: Folder, *rows: Cells) -> Folder:
    folder.tables["identity"] = [{"reason": "two things"} | row for row in rows]
    folder.meta["tables"].append({"file": "identity.csv", "kind": "Identity"})
    return folder


@pytest.mark.parametrize("rows", LOOKALIKES.values(), ids=LOOKALIKES)
def test_lookalikes_are_refused_with_both_places_and_the_fix(tmp_path: Path, rows: tuple[Cells, Cells]) -> None:
    folder = with_things(*rows).write(tmp_path)
    with pytest.raises(DataErrors) as refused:
        collect([folder])
    (error,) = refused.value.errors
    assert (error.where.file, error.where.row) == (folder / "things.csv", 5)
    assert error.where.column in ("name_zh", "name_en", "aliases_zh", "aliases_en")
    assert str(error.where.value) in "|".join(rows[1].values())
    assert "org/a" in error.problem and "row 4" in error.problem and "things.csv" in error.problem
    assert "org/a|org/b" in error.fix and "kept-apart" in error.fix


def test_every_pair_is_reported_at_once(tmp_path: Path) -> None:
    folder = with_things(*(firm(key, "甲公司") for key in "abc"), firm("d", "乙"), firm("e", "乙")).write(tmp_path)
    with pytest.raises(DataErrors) as refused:
        collect([folder])
    pairs = {(error.fix.split("|")[0].split()[-1], error.where.row) for error in refused.value.errors}
    assert len(refused.value.errors) == 4 == len(pairs)


def test_one_name_for_several_aliases_of_a_thing_is_no_fault(tmp_path: Path) -> None:
    collect([with_things(firm("a", "广丰", aliases_zh="廣豐|广 丰")).write(tmp_path)])


@pytest.mark.parametrize("row", [
    {"key": "firm", "names": "甲公司", "things": "org/a|org/b"},
    {"key": "firm", "names": "杭州综试区|甲 公司", "things": "org/a|org/b|zone/330100"},
], ids=["the two", "among others, written in another way"])  # fmt: skip
def test_what_is_kept_apart_passes(tmp_path: Path, row: Cells) -> None:
    folder = declared(with_things(firm("a", "甲公司"), firm("b", "甲公司")), row | {"decision": "kept-apart"})
    names = collect([folder.write(tmp_path)]).names
    assert {t.id for t in names.find("甲公司")} == {"org/a", "org/b"}


@pytest.mark.parametrize("row", [
    {"key": "firm", "names": "乙公司", "things": "org/a|org/b"},
    {"key": "firm", "names": "甲公司", "things": "org/a|org/c"},
], ids=["another name", "another thing"])  # fmt: skip
def test_a_decision_on_something_else_does_not_help(tmp_path: Path, row: Cells) -> None:
    rows = (firm("a", "甲公司", aliases_zh="乙公司"), firm("b", "甲公司"), firm("c", "丙公司"))
    folder = declared(with_things(*rows), row | {"decision": "kept-apart"})
    with pytest.raises(DataErrors, match="org/b has the same name as org/a"):
        collect([folder.write(tmp_path)])


def test_things_of_different_kinds_may_share_a_name(tmp_path: Path) -> None:
    """A firm called as a place, a zone as its place, a measure as an innovation: a look-up lists both."""
    rows = (firm("a", "杭州"), {"id": "zone/330200", "class": "PilotZone", "name_zh": "宁波"},
            {"id": "measure/m", "class": "Measure", "name_zh": "1210模式"})  # fmt: skip
    folder = with_things(*rows)
    folder.tables["zones"][0]["subject"] = "place/330100"
    folder.tables["adoptions"][0] |= {"subject": "place/330200", "object": "innovation/1210"}
    names = collect([folder.write(tmp_path)]).names
    assert {t.id for t in names.find("杭州")} == {"org/a", "place/330100"}


def test_two_places_of_one_name_in_two_datasets_are_refused(tmp_path: Path) -> None:
    first, second = mini(), mini()
    second.meta |= {"id": "second", "evidence_tier": "unverified", "confidence": "unverified"}
    second.meta |= {"sources": [], "tables": second.meta["tables"][:1]}
    second.tables = {"places": [place("990001", "prefecture", "寧波", "Elsewhere", province="330000")]}
    second.anchors = {}
    roots = [first.write(tmp_path / "one"), second.write(tmp_path / "two")]
    (roots[1] / "evidence.csv").unlink()
    with pytest.raises(DataErrors, match=r"two.*places\.csv, row 2.*'寧波'.*place/330200.*one.*places\.csv, row 4"):
        collect(roots)


@pytest.mark.parametrize("name", ["·", "（）", "\u200b", "“”", " · "])
def test_a_name_that_nobody_can_read_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(DataErrors, match="row 4"):
        collect([with_things(firm("a", name)).write(tmp_path)])


def test_no_two_shipped_things_of_one_kind_share_a_name_undeclared() -> None:
    """`collect` refuses them; here is how many names are shared at all, so that a look-up lists several."""
    shared = collect([SHIPPED]).names.shared()
    assert "suzhou" in shared and "深圳海关" in shared
    assert all(len({t.id for t in things}) == len(things) for things in shared.values())
