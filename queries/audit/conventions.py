"""How offices number documents and spell names, and the span of exchange rates (``conventions.yml``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

import yaml

from .intervals import Interval

FILE = Path(__file__).parent / "conventions.yml"


@dataclass(frozen=True, slots=True)
class Conventions:
    """Pairs of spellings, words of an issuer's name by the words of its document numbers, yuan for a foreign unit."""

    spellings: tuple[tuple[str, str], ...]
    document_numbers: Mapping[str, tuple[str, ...]]
    exchange_rates: Mapping[str, Interval]


@cache
def read_conventions() -> Conventions:
    """The conventions that the package ships."""
    data = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return Conventions(
        spellings=tuple((one, other) for one, other in data["spellings"]),
        document_numbers={words: tuple(offices) for words, offices in data["document_numbers"].items()},
        exchange_rates={k: Interval(Decimal(low), Decimal(high)) for k, (low, high) in data["exchange_rates"].items()},
    )
