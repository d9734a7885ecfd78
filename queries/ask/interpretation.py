"""From a question to its one reading. One that is not understood is refused."""

from __future__ import annotations

from collections.abc import Sequence

from cemai.graph.errors import CemaiError

from .mentions import MentionFinder
from .readings import Reading, readings_of
from .suggestions import filled, nearest


class NotUnderstood(CemaiError):
    """A question that no form explains whole, or that several do; `suggestions` are questions that can be answered."""

    def __init__(self, question: str, suggestions: Sequence[str], *, several: bool = False) -> None:
        self.question, self.suggestions, self.several = question, list(suggestions), several
        why = ("有几种读法，请选一种 can be read in several ways, choose one" if several
               else "没有读懂，不作猜测 not understood, and no guess is made")  # fmt: skip
        can = "" if several else "\n可以这样问 questions that can be answered:"
        super().__init__(f"“{question}”：{why}{can}" + "".join(f"\n  {text}" for text in suggestions))


def read(names: MentionFinder, question: str) -> Reading:
    """The one reading of a question. Raises NotUnderstood with the nearest questions, or with the several readings."""
    found = readings_of(names, question)
    if not found:
        raise NotUnderstood(question, nearest(names, question))
    if len(found) > 1:
        raise NotUnderstood(question, [filled(names, reading.form, question) for reading in found], several=True)
    return found[0]
