"""Known answers of issue A on the framework of six systems and two platforms, and on how a claim is explained."""

from __future__ import annotations

import pytest

from tests.running import Cli

PARTS = 8


def test_the_framework_begins_in_hangzhou(cli: Cli) -> None:
    rows = cli.rows("trace", "六体系两平台", "--all")
    assert {r["subject_zh"] for r in rows if r["role"] == "originated"} == {"杭州市"}
    assert len({r["subject"] for r in rows}) > 1, "how it spread from there"


def test_the_framework_has_eight_parts(cli: Cli) -> None:
    """Six systems and two platforms, each tied to the framework."""
    whole = cli.rows("trace", "六体系两平台", "--all")[0]["object"]
    text = (
        "PREFIX cm: <https://w3id.org/cemai/ontology#>\n"
        "SELECT DISTINCT ?part WHERE { ?part a cm:FrameworkPart }"
    )
    done = cli("query", "-", "--format", "json", text=text)
    assert done.status == 0, done.err
    assert len(done.json()) == PARTS
    about = cli.rows("show", whole, "--all")
    assert {r["claim"] for r in about if r["object_zh"] == "六体系两平台"}


@pytest.mark.parametrize("name", ["六体系两平台", "“六体系两平台”", "six systems and two platforms", "Six Systems and Two Platforms"])
def test_it_is_found_by_each_of_its_names(cli: Cli, name: str) -> None:
    assert cli("trace", name).out.startswith("六体系两平台")


def test_every_evaluation_is_explained_with_its_passages(cli: Cli) -> None:
    rows = cli.rows("explain", "casebook-2024/evaluations/mofcom-2021-330100")
    told = {r["field"]: r["value"] for r in rows}
    assert told["kind"] == "Evaluation"
    assert told["subject"] == "place/330100 · 杭州市"
    assert told["evidence_tier"].startswith("passage")
    assert any("sha256" in r["value"] for r in rows if r["field"].startswith("evidence"))
    assert "界面新闻" in told["evidence 1"], "the publisher is named"
