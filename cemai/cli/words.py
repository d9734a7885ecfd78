"""Words that tables show; they stand in `cemai.words`, where pages and notebooks find them, too."""

from ..words import BASIS, DATE_KINDS, ROLES, TIERS

__all__ = ["BASIS", "DATE_KINDS", "ROLES", "TIERS"]
