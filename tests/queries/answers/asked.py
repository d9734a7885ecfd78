"""Every question as it is asked of the shipped graph and of the made one, and the claims that an answer rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from cemai.graph.errors import CemaiError
from cemai.queries.answers.diffusion_data import read_diffusion_data

from cemai.api.asking import whole_answer
from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.api.result import Result
from cemai.presenters.pages.presenter import StatementPresenter
from cemai.presenters.pages.views import VIEWS
from tests.graph.counting import Counting

Ask = Callable[[KnowledgeGraph], set[str]]


def method(name: str, *places: str, **options: Any) -> Ask:
    """A question as a method of the graph."""
    return lambda kg: _claims(getattr(kg, name)(*places, **options))


def page(name: str, *places: Any, **options: Any) -> Ask:
    """A question as a page; it rests on the statements that it shows."""

    def ask(kg: KnowledgeGraph) -> set[str]:
        presenter = StatementPresenter(kg)
        VIEWS[name].make(presenter, *places, **options)
        return set(presenter._statements)

    return ask


def explained(claims: Iterable[str]) -> Ask:
    """The evidence of a list of claims."""
    listed = list(claims)

    def ask(kg: KnowledgeGraph) -> set[str]:
        kg.explain(*listed)
        return set(listed)

    return ask


def spread(innovation: str = "all", **options: Any) -> Ask:
    """A study of diffusion: its risk set and the end of its data rest on every dated adoption and designation."""

    def ask(kg: KnowledgeGraph) -> set[str]:
        kg.diffusion(innovation, **options)
        return _events(uncounted(kg))

    return ask


def question(text: str) -> Ask:
    """A question in words. It rests on the rows of its query before they are narrowed, hidden ones with them.

    One that is refused rests on nothing.
    """

    def ask(kg: KnowledgeGraph) -> set[str]:
        try:
            found = kg.ask(text)
        except CemaiError:
            return set()
        understood, free = found.answer.reading, uncounted(kg)
        if understood.form.run == "diffusion":
            return _events(free)
        narrowed = understood.form.row_filter or not found.records
        return set((whole_answer(free, understood, unverified=True) if narrowed else found).claims)

    return ask


def uncounted(kg: KnowledgeGraph) -> KnowledgeGraph:
    """The same graph with nobody counting."""
    assert isinstance(kg.store, Counting)
    return KnowledgeGraph(kg.store.store)


def _events(kg: KnowledgeGraph) -> set[str]:
    data = read_diffusion_data(kg)
    return {event.claim for event in (*data.events, *data.central, *data.designations)}


def _claims(found: Result[Any]) -> set[str]:
    return set(found.claims)


SHIPPED: dict[str, Ask] = {
    "trace": method("trace", "1210"),
    "trace with all": method("trace", "1210", unverified=True),
    "trace until": method("trace", "1210", until="2018-12-31"),
    "trace of a policy": method("trace", "国函〔2022〕8号"),
    "trace of a topic": method("trace", "独立站补贴"),
    "rounds": method("rounds", "1210"),
    "tree": method("tree", "1210"),
    "show a city": method("show", "杭州"),
    "show a policy": method("show", "国函〔2022〕8号"),
    "show a measure": method("show", "measure/guangzhou-kunpeng-parks"),
    "compare": method("compare", "深圳", "宁波"),
    "compare eight": method("compare", "深圳", "宁波", "杭州", "青岛", "郑州", "苏州", "广州", "成都"),
    "series": method("series", "青岛", "跨境电商进出口额"),
    "series of a caliber": method("series", "青岛", "跨境电商进出口额", caliber="unspecified"),
    "measures": method("measures", unquantified=True),
    "measures of a topic": method("measures", "独立站", city="深圳", beneficiary="企业"),
    "peers": method("peers", "淄博"),
    "path": method("path", "深圳", "宁波"),
    "path far": method("path", "杭州", "阿里巴巴"),
    "audit": method("audit"),
    "audit of a thing": method("audit", subject="宁波", source="casebook-2024"),
    "diffusion": spread("1210"),
    "diffusion of all": spread(),
    "curve": spread("zones", view="curve"),
    "explain": explained(("casebook-2024/adoptions/hangzhou-liu-tixi", "public-acts/designations/zone-370200",
                          "casebook-2024/provisions/action-plan-firms")),
    **{f"view {name} {' '.join(example)}": page(name, *example) for name, example in (
        ("trace", ("1210",)), ("map", ("1210",)), ("map", ("独立站补贴",)), ("zones", ()), ("matrix", ()),
        ("timeline", ()), ("timeline", ("杭州",)), ("neighbourhood", ("杭州",)),
    )},
    "view compare": page("compare", ["深圳", "宁波"]),
    "view neighbourhood in three hops": page("neighbourhood", "阿里巴巴", hops=3),
    "view neighbourhood in six hops": page("neighbourhood", "郑州", hops=6),
}  # fmt: skip
MADE: dict[str, Ask] = {
    "trace": method("trace", "甲一", unverified=True),
    "trace of a topic": method("trace", "独立站", unverified=True),
    "rounds": method("rounds", "甲一"),
    "tree": method("tree", "甲一"),
    "show": method("show", "云港"),
    "compare": method("compare", "云港", "星城", "云溪"),
    "series": method("series", "云港", "进出口额"),
    "measures": method("measures", unquantified=True),
    "peers": method("peers", "云溪"),
    "path": method("path", "李某", "星城"),
    "audit": method("audit"),
    "diffusion": spread("甲一"),
    "explain": explained(("made/designations/zone-yungang", "made/relations/covers")),
    **{f"view {name} {' '.join(example)}": page(name, *example) for name, example in (
        ("trace", ("甲一",)), ("map", ("甲一",)), ("zones", ()), ("matrix", ()), ("timeline", ()),
        ("timeline", ("云港",)), ("neighbourhood", ("云港",)),
    )},
    "view compare": page("compare", ["云港", "星城"]),
}  # fmt: skip
