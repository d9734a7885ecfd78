"""A ``relations.yml`` that is not what it should be: one message with file, key, value and what to do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from cemai.graph.errors import DataErrors
from cemai.loaders.collection import collect
from cemai.loaders.relations import read_relations

from tests.making import mini

KNOWN = [{"id": f"indicator/{key}", "class": "Indicator", "name_zh": key} for key in ("shops", "open-shops")]
COUNT = {"list": "designations", "of": "PilotZone"}


def written(root: Path, content: Any, name: str = "relations.yml") -> Path:
    """The small dataset with two indicators and a file beside its tables."""
    folder = mini()
    folder.tables["things"] += KNOWN
    folder.settings = {name: content if isinstance(content, str) else yaml.safe_dump(content)}
    return folder.write(root)


CASES: dict[str, tuple[Any, tuple[str, ...]]] = {
    "not YAML": ("sums: [\n  {whole: ", ("row 2", "not YAML", "→")),
    "a key twice": ("similar_indicators: []\nsimilar_indicators: []\n",
                    ("row 2", "column similar_indicators", "stands twice", "→")),
    "a list": ("- a\n", ("→",)),
    "nothing": ("", ("→",)),
    "an unknown key": ({"sum": []}, ("column sum", "→")),
    "a sum without parts": ({"sums": [{"whole": "indicator/shops"}]}, ("column sums.0.parts", "→")),
    "a pair of one": ({"similar_indicators": [["indicator/shops"]]}, ("column similar_indicators.0", "→")),
    "an unknown indicator": ({"gaps": {"indicator/shops": "indicator/shop"}},
                             ("column gaps.indicator/shops", "'indicator/shop'", "未登记", "indicator/shops")),
    "an unknown class": ({"complete_sets": {"Provinces": 31}}, ("column complete_sets", "'Provinces'", "class")),
    "an unknown tier": ({"tier_names": {"tier-9": "甲"}}, ("column tier_names", "'tier-9'", "tier-1")),
    "an unknown form of list": ({"counts": {"indicator/shops": {"list": "heap"}}},
                                ("column counts.indicator/shops.list", "'heap'", "designations")),
    "a list without its form": ({"counts": {"indicator/shops": {"of": "PilotZone"}}},
                                ("column counts.indicator/shops.list", "designations")),
    "a key of another form": ({"counts": {"indicator/shops": COUNT | {"tier": "tier-1"}}},
                              ("column counts.indicator/shops.tier", "'tier-1'")),
    "a list of an unknown class": ({"counts": {"indicator/shops": COUNT | {"of": "Zoo"}}},
                                   ("column counts.indicator/shops", "'Zoo'", "class")),
    "a list by an unknown property": ({"counts": {"indicator/shops": {"list": "related", "forward": ["owns"]}}},
                                      ("column counts.indicator/shops", "'owns'", "property")),
    "counts that are a list": ({"counts": ["indicator/shops"]}, ("→",)),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_one_clear_message(tmp_path: Path, name: str) -> None:
    content, parts = CASES[name]
    with pytest.raises(DataErrors) as error:
        collect([written(tmp_path, content)])
    message = str(error.value)
    assert [part for part in ("relations.yml", *parts) if part not in message] == [], message


def test_every_fault_is_reported_at_once(tmp_path: Path) -> None:
    content = {"similar_indicators": [["indicator/a", "indicator/b"]], "complete_sets": {"Zoo": 1}}
    with pytest.raises(DataErrors) as error:
        collect([written(tmp_path, content)])
    assert len(error.value.errors) == 3


@pytest.mark.parametrize("name", ["relation.yml", "relations.yaml"])
def test_a_file_of_another_name_is_not_dropped_in_silence(tmp_path: Path, name: str) -> None:
    with pytest.raises(DataErrors, match=f"{name}.*rename it to relations.yml"):
        collect([written(tmp_path, {}, name)])


def test_two_datasets_that_declare_one_key_differently(tmp_path: Path) -> None:
    one = written(tmp_path / "one", {"gaps": {"indicator/shops": "indicator/open-shops"}})
    other = tmp_path / "two"
    other.mkdir()
    meta = yaml.safe_load((one / "dataset.yml").read_text(encoding="utf-8"))
    (other / "dataset.yml").write_text(yaml.safe_dump(meta | {"id": "two", "tables": [], "sources": []}), "utf-8")
    for value, clashes in (("indicator/shops", True), ("indicator/open-shops", False)):
        (other / "relations.yml").write_text(yaml.safe_dump({"gaps": {"indicator/shops": value}}), "utf-8")
        if not clashes:
            assert collect([one, other]).relations == read_relations(one)
            continue
        with pytest.raises(DataErrors) as error:
            collect([one, other])
        assert all(part in str(error.value) for part in (str(one), str(other), "column gaps.indicator/shops"))


def test_what_two_datasets_declare_stands_together(tmp_path: Path) -> None:
    one = written(tmp_path / "one", {"running_totals": ["indicator/shops"], "similar_indicators": []})
    other = tmp_path / "two"
    other.mkdir()
    meta = yaml.safe_load((one / "dataset.yml").read_text(encoding="utf-8"))
    (other / "dataset.yml").write_text(yaml.safe_dump(meta | {"id": "two", "tables": [], "sources": []}), "utf-8")
    more = {"running_totals": ["indicator/open-shops", "indicator/shops"],
            "similar_indicators": [["indicator/shops", "indicator/open-shops"]]}  # fmt: skip
    (other / "relations.yml").write_text(yaml.safe_dump(more), encoding="utf-8")
    together = collect([one, other]).relations
    assert together.running_totals == {"indicator/shops", "indicator/open-shops"}
    assert together.similar_indicators == (("indicator/shops", "indicator/open-shops"),)
