"""The competency questions of the document and those that the queries name are the same."""

from __future__ import annotations

import re
from pathlib import Path

from cemai.queries.catalogue import all_queries

DOCUMENT = Path(__file__).parents[2] / "docs" / "competency-questions.md"


def test_every_question_has_a_query_and_every_query_a_question() -> None:
    stated = set(re.findall(r"\bCQ\d+\b", DOCUMENT.read_text(encoding="utf-8")))
    asked = {question for query in all_queries().values() for question in query.questions}
    assert stated == asked == {f"CQ{n}" for n in range(1, 16)}
    assert not [name for name, query in all_queries().items() if not query.questions]


def test_the_main_terms_of_a_question_stand_in_its_queries() -> None:
    """For each question, some terms that the document lists for it are used by a query that names it."""
    text = DOCUMENT.read_text(encoding="utf-8")
    sections = re.split(r"(?m)^## ", text)[1:]
    for section in sections:
        if not (found := re.match(r"(CQ\d+)", section)):
            continue
        listed = set(re.findall(r"`(\w+)`", section))
        queries = [query.text for query in all_queries().values() if found[1] in query.questions]
        used = {term for query in queries for term in re.findall(r"\bcm:(\w+)", query)}
        assert len(listed & used) >= 3, f"{found[1]}: its queries use {sorted(used)}"
