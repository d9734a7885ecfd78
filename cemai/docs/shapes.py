"""The list of shapes, rules and tallies in ``docs/gate.md``."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib.namespace import SH

from cemai.shapes.loader import Shape, Shapes, read_shapes, short
from cemai.shapes.rules import TALLIES, read_rules, read_tallies

BEGIN, END = "<!-- catalogue: begin -->", "<!-- catalogue: end -->"
WORDS = {"violation": "违例 violation", "warning": "提醒 warning"}


def catalogue() -> str:
    """Three tables in Markdown, in the order of names."""
    return "\n".join([*_shapes(), "", *_rules(), "", *_tallies()])


def _shapes() -> Iterator[str]:
    shapes = read_shapes()
    yield "### 形状 Shapes\n"
    yield from _head("形状 shape", "对象 target", "属性 property", "严重程度 severity", "说明 message")
    for shape, target in sorted(_targets(shapes), key=lambda pair: (pair[0].name, pair[0].path, pair[0].severity)):
        yield f"| `{shape.name}` | {target} | `{shape.path}` | {WORDS[shape.severity]} | {shape.zh}<br>{shape.en} |"


def _targets(shapes: Shapes) -> Iterator[tuple[Shape, str]]:
    for node in shapes.graph.subjects(SH.path, None):
        if str(node) in shapes.by_node:
            kinds = sorted(short(o) for o in shapes.graph.objects(node, SH.targetClass))
            having = sorted(f"has {short(o)}" for o in shapes.graph.objects(node, SH.targetSubjectsOf))
            yield shapes.by_node[str(node)], ", ".join(f"`{t}`" for t in [*kinds, *having])


def _rules() -> Iterator[str]:
    yield "### 规则 Rules\n"
    yield from _head("规则 rule", "严重程度 severity", "说明 message")
    for rule in read_rules():
        yield f"| `{rule.name}` | {WORDS[rule.severity]} | {rule.zh}<br>{rule.en} |"


def _tallies() -> Iterator[str]:
    yield "### 计数 Tallies\n"
    yield from _head("计数 tally", "说明 what is counted")
    for tally in read_tallies(TALLIES):
        yield f"| `{tally.name}` | {tally.zh}<br>{tally.en} |"


def _head(*names: str) -> Iterator[str]:
    yield f"| {' | '.join(names)} |"
    yield "|" + "---|" * len(names)


def filled(text: str) -> str:
    """A document with the catalogue between its two marks brought up to date."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{catalogue()}\n{END}{after}"
