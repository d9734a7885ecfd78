"""`cemai audit` on a small made-up graph: golden rows, filters, formats, bad input; the same from SPARQL."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import Cells, mini
from tests.running import Cli, Inside

TEXT = (
    "序言。\n杭州市　于2015年\n3月7日设立综试区。 另有 39111.70 2.82 江苏。\n宁波市自2016年起采用1210模式。\n"
    "2023年宁波出口近2000亿元，进口300亿元，另章称宁波出口超2000亿元。2022年宁波出口1500亿元，2023年增长33.3%。\n"
)
# Exports of 2023 are both under and over 2000: a disagreement. 2000/1500 is a growth of 33.3%: none.
GOLDEN = [
    {"rank": "1", "class": "value", "disagreement": "True", "gap": "0", "gap_unit": "CNY", "relative": "0",
     "subjects": "宁波市", "sources": "mini-text", "rule": "value-differs",
     "zh": "宁波市（2023）出口额：“近2000亿元”（mini-text）与“超2000亿元”（mini-text）不能同时成立。",
     "en": "exports of Ningbo (2023): “nearly 2000亿元” (mini-text) and “over 2000亿元” (mini-text) cannot both hold.",
     "claims": "mini/figures/export-nearly, mini/figures/export-over"}
]  # fmt: skip


def row(key: str, value: str, printed: str, hedge: str = "", **more: str) -> Cells:
    """A figure of 宁波 in 2023."""
    return {"key": key, "subject": "宁波", "object": "indicator/export", "measure": "level", "value": value,
            "unit": "CNY", "printed": printed, "hedge": hedge, "period": "2023", "base_period": ""} | more  # fmt: skip


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Inside:
    """A graph of four figures, of which two exclude each other."""
    root, folder = tmp_path_factory.mktemp("audited"), mini()
    folder.text = TEXT
    folder.meta["sources"][0]["document_sha256"] = "0" * 64
    folder.meta["tables"].append({"file": "figures.csv", "kind": "Observation"})
    folder.tables["things"] += [
        {"id": "indicator/export", "class": "Indicator", "name_zh": "出口额", "name_en": "exports",
         "name_en_basis": "usage"},
        {"id": "indicator/import", "class": "Indicator", "name_zh": "进口额"},
    ]  # fmt: skip
    folder.tables["figures"] = [
        row("export-nearly", "200000000000", "2000亿元", "nearly"),
        row("export-over", "200000000000", "2000亿元", "over"),
        row("export-before", "150000000000", "1500亿元", period="2022"),
        row("export-growth", "33.3", "33.3%", measure="growth", unit="percent", base_period="2022"),
        row("import", "30000000000", "300亿元", object="indicator/import"),
    ]
    anchors = {"export-nearly": "近⟦2000亿元⟧", "export-over": "超⟦2000亿元⟧", "export-before": "⟦1500亿元⟧",
               "export-growth": "⟦33.3%⟧", "import": "⟦300亿元⟧"}  # fmt: skip
    folder.anchors |= {("figures", key): {"value": anchor} for key, anchor in anchors.items()}
    dataset = folder.write(root)
    done = Cli(root / "store")("build", "--data", dataset)
    assert done.status == 0, done.err
    assert "核查 audit: 1 disagreements of 1 findings" in done.err
    return Inside(root / "store")


def test_golden_rows(audited: Inside) -> None:
    rows = audited("audit", "--format", "csv").csv()
    assert [{k: r[k] for k in GOLDEN[0]} for r in rows] == GOLDEN
    assert rows[0]["id"].startswith("disagreement/value-differs/")


def test_the_passages_are_positions_in_the_source(audited: Inside) -> None:
    squeezed = "".join(TEXT.split())
    (found,) = audited.rows("audit")
    for passage in found["passages"].split(", "):
        source, _, positions = passage.partition(" ")
        start, _, end = positions.partition("–")
        assert source == "mini-text" and squeezed[int(start) : int(end)] == "2000亿元"


def test_the_table_shows_both_languages(audited: Inside) -> None:
    done = audited("audit")
    assert "不能同时成立" in done.out and "cannot both hold" in done.out
    assert "1 处矛盾 disagreements" in done.err


@pytest.mark.parametrize(
    ("options", "rows"),
    [(["--class", "value"], 1), (["--class", "arithmetic"], 0), (["--subject", "宁波"], 1), (["--subject", "杭州"], 0),
     (["--source", "mini-text"], 1), (["--source", "小文本"], 1), (["--disagreements-only"], 1)],
)  # fmt: skip
def test_filters(audited: Inside, options: list[str], rows: int) -> None:
    assert len(audited.rows("audit", *options)) == rows


def test_nothing_found_is_reported_as_such(audited: Inside) -> None:
    done = audited("audit", "--class", "scope")
    assert done.status == 0 and "that is not a no" in done.err


@pytest.mark.parametrize(
    ("options", "told"),
    [(["--class", "colour"], "known"), (["--subject", "不存在市"], "不存在市"),
     (["--source", "no-such-source"], "no-such-source")],
)  # fmt: skip
def test_bad_input(audited: Inside, options: list[str], told: str) -> None:
    assert told in audited("audit", *options).complaint


def test_the_catalogue_asks_the_same(audited: Inside) -> None:
    assert audited.rows("query", "disagreements/by-class") == [
        {"class": "disagreement-class/value", "class_zh": "数值不同", "disagreement": True, "findings": 1}
    ]
    for name, parameter in (("by-subject", "subject=宁波"), ("by-source", "source=小文本")):
        (found,) = audited.rows("query", f"disagreements/{name}", "--param", parameter)
        assert found["rank"] == 1 and found["disagreement"] is True
    claims = audited.rows("query", "disagreements/claims", "--param", "class=value")
    assert [r["claim"] for r in claims] == ["claim/mini/figures/export-nearly", "claim/mini/figures/export-over"]


def test_the_same_data_gives_the_same_ids(audited: Inside, tmp_path: Path) -> None:
    again = Cli(tmp_path / "store")
    assert again("build", "--data", audited.store.parent / "mini").status == 0
    assert again.rows("audit") == audited.rows("audit")
