"""What a provision gives, as a sentence in Chinese and in English, and the most that one applicant can get by it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cemai.graph.model.statement import Claim
from cemai.graph.repository import Repository
from cemai.ontology.text import LangText

# Bases of which one applicant has but one; of any other it may have several.
NOT_COUNTED = "none"
_ONE = ("enterprise", "year", NOT_COUNTED)


@dataclass(frozen=True)
class ProvisionTerms:
    """The figures of one provision; money in `currency` (yuan where none is stated), `most_projects` for one firm."""

    rate: Decimal | None
    rate_base: str | None
    amount: Decimal | None
    cap: Decimal | None
    floor: Decimal | None
    currency: str
    threshold: Decimal | None
    threshold_unit: str | None
    per: str | None
    condition: str | None
    most_projects: int | None = None

    @classmethod
    def of(cls, claim: Claim) -> ProvisionTerms:
        """The terms of a Provision."""
        return cls(
            claim.rate_pct, claim.rate_base, claim.amount, claim.cap, claim.floor, claim.currency or "CNY",
            claim.threshold, claim.threshold_unit, claim.per, claim.condition,
        )  # fmt: skip

    @property
    def quantified(self) -> bool:
        """Whether any figure of support is stated."""
        return any(v is not None for v in (self.rate, self.amount, self.cap, self.floor))

    def maximum(self, kg: Repository) -> tuple[Decimal | None, str | None]:
        """The stated maximum for one applicant, and what to know of it; None where it is not stated."""
        most = self.cap if self.cap is not None else self.amount
        if most is None:
            return None, "未载上限 no maximum stated" if self.quantified else None
        if self.per is None or self.per in _ONE:
            return most, None
        if self.most_projects is not None and self.per in ("project", "site"):
            return most * self.most_projects, f"每家至多{self.most_projects}个 at most {self.most_projects} a firm"
        per = kg.concept("per", self.per)
        return most, f"{per.in_('zh')}；每家可报几个未载 {per.in_('en')}; how many one firm may claim is not stated"

    def formula(self, kg: Repository) -> LangText:
        """The provision as a sentence; in English the base of a rate and the condition stay in the recorder's words."""
        return LangText(self._zh(kg), self._en(kg))

    def _zh(self, kg: Repository) -> str:
        parts = []
        if self.rate is not None:
            parts.append(f"{self.rate_base or '（基数未载）'}的{_number(self.rate)}%")
        if self.amount is not None:
            parts.append(f"定额{_money(kg, self.amount, self.currency, 'zh')}")
        if self.cap is not None:
            parts.append(f"上限{_money(kg, self.cap, self.currency, 'zh')}")
        if self.floor is not None:
            parts.append(f"起付{_money(kg, self.floor, self.currency, 'zh')}")
        if self.per and self.per != NOT_COUNTED:
            parts.append(f"按{kg.concept('per', self.per).in_('zh')}计")
        return self._rest(kg, "，".join(parts or ["未载标准"]), "；门槛≥", "zh", "；")

    def _en(self, kg: Repository) -> str:
        parts = []
        if self.rate is not None:
            parts.append(f"{_number(self.rate)}% of {self.rate_base or '(base not stated)'}")
        if self.amount is not None:
            parts.append(f"a fixed {_money(kg, self.amount, self.currency, 'en')}")
        if self.floor is not None:
            parts.append(f"floor {_money(kg, self.floor, self.currency, 'en')}")
        if self.cap is not None:
            parts.append(f"cap {_money(kg, self.cap, self.currency, 'en')}")
        if self.per and self.per != NOT_COUNTED:
            parts.append(kg.concept("per", self.per).in_("en"))
        return self._rest(kg, ", ".join(parts or ["no figure stated"]), "; from ", "en", "; ")

    def _rest(self, kg: Repository, text: str, word: str, language: str, mark: str) -> str:
        """The parts, then threshold and condition."""
        if self.threshold is not None:
            text += f"{word}{_money(kg, self.threshold, self.threshold_unit, language)}"
        return f"{text}{mark}{self.condition}" if self.condition else text


def _number(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _money(kg: Repository, value: Decimal, unit: str | None, language: str) -> str:
    """``4万元``, ``40,000 yuan``."""
    name = kg.concept("unit", unit).in_(language) if unit else ""
    if language == "zh":
        scaled, scale = (value / 10000, "万") if value >= 10000 else (value, "")
        return f"{_number(scaled)}{scale}{name}"
    return f"{_number(value)} {name}".strip()
