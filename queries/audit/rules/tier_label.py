"""A label of an evaluation that is like the official name of the tier reached, but another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher

from cemai.graph.model.statement import Claim
from cemai.ontology.labels import label
from cemai.ontology.text import LangText
from cemai.queries.audit.findings import AuditFinding, finding
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import source_key

ALIKE = 0.5


@rule("tier-label")
def labels_unlike_the_tier(statements: StatementIndex) -> Iterator[AuditFinding]:
    """What evaluated subjects are recognised or characterised as, against the declared names of the tiers."""
    reached: dict[str, Claim] = {}
    for claim in statements.stated("evaluated"):
        if claim.tier:
            reached.setdefault(claim.subject, claim)
    labels: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in statements.stated("recognisedAs", "characterisedAs"):
        tier = reached[claim.subject].tier or "" if claim.subject in reached else ""
        official = statements.relations.tier_names.get(tier)
        if official and claim.text and _is_alike(claim.text, official):
            labels[tier, official, claim.text].append(claim)
    for (tier, official, printed), group in labels.items():
        where, name = "、".join(sorted({source_key(c) for c in group})), label("evaluation-tier", tier)
        sentence = LangText(
            f"评估{name.zh}的名称“{official}”在{where}中写作“{printed}”。",
            f"the label “{official}” of {name.en} is written “{printed}” in {where}.",
        )
        yield finding("tier-label", "name-variant", [*group, *(reached[c.subject] for c in group)], sentence)


def _is_alike(text: str, label: str) -> bool:
    """Whether a text is another label of the same length and of the same words for the most part."""
    return text != label and len(text) == len(label) and SequenceMatcher(None, text, label).ratio() >= ALIKE
