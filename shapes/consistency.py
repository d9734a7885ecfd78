"""Is the ontology consistent, can each class have a member, and if not, which axioms together forbid it? By HermiT."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path

from cemai.graph.errors import ComponentMissing
from pyoxigraph import NamedNode, RdfFormat, serialize

from . import axioms
from .axioms import Axiom

NOTHING = "owl:Nothing"
_MEMORY = 1000  # megabytes for the reasoner


@dataclass(frozen=True)
class Verdict:
    """`consistent` of the whole, classes that can have no member, and for each (or for the whole) a smallest cause."""

    consistent: bool
    unsatisfiable: tuple[str, ...]
    causes: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return self.consistent and not self.unsatisfiable


def check_ontology(extensions: Sequence[Path] = (), *, most: int = 5) -> Verdict:
    """Judge Cemai's ontology together with a user's own extensions; causes are looked for in the first `most` classes.

    Raises DataError for a file that is not RDF, ComponentMissing where Java is absent or the reasoner gives up.
    """
    extended = [axiom for path in extensions for axiom in axioms.read(path)]
    whole = [*axioms.shipped(), *extended]
    consistent, classes = reason(whole)
    if not consistent:
        new = {name for axiom in extended for name in axioms.names(axiom)}
        cause = _cause(whole, new, lambda some: not reason(some)[0])
        return Verdict(False, (), ((NOTHING, _sentences(cause)),))
    causes = ((name, _cause(whole, {name}, partial(_empty, name))) for name in classes[:most])
    found = tuple((_short(name), _sentences(cause)) for name, cause in causes)
    return Verdict(True, tuple(map(_short, classes)), found)


def reason(some: Iterable[Axiom]) -> tuple[bool, list[str]]:
    """Whether the axioms are consistent, and the IRIs of the classes that can have no member."""
    import owlready2

    if shutil.which("java") is None:
        raise ComponentMissing("the reasoner needs Java: install it (Debian: apt-get install openjdk-17-jre-headless) "
                               "推理机需要 Java，请先安装")  # fmt: skip
    data = serialize((triple for axiom in some for triple in axiom), format=RdfFormat.N_TRIPLES)
    world = owlready2.World()
    world.get_ontology("https://w3id.org/cemai/check#").load(fileobj=BytesIO(data or b""))
    owlready2.reasoning.JAVA_MEMORY = _MEMORY
    try:
        owlready2.sync_reasoner_hermit(world, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError:
        return False, []
    except owlready2.OwlReadyJavaError as error:
        raise ComponentMissing(f"the reasoner gave up 推理机中止: {str(error).splitlines()[0]}") from None
    return True, sorted(found.iri for found in world.inconsistent_classes() if found is not owlready2.Nothing)


def minimal(some: Sequence[Axiom], wrong: Callable[[Sequence[Axiom]], bool]) -> list[Axiom]:
    """A smallest set of axioms for which `wrong` still holds: leave any one out and it does not (QuickXplain)."""
    fixed = [axiom for axiom in some if axioms.declares(axiom)]
    free = [axiom for axiom in some if not axioms.declares(axiom)]

    def explain(background: list[Axiom], added: bool, candidates: list[Axiom]) -> list[Axiom]:
        if added and wrong(background):
            return []
        if len(candidates) == 1:
            return candidates
        half = len(candidates) // 2
        first, second = candidates[:half], candidates[half:]
        of_second = explain(background + first, bool(first), second)
        of_first = explain(background + of_second, bool(of_second), first)
        return of_first + of_second

    return explain(fixed, False, free) if free else []


def _cause(whole: Sequence[Axiom], start: set[str], wrong: Callable[[Sequence[Axiom]], bool]) -> list[Axiom]:
    """A smallest cause, looked for above the names of `start` first: there the reasoner is quick."""
    near = _above(whole, start)
    return minimal(near if wrong(near) else whole, wrong)


def _above(whole: Sequence[Axiom], start: set[str]) -> list[Axiom]:
    """What is said of the names of `start` and of what lies above them, and what keeps two of all these apart."""
    seen, todo, found = set(start), list(start), set[Axiom]()
    about: dict[str, list[Axiom]] = defaultdict(list)
    for axiom in whole:
        for triple in axiom:
            if isinstance(triple.subject, NamedNode):
                about[triple.subject.value].append(axiom)
    while todo:
        for axiom in about[todo.pop()]:
            found.add(axiom)
            fresh = axioms.names(axiom) - seen
            seen |= fresh
            todo += fresh
    apart = (axiom for axiom in whole if not axioms.is_about_a_name(axiom) and len(axioms.names(axiom) & seen) > 1)
    found.update(apart)
    kept = [axiom for axiom in whole if axiom in found]
    return [axiom for axiom in kept if not axioms.names(axiom) - seen or not axioms.declares(axiom)]


def _empty(name: str, some: Sequence[Axiom]) -> bool:
    consistent, classes = reason(some)
    return consistent and name in classes


def _sentences(some: Iterable[Axiom]) -> tuple[str, ...]:
    return tuple(sorted(map(axioms.sentence, some)))


def _short(iri: str) -> str:
    return axioms.short(NamedNode(iri))
