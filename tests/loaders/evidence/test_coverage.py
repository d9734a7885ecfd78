"""When a token is covered, mentioned, ignored or uncovered: made-up claims over a made-up text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from cemai.graph.model.locators import Document, sha256
from cemai.graph.model.statement import Claim, Evidence, Span
from cemai.loaders.evidence.coverage import Ignore, match_spans
from cemai.loaders.evidence.tokens import Scanner

TEXT = "甲市 2021 年出口 30 亿元，\n增长 12%。据《甲市办法》和甲发〔2021〕5 号，补贴 20 万元。第 4 版"
DOCUMENT = Document("source/x", TEXT, "")


def span(role: str, words: str, digest: str | None = None) -> Span:
    start, end = DOCUMENT.find(words)
    return Span(role, "source/x", start, end, digest or sha256(DOCUMENT.slice(start, end)))


def claim(*spans: Span, **fields: object) -> Claim:
    made = {"id": "d/t/k", "kind": "Observation", "dataset": "d", "key": "k", "subject": "place/1",
            "predicate": "observed", "evidence": (Evidence(1, "source/x", spans),)} | fields  # fmt: skip
    return Claim(**made)  # type: ignore[arg-type]


def statuses(*claims: Claim, ignored: tuple[Ignore, ...] = (), known: frozenset[str] = frozenset()) -> dict[str, str]:
    coverage = match_spans(DOCUMENT, claims, ignored, known)
    return {t.words: coverage.status(t) for t in Scanner(DOCUMENT).scan()}


def test_without_a_claim_everything_is_uncovered() -> None:
    words = ["2021年", "30亿", "12%", "《甲市办法》", "甲发〔2021〕5号", "20万", "4"]
    assert statuses() == dict.fromkeys(words, "uncovered")


@pytest.mark.parametrize("role", ["value", "period"])
def test_a_span_of_value_or_period_covers(role: str) -> None:
    assert statuses(claim(span(role, "30 亿元")))["30亿"] == "covered"


@pytest.mark.parametrize("role", ["statement", "subject", "header", "unit"])
def test_any_other_span_only_mentions_a_figure(role: str) -> None:
    assert statuses(claim(span(role, "出口 30 亿元，增长 12%")))["30亿"] == "mentioned"


def test_a_statement_covers_the_number_that_its_claim_states_and_no_other() -> None:
    found = statuses(claim(span("statement", "补贴 20 万元。第 4 版"), kind="Provision", cap=Decimal(200000)))
    assert (found["20万"], found["4"]) == ("covered", "mentioned")


def test_a_number_written_in_the_claims_own_words_counts_as_stated() -> None:
    held = span("statement", "出口 30 亿元，增长 12%")
    assert statuses(claim(held, text="出口增12%"))["12%"] == "covered"
    assert statuses(claim(held, text="出口增112%"))["12%"] == "mentioned"


def test_a_long_value_span_does_not_cover_what_it_swallows() -> None:
    whole = "2021 年出口 30 亿元，增长 12%。据《甲市办法》和甲发〔2021〕5 号，补贴 20 万元"
    assert statuses(claim(span("value", whole)))["12%"] == "mentioned"


def test_a_span_must_hold_the_whole_token() -> None:
    found = statuses(claim(span("statement", "办法》")), claim(span("value", "⟦1⟧2%")))
    assert (found["《甲市办法》"], found["12%"]) == ("uncovered", "uncovered")


def test_two_spans_side_by_side_hold_a_date_together() -> None:
    text = Document("source/x", "2021 年 3 月", "")
    spans = [Span("period", "source/x", a, b, sha256(text.slice(a, b))) for a, b in ((0, 5), (5, 7))]
    (token,) = Scanner(text).scan()
    assert match_spans(text, [claim(*spans)]).status(token) == "covered"


def test_a_title_is_mentioned_where_its_thing_has_a_claim() -> None:
    assert statuses(known=frozenset({"甲市办法"}))["《甲市办法》"] == "mentioned"


def test_an_ignored_stretch_and_a_span_on_top_of_it() -> None:
    start, _ = DOCUMENT.find("补贴")
    everything = (Ignore(start, len(DOCUMENT.squeezed), "页脚 footer"),)
    found = statuses(claim(span("value", "20 万元")), ignored=everything)
    assert (found["20万"], found["4"], found["12%"]) == ("covered", "ignored", "uncovered")


def test_a_span_whose_words_have_changed_covers_nothing() -> None:
    coverage = match_spans(
        DOCUMENT, [claim(span("value", "30 亿元", "0" * 64), Span("value", "source/x", 5, 999, "0" * 64))]
    )
    assert (coverage.stale, coverage.matches) == (2, [])


def test_spans_into_other_documents_count_for_nothing() -> None:
    assert match_spans(DOCUMENT, [claim(Span("value", "source/y", 0, 2, "0" * 64))]).stale == 0
