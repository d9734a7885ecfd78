"""A made-up dataset at whose edges answers go wrong: last days of validity, open ends, missing dates, end days."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from tests.making import Cells, Folder, mini, place

PLACES = [
    place("790000", "province", "云山省", "Yunshan"),
    place("790100", "prefecture", "云港市", "Yungang", aliases_zh="云港", province="790000"),
    place("790200", "prefecture", "云溪市", "Yunxi", aliases_zh="云溪", province="790000"),
    place("780000", "province", "星河省", "Xinghe"),
    place("780100", "prefecture", "星城市", "Xingcheng", aliases_zh="星城", province="780000"),
    place("780200", "prefecture", "星湖市", "Xinghu", aliases_zh="星湖", province="780000"),
    place("780300", "prefecture", "星海市", "Xinghai", aliases_zh="星海", province="780000"),
]
MEASURES = ("year", "open-end", "open-begin", "undated")
THINGS = {
    "innovation/c1": ("SupervisionMode", "甲一"), "innovation/c2": ("Innovation", "乙二"),
    "policy/act-1": ("Policy", "第一号公告"), "round/test": ("EvaluationRound", "试评"),
    "indicator/trade": ("Indicator", "进出口额"), "indicator/firms": ("Indicator", "企业数"),
    "org/firm": ("Enterprise", "云企公司"),
    **{f"measure/{name}": ("Measure", f"措施{name}") for name in MEASURES},
}  # fmt: skip
DATED = ("key", "subject", "predicate", "object", "date", "date_printed", "date_kind", "date_kind_basis", "act")
FIGURE = ("key", "subject", "object", "measure", "value", "unit", "period", "caliber")
# An origin without a date; three pilots by one act, of which one is known to the month only.
ADOPTIONS = (
    ("c2-xingcheng", "星城", "originated", "乙二", "", "", "", "", ""),
    ("c2-xinghu", "星湖", "piloted", "乙二", "2012-01-01", "2012年1月1日", "started", "stated", ""),
    ("c2-yungang", "云港", "adopted", "乙二", "2013-05-01", "2013年5月1日", "started", "stated", ""),
    ("c2-yunxi", "云溪", "adopted", "乙二", "", "", "", "", ""),
    ("c1-yungang", "云港", "piloted", "甲一", "2015-09-01", "2015年9月1日", "effective", "stated", "policy/act-1"),
    ("c1-yunxi", "云溪", "piloted", "甲一", "2015-09-01", "2015年9月1日", "effective", "stated", "policy/act-1"),
    ("c1-xingcheng", "星城", "piloted", "甲一", "2015-09", "2015年9月", "effective", "stated", "policy/act-1"),
)
# Validity of a year, from a day on, up to a day, and none that is stated.
VALID = {
    "year": ("2021-01-01", "2021-12-31"), "open-end": ("2022-03-01", ""), "open-begin": ("", "2020-06-30"),
    "undated": ("", ""),
}  # fmt: skip
OBSERVATIONS = (
    ("alike-a", "云港", "trade", "level", "100", "CNY", "2021", "customs-statistics"),
    ("alike-b", "星城", "trade", "level", "90", "CNY", "2021", "customs-statistics"),
    ("no-period-a", "云港", "firms", "level", "40", "enterprise", "", "customs-statistics"),
    ("no-period-b", "星城", "firms", "level", "50", "enterprise", "", "customs-statistics"),
    ("no-caliber-a", "云港", "firms", "level", "41", "enterprise", "2021", ""),
    ("no-caliber-b", "星城", "firms", "level", "51", "enterprise", "2021", ""),
    ("two-a1", "云港", "trade", "level", "110", "CNY", "2022", "customs-statistics"),
    ("two-a2", "云港", "trade", "level", "111", "CNY", "2022", "customs-statistics"),
    ("two-b", "星城", "trade", "level", "95", "CNY", "2022", "customs-statistics"),
    ("caliber-a", "云港", "trade", "growth", "5", "percent", "2021", "customs-statistics"),
    ("caliber-b", "星城", "trade", "growth", "6", "percent", "2021", "customs-platform"),
    ("period-a", "云港", "trade", "share", "3", "percent", "2021", "customs-statistics"),
    ("period-b", "星城", "trade", "share", "4", "percent", "2022", "customs-statistics"),
    ("alone", "星城", "trade", "multiple", "2", "times", "2022", "customs-statistics"),
    ("xinghai", "星海", "trade", "level", "80", "CNY", "2021", "customs-statistics"),
)
# 星海 is tied to nothing but by what ties everything, by a claim that is given up, and by one that is not verified.
RELATIONS: tuple[Mapping[str, str], ...] = (
    {"key": "firm-at", "subject": "org/firm", "predicate": "locatedIn", "object": "云港"},
    {"key": "given-up", "subject": "org/firm", "predicate": "locatedIn", "object": "星海", "claim_rank": "deprecated",
     "rank_reason": "moved"},
    {"key": "unsure", "subject": "org/firm", "predicate": "serves", "object": "星海", "evidence_tier": "unverified",
     "confidence": "unverified", "source": "source/mini-text"},
)  # fmt: skip


def edges() -> Folder:
    """The dataset, each claim with a line of its own in the text."""
    tables: dict[str, list[Cells]] = {
        "places": PLACES,
        "things": [{"id": id_, "class": class_, "name_zh": name} for id_, (class_, name) in THINGS.items()],
        "adoptions": [dict(zip(DATED, row, strict=True)) for row in ADOPTIONS],
        "provisions": [_provision(name, *days) for name, days in VALID.items()],
        "observations": [_figure(dict(zip(FIGURE, row, strict=True))) for row in OBSERVATIONS],
        "evaluations": [{"key": key, "subject": city, "object": "round/test", "year": "2021", "tier": "tier-1"}
                        for key, city in (("xinghai", "星海"), ("xingcheng", "星城"), ("yungang", "云港"))],
        "relations": [{"evidence_tier": "", "confidence": "", "source": "", "claim_rank": "", "rank_reason": "", **row}
                      for row in RELATIONS],
    }  # fmt: skip
    claims = [(table, row) for table, rows in tables.items() if table not in ("places", "things") for row in rows]
    lines = {
        (table, row["key"]): _line(table, row) for table, row in claims if row.get("evidence_tier") != "unverified"
    }
    folder = mini()
    folder.tables, folder.text = tables, "\n".join(lines.values())
    folder.anchors = {claim: {"statement": line} for claim, line in lines.items()}
    folder.meta["sources"][0]["document_sha256"] = hashlib.sha256(folder.text.encode()).hexdigest()
    kinds = {"places": "Place", "things": "Thing"} | {table: table.title()[:-1] for table, _ in claims}
    folder.meta["tables"] = [{"file": f"{table}.csv", "kind": kinds[table]} for table in tables]
    return folder


def _provision(name: str, first: str, last: str) -> Cells:
    return {"key": name, "subject": f"measure/{name}", "topic": "independent-site", "beneficiary": "enterprise",
            "amount": "1000", "currency": "CNY", "per": "enterprise", "printed": "1000元", "valid_from": first,
            "valid_to": last}  # fmt: skip


def _figure(row: Cells) -> Cells:
    return {**row, "object": f"indicator/{row['object']}", "printed": row["value"]}


def _line(table: str, row: Cells) -> str:
    return f"{row['subject']}：{table}之{row['key']}，{row.get('printed') or row.get('date_printed') or '无'}。"
