"""What a provision gives, as a sentence in Chinese and in English, and the most that one applicant can get by it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cemai.graph.model.statement import Claim

_UNITS = {"CNY": ("元", "yuan"), "USD": ("美元", "US dollars")}
_PER = {
    "project": ("每个项目", "per project"), "enterprise": ("每家企业", "per firm"),
    "site": ("每个站点或场所", "per site"),
    "event": ("每场活动", "per event"), "person": ("每人", "per person"), "order": ("每单", "per order"),
    "square-metre": ("每平方米", "per square metre"), "year": ("每年", "per year"),
}  # fmt: skip
# Bases of which one applicant may have several.
_SEVERAL = ("project", "site", "event", "order", "square-metre", "person")


@dataclass(frozen=True)
class Terms:
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
    def of(cls, claim: Claim) -> Terms:
        """The terms of a Provision."""
        return cls(
            claim.rate_pct, claim.rate_base, claim.amount, claim.cap, claim.floor, claim.currency or "CNY",
            claim.threshold, claim.threshold_unit, claim.per, claim.condition,
        )  # fmt: skip

    @property
    def quantified(self) -> bool:
        """Whether any figure of support is stated."""
        return any(v is not None for v in (self.rate, self.amount, self.cap, self.floor))

    def maximum(self) -> tuple[Decimal | None, str | None]:
        """The stated maximum for one applicant, and what to know of it; None where it is not stated."""
        most = self.cap if self.cap is not None else self.amount
        if most is None:
            return None, "未载上限 no maximum stated" if self.quantified else None
        if self.per not in _SEVERAL:
            return most, None
        if self.most_projects is not None and self.per in ("project", "site"):
            return most * self.most_projects, f"每家至多{self.most_projects}个 at most {self.most_projects} a firm"
        zh, en = _PER[self.per]
        return most, f"{zh}；每家可报几个未载 {en}; how many one firm may claim is not stated"

    def zh(self) -> str:
        """The provision in Chinese."""
        parts = []
        if self.rate is not None:
            parts.append(f"{self.rate_base or '（基数未载）'}的{_number(self.rate)}%")
        if self.amount is not None:
            parts.append(f"定额{_money(self.amount, self.currency, 0)}")
        if self.cap is not None:
            parts.append(f"上限{_money(self.cap, self.currency, 0)}")
        if self.floor is not None:
            parts.append(f"起付{_money(self.floor, self.currency, 0)}")
        if self.per in _PER:
            parts.append(f"按{_PER[self.per][0]}计")
        return self._rest(parts or ["未载标准"], "门槛≥", 0, "；")

    def en(self) -> str:
        """The provision in English; the base of a rate and the condition stay in the recorder's words."""
        parts = []
        if self.rate is not None:
            parts.append(f"{_number(self.rate)}% of {self.rate_base or '(base not stated)'}")
        if self.amount is not None:
            parts.append(f"a fixed {_money(self.amount, self.currency, 1)}")
        if self.floor is not None:
            parts.append(f"floor {_money(self.floor, self.currency, 1)}")
        if self.cap is not None:
            parts.append(f"cap {_money(self.cap, self.currency, 1)}")
        if self.per in _PER:
            parts.append(_PER[self.per][1])
        return self._rest(parts or ["no figure stated"], "from ", 1, "; ")

    def _rest(self, parts: list[str], word: str, language: int, mark: str) -> str:
        """The parts, then threshold and condition."""
        text = ("，" if language == 0 else ", ").join(parts)
        if self.threshold is not None:
            text += f"{mark}{word}{_money(self.threshold, self.threshold_unit or '', language)}"
        return f"{text}{mark}{self.condition}" if self.condition else text


def _number(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _money(value: Decimal, unit: str, language: int) -> str:
    """``4万元``, ``40,000 yuan``; another unit stands as its key."""
    name = _UNITS.get(unit, (unit, unit))[language]
    if language == 0:
        scaled, scale = (value / 10000, "万") if value >= 10000 else (value, "")
        return f"{_number(scaled)}{scale}{name}"
    return f"{_number(value)} {name}".strip()
