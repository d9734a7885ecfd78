"""Cities side by side in five dimensions: trade, market entities, innovations, policies, associations.

Figures stand in one row only where indicator, measure, unit, period, modality and caliber agree; `comparable` says
whether they may be compared, and why not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cemai.graph.errors import QueryError
from cemai.graph.repository import Repository
from cemai.ontology.text import LangText
from cemai.queries.runner import Cell
from cemai.queries.session import Session

from .columns import AnswerColumn, AnswerTable, Record
from .figures import StatedFigure, stated_figures
from .known_statements import Known, find_known
from .phrases import Phrase

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
COMPARED = (
    "只有指标、类型、单位、期间、性质、口径都相同的数值列在同一行 figures share a row only where all of these agree",
    "空格表示未知，不表示没有 an empty cell is not known; that is not a no",
)


@dataclass(frozen=True)
class ComparisonLine:
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

    def record(self, names: Sequence[str]) -> dict[str, Cell]:
        """The line as a record; the columns of cities bear their names."""
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
    """The lines of all dimensions, and the figures in them by city; `hidden` unverified statements were left out."""

    cities: tuple[str, ...]
    names: tuple[str, ...]
    lines: tuple[ComparisonLine, ...]
    figures: tuple[StatedFigure, ...]
    hidden: int


def table(names: Sequence[str]) -> AnswerTable:
    """The columns of a comparison of places of these names."""
    shown = ("dimension", "item", "measure", "period", "caliber", *names, "comparable")
    keys = ("dimension", "item", "measure", "unit", "period", "modality", "caliber", *names, "comparable",
            *(f"claims {name}" for name in names))  # fmt: skip
    return AnswerTable(tuple(AnswerColumn(key) for key in keys), shown)


def part_table(names: Sequence[str]) -> AnswerTable:
    """The columns of one dimension, for a page of tables: what is measured stands in one of them."""
    columns = (
        AnswerColumn("item", heading="项目 item"),
        AnswerColumn("what", None, "类型 期间 口径 what", show=_measured),
        *(AnswerColumn(name) for name in names),
        AnswerColumn("comparable", heading="可比 comparable"),
    )
    return AnswerTable(columns, tuple(column.key for column in columns))


def _measured(_: Repository, line: Record) -> Cell:
    modality = line["modality"] if line["modality"] != "actual" else None
    parts = (line["measure"], line["period"], modality, line["caliber"] and f"[{line['caliber']}]")
    return " ".join(str(part) for part in parts if part)


def compare_places(kg: Session, cities: Sequence[str], *, unverified: bool = False) -> Comparison:
    """Two or more places side by side. Raises NameUnknown, NameAmbiguous, or QueryError for fewer than two."""
    kg.entities.look_up(cities)
    found = tuple(dict.fromkeys(kg.one(city, ("Place",)) for city in cities))
    if len(found) < 2:
        raise QueryError("give two different places or more 请给出两个以上不同的地方")
    figures, hidden_figures = stated_figures(kg, found, unverified=unverified)
    known, hidden = find_known(kg, found, unverified=unverified)
    by_city = [[f for f in figures if f.subject == city] for city in found]
    lines = [*_figure_lines(by_city), *_known_lines(known)]
    order = list(DIMENSIONS)
    names = tuple(kg.label(city) or city for city in found)
    lines.sort(key=lambda line: order.index(line.dimension))
    return Comparison(
        found, names, tuple(lines), tuple(f for of_city in by_city for f in of_city), hidden_figures + hidden
    )


def _dimension(name: str) -> str:
    return next((dimension for dimension, words in _WORDS if any(word in name for word in words)), "other")


def _figure_lines(stated: list[list[StatedFigure]]) -> Iterator[ComparisonLine]:
    """One line a key; keys that only one place has are judged by what the others have of the same indicator."""
    by_key: dict[tuple[str | None, ...], list[list[StatedFigure]]] = defaultdict(lambda: [[] for _ in stated])
    for place, found in enumerate(stated):
        for figure in found:
            by_key[figure.key][place].append(figure)
    for key in sorted(by_key, key=lambda k: tuple(part or "" for part in k)):
        groups = by_key[key]
        first = next(f for group in groups for f in group)
        yield ComparisonLine(
            _dimension(first.indicator_zh), _item(first), first.measure, first.unit, first.period, first.modality,
            first.caliber, tuple(tuple(f.stated for f in g) for g in groups), " | ", _judge(first, groups, stated),
            tuple(_join((f.claim for f in g), " ") for g in groups),
        )  # fmt: skip


def _item(figure: StatedFigure) -> str:
    beside = figure.rank_scope or (figure.share_of_zh and f"占{figure.share_of_zh}")
    return f"{figure.indicator_zh}（{beside}）" if beside else figure.indicator_zh


def _judge(first: StatedFigure, groups: list[list[StatedFigure]], stated: list[list[StatedFigure]]) -> LangText:
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


def _known_lines(known: Iterable[Known]) -> Iterator[ComparisonLine]:
    known = list(known)
    for dimension, item in sorted({key for found in known for key in found}):
        cells = [found.get((dimension, item), []) for found in known]
        several = sum(bool(cell) for cell in cells) > 1
        yield ComparisonLine(
            dimension, item, None, None, None, None, None, tuple(tuple(words for words, _ in c) for c in cells), "；",
            BOTH_SIDES if several else ONE_SIDE,
            tuple(_join((claim for _, claim in c), " ") for c in cells),
        )  # fmt: skip
