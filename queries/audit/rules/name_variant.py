"""One thing under two printed names that are no short forms of each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.conventions import read_conventions
from cemai.queries.audit.findings import AuditFinding, finding
from cemai.queries.audit.printed_names import by_hash, names_printed
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import source_key

# Things whose names are official or fixed; places, firms and clusters go by short names everywhere.
NAMED = (
    "Policy",
    "Framework",
    "FrameworkPart",
    "SupervisionMode",
    "EvaluationRound",
    "Event",
    "Association",
    "Institution",
    "PilotProgramme",
    "Platform",
    "Market",
)
ClaimsByName = dict[str, list[Claim]]


@rule("name-variant")
def names_of_one_thing(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Names that passages consist of; an organisation's name also where one word of it is spelt in another way."""
    for thing, claims in sorted(_printed(statements).items()):
        kept: list[str] = []
        for name in sorted(claims, key=lambda n: (-len(n), n)):
            coded = name.isascii() or "〔" in name
            if not coded and not any(_is_short_for(name, longer) for longer in kept):
                kept.append(name)
        kept += [n for n in claims if n not in kept and any(_is_respelt(n, k) for k in kept)]
        if len(kept) > 1:
            yield _finding(statements, thing, {name: claims[name] for name in kept})


def _printed(statements: StatementIndex) -> dict[str, ClaimsByName]:
    """Claims by thing and by the name of it that one of their passages consists of."""
    hashes: dict[str, dict[str, str]] = {}
    printed: dict[str, ClaimsByName] = defaultdict(lambda: defaultdict(list))
    for claim in statements.claims:
        for thing in {claim.subject, claim.object or "", claim.act or ""}:
            if not statements.is_a(thing, *NAMED):
                continue
            if thing not in hashes:
                hashes[thing] = by_hash(statements.chinese_names(thing))
            for name in names_printed(claim, hashes[thing]):
                printed[thing][name].append(claim)
    return printed


def _is_respelt(one: str, other: str) -> bool:
    """Whether two names of an organisation differ by the spelling of one word only."""
    return any(
        one.replace(a, b) == other.replace(a, b) for a, b in read_conventions().spellings if a in one or a in other
    )


def _is_short_for(short: str, long: str) -> bool:
    """Whether a name is made of characters of a longer one."""
    return not Counter(short) - Counter(long)


def _finding(statements: StatementIndex, thing: str, printed: ClaimsByName) -> AuditFinding:
    label = statements.name(thing)
    sources = {name: sorted({source_key(c) for c in claims}) for name, claims in printed.items()}
    zh = "、".join(f"“{name}”（{'、'.join(where)}）" for name, where in sources.items())
    en = ", ".join(f"“{name}” ({', '.join(where)})" for name, where in sources.items())
    sentence = LangText(f"{label.zh}：{zh}是同一事物的不同写法。", f"{label.en}: {en} are names of one thing.")
    claims: list[Claim] = []
    for group in sorted(printed.values(), key=len):
        claims.append(min(group, key=lambda c: (c in claims, c.id)))
    return finding("name-variant", "name-variant", claims, sentence)
