"""Which known name a source prints: the hash of the passage is the hash of the name, the text is not needed."""

from __future__ import annotations

from collections.abc import Iterable

from cemai.graph.model.locators import sha256, squeeze
from cemai.graph.model.statement import Claim

from .claim_fields import spans_of


def by_hash(names: Iterable[str]) -> dict[str, str]:
    """Names by the hash that a passage has which consists of nothing else."""
    return {sha256(squeeze(name)): name for name in names}


def names_printed(claim: Claim, hashes: dict[str, str]) -> list[str]:
    """The names (`by_hash`) that passages of the claim consist of."""
    return [hashes[span.sha256] for span in spans_of(claim) if span.sha256 in hashes]


def printing(claims: Iterable[Claim], name: str) -> list[Claim]:
    """The claims one of whose passages is the name."""
    digest = sha256(squeeze(name))
    return [c for c in claims if any(span.sha256 == digest for span in spans_of(c))]
