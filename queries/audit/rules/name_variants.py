"""One thing under two printed names: found where the hash of a passage is the hash of a name, without the text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher

from cemai.graph.model.locators import sha256
from cemai.graph.model.statement import Claim
from cemai.queries.audit.findings import Finding, finding
from cemai.queries.audit.indicator_relations import Relations
from cemai.queries.audit.statement_index import Facts, source
from cemai.queries.audit.wording import name

# Things whose names are official or fixed; places, firms and clusters go by short names everywhere.
NAMED = ("Policy", "Framework", "FrameworkPart", "SupervisionMode", "EvaluationRound", "Event", "Association",
         "Institution", "PilotProgramme", "Platform", "Market")  # fmt: skip
LIKE = 0.5


def names(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """Names that sources print for one thing and that are no short forms of each other."""
    used = _printed(facts)
    for thing in sorted(used):
        found = used[thing]
        kept: list[str] = []
        for printed in sorted(found, key=lambda n: (-len(n), n)):
            coded = printed.isascii() or "〔" in printed
            if not coded and not any(_short_for(printed, longer) for longer in kept):
                kept.append(printed)
        kept += [n for n in found if n not in kept and any(_respelt(n, k, relations) for k in kept)]
        if len(kept) > 1:
            yield _variant(facts, thing, {n: found[n] for n in kept})
    yield from _tiers(facts, relations)


def _printed(facts: Facts) -> dict[str, dict[str, list[Claim]]]:
    """Claims by thing and by the name that one of their passages consists of."""
    hashes: dict[str, dict[str, str]] = {}
    used: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in facts.claims:
        for thing in {claim.subject, claim.object or "", claim.act or ""}:
            if not facts.is_a(thing, *NAMED):
                continue
            if thing not in hashes:
                hashes[thing] = {sha256("".join(n.split())): n for n in facts.names.get(thing, ())}
            for span in (s for e in claim.evidence for s in e.spans):
                if span.sha256 in hashes[thing]:
                    used[thing][hashes[thing][span.sha256]].append(claim)
    return used


def _respelt(one: str, other: str, relations: Relations) -> bool:
    """Whether two names of an organisation differ by the spelling of one word only."""
    return any(one.replace(a, b) == other.replace(a, b) for a, b in relations.spellings if a in one or a in other)


def _short_for(short: str, long: str) -> bool:
    """Whether a name is made of characters of a longer one."""
    return not Counter(short) - Counter(long)


def _variant(facts: Facts, thing: str, found: dict[str, list[Claim]]) -> Finding:
    what = name(facts, thing)
    told = [(printed, sorted({source(c).rpartition("/")[2] for c in claims})) for printed, claims in found.items()]
    zh = f"{what[0]}：" + "、".join(f"“{n}”（{'、'.join(where)}）" for n, where in told) + "是同一事物的不同写法。"
    en = f"{what[1]}: " + ", ".join(f"“{n}” ({', '.join(where)})" for n, where in told) + " are names of one thing."
    claims: list[Claim] = []
    for group in sorted(found.values(), key=len):
        claims.append(min(group, key=lambda c: (c in claims, c.id)))
    return finding("name-variant", "name-variant", claims, (zh, en), disagreement=False)


def _like(text: str, label: str) -> bool:
    """Whether a text is another label of the same length and of the same words for the most part."""
    return text != label and len(text) == len(label) and SequenceMatcher(None, text, label).ratio() >= LIKE


def _tiers(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """A label of an evaluation that is like the label of the tier reached, but another."""
    tiers: dict[str, Claim] = {}
    for claim in facts.stated("evaluated"):
        if claim.tier:
            tiers.setdefault(claim.subject, claim)
    labels: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in facts.stated("recognisedAs", "characterisedAs"):
        reached = tiers.get(claim.subject)
        official = relations.tiers.get((reached.tier if reached else None) or "", "")
        if official and claim.text and _like(claim.text, official):
            labels[official, claim.text].append(claim)
    for (official, other), group in labels.items():
        where = "、".join(sorted({source(c).rpartition("/")[2] for c in group}))
        zh = f"评估第一档的名称“{official}”在{where}中写作“{other}”。"
        en = f"the label “{official}” of the first tier is written “{other}” in {where}."
        yield finding("tier-label", "name-variant", [*group, *(tiers[c.subject] for c in group)], (zh, en),
                      disagreement=False)  # fmt: skip
