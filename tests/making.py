"""A small made-up dataset, whole and valid; a test spoils one thing in it and looks at what happens."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from cemai.graph.model.locators import Document

TEXT = "序言。\n杭州市　于2015年\n3月7日设立综试区。 另有 39111.70 2.82 江苏。\n宁波市自2016年起采用1210模式。\n"

Cells = dict[str, str]


@dataclass
class Folder:
    """A dataset before it is written: dataset.yml as data, tables as rows, anchors of evidence by claim."""

    meta: dict[str, Any]
    tables: dict[str, list[Cells]]
    anchors: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    text: str = TEXT

    def write(self, root: Path) -> Path:
        """Write it below `root` (``mini/`` and ``corpus/``); the dataset's folder."""
        folder = root / "mini"
        folder.mkdir(parents=True, exist_ok=True)
        (root / "corpus").mkdir(exist_ok=True)
        (root / "corpus" / "mini-text.txt").write_text(self.text, encoding="utf-8")
        (folder / "dataset.yml").write_text(yaml.safe_dump(self.meta, allow_unicode=True), encoding="utf-8")
        for name, rows in (self.tables | {"evidence": self._evidence()}).items():
            write_csv(folder / f"{name}.csv", rows)
        return folder

    def _evidence(self) -> list[Cells]:
        document = Document("mini-text", self.text, "")
        rows = []
        for (table, key), spans in self.anchors.items():
            for role, anchor in spans.items():
                start, end = document.find(anchor)
                digest = hashlib.sha256(document.slice(start, end).encode()).hexdigest()
                rows.append({"table": table, "key": key, "evidence": "1", "role": role, "source": "mini-text",
                             "start": str(start), "end": str(end), "sha256": digest})  # fmt: skip
        return rows


def write_csv(path: Path, rows: list[Cells]) -> None:
    """Rows under the columns that any of them has."""
    header = list(dict.fromkeys(column for row in rows for column in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def two(zh: str, en: str) -> dict[str, str]:
    """A text in both languages."""
    return {"zh": zh, "en": en}


def place(key: str, level: str, zh: str, en: str, **more: str) -> Cells:
    """A row of a table of places."""
    return {"key": key, "level": level, "name_zh": zh, "name_en": en, "name_en_basis": "usage",
            "code_version": "2025-12", "province": "", "aliases_zh": ""} | more  # fmt: skip


def mini() -> Folder:
    """A zone of 杭州 and an adoption of 1210 by 宁波, both with spans in a text of four lines."""
    meta: dict[str, Any] = {
        "id": "mini", "title": two("小数据集", "small dataset"), "recorded_by": "tests",
        "recorded_at": "2026-01-02", "licence": "made up",
        "sources": [{"id": "mini-text", "title": two("小文本", "small text"), "publisher": two("测试", "tests"),
                     "interest": two("无", "none"), "written": "2024", "file": "mini-text.txt",
                     "document_sha256": hashlib.sha256(TEXT.encode()).hexdigest(), "text_profile": "squeeze-1"}],
        "tables": [{"file": "places.csv", "kind": "Place"}, {"file": "things.csv", "kind": "Thing"},
                   {"file": "zones.csv", "kind": "Designation"}, {"file": "adoptions.csv", "kind": "Adoption"}],
    }  # fmt: skip
    zhejiang = {"province": "330000"}
    tables: dict[str, list[Cells]] = {
        "places": [
            place("330000", "province", "浙江省", "Zhejiang", aliases_zh="浙江"),
            place("330100", "prefecture", "杭州市", "Hangzhou", aliases_zh="杭州", **zhejiang),
            place("330200", "prefecture", "宁波市", "Ningbo", aliases_zh="宁波", **zhejiang),
        ],
        "things": [
            {"id": "zone/330100", "class": "PilotZone", "name_zh": "杭州综试区", "aliases_zh": "综试区"},
            {"id": "innovation/1210", "class": "SupervisionMode", "name_zh": "1210模式", "aliases_zh": "1210"},
        ],
        "zones": [{"key": "hangzhou", "subject": "杭州", "object": "zone/330100", "batch": "1",
                   "date": "2015-03-07", "date_printed": "2015年3月7日", "date_kind": "signed",
                   "date_kind_basis": "stated"}],
        "adoptions": [{"key": "ningbo", "subject": "宁波", "predicate": "adopted", "object": "1210", "date": "2016",
                       "date_printed": "2016年", "date_kind": "started", "date_kind_basis": "stated"}],
    }  # fmt: skip
    anchors = {
        ("zones", "hangzhou"): {"value": "2015年3月7日", "subject": "杭州市"},
        ("adoptions", "ningbo"): {"value": "2016年", "subject": "宁波市", "statement": "采用1210模式"},
    }
    return Folder(meta, tables, anchors)
