"""A hundred questions as users write them: what runs, with which parameters, and a known answer on the real graph."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from cemai.graph.errors import NameAmbiguous

from cemai.api.asking import NotUnderstood, reading
from cemai.api.knowledge_graph import KnowledgeGraph

QUESTIONS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "questions.yml").read_text(encoding="utf-8"))
ANSWERED = [q for q in QUESTIONS if "query" in q]
REFUSED = [q["ask"] for q in QUESTIONS if q.get("refused")]
AMBIGUOUS = [q for q in QUESTIONS if "ambiguous" in q]


def test_the_list_is_what_it_says() -> None:
    chinese = [q for q in QUESTIONS if any("\u4e00" <= c <= "\u9fff" for c in q["ask"])]
    assert len(QUESTIONS) == 100 and len(chinese) == 50
    assert len(REFUSED) == 20
    assert len({q["ask"] for q in QUESTIONS}) == 100


@pytest.mark.parametrize("question", ANSWERED, ids=lambda q: q["ask"])
def test_answered(kg: KnowledgeGraph, question: dict[str, Any]) -> None:
    found = kg.ask(question["ask"])
    read = found.answer.reading
    given = {k: list(v) if isinstance(v, tuple) else v for k, v in read.parameters.items()}
    assert (read.form.run, given) == (question["query"], question["given"])
    assert read.query in found.head[0] and read.command in found.head[1]
    if question.get("empty"):
        assert not found.records
        assert any("不等于" in note and "not a no" in note for note in found.notes)
        return
    for cells in question["cells"]:
        assert any(cells.items() <= dict(row).items() for row in found.records), cells


@pytest.mark.parametrize("question", REFUSED)
def test_refused_with_three_questions_that_can_be_answered(kg: KnowledgeGraph, question: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        kg.ask(question)
    assert len(refused.value.suggestions) == 3
    for other in refused.value.suggestions:
        reading(kg, other)


@pytest.mark.parametrize("question", AMBIGUOUS, ids=lambda q: q["ask"])
def test_a_name_of_several_things_is_reported(kg: KnowledgeGraph, question: dict[str, Any]) -> None:
    with pytest.raises(NameAmbiguous) as told:
        kg.ask(question["ask"])
    assert [thing for thing, _ in told.value.candidates] == question["ambiguous"]
