"""What the data itself betrays: a row against its printed form, corroboration by one source, texts by their hash."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from cemai.graph.errors import DataError
from cemai.loaders.collection import Collection, collect

from tests.conftest import Small
from tests.making import Cells, Folder, mini, two
from tests.running import Inside


def with_figure(**cells: str) -> Folder:
    """The small dataset with one figure more."""
    folder = mini()
    folder.meta["tables"].append({"file": "figures.csv", "kind": "Observation"})
    folder.tables["things"].append({"id": "indicator/trade", "class": "Indicator", "name_zh": "进出口额"})
    row: Cells = {"key": "f", "subject": "杭州", "object": "indicator/trade", "measure": "level", "value": "1",
                  "unit": "CNY", "printed": "1元", "period": "2023", "evidence_tier": "unverified"}  # fmt: skip
    folder.tables["figures"] = [row | cells]
    return folder


def figure(measure: str, value: str, unit: str, printed: str, hedge: str = "") -> dict[str, str]:
    return {"measure": measure, "value": value, "unit": unit, "printed": printed, "hedge": hedge}


AGREE = [
    figure("level", "140000000000", "CNY", "1400亿元"), figure("level", "1250000000000", "CNY", "1.25万亿元"),
    figure("level", "140000000000", "CNY", "一千四百亿元"), figure("level", "1000000", "CNY", "壹佰万元"),
    figure("level", "140000000", "CNY", "1.4个亿"), figure("level", "15000", "item", "一万五"),
    figure("level", "378000000", "CNY", "3.78"), figure("level", "1257420330", "CNY", "125,742.033"),
    figure("level", "56930000000", "USD", "569.3亿美元"), figure("level", "14", "USD", "US$14"),
    figure("level", "260000000000", "CNY", "超2600亿元", "over"), figure("level", "100", "shop", "上百家", "at-least"),
    figure("level", "300", "enterprise", "300余家", "over"), figure("level", "300", "enterprise", "近300家", "nearly"),
    figure("level", "300", "shop", "不超过300家", "at-most"), figure("level", "300", "enterprise", "300家", "about"),
    figure("level", "10", "enterprise", "几十家", "over"), figure("growth", "-5.2", "percent", "下降5.2%"),
    figure("growth", "-5.2", "percent", "-5.2%"), figure("growth", "5.2", "percent", "增长5.2%"),
    figure("growth", "-5.2", "percent", "5.2%"), figure("growth", "200", "percent", "增长两倍"),
    figure("growth", "100", "percent", "翻番"), figure("multiple", "4", "times", "翻两番"),
    figure("share", "33.33", "percent", "三分之一"), figure("share", "35", "percent", "三成五"),
    figure("share", "0.5", "percent", "5‰"), figure("share", "12.5", "percent", "百分之十二点五"),
    figure("growth", "3", "percentage-point", "3个百分点"), figure("rank", "13", "rank-position", "第十三位"),
    figure("level", "8", "times", "8-10倍"), figure("level", "1400000000", "USD", "1.4 billion US$"),
    figure("level", "7", "item", "若干项"),
]  # fmt: skip


@pytest.mark.parametrize("cells", AGREE, ids=lambda c: f"{c['printed']} {c['value']}")
def test_a_row_that_agrees_is_taken(tmp_path: Path, cells: dict[str, str]) -> None:
    (claim,) = collect([with_figure(**cells).write(tmp_path)]).claims["mini"][-1:]
    assert claim.printed == cells["printed"]


# The row, the column that is told, and what is said of it.
CONTRADICT: list[tuple[dict[str, str], str, str]] = [
    (figure("level", "140123000000", "CNY", "1401.23456789亿元"), "value", "140123456789"),
    (figure("level", "3", "CNY", "1400亿元"), "value", "140000000000"),
    (figure("level", "1400", "CNY", "1400亿元"), "value", "140000000000"),
    (figure("level", "14000000000", "CNY", "一千四百亿元"), "value", "140000000000"),
    (figure("level", "100000", "CNY", "壹佰万元"), "value", "1000000"),
    (figure("level", "124", "CNY", "123"), "value", "123"),
    (figure("share", "300", "percent", "30"), "value", "30"),
    (figure("share", "3", "percent", "三成"), "value", "30"),
    (figure("rank", "3", "rank-position", "第十三位"), "value", "13"),
    (figure("level", "140000000000", "USD", "1400亿元"), "unit", "单位"),
    (figure("level", "140000000000", "CNY", "1400亿美元"), "unit", "单位"),
    (figure("level", "140000000000", "CNY", "1400亿港元"), "unit", "单位"),
    (figure("level", "13", "enterprise", "13%"), "unit", "单位"),
    (figure("growth", "3", "percent", "3个百分点"), "unit", "单位"),
    (figure("level", "300", "CNY", "300平方米"), "unit", "单位"),
    (figure("growth", "5.2", "percent", "-5.2%"), "value", "负"),
    (figure("growth", "5.2", "percent", "下降5.2%"), "value", "下降"),
    (figure("growth", "5.2", "percent", "负增长5.2%"), "value", "下降"),
    (figure("growth", "-5.2", "percent", "增长5.2%"), "value", "上升"),
    (figure("growth", "3", "percentage-point", "减少3个百分点"), "value", "下降"),
    (figure("level", "260000000000", "CNY", "超2600亿元"), "hedge", "over"),
    (figure("level", "260000000000", "CNY", "超2600亿元", "under"), "hedge", "over"),
    (figure("level", "300", "enterprise", "300余家"), "hedge", "over"),
    (figure("level", "300", "enterprise", "近300家", "over"), "hedge", "nearly"),
    (figure("level", "300", "enterprise", "不超过300家", "over"), "hedge", "at-most"),
    (figure("level", "300", "enterprise", "约300家"), "hedge", "about"),
    (figure("level", "300", "enterprise", "不到300家", "about"), "hedge", "under"),
    (figure("level", "300", "enterprise", "300家以上"), "hedge", "at-least"),
]


@pytest.mark.parametrize(("cells", "column", "said"), CONTRADICT, ids=lambda x: str(x)[:60])
def test_a_row_that_contradicts_its_printed_form_is_refused(
    tmp_path: Path, cells: dict[str, str], column: str, said: str
) -> None:
    with pytest.raises(DataError) as error:
        collect([with_figure(**cells).write(tmp_path)])
    message = str(error.value)
    assert f"figures.csv, row 2, column {column}" in message and cells["printed"] in message and said in message
    assert "→" in message


DATES: list[tuple[str, dict[str, str], str]] = [
    ("zones", {"date": "2015-03-08"}, "column date, value '2015-03-08'"),
    ("zones", {"date_printed": "2015年3月"}, ""),
    ("zones", {"date_printed": "2015年13月7日"}, "column date_printed"),
    ("adoptions", {"date": "2017"}, "column date, value '2017'"),
    ("adoptions", {"date_printed": "去年"}, ""),
]


@pytest.mark.parametrize(("table", "cells", "said"), DATES, ids=str)
def test_a_date_lies_in_the_printed_one(tmp_path: Path, table: str, cells: Cells, said: str) -> None:
    folder = mini()
    folder.tables[table][0].update(cells)
    if not said:
        assert collect([folder.write(tmp_path)]).claims["mini"]
        return
    with pytest.raises(DataError, match=f"{table}.csv, row 2, {said}"):
        collect([folder.write(tmp_path)])


def with_evidence(*sources: str, copies: bool = False, **cells: str) -> Folder:
    """The small dataset whose adoption has one evidence a source; `copies`: the texts are one text."""
    folder = mini()
    folder.tables["adoptions"][0].update(cells)
    other: dict[str, Any] = folder.meta["sources"][0] | {"id": "other-text", "title": two("另一文本", "other text")}
    if not copies:
        other["document_sha256"] = "0" * 64
    folder.meta["sources"].append(other)
    found = folder._evidence
    folder._evidence = lambda: [  # type: ignore[method-assign]
        row | {"evidence": str(n), "source": source}
        for row in found() if row["table"] == "adoptions" for n, source in enumerate(sources, 1)
    ] + [row for row in found() if row["table"] != "adoptions"]  # fmt: skip
    return folder


def adoption(found: Collection) -> str:
    return next(c.confidence for c in found.all_claims() if c.kind == "Adoption")


SOURCES: list[tuple[tuple[str, ...], bool, str, str, int]] = [
    (("mini-text",), False, "corroborated", "single-source", 1),
    (("mini-text", "mini-text"), False, "corroborated", "single-source", 1),
    (("mini-text", "other-text"), True, "corroborated", "single-source", 1),
    (("mini-text", "other-text"), False, "corroborated", "corroborated", 0),
    (("mini-text", "other-text"), False, "single-source", "corroborated", 0),
    (("mini-text",), False, "", "single-source", 0),
    (("mini-text", "other-text"), False, "unverified", "unverified", 0),
]


@pytest.mark.parametrize(("sources", "copies", "stated", "counted", "told"), SOURCES, ids=str)
def test_corroboration_is_computed_of_the_evidences(
    tmp_path: Path, sources: tuple[str, ...], copies: bool, stated: str, counted: str, told: int
) -> None:
    """Two different sources make it, whatever the row says; two copies of one text are one source."""
    found = collect([with_evidence(*sources, copies=copies, confidence=stated).write(tmp_path)])
    assert adoption(found) == counted
    assert len(found.notices) == told
    assert all("adoptions.csv, row 2, column confidence, value 'corroborated'" in str(n) for n in found.notices)


def test_a_build_tells_what_is_corroborated_by_one_source(tmp_path: Path) -> None:
    data = with_evidence("mini-text", confidence="corroborated").write(tmp_path)
    done = Inside(tmp_path / "store")("build", "--data", data)
    assert done.status == 0 and "0 warnings" not in done.out
    assert "adoptions.csv, row 2, column confidence" in done.err and "只有一个来源" in done.err


def test_no_shipped_row_says_more_than_its_evidence() -> None:
    found = collect([Path(__file__).parents[3] / "loaders" / "datasets"])
    assert found.notices == []
    assert {c.confidence for c in found.all_claims() if len({e.page or e.source for e in c.evidence}) < 2} == {
        "single-source", "unverified"}  # fmt: skip


@pytest.mark.parametrize("change", [b"x", "\u200b".encode(), b"\xef\xbb\xbf"])
def test_a_build_with_a_corpus_compares_texts_with_their_hash(small: Small, tmp_path: Path, change: bytes) -> None:
    data = mini().write(tmp_path)
    text = tmp_path / "corpus" / "mini-text.txt"
    text.write_bytes(change + text.read_bytes())
    done = Inside(tmp_path / "store")("build", "--data", data, "--corpus", tmp_path / "corpus")
    assert done.status == 0
    same = change == b"\xef\xbb\xbf"
    assert ("0 warnings" in done.out) == same and ("changed 文件已变: mini-text" in done.err) != same
    assert ("zones.csv, row 2: mini/zones/hangzhou: hash" in done.err) != same
