"""The zone table (图5) and the evaluation tables (图7, 图8) of casebook-2024, read from the document's text.

Run ``python extract.py CORPUS FOLDER`` in this folder to write the tables and their spans anew. Totals that
the document states itself are checked, so a table that is read wrong stops the run.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from cemai.graph.model import dates
from cemai.graph.model.locators import Document
from cemai.loaders.collection import SHIPPED
from cemai.loaders.csv_reader import columns, read_table
from cemai.loaders.dataset import EVIDENCE
from cemai.loaders.evidence.annotate import merge_evidence, write_table
from cemai.loaders.evidence.spans import Row, Spans
from cemai.loaders.schema import DesignationRow, EvaluationRow, LocalityRow, PlaceRow

BATCH = re.compile(r"^(\d{4}年\d{1,2}月\d{1,2}日)\t(\d+)\t(\d+)\t(.+)$", re.MULTILINE)
TITLE = "跨境电商综试区获批时间、个数、城市和地区名称"
# What the public acts say of these days: batch 2's is that of publication, all others are those of signing.
DATE_KIND = {2: "published"}
# The list says 吉林 among cities; the province never held a zone.
FULL_NAMES = {"吉林": "吉林市"}
YEARS = ("2021", "2022", "2023")


def _cells(document: Document, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Cells between tabs with their raw positions."""
    for m in re.finditer(r"[^\t\n]+", document.raw[start:end]):
        yield m.group(), start + m.start(), start + m.end()


def zones(document: Document, codes: dict[str, str]) -> tuple[list[Row], list[Row]]:
    """Designations of 图5, one row a zone. `codes` maps a name to the key of its place."""
    spans, rows, total = Spans(document, "zones"), list[Row](), 0
    header = document.raw.index("获批日期\t")
    title = document.raw.rindex(TITLE, 0, header)
    for batch, line in enumerate(BATCH.finditer(document.raw), start=1):
        names = list(re.finditer(r"中国（(.+?)）跨境电子商务综合试验区|([^、\n]+)", line.group(4)))
        _expect(f"zones of batch {batch}", len(names), int(line.group(2)))
        total += len(names)
        _expect(f"zones after batch {batch}", total, int(line.group(3)))
        day = dates.parse_printed(line.group(1))
        for name in names:
            group = 1 if name.group(1) else 2
            city = name.group(group)
            code = codes[FULL_NAMES.get(city, city)]
            key = f"zone-{code}"
            rows.append({
                "key": key, "subject": f"place/{code}", "object": f"zone/{code}", "batch": str(batch),
                "date": day.normal() if day else "", "date_printed": line.group(1),
                "date_kind": DATE_KIND.get(batch, "signed"), "date_kind_basis": "assigned",
            })  # fmt: skip
            offset = line.start(4)
            spans.add(key, 1, "value", line.start(1), line.end(1))
            spans.add(key, 1, "subject", offset + name.start(group), offset + name.end(group))
            spans.add(key, 1, "header", header, header + len("获批日期"))
            spans.add(key, 1, "header", title, title + len(TITLE))
    _expect("zones", total, 165)
    return rows, spans.rows


def evaluations(document: Document, codes: dict[str, str]) -> tuple[list[Row], list[Row]]:
    """Evaluations of 图7, each confirmed by the marks of 图8."""
    spans, keys = Spans(document, "evaluations"), dict[str, tuple[str, str]]()
    raw = document.raw
    start = raw.index("2021第一档（成效明显）")
    heads = list(_cells(document, start, raw.index("\n", start)))
    for number, (city, begin, end) in enumerate(_cells(document, raw.index("\n", start), raw.index("来源", start))):
        column = number % 3
        key = f"mofcom-{YEARS[column]}-{codes[city]}"
        keys[key] = (YEARS[column], codes[city])
        spans.add(key, 1, "subject", begin, end)
        spans.add(key, 1, "header", *heads[column][1:])
    _expect("evaluations", len(keys), 30)
    _marks(document, codes, spans, keys)
    rows = [{"key": key, "subject": f"place/{code}", "object": f"round/mofcom-{year}", "year": year,
             "tier": "tier-1"} for key, (year, code) in keys.items()]  # fmt: skip
    return rows, spans.rows


def _marks(document: Document, codes: dict[str, str], spans: Spans, keys: dict[str, tuple[str, str]]) -> None:
    """图8: a mark a year and city; the last column counts them."""
    raw = document.raw
    start = raw.index("综试区所在城市\t2021年")
    heads = list(_cells(document, start, raw.index("\n", start)))
    cells = list(_cells(document, raw.index("\n", start), raw.index("来源", start)))
    for row in range(0, len(cells), 5):
        city, begin, end = cells[row]
        marked = [c for c in (1, 2, 3) if cells[row + c][0] == "√"]
        _expect(f"marks of {city}", len(marked), int(cells[row + 4][0]))
        for column in marked:
            key = f"mofcom-{YEARS[column - 1]}-{codes[city]}"
            _expect(f"{key} in both figures", key in keys, True)
            spans.add(key, 2, "subject", begin, end)
            spans.add(key, 2, "header", *heads[column][1:])
            spans.add(key, 2, "value", *cells[row + column][1:])


def _expect(what: str, found: object, stated: object) -> None:
    if found != stated:
        raise ValueError(f"{what}: read {found}, the document states {stated}")


def _codes() -> dict[str, str]:
    """Keys of places by every Chinese name."""
    places = SHIPPED / "reference" / "places"
    rows: list[PlaceRow | LocalityRow] = [row for _, row in read_table(places / "places.csv", PlaceRow)]
    rows += [row for _, row in read_table(places / "areas.csv", LocalityRow)]
    return {name: row.key for row in rows for name in (row.name_zh, *row.aliases_zh)}


def main(corpus: Path, folder: Path) -> None:
    """Write zones.csv, evaluations.csv and their spans into the dataset folder."""
    codes = _codes()
    document = Document.read("casebook-2024", corpus / "casebook-2024.txt")
    zone_rows, zone_spans = zones(document, codes)
    evaluation_rows, evaluation_spans = evaluations(document, codes)
    write_table(folder / "zones.csv", zone_rows, columns(DesignationRow))
    write_table(folder / "evaluations.csv", evaluation_rows, columns(EvaluationRow))
    merge_evidence(folder / EVIDENCE, zone_spans + evaluation_spans, lambda table, _: table in ("zones", "evaluations"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
