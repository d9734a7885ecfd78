"""Cities side by side in five dimensions: trade, market entities, innovations, policies, associations.

Figures stand in one row only where indicator, measure, unit, period, modality and caliber agree; `comparable` says
whether they may be compared, and why not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cemai.graph.errors import QueryError
from cemai.graph.model.date_text import brief
from cemai.graph.repository import UNVERIFIED, short
from cemai.ontology.labels import TERMS
from cemai.ontology.text import LangText
from cemai.queries.runner import Cell
from cemai.queries.session import Session

from .figures import Figure, figures
from .phrases import Coded, Phrase, phrase

DIMENSIONS = {
    "trade": LangText("外贸进出口", "trade"),
    "entities": LangText("市场主体", "market entities"),
    "innovations": LangText("创新成果", "innovations"),
    "policies": LangText("政策举措", "policies"),
    "associations": LangText("协会活动", "associations"),
    "other": LangText("其他数值", "other figures"),
}
# The first dimension with a word that stands in the indicator's name.
_WORDS = (
    ("policies", ("政策", "措施", "方案")),
    ("entities", ("企业", "主体", "卖家", "店铺", "园", "集群", "产业", "品牌", "商标", "基地")),
    ("associations", ("会员", "理事", "协会")),
    ("innovations", ("创新", "第一档", "评估")),
    ("trade", ("进出口", "出口", "进口", "贸易", "交易额", "通关")),
)
YES, BOTH_SIDES = LangText("可比", "yes"), LangText("各有陈述", "both known")
ONE_SIDE = LangText("仅一方有", "one side only")
UNSPECIFIED = LangText("口径未说明", "caliber not stated")
SEVERAL = LangText("数值不止一个", "several values")
CALIBERS = LangText("口径不同", "no: calibers differ")
PERIODS = LangText("期间不同", "no: periods differ")


@dataclass(frozen=True)
class Line:
    """One row: what is compared, a cell for each city (in the order of the cities), and the claims behind each.

    A cell is the phrases that are known of the city, none where nothing is; `mark` stands between them.
    """

    dimension: str
    item: str
    measure: str | None
    unit: str | None
    period: str | None
    modality: str | None
    caliber: str | None
    phrases: tuple[tuple[Phrase, ...], ...]
    mark: str
    comparable: LangText
    claims: tuple[str | None, ...]

    @property
    def cells(self) -> tuple[str | None, ...]:
        """The cells as data: concepts and terms by their keys."""
        return tuple(_join((str(phrase) for phrase in cell), self.mark) for cell in self.phrases)

    def row(self, names: Sequence[str]) -> dict[str, Cell]:
        """The line as a row; the columns of cities bear their names."""
        plain: dict[str, Cell] = {
            "dimension": self.dimension, "item": self.item, "measure": self.measure, "unit": self.unit,
            "period": self.period, "modality": self.modality, "caliber": self.caliber,
        }  # fmt: skip
        plain |= dict(zip(names, self.cells, strict=True)) | {
            "comparable": f"{self.comparable.en} {self.comparable.zh}"
        }
        return plain | {f"claims {name}": claims for name, claims in zip(names, self.claims, strict=True)}


@dataclass(frozen=True)
class Comparison:
    """The lines of all dimensions; `hidden` unverified statements were left out."""

    cities: tuple[str, ...]
    names: tuple[str, ...]
    lines: tuple[Line, ...]
    hidden: int


def compare(kg: Session, cities: Sequence[str], *, unverified: bool = False) -> Comparison:
    """Two or more places side by side. Raises NameUnknown, NameAmbiguous, or QueryError for fewer than two."""
    found = tuple(dict.fromkeys(kg.one(city, ("Place",)) for city in cities))
    if len(found) < 2:
        raise QueryError("give two different places or more 请给出两个以上不同的地方")
    stated = [figures(kg, city, unverified=unverified) for city in found]
    known = [_known(kg, city, unverified=unverified) for city in found]
    lines = [*_figure_lines([f for f, _ in stated]), *_known_lines([k for k, _ in known])]
    order = list(DIMENSIONS)
    names = tuple(kg.label(city) or city for city in found)
    hidden = sum(n for _, n in stated) + sum(n for _, n in known)
    return Comparison(found, names, tuple(sorted(lines, key=lambda x: order.index(x.dimension))), hidden)


def _dimension(name: str) -> str:
    return next((dimension for dimension, words in _WORDS if any(word in name for word in words)), "other")


def _figure_lines(stated: list[list[Figure]]) -> Iterator[Line]:
    """One line a key; keys that only one place has are judged by what the others have of the same indicator."""
    by_key: dict[tuple[str | None, ...], list[list[Figure]]] = defaultdict(lambda: [[] for _ in stated])
    for place, found in enumerate(stated):
        for figure in found:
            by_key[figure.key][place].append(figure)
    for key in sorted(by_key, key=lambda k: tuple(part or "" for part in k)):
        groups = by_key[key]
        first = next(f for group in groups for f in group)
        yield Line(
            _dimension(first.indicator_zh), _item(first), first.measure, first.unit, first.period, first.modality,
            first.caliber, tuple(tuple(f.phrase() for f in g) for g in groups), " | ", _judge(first, groups, stated),
            tuple(_join((f.claim for f in g), " ") for g in groups),
        )  # fmt: skip


def _item(figure: Figure) -> str:
    beside = figure.rank_scope or (figure.share_of_zh and f"占{figure.share_of_zh}")
    return f"{figure.indicator_zh}（{beside}）" if beside else figure.indicator_zh


def _judge(first: Figure, groups: list[list[Figure]], stated: list[list[Figure]]) -> LangText:
    """Whether the figures of one key may be compared, and if not, why."""
    if sum(bool(group) for group in groups) > 1:
        if any(len({f.value for f in group}) > 1 for group in groups):
            return SEVERAL
        return UNSPECIFIED if first.caliber == "unspecified" or first.period is None else YES
    like = [f for found, group in zip(stated, groups, strict=True) if not group for f in found
            if (f.indicator, f.measure, f.modality) == (first.indicator, first.measure, first.modality)]  # fmt: skip
    if not like:
        return ONE_SIDE
    return CALIBERS if any(f.period == first.period and f.caliber != first.caliber for f in like) else PERIODS


def _join(texts: Iterable[str], mark: str) -> str | None:
    return mark.join(dict.fromkeys(texts)) or None


# What is known of one place beside figures: by dimension and item the words of the cell and its claims.
_Known = dict[tuple[str, str], list[tuple[Phrase, str]]]


def _known(kg: Session, city: str, *, unverified: bool) -> tuple[_Known, int]:
    found: _Known = defaultdict(list)
    hidden = 0
    for dimension, item, words, claim, tier in _statements(kg, city):
        if unverified or tier != UNVERIFIED:
            found[(dimension, item)].append((words, claim))
        else:
            hidden += 1
    return found, hidden


def _statements(kg: Session, city: str) -> Iterator[tuple[str, str, Phrase, str, str]]:
    """Dimension, item, words, claim and tier of what is known of a place."""
    for row in _rows(kg, "trace/in-place", city):
        words = phrase(Coded(TERMS, short(row["role"])), row["date"])
        yield "innovations", row["innovation_zh"], words, row["claim"], row["tier"]
    for row in _rows(kg, "zones/dates-of", city):
        words = phrase(brief(row["begin"], row["end"]), row["kind"] and Coded("date-kind", short(row["kind"])))
        yield "innovations", "综试区 pilot zone", words, row["claim"], row["tier"]
    for row in _rows(kg, "zones/programmes-of", city):
        yield (
            "innovations",
            f"获批：{row['object_zh']}",
            phrase(Coded(TERMS, "designated"), row["begin"][:4]),
            row["claim"],
            row["tier"],
        )
    for row in _rows(kg, "evaluation/of-place", city):
        tier = phrase(Coded("evaluation-tier", row["tier"].rpartition("/")[2]))
        yield "innovations", f"评估 evaluation {row['year']}", tier, row["claim"], ""
    for row in _rows(kg, "actors/in-place", city):
        kind = short(row["type"])
        dimension = "associations" if kind == "Association" else "entities"
        yield dimension, f"所在 located: {kind}", phrase(row["actor_zh"]), row["claim"], row["tier"]
        if kind == "Association":
            yield from _activities(kg, row["actor"])
    for row in _rows(kg, "policies/of-place", city):
        yield (
            "policies",
            "政策文件 policies",
            phrase(row["policy_zh"], row["begin"] and f"({row['begin']})"),
            row["claim"],
            row["tier"],
        )
    for row in _rows(kg, "measures/places", city):
        yield "policies", "措施 measures", phrase(row["measure_zh"]), row["claim"], ""


def _activities(kg: Session, association: str) -> Iterator[tuple[str, str, Phrase, str, str]]:
    rows = kg.query("actors/associations", {"actor": association}).dicts()
    for row in ({k: "" if v is None else str(v) for k, v in r.items()} for r in rows):
        if row["predicate"] != "cm:locatedIn":
            words = phrase(row["actor_zh"], row["object_zh"] or row["text"])
            yield "associations", f"活动 {short(row['predicate'])}", words, row["claim"], row["tier"]


def _rows(kg: Session, query: str, place: str) -> Iterator[dict[str, str]]:
    """The rows of a query on a place, every cell as text."""
    for row in kg.query(query, {"place": place}).dicts():
        cells = {name: "" if value is None else str(value) for name, value in row.items()}
        yield (
            cells
            | {"claim": short(cells["claim"])}
            | ({"tier": short(cells["tier"])} if query != "evaluation/of-place" and "tier" in cells else {})
        )


def _known_lines(known: list[_Known]) -> Iterator[Line]:
    for dimension, item in sorted({key for found in known for key in found}):
        cells = [found.get((dimension, item), []) for found in known]
        several = sum(bool(cell) for cell in cells) > 1
        yield Line(
            dimension, item, None, None, None, None, None, tuple(tuple(words for words, _ in c) for c in cells), "；",
            BOTH_SIDES if several else ONE_SIDE,
            tuple(_join(dict.fromkeys(short(claim) for _, claim in c), " ") for c in cells),
        )  # fmt: skip
