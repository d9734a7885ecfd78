"""Known answers on the shipped data: what readers of the five documents noticed, and no false alarm.

Every disagreement was read against the documents by a person. A new one must be read, too, and then stands here.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from cemai.loaders.collect import SHIPPED, collect
from cemai.queries.audit.facts import Facts
from cemai.queries.audit.findings import CLASSES, Finding
from cemai.queries.audit.relations import relations
from cemai.queries.audit.run import RULES, audit

from cemai.audit import facts_of
from cemai.kg import KnowledgeGraph

# Rule and the key of the first claim (or of both where the order does not matter).
DISAGREEMENTS = {
    ("value-differs", "anker-offline-growth-2021-prose"), ("value-differs", "jiangsu-trade-2022h1-rounded"),
    ("value-differs", "guangzhou-cbec-trade-2023"), ("originators", "shenzhen-global-hub-warehouse"),
    ("growth", "anker-other-growth-2021"), ("share", "ningbo-export-share-of-zhejiang"),
    ("share", "shenzhen-trade-share-of-guangdong"), ("part-exceeds-whole", "chengdu-alliance-founding-universities"),
    ("count-modes-added", "china-b2b-supervision-codes-added"), ("count-policies", "ningbo-policies-2022h1"),
    ("count-directory", "zhejiang-clusters"), ("count-directory", "guangdong-clusters"),
    ("zones-of-batches", "cn-pilot-zones-memo"), ("stale-total", "cn-pilot-zones-memo"),
    ("stale-total", "cn-pilot-zone-batches-memo"), ("stale-total", "cn-mature-practices-memo"),
}  # fmt: skip
# Waits for the members of the group of three provinces (see docs/audit.md).
MAY_COME = {("share", "three-provinces-trade-share-2022h1")}
EXPLAINED = {
    ("growth", "cn-cbec-trade-growth-2023"), ("growth", "cn-cbec-trade-growth-2022"),
    ("multiple-reading", "suzhou-cbec-trade-multiple-target"), ("multiple-reading", "cn-cbec-import-multiple-2021"),
    ("multiple", "hangzhou-cbec-firms-multiple"), ("multiple-chain", "cn-cbec-trade-multiple-5y"),
    ("sum", "cn-cbec-trade-2022"), ("sum", "shenzhen-policies-2021-2022h1"),
    ("forecast-below-pace", "cn-cbec-export-2024-forecast"), ("forecast-share", "cn-cbec-share-2024-forecast"),
    ("part-of-year", "qingdao-cbec-trade-2024-q1"), ("place-above-its-whole", "hangzhou-cbec-firms-2023"),
    ("place-above-its-whole", "ningbo-cbec-firms"), ("currency", "cn-cbec-import-2021"),
    ("part-exceeds-whole", "cn-platform-registered-firms-2022-q1"), ("count-listed-words", "spn-categories"),
    ("counted-as", "cbec-financed-firms-2022h1"), ("counted-as", "cn-mature-practices-replicated-2017"),
    ("beside", "silk-road-zone-pavilions"), ("first-and-first-batch", "shenzhen-ecommerce-demonstration-city"),
    ("totals-by-day", "qingdao-first-tier-times"), ("growth-jump", "guangdong-trade-growth-2022-02-cumulative"),
    ("share", "shenzhen-cbec-firms-share-of-guangdong-2021"),
}  # fmt: skip


@pytest.fixture(scope="module")
def shipped() -> Facts:
    return facts_of(collect([SHIPPED]))


@pytest.fixture(scope="module")
def found(shipped: Facts) -> list[Finding]:
    return audit(shipped)


def keys(found: list[Finding], disagreement: bool) -> Iterator[tuple[str, str]]:
    return ((f.rule, f.claims[0].rpartition("/")[2]) for f in found if f.disagreement is disagreement)


def test_the_disagreements(found: list[Finding]) -> None:
    assert set(keys(found, True)) - MAY_COME == DISAGREEMENTS


def test_what_only_looks_like_one(found: list[Finding]) -> None:
    assert set(keys(found, False)) >= EXPLAINED


def test_two_kinds_of_date_are_no_disagreement(found: list[Finding]) -> None:
    kinds = [f for f in found if f.klass == "date-kind"]
    assert kinds and not any(f.disagreement for f in kinds)
    assert any("casebook-2024/zones/zone-410100" in f.claims and len(f.claims) == 3 for f in kinds), "郑州"
    assert any("国函〔2022〕8号" in f.zh for f in kinds), "the reply on 27 zones"


def test_the_tier_has_two_labels(found: list[Finding]) -> None:
    assert any(f.rule == "tier-label" and "成效显著" in f.zh for f in found)
    assert any(f.rule == "name-variant" and "行动方案" in f.zh and "行动计划" in f.zh for f in found)


# Each of these was once a false alarm or is a pair that a careless rule would take for one.
@pytest.mark.parametrize(
    "key",
    ["nanjing-cbec-trade-2023-province-share", "cn-pilot-zones-added-2022-02", "hainan-trade-growth-2022h1-prose",
     "qingdao-bonded-stock-up-test-cbec-park-2015", "shenzhen-export-share-of-guangdong-2022h1",
     "zhejiang-export-lead-over-jiangsu-2022h1", "henan-trade-gap-to-tenth-2022h1", "guangzhou-air-platform-saving",
     "cn-cbec-share-change-2024h1", "cn-cbec-export-growth-change-2023", "beijing-digital-port-resaleable-share",
     "guangdong-pilot-zones", "mofcom-first-tier-cities", "provinces-growing-2022h1", "china-trade-2022h1",
     "retail-import-cities-2019", "anker-total-revenue-2021", "shenzhen-trade-2022h1-sum"],
)  # fmt: skip
def test_no_false_alarm(found: list[Finding], key: str) -> None:
    disagreeing = {c.rpartition("/")[2] for f in found if f.disagreement for c in f.claims[:1]}
    assert key not in disagreeing


def test_every_finding_is_whole(found: list[Finding], shipped: Facts) -> None:
    known = {c.id for c in shipped.claims}
    assert [f.rank for f in found] == list(range(1, len(found) + 1))
    assert len({f.id for f in found}) == len(found)
    for f in found:
        assert f.klass in CLASSES and len(f.claims) >= 2 and known.issuperset(f.claims), f
        assert f.zh.endswith("。") and f.en.endswith("."), f
        assert "None" not in f.zh + f.en and "indicator/" not in f.zh + f.en, f
    order = [f.disagreement for f in found]
    assert order == sorted(order, reverse=True), "disagreements first"


def test_unverified_claims_take_no_part(shipped: Facts) -> None:
    assert {c.evidence_tier for c in shipped.claims} == {"passage", "act"}


def test_every_rule_tells_something_or_is_tried_elsewhere(shipped: Facts) -> None:
    """Ranks, gaps and points find nothing on the shipped data: that they would is in test_arithmetic."""
    silent = {rule.__name__ for rule in RULES if not list(rule(shipped, relations()))}
    assert silent == {"ranks", "gaps", "points"}


def test_the_graph_holds_what_was_found(kg: KnowledgeGraph, found: list[Finding]) -> None:
    rows = list(kg.query("disagreements/claims").dicts())
    assert {(r["finding"], str(r["claim"]).removeprefix("claim/")) for r in rows} == {
        (f.id, claim) for f in found for claim in f.claims
    }
    assert {r["zh"] for r in rows} == {f.zh for f in found}
