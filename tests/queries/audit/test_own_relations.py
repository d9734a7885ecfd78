"""A dataset of one's own brings ``relations.yml``: its sums, its counted lists; the audit holds its figures to them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.making import Cells, Folder, mini
from tests.running import Inside

INDICATORS = {"shops": "门店数", "shops-open": "营业门店数", "shops-closed": "停业门店数", "brands": "品牌数"}


def row(key: str, indicator: str, value: str, **more: str) -> Cells:
    """A count of 宁波 in 2023, cited from an act."""
    return {"key": key, "subject": "宁波", "object": f"indicator/{indicator}", "measure": "level", "value": value,
            "unit": "item", "printed": value, "period": "2023", "source": "policy/yearbook",
            "evidence_tier": "act"} | more  # fmt: skip


def own(**relations: Any) -> Folder:
    """The small dataset with four indicators, a programme of two parts and what it declares."""
    folder = mini()
    folder.meta["tables"] += [{"file": "figures.csv", "kind": "Observation"}, {"file": "parts.csv", "kind": "Relation"}]
    folder.tables["things"] += [
        {"id": f"indicator/{key}", "class": "Indicator", "name_zh": zh} for key, zh in INDICATORS.items()
    ]
    folder.tables["things"].append({"id": "policy/yearbook", "class": "Policy", "name_zh": "年鉴"})
    folder.tables["things"] += [
        {"id": f"initiative/{key}", "class": "Initiative", "name_zh": f"行动{key}"} for key in ("whole", "a", "b")
    ]
    folder.tables["figures"] = [
        row("shops", "shops", "9"), row("open", "shops-open", "5"), row("closed", "shops-closed", "3"),
        row("brands", "brands", "3", subject="initiative/whole"),
    ]  # fmt: skip
    folder.tables["parts"] = [
        {"key": key, "subject": "initiative/whole", "predicate": "hasPart", "object": f"initiative/{key}",
         "source": "policy/yearbook", "evidence_tier": "act"} for key in ("a", "b")
    ]  # fmt: skip
    folder.settings = {"relations.yml": yaml.safe_dump(relations)} if relations else {}
    return folder


def rules(store: Path, *folders: Path) -> list[tuple[str, str]]:
    """Build the datasets; rule and whether it is a disagreement, of every finding."""
    inside = Inside(store)
    done = inside("build", *(part for folder in folders for part in ("--data", folder)))
    assert done.status == 0, done.err
    return [(r["rule"], r["disagreement"]) for r in inside("audit", "--format", "csv").csv()]


SUM = {"sums": [{"whole": "indicator/shops", "parts": ["indicator/shops-open", "indicator/shops-closed"]}]}
PARTS = {"list": "related", "forward": ["hasPart"], "open": False}


@pytest.mark.parametrize(
    ("relations", "found"),
    [({}, []), (SUM, [("sum", "True")]),
     ({"part_of": [["indicator/shops", "indicator/shops-open"]]}, [("part-exceeds-whole", "True")]),
     ({"counts": {"indicator/brands": PARTS}}, [("count-related", "True")]),
     ({"counts": {"indicator/brands": PARTS | {"open": True}}}, [("count-related", "False")])],
    ids=["nothing", "a sum", "a part", "a list", "an open list"],
)  # fmt: skip
def test_what_a_dataset_declares_is_held(tmp_path: Path, relations: dict[str, Any], found: list[Any]) -> None:
    """9 shops are not 5 open and 3 closed ones; 9 cannot be a part of 5; 3 brands, two of which are named."""
    assert rules(tmp_path / "store", own(**relations).write(tmp_path)) == found


def test_one_dataset_declares_for_the_indicators_of_another(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    described = {"id": "other", "title": {"zh": "另", "en": "other"}, "recorded_by": "tests", "tables": [],
                 "recorded_at": "2026-01-02", "licence": "made up"}  # fmt: skip
    (other / "dataset.yml").write_text(yaml.safe_dump(described), encoding="utf-8")
    (other / "relations.yml").write_text(yaml.safe_dump(SUM), encoding="utf-8")
    assert rules(tmp_path / "store", own().write(tmp_path), other) == [("sum", "True")]
