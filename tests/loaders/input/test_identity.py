"""Recorded decisions on names: the build holds the register to them, and says which row it does not follow."""

from __future__ import annotations

from pathlib import Path

import pytest
from cemai.graph.errors import DataErrors
from cemai.loaders.collection import collect

from tests.making import mini

SHOPS = (("org/one", "甲公司", "甲"), ("org/two", "乙公司", "乙|共名"), ("org/three", "丙公司", "共名"))


def decided(root: Path, names: str, decision: str, things: str) -> Path:
    """The small dataset with three firms, two of one name, and one decision more."""
    folder = mini()
    folder.meta["tables"].append({"file": "identity.csv", "kind": "Identity"})
    folder.tables["things"] += [
        {"id": id_, "class": "Enterprise", "name_zh": name, "aliases_zh": aliases} for id_, name, aliases in SHOPS
    ]
    shared = {"key": "shared", "names": "共名", "decision": "kept-apart", "things": "org/two|org/three",
              "reason": "two firms"}  # fmt: skip
    more = {"key": "decision", "names": names, "decision": decision, "things": things, "reason": "made up"}
    folder.tables["identity"] = [shared, more]
    return folder.write(root)


@pytest.mark.parametrize(
    ("names", "decision", "things"),
    [
        ("甲|甲公司", "merged", "org/one"), ("共名", "kept-apart", "org/two|org/three"),
        ("甲|乙", "kept-apart", "org/one|org/two"),
    ],
)  # fmt: skip
def test_what_the_register_follows_is_read(tmp_path: Path, names: str, decision: str, things: str) -> None:
    assert len(collect([decided(tmp_path, names, decision, things)]).datasets) == 1


@pytest.mark.parametrize(
    ("names", "decision", "things", "message"),
    [
        ("甲", "merged", "org/none", r"column things, value 'org/none': no such thing"),
        ("甲", "merged", "org/one|org/two", r"column things, value 'org/one\|org/two': `merged` names one thing"),
        ("甲", "kept-apart", "org/one", r"column things, value 'org/one': `merged` names one thing"),
        ("甲|丁", "merged", "org/one", r"value '丁': is said to be org/one, the register has nothing"),
        ("甲|乙", "merged", "org/one", r"value '乙': is said to be org/one, the register has \['org/two'\]"),
        ("共名", "merged", "org/two", r"value '共名': is said to be org/two, .*\['org/three', 'org/two'\]"),
        ("乙|甲", "kept-apart", "org/two|org/three", r"value '甲': names none of the things that are kept apart"),
        ("丁", "kept-apart", "org/two|org/three", r"value '丁': names none of the things"),
    ],
)  # fmt: skip
def test_what_it_does_not_follow_is_told_by_row(
    tmp_path: Path, names: str, decision: str, things: str, message: str
) -> None:
    with pytest.raises(DataErrors, match=rf"identity.csv, row 3, .*{message}"):
        collect([decided(tmp_path, names, decision, things)])
