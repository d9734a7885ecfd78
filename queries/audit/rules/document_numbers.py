"""Documents: a number that is not its issuer's, two publishers of one report, entries that a directory lists twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.model.locators import sha256
from cemai.graph.model.statement import Claim
from cemai.queries.audit.findings import Finding, finding
from cemai.queries.audit.indicator_relations import Relations
from cemai.queries.audit.statement_index import Facts, source
from cemai.queries.audit.wording import name

LINE = 40  # characters


def papers(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """What is said of documents."""
    yield from _numbers(facts, relations)
    yield from _publishers(facts)
    yield from _twice(facts)


def _numbers(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """A document number whose words belong to an office of another kind than the issuer named."""
    issuers: dict[str, list[Claim]] = defaultdict(list)
    for claim in facts.stated("issued"):
        if claim.object and claim.subject.startswith("org/"):
            issuers[claim.object].append(claim)
    for claim in facts.stated("documentNumber"):
        offices = next((o for words, o in relations.numbers.items() if words in (claim.text or "")), None)
        named = [c for c in issuers.get(claim.subject, ()) if source(c) == source(claim)]
        if offices and named and not any(o in facts.zh.get(c.subject, "") for c in named for o in offices):
            what, who = name(facts, claim.subject), name(facts, named[0].subject)
            zh = f"{what[0]}：文号“{claim.text}”属{'、'.join(offices)}一类，而所记发文机关为{who[0]}。"
            en = f"{what[1]}: the number “{claim.text}” is that of an office ({', '.join(offices)}), not of {who[1]}."
            yield finding("number-of-another-office", "name-variant", (claim, named[0]), (zh, en), disagreement=True)


def _publishers(facts: Facts) -> Iterator[Finding]:
    """One report under two publishers in one source."""
    papers: dict[tuple[str, str], dict[str, Claim]] = defaultdict(dict)
    for claim in facts.stated("publishes"):
        house = facts.zh.get(claim.subject, "").endswith("出版社")  # a press and its author are no two publishers
        if claim.object and facts.is_a(claim.object, "Source", "Policy") and not house:
            papers[claim.object, source(claim)].setdefault(claim.subject, claim)
    for (paper, where), claims in papers.items():
        if len(claims) > 1 and not _together(list(claims.values())):
            what, who = name(facts, paper), [name(facts, s) for s in claims]
            zh, en = "、".join(w[0] for w in who), ", ".join(w[1] for w in who)
            zh = f"{what[0]}在{where.rpartition('/')[2]}中署名不一：{zh}；或为作者与刊载平台之别。"
            en = f"{what[1]} has several publishers ({en}): author and platform, perhaps."
            yield finding("publishers", "name-variant", claims.values(), (zh, en), disagreement=False)


def _together(claims: list[Claim]) -> bool:
    """Whether the names stand in one line: they published it together."""
    first, *others = [[s.start for e in c.evidence for s in e.spans if s.role == "subject"] for c in claims]
    return all(any(abs(a - b) <= LINE for a in first for b in other) for other in others)


def _twice(facts: Facts) -> Iterator[Finding]:
    """An entry that stands in a numbered directory twice, under one name or two."""
    entries: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in facts.stated("listedIn"):
        entries[claim.subject, claim.object or ""].append(claim)
    for (thing, directory), claims in entries.items():
        if len(claims) > 1:
            ordered = sorted(claims, key=lambda c: (len(c.text or ""), c.text or "", c.id))
            numbers = "、".join(c.text or c.key for c in ordered)
            names = list(dict.fromkeys(n for c in ordered for n in _printed(facts, thing, c)))
            what, where = name(facts, thing), name(facts, directory)
            zh = f"{where[0]}把{what[0]}列了{len(claims)}次（第{numbers}号）"
            en = f"{where[1]} lists {what[1]} {len(claims)} times (entries {numbers.replace('、', ', ')})"
            if len(names) > 1:
                zh, en = zh + f"，写作{'、'.join(f'“{n}”' for n in names)}", en + f" as {', '.join(names)}"
            zh, en = zh + "；总数已另行核对。", en + "; the count is checked apart."
            klass = "name-variant" if len(names) > 1 else "arithmetic"
            yield finding("listed-twice", klass, ordered, (zh, en), disagreement=False)


def _printed(facts: Facts, thing: str, claim: Claim) -> list[str]:
    hashes = {sha256("".join(n.split())): n for n in facts.names.get(thing, ())}
    return [hashes[s.sha256] for e in claim.evidence for s in e.spans if s.sha256 in hashes]
