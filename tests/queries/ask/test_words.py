"""Random words: nothing raises, and no question with a word more is ever answered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from cemai.graph.errors import CemaiError
from cemai.queries.ask.readings import readings_of
from cemai.queries.ask.suggestions import nearest
from cemai.queries.ask.tokens import tokenize
from hypothesis import given, settings
from hypothesis import strategies as st

from cemai.api.asking import NotUnderstood, reading, register
from cemai.api.knowledge_graph import KnowledgeGraph

QUESTIONS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "questions.yml").read_text(encoding="utf-8"))
ANSWERED = [tokenize(q["ask"]) for q in QUESTIONS if "query" in q and "/" not in q["ask"]]
WORDS = sorted({word for text in ANSWERED for word in text})
# Content that the graph does not hold, and what turns a question round or narrows it.
LEFT_OVER = [
    "倒闭", "天气", "市长", "zebra", "weather", "illegally", "不", "没", "勿", "非", "无", "except", "not", "never",
    "除了", "最少", "least", "before", "之前", "2031", "明年", "will", "沿海", "coastal", ">", "😀", "кот", "×",
]  # fmt: skip
IS_THERE = ("有没有", "有无")  # these two ask whether there is any and deny nothing


def joined(text: tuple[str, ...]) -> str:
    """Tokens as a question again."""
    return " ".join(text)


@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_any_recombination_is_read_or_refused(kg: KnowledgeGraph, words: list[str]) -> None:
    for read in readings_of(register(kg), " ".join(words)):
        assert read.command.startswith("cemai ")


@given(text=st.text(max_size=60))
def test_any_text_is_read_or_refused(kg: KnowledgeGraph, text: str) -> None:
    readings_of(register(kg), text)


@settings(max_examples=150)
@given(data=st.data(), text=st.sampled_from(ANSWERED), more=st.sampled_from(LEFT_OVER))
def test_a_word_more_is_never_passed_over(kg: KnowledgeGraph, data: Any, text: tuple[str, ...], more: str) -> None:
    place = data.draw(st.integers(0, len(text)))
    question = joined((*text[:place], more, *text[place:]))
    found = readings_of(register(kg), question)
    taken = {mention.value for read in found for mentions in read.mentions.values() for mention in mentions}
    heeded = more in taken or any(way in "".join(tokenize(question)) for way in IS_THERE)
    assert not found or heeded, (question, found[0].query)


@pytest.mark.parametrize("text", [
    "", "  ", "？！", "的", "a" * 5000, "杭州" * 400, "和" * 100, "哪些 " * 100, "1210 " * 60, "\x00\x1b[31m", "]})",
    "{place}有哪些", "<which> [x]", "place/../../etc",
])  # fmt: skip
def test_hostile_questions_are_refused_at_once(kg: KnowledgeGraph, text: str) -> None:
    with pytest.raises(NotUnderstood):
        reading(kg, text)
    assert nearest(register(kg), text)


@pytest.mark.parametrize(("written", "plain"), [
    ("１２１０　推广到了哪些城市？？", "1210 推广到了哪些城市"), ("請問1210推廣到了哪些城市呢", "1210推广到了哪些城市"),
    ("你好，麻烦帮我查一下1210推广到了哪些城市，谢谢！", "1210推广到了哪些城市"),
    ("WHICH CITIES RUN 1210", "which cities run 1210"), ("Hello, could you tell me which cities run 1210, please?",
                                                          "Which cities run 1210"),
    ("青島什麼時候獲批綜試區", "青岛什么时候获批综试区"), ("“1210”推广到了哪些城市", "1210推广到了哪些城市"),
])  # fmt: skip
def test_form_and_politeness_do_not_matter(kg: KnowledgeGraph, written: str, plain: str) -> None:
    assert reading(kg, written).same == reading(kg, plain).same


@pytest.mark.parametrize(("question", "things"), [
    ("吉林什么时候获批综试区", ("place/220000", "place/220200")), ("What do we know about Taizhou?", None),
])  # fmt: skip
def test_a_name_of_several_things_is_never_chosen(kg: KnowledgeGraph, question: str, things: Any) -> None:
    with pytest.raises(CemaiError) as told:
        kg.ask(question)
    assert all(thing in str(told.value) for thing in things or ("place/321200", "place/331000"))


def test_the_identifier_says_which(kg: KnowledgeGraph) -> None:
    found = kg.ask("place/220200 什么时候获批综试区")
    assert found.answer.reading.parameters == {"place": "place/220200"} and found.records


def test_two_readings_are_reported_and_none_is_run(kg: KnowledgeGraph) -> None:
    with pytest.raises(NotUnderstood) as told:
        kg.ask("青岛有哪些政策")
    assert told.value.several and len(told.value.suggestions) == 2
    for other in told.value.suggestions:
        reading(kg, other)
