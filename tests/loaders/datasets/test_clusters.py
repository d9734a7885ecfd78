"""The directories of clusters: what the document prints, and the parser on a small made-up directory."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from cemai.graph.model.locators import Document
from cemai.loaders.csv_reader import read_table
from cemai.loaders.schema import LocalityRow, PlaceRow, ThingRow

from tests.loaders.datasets.scripts import DATASETS, script

clusters = script("dtnews/shenzhen-ningbo-2022")
DIRECTORIES, PrintedDirectory, LocatedName, Tables = (
    clusters.DIRECTORIES,
    clusters.PrintedDirectory,
    clusters.LocatedName,
    clusters.Tables,
)
entries, identifiers, place_of, located_names = (
    clusters.entries,
    clusters.identifiers,
    clusters.place_of,
    clusters.located_names,
)
KNOWN = {
    ("zhejiang", "1"): "浙江浙南早茶产业集群",
    ("zhejiang", "48"): "宁波塑机产业集群",
    ("zhejiang", "100"): "游竹笋产业群",
    ("zhejiang", "148"): "温州打火机",
    ("zhejiang", "155"): "柯桥轻纺产业群",
    ("guangdong", "10"): "中山市中国机电产品产业集群",
    ("guangdong", "36"): "勒流机械制造、小五金、小家电产业集群",
    ("guangdong", "52"): "大沥有色金属加工业产业集",
    ("guangdong", "84"): "古镇灯饰产业群",
    ("guangdong", "110"): "开平纺织产业集群",
}
TWICE = {
    "zhejiang": {"黄岩模具产业群", "瑞安汽配产业群", "宁海模具产业群"},
    "guangdong": {"盐步内衣产业集群"},
}

# Names over lines, a page's heading inside a name, number and name on one line, one name twice.
TEXT = """前文。
 表 9 云州省产业集群名录 表 9 云州省产业集群名录
序序
号号

产业集群产业集群

1
甲市乙区
中国风筝产

业集群
2
丙镇算盘产
 序序
号号
产业集群产业集群
业群
3 甲灯笼产业群 4

某处陶器产业群
5
乙区风筝产业群
资料来源：无
"""
MADE_UP = PrintedDirectory("yunzhou", "990000", "表 9 云州省产业集群名录", 5)
PLACES = {"甲市": LocatedName("place/990100", "990100"), "甲": LocatedName("place/990100", "990100"),
          "乙区": LocatedName("place/990102", "990102"), "丙镇": LocatedName("place/bing", "990200")}  # fmt: skip


def thing(key: str, name: str, *aliases: str) -> ThingRow:
    cells = {"id": f"cluster/yunzhou-{key}", "class": "Cluster", "name_zh": name}
    return ThingRow.model_validate(cells | {"aliases_zh": "|".join(aliases)})


THINGS = [
    thing("kites", "甲市乙区中国风筝产业集群", "乙区风筝产业群"),
    thing("abacuses", "丙镇算盘产业群"),
    thing("lanterns", "甲灯笼产业群"),
    thing("pots", "某处陶器产业群"),
]


def read(corpus: Path) -> dict[str, list[Any]]:
    document = Document.read("shenzhen-ningbo-2022", corpus / "shenzhen-ningbo-2022.txt")
    return {directory.key: entries(document, directory) for directory in DIRECTORIES}


def test_the_document_prints_155_and_110_entries(corpus: Path) -> None:
    found = read(corpus)
    assert {key: len(listed) for key, listed in found.items()} == {"zhejiang": 155, "guangdong": 110}
    assert [e.number for e in found["zhejiang"]] == [str(n) for n in range(1, 156)]
    assert all(len(e.pieces) == 1 for listed in found.values() for e in listed)


def test_known_entries_stand_under_their_numbers(corpus: Path) -> None:
    found = read(corpus)
    assert {(key, n): found[key][int(n) - 1].name for key, n in KNOWN} == KNOWN


def test_names_printed_twice(corpus: Path) -> None:
    for key, listed in read(corpus).items():
        assert {name for name, times in Counter(e.name for e in listed).items() if times > 1} == TWICE[key]


def test_every_printed_name_has_its_row_in_the_shipped_table(corpus: Path) -> None:
    tables = sorted(DATASETS.glob("*/shenzhen-ningbo-2022/clusters.csv"))
    if not tables:
        pytest.skip("the dataset shenzhen-ningbo-2022 does not ship its clusters.csv")
    things = [row for _, row in read_table(tables[0], ThingRow)]
    found = read(corpus)
    ids = {d.key: identifiers(things, d, (e.name for e in found[d.key])) for d in DIRECTORIES}
    assert {key: len({*known.values()}) for key, known in ids.items()} == {"zhejiang": 143, "guangdong": 101}


def test_places_of_known_names() -> None:
    folder = DATASETS / "reference" / "places"
    rows: list[PlaceRow | LocalityRow] = [row for _, row in read_table(folder / "places.csv", PlaceRow)]
    rows += [row for _, row in read_table(folder / "towns.csv", LocalityRow)]
    zhejiang, guangdong = (located_names(directory.code, rows) for directory in DIRECTORIES)
    assert place_of("温州鹿城区中国皮鞋产业集群", zhejiang) == "place/330302"
    assert place_of("大唐袜业产业群", zhejiang) == "place/datang"
    assert place_of("新塘羽绒家纺产业集群", zhejiang) == "place/xintang-xiaoshan"
    assert place_of("新塘牛仔服装产业集群", guangdong) == "place/xintang-zengcheng"
    assert place_of("广东汕头市澄海区中国玩具礼品产业集群", guangdong) == "place/440515"
    assert [place_of(n, zhejiang) for n in ("漓诸针织产业集群", "山花边产业群", "游竹笋产业群")] == [None] * 3
    assert [place_of(n, guangdong) for n in ("松岗家电产业集群", "金沙五金产业集群")] == [None] * 2


def test_a_name_goes_on_over_lines_and_past_a_heading() -> None:
    found = entries(Document("made-up", TEXT, ""), MADE_UP)
    names = ["甲市乙区中国风筝产业集群", "丙镇算盘产业群", "甲灯笼产业群", "某处陶器产业群", "乙区风筝产业群"]
    assert [(e.number, e.name) for e in found] == [(str(n), name) for n, name in enumerate(names, start=1)]
    assert [len(e.pieces) for e in found] == [1, 2, 1, 1, 1]


def test_entries_of_one_row_are_one_cluster_with_an_evidence_each() -> None:
    document = Document("made-up", TEXT, "")
    tables = Tables(document)
    tables.add(MADE_UP, THINGS, PLACES)
    assert [row["key"] for row in tables.entries] == [f"yunzhou-{n}" for n in range(1, 6)]
    assert {key: row["object"] for key, row in tables.places.items()} == {
        "yunzhou-kites": "place/990102", "yunzhou-abacuses": "place/bing",
        "yunzhou-lanterns": "place/990100", "yunzhou-pots": "place/990000",
    }  # fmt: skip
    assert [key for key, row in tables.places.items() if row["note"]] == ["yunzhou-pots"]
    told = [
        (row["evidence"], document.slice(int(row["start"]), int(row["end"])))
        for row in tables.spans["cluster_places"].rows
        if row["key"] == "yunzhou-kites" and row["role"] == "subject"
    ]
    assert told == [("1", "甲市乙区中国风筝产业集群"), ("2", "乙区风筝产业群")]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("\n5\n", "\n6\n", "numbers read are not 1 to 5"),
        ("\n5\n", "\n4\n", "numbers read are not 1 to 5"),
        ("\n5\n乙区风筝产业群", "", "numbers read are not 1 to 5"),
        ("3 甲灯笼产业群 4", "3 4", "numbers without a name: 3"),
    ],
)
def test_a_table_read_wrong_stops_the_run(old: str, new: str, fault: str) -> None:
    assert old in TEXT
    with pytest.raises(ValueError, match=fault):
        entries(Document("made-up", TEXT.replace(old, new), ""), MADE_UP)


def test_names_and_rows_must_match() -> None:
    names = [e.name for e in entries(Document("made-up", TEXT, ""), MADE_UP)]
    with pytest.raises(ValueError, match=r"without a row in clusters\.csv: 某处陶器产业群"):
        identifiers(THINGS[:3], MADE_UP, names)
    with pytest.raises(ValueError, match="not printed: cluster/yunzhou-drums"):
        identifiers([*THINGS, thing("drums", "甲鼓产业群")], MADE_UP, names)


def test_entries_of_one_cluster_in_two_places_stop_the_run() -> None:
    things = [thing("kites", "甲市乙区中国风筝产业集群", "乙区风筝产业群", "丙镇算盘产业群"), *THINGS[2:]]
    with pytest.raises(ValueError, match="cluster/yunzhou-kites: 2 is in place/bing"):
        Tables(Document("made-up", TEXT, "")).add(MADE_UP, things, PLACES)
