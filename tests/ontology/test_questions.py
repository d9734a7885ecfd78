"""The document of competency questions and the ontology say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cemai.ontology.schema import load

from cemai.docs.competency_questions import MARKERS, filled, terms_by_question

DOCUMENT = Path(__file__).parents[2] / "docs" / "competency-questions.md"
QUESTIONS = [f"CQ{n}" for n in range(1, 16)]


def text() -> str:
    return DOCUMENT.read_text(encoding="utf-8")


def test_the_document_has_the_fifteen_questions_in_order() -> None:
    assert re.findall(r"^## (CQ\d+)$", text(), re.MULTILINE) == QUESTIONS


@pytest.mark.parametrize("question", QUESTIONS)
def test_question_has_both_languages_and_terms(question: str) -> None:
    section = re.split(r"^## ", text().partition(f"## {question}\n")[2], flags=re.MULTILINE)[0]
    assert re.search(r"[\u4e00-\u9fff]{4}", section.strip().splitlines()[0])
    assert re.search(r"[A-Za-z]{4}", section.strip().splitlines()[2])
    assert all(f"{marker} `" in section for marker in MARKERS.values())


def test_every_term_serves_a_question() -> None:
    served = {name for lists in terms_by_question().values() for names in lists.values() for name in names}
    ours = {name for name in load().classes | load().properties if ":" not in name}
    assert ours <= served
    assert set(terms_by_question()) == set(QUESTIONS)


def test_a_question_that_the_document_lacks_is_an_error() -> None:
    with pytest.raises(ValueError, match="CQ15"):
        filled(text().partition("## CQ15")[0])
