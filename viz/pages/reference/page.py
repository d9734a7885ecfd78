"""The reference of the ontology as one offline page in both languages, without any script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cemai.ontology.competency_questions import QUESTIONS
from cemai.ontology.describe import Ontology, Term, describe_ontology
from cemai.ontology.schema import load
from cemai.viz.page import environment, styled

from .diagram import BOX_H, BOX_W, ties, tree

KINDS = {
    "object": "对象属性 object property", "datatype": "数据属性 datatype property",
    "annotation": "注释属性 annotation property",
}  # fmt: skip
_AXIOMS = {
    "transitive": "传递", "symmetric": "对称", "functional": "单值", "inverse of": "互逆", "follows from": "属性链",
}  # fmt: skip
ROOTS = ("Entity", "Record", "Concept")


@dataclass(frozen=True)
class Counts:
    """How many members each class has in a graph (local names), and up to when its data was recorded."""

    members: Mapping[str, int]
    day: str


@dataclass(frozen=True)
class ReferencePage:
    """Everything that the page shows."""

    ontology: Ontology
    counts: Counts | None = None
    questions: Mapping[str, tuple[str, str]] = field(default_factory=lambda: QUESTIONS)

    @property
    def terms(self) -> dict[str, Term]:
        """Classes and properties by name."""
        return {t.name: t for t in (*self.ontology.classes, *self.ontology.properties)}

    @property
    def below(self) -> dict[str, list[str]]:
        """The terms right below each term."""
        return _grouped((parent, t.name) for t in self.terms.values() for parent in t.parents)

    @property
    def uses(self) -> dict[str, list[str]]:
        """The properties whose domain or range names a class."""
        return _grouped((end, t.name) for t in self.ontology.properties for end in sorted({*t.domain, *t.range}))

    @property
    def inherited(self) -> dict[str, list[str]]:
        """For each class the properties whose domain names a class above it."""
        starts = _grouped((end, t.name) for t in self.ontology.properties for end in t.domain)
        found = {}
        for name in (t.name for t in self.ontology.classes):
            above = {p for a in load().ancestors[name] - {name} for p in starts.get(a, ())}
            found[name] = sorted(above - {*starts.get(name, ())})
        return found

    @property
    def served(self) -> dict[str, list[str]]:
        """The terms that serve each question."""
        return _grouped((question, t.name) for t in self.terms.values() for question in t.questions)

    @property
    def by_module(self) -> dict[str, list[str]]:
        """The terms of each module that has any."""
        return _grouped((t.module, t.name) for t in self.terms.values())

    @property
    def schemes_of(self) -> dict[str, str]:
        """The vocabulary of each class of concepts."""
        return {s.of: s.key for s in self.ontology.schemes}


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, name in pairs:
        found[key].append(name)
    return dict(found)


def render(counts: Counts | None = None) -> str:
    """The page as HTML text."""
    page = ReferencePage(describe_ontology(), counts)
    trees = [(root, tree(root, page.below)) for root in ROOTS]
    style, policy = styled("pages/reference/page.css")
    return environment().get_template("pages/reference/page.html").render(
        page=page, terms=page.terms, below=page.below, uses=page.uses, inherited=page.inherited, served=page.served,
        by_module=page.by_module, schemes_of=page.schemes_of, trees=trees, ties=ties(), box=(BOX_W, BOX_H),
        kinds=KINDS, axiom=axiom, style=style, policy=policy,
    )  # fmt: skip


def axiom(text: str) -> str:
    """An axiom with its Chinese word before it."""
    return next((f"{zh} {text}" for en, zh in _AXIOMS.items() if text.startswith(en)), f"必有 {text}")
