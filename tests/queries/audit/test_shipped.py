"""Known answers on the shipped data: what readers of the five documents noticed, and no false alarm.

Every disagreement was held against the text of the documents. A new one must be, too, and then stands here.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from cemai.loaders.collection import SHIPPED, collect
from cemai.queries.audit.engine import RULES, audit
from cemai.queries.audit.findings import CLASSES, Finding
from cemai.queries.audit.indicator_relations import relations
from cemai.queries.audit.statement_index import Facts

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.pipeline.build import facts_of

# Rule and the key of the first claim (or of both where the order does not matter).
DISAGREEMENTS = {
    ("percent-for-points", "anker-offline-growth-2021-prose"), ("value-differs", "jiangsu-trade-2022h1-rounded"),
    ("value-differs", "guangzhou-cbec-trade-2023"), ("originators", "shenzhen-global-hub-warehouse"),
    ("growth", "anker-other-growth-2021"), ("share", "ningbo-export-share-of-zhejiang"),
    ("share", "shenzhen-trade-share-of-guangdong"), ("part-exceeds-whole", "chengdu-alliance-founding-universities"),
    ("count-modes-added", "china-b2b-supervision-codes-added"), ("count-policies", "ningbo-policies-2022h1"),
    ("count-directory", "zhejiang-clusters"), ("count-directory", "guangdong-clusters"),
    ("zones-of-batches", "cn-pilot-zones-memo"), ("stale-total", "cn-pilot-zones-memo"),
    ("stale-total", "cn-pilot-zone-batches-memo"), ("stale-total", "cn-mature-practices-memo"),
    ("share", "three-provinces-trade-share-2022h1"),
    ("number-of-another-office", "ningbo-domestic-market-opinions-2021-number"),
}  # fmt: skip
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
    ("multiple-compound", "suzhou-cbec-trade-multiple-target"), ("sum", "hangzhou-cbec-parks"),
    ("share-of-year-and-part", "nanjing-cbec-trade-2023-province-share"),
    ("near-shares", "cn-cbec-export-share-2015"), ("near-shares", "cn-cbec-export-share-2022-q1"),
    ("said-alike", "cbec-service-deals-share-2021"), ("same-number", "cn-pilot-zone-batches-2022"),
    ("places-by-period", "china-active-trade-firms-2022h1"),
    ("reach-above-nation", "shenzhen-association-firms-served"),
    ("first-but-others-more", "shenzhen-cbec-firms-rank-2021"),
    ("zone-above-its-place", "west-coast-centre-merchants"), ("zone-above-its-place", "west-coast-centre-platforms"),
    ("capacity-and-actual", "public-platform-clearance-capacity"),
    ("in-force-before-signed", "gac-2016-75-issued"), ("column-of-two-kinds", "zone-330100"),
    ("late-but-early-batch", "qingdao-late-start"), ("lack-and-presence", "memo-city-reports-no-matching-majors"),
    ("publishers", "shenzhen-association-publishes-report"),
    ("period-after-cited-source", "ningbo-active-trade-firms-2020"),
}  # fmt: skip

# A slip in a name stands against the register of names: one claim may be all there is.
SLIPS = ("misspelt", "doubled-words", "former-name")


@pytest.fixture(scope="module")
def shipped() -> Facts:
    return facts_of(collect([SHIPPED]))


@pytest.fixture(scope="module")
def found(shipped: Facts) -> list[Finding]:
    return audit(shipped)


def keys(found: list[Finding], disagreement: bool) -> Iterator[tuple[str, str]]:
    return ((f.rule, f.claims[0].rpartition("/")[2]) for f in found if f.disagreement is disagreement)


def test_the_disagreements(found: list[Finding]) -> None:
    assert set(keys(found, True)) == DISAGREEMENTS


def test_what_only_looks_like_one(found: list[Finding]) -> None:
    assert set(keys(found, False)) >= EXPLAINED


def test_two_kinds_of_date_are_no_disagreement(found: list[Finding]) -> None:
    kinds = [f for f in found if f.klass == "date-kind"]
    assert kinds and not any(f.disagreement for f in kinds)
    assert any("casebook-2024/zones/zone-410100" in f.claims and "决定日2016-01-06" in f.zh for f in kinds), "郑州"
    batches = [f for f in kinds if f.rule == "date-kinds"]
    assert len(batches) == 8, "seven batches, 郑州 apart: its own day of decision is told"
    assert any("等27项" in f.zh and "roundtable-2022" in f.zh for f in batches), "the reply on 27 zones"


def test_entries_that_a_directory_lists_twice(found: list[Finding]) -> None:
    """Four are printed twice letter for letter, the others under two names."""
    twice = [f for f in found if f.rule == "listed-twice"]
    assert len([f for f in twice if f.klass == "arithmetic"]) == 4 and not any(f.disagreement for f in twice)
    assert any("第120、152号" in f.zh for f in twice), "黄岩模具"
    assert any("番禺区宝首饰" in f.zh for f in twice), "a character is missing in one"


def test_names_that_are_slips(found: list[Finding]) -> None:
    slips = {f.rule: f.zh for f in found if f.rule == "misspelt"}, [f for f in found if f.rule == "former-name"]
    assert sum(f.rule == "misspelt" for f in found) == 2 and "误写" in slips[0]["misspelt"]
    assert {f.claims[0].rpartition("/")[2] for f in slips[1]} == {
        "zhejiang-fuyang-baibanzhi", "zhejiang-yuhuan-zhongdiyafamen", "zhejiang-shaoxing-county-qingfang",
        "guangdong-zengcheng-niuzaifuzhuang"}  # fmt: skip
    doubled = [f for f in found if f.rule == "doubled-words"]
    assert len(doubled) == 4 and sum("qingdao-2024" in f.zh for f in doubled) == 3
    variants = " ".join(f.zh for f in found if f.rule == "name-variant")
    assert all(
        n in variants for n in ("“宁波市跨境电商协会”", "“深圳市跨境电商协会”", "“跨境电商综合实验区”", "“雨果网”")
    )
    assert "深跨协" not in variants, "a short form is no variant"


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
     "retail-import-cities-2019", "shenzhen-ecommerce-measures-rules-number",
     "cbec-service-financing-share-2022h1", "anker-total-revenue-2021", "shenzhen-trade-2022h1-sum"],
)  # fmt: skip
def test_no_false_alarm(found: list[Finding], key: str) -> None:
    disagreeing = {c.rpartition("/")[2] for f in found if f.disagreement for c in f.claims[:1]}
    assert key not in disagreeing


def test_every_finding_is_whole(found: list[Finding], shipped: Facts) -> None:
    known = {c.id for c in shipped.claims}
    assert [f.rank for f in found] == list(range(1, len(found) + 1))
    assert len({f.id for f in found}) == len(found)
    for f in found:
        least = 1 if f.rule in SLIPS else 2
        assert f.klass in CLASSES and len(f.claims) >= least and known.issuperset(f.claims), f
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
