"""Known answers of issue A on the framework of six systems and two platforms, and on how a claim is explained."""

from __future__ import annotations

import pytest

from tests.running import Inside


def test_the_framework_begins_in_hangzhou(ask: Inside) -> None:
    rows = ask.rows("trace", "六体系两平台", "--all")
    assert {r["subject_zh"] for r in rows if r["role"] == "originated"} == {"杭州市"}
    assert len({r["subject"] for r in rows}) > 1, "how it spread from there"


def test_the_framework_has_eight_parts(ask: Inside) -> None:
    """Six systems and two platforms, each tied to the framework by the casebook's own words."""
    rows = [
        r for r in ask.rows("show", "六体系两平台") if r["predicate"] == "partOf" and r["object_zh"] == "六体系两平台"
    ]
    assert {r["tier"] for r in rows} == {"passage"}
    parts = {r["subject_zh"] for r in rows}
    assert len([p for p in parts if p.endswith("体系")]) == 6, parts
    assert len([p for p in parts if p.endswith("平台")]) == 2, parts
    assert len(parts) == 8


@pytest.mark.parametrize(
    "name", ["六体系两平台", "“六体系两平台”", "six systems and two platforms", "Six Systems and Two Platforms"]
)
def test_it_is_found_by_each_of_its_names(ask: Inside, name: str) -> None:
    assert ask("trace", name).out.startswith("六体系两平台")


def test_every_evaluation_is_explained_with_its_passages(ask: Inside) -> None:
    rows = ask.rows("explain", "casebook-2024/evaluations/mofcom-2021-330100")
    told = {r["field"]: r["value"] for r in rows}
    assert told["kind"] == "Evaluation"
    assert told["subject"] == "place/330100 · 杭州市"
    assert told["evidence_tier"].startswith("passage")
    assert any("sha256" in r["value"] for r in rows if r["field"].startswith("evidence"))
    assert "界面新闻" in told["evidence 1"], "the publisher is named"
