"""Names that are not what they should be: misspelt, doubled words, divisions that exist no longer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher

from cemai.graph.model.locators import sha256
from cemai.graph.model.statement import Claim
from cemai.queries.audit.findings import Finding, finding
from cemai.queries.audit.indicator_relations import Relations
from cemai.queries.audit.statement_index import Facts, source
from cemai.queries.audit.wording import name

LIKE = 0.7


def misprints(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """Each is told once for a thing and source, with the claims that print it."""
    yield from _misspelt(facts)
    yield from _doubled(facts, relations)
    yield from _former(facts)


def _by_thing(facts: Facts) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in facts.claims:
        for thing in dict.fromkeys((claim.subject, claim.object or "")):
            found[thing].append(claim)
    return found


def _misspelt(facts: Facts) -> Iterator[Finding]:
    """A printed name in Latin letters that is like the known name, but another."""
    every = _by_thing(facts)
    for thing, names in facts.latin.items():
        right = next((n for n in (facts.zh.get(thing, ""), facts.en.get(thing, "")) if n.isascii() and n), "")
        wrong = [n for n in names if right and _like(n, right)]
        for printed in wrong:
            if claims := _printing(every.get(thing, []), printed):
                where = source(claims[0]).rpartition("/")[2]
                zh = f"{where}把{right}写作“{printed}”，应为误写。"
                en = f"{where} writes {right} as “{printed}”, a misspelling."
                yield finding("misspelt", "name-variant", claims, (zh, en), disagreement=False)


def _like(name_: str, right: str) -> bool:
    one, other = ("".join(n.casefold().split()) for n in (name_, right))
    differ = one != other and one not in other and other not in one
    return differ and SequenceMatcher(None, one, other).ratio() >= LIKE


def _doubled(facts: Facts, relations: Relations) -> Iterator[Finding]:
    """A printed name in which two words for one thing stand together."""
    used: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for thing, claims in _by_thing(facts).items():
        for printed in facts.names.get(thing, ()):
            words = next((w for w in relations.doubled if w in printed), None) or _year_twice(printed)
            for claim in _printing(claims, printed) if words else ():
                used[source(claim), printed, words or ""].append(claim)
    for (where, printed, words), claims in sorted(used.items()):
        paper = where.rpartition("/")[2]
        zh = f"{paper}所印名称“{printed}”中“{words}”重复，应为误植。"
        en = f"{paper} prints the name “{printed}”: “{words}” says one thing twice, a slip."
        yield finding("doubled-words", "name-variant", claims, (zh, en), disagreement=False)


def _year_twice(printed: str) -> str | None:
    """A list of two years that are one: 2020、2020年度."""
    found = re.search(r"(\d{4})年?、\1", printed)
    return found[0] if found else None


def _printing(claims: list[Claim], printed: str) -> list[Claim]:
    """The claims one of whose passages is the name."""
    digest = sha256("".join(printed.split()))
    return [c for c in claims if any(s.sha256 == digest for e in c.evidence for s in e.spans)]


def _former(facts: Facts) -> Iterator[Finding]:
    """A division that had ceased to exist when the source was written."""
    used: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in facts.claims:
        for thing in (claim.subject, claim.object or ""):
            if thing in facts.ended:
                used[thing, source(claim)].append(claim)
    for (thing, where), claims in sorted(used.items()):
        written = facts.written.get(where)
        if written and facts.ended[thing] < written[0]:
            what, paper = name(facts, thing), where.rpartition("/")[2]
            zh = f"{paper}（{written[0]:%Y-%m}）仍用{what[0]}之名，该区划至迟于{facts.ended[thing]:%Y-%m}已撤改。"
            en = f"{paper} ({written[0]:%Y-%m}) still writes {what[1]}, which ended by {facts.ended[thing]:%Y-%m}."
            yield finding("former-name", "name-variant", claims, (zh, en), disagreement=False)
