"""The forms as data: each can be parsed, is complete, runs a query that exists, and answers its own examples."""

from __future__ import annotations

import inspect

import pytest
import yaml
from cemai.graph.errors import QueryError
from cemai.queries.ask.grammar import parse, slots, vocabulary
from cemai.queries.ask.readings import COMMANDS
from cemai.queries.ask.templates import HERE, WORDS, QuestionTemplate, question_templates, question_vocabulary
from cemai.queries.catalogue import query_named

from cemai.api.asking import reading
from cemai.api.knowledge_graph import KnowledgeGraph

FORMS = question_templates()
EVERY = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)


def test_ids_are_unique_and_every_competency_question_can_be_asked() -> None:
    assert len({form.id for form in FORMS}) == len(FORMS)
    assert {q for form in FORMS for q in form.questions} == {f"CQ{n}" for n in range(1, 16)}


def test_keys_are_those_of_a_form() -> None:
    known = {"id", "questions", "zh", "en", "run", "with", "row_filter", "required_columns",
             "required_parts", "optional_parts", "note", "fallback", "patterns"}  # fmt: skip
    for path in HERE.glob("*.yml"):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")) if path.name != WORDS else []:
            assert set(entry) <= known, entry["id"]
            assert all(isinstance(key, str) for key in entry.get("with", {})), entry["id"]


@EVERY
def test_a_form_names_what_runs_and_its_parameters(form: QuestionTemplate) -> None:
    if form.run in COMMANDS:
        method = inspect.signature(getattr(KnowledgeGraph, form.run))
        assert set(form.given) <= {*method.parameters, *COMMANDS[form.run][1]}
        return
    query = query_named(form.run)
    assert query is not None, form.run
    parameters = {p.name: p for p in query.parameters}
    assert set(form.given) <= set(parameters)
    assert {name for name, p in parameters.items() if p.required} <= set(form.given)
    assert {*form.row_filter, *form.required_columns} <= set(query.columns)


@EVERY
def test_every_wording_holds_the_slots_of_the_examples(form: QuestionTemplate) -> None:
    needed = set(form.slots)
    wordings = [set(slots(pattern)) for pattern in form.patterns]
    wordings += [{name for part in form.required_parts for name in slots(part)}] if form.required_parts else []
    for found in wordings:
        listed = {"a", "b"} if "cities" in found else set()  # a list of two takes the place of both
        assert needed - listed <= found


@EVERY
def test_slots_are_of_known_kinds_and_bound_to_known_names(form: QuestionTemplate) -> None:
    kinds = {
        *question_vocabulary().classes,
        *question_vocabulary().schemes,
        *question_vocabulary().values,
        "year",
        "day",
        "claim",
    }
    texts = (*form.patterns, *form.required_parts, *form.optional_parts)
    found = {name: kind for text in texts for name, kind in slots(text).items()}
    assert set(found.values()) <= kinds
    used = [value.strip("{}") for value in (*form.given.values(), *form.row_filter.values()) if value.startswith("{")]
    assert set(used) <= set(found)


@EVERY
@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_an_example_is_read_as_its_own_form_and_runs(kg: KnowledgeGraph, form: QuestionTemplate, tongue: str) -> None:
    example = form.example(tongue)
    assert "{" not in example
    read = reading(kg, example)
    assert read.form.run == form.run, read.query
    found = kg.ask(example)
    assert found.records or found.notes


@EVERY
def test_both_examples_name_the_same_slots(form: QuestionTemplate) -> None:
    assert set(form.given_in("zh")) == set(form.given_in("en")) == set(form.slots)


def test_every_set_of_words_is_used() -> None:
    texts = [text for form in FORMS for text in (*form.patterns, *form.required_parts, *form.optional_parts)]
    texts += [text for found in question_vocabulary().sets.values() for text in found]
    built_in = {"before", "after", "and", "filler", "light"}
    assert not [
        name for name in question_vocabulary().sets if name not in built_in and not any(f"<{name}>" in t for t in texts)
    ]


def test_no_negation_no_comparison_and_no_time_is_ever_light() -> None:
    heavy = set("不没无非未除最比前后仅只会将") | {"not", "no", "without", "except", "before", "after", "will", "never"}
    for name in ("before", "after", "filler", "light", "and"):
        found = {word for text in question_vocabulary().sets[name] for word in vocabulary(text)}
        assert not found & heavy, name


@pytest.mark.parametrize("pattern", ["[a", "a]", "(a|b", "a)", "[a)", "<no-such-set>", "{Bad slot}", "}"])
def test_a_malformed_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(QueryError):
        parse(pattern)
