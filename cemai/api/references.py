"""The claims that a record names."""

from __future__ import annotations

import re

from .table_views import Record

_PARTS = re.compile(r"[\s,|]+")
LOCATOR = "locator"


def claims_of(record: Record) -> list[str]:
    """The ids of the claims that a record names; a number of claims is none."""
    texts = (value for name, value in record.items() if _names_claims(name) and isinstance(value, str))
    parts = (part.removeprefix("claim/") for text in texts for part in _PARTS.split(text) if part)
    return list(dict.fromkeys(parts))


def _names_claims(column: str) -> bool:
    """``claim``, ``claims``, ``claim_a``, ``central_claims`` and, side by side, ``claims 深圳市``."""
    return column in ("claim", "claims") or column.startswith(("claim_", "claims ")) or column.endswith("_claims")
