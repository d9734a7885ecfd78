"""Spans of days as text: as exactly as they are stated."""

from __future__ import annotations

from cemai.graph.model.date_text import brief


def test_a_span_reads_as_exactly_as_it_is_stated() -> None:
    spans = {
        ("2016-01-06", "2016-01-06"): "2016-01-06", ("2016-01-01", "2016-01-31"): "2016-01",
        ("2016-01-01", "2016-12-31"): "2016", ("2016-02-01", "2016-02-29"): "2016-02",
        ("2016-01-06", "2016-02-01"): "2016-01-06–2016-02-01", ("2016-01-06", ""): "2016-01-06",
    }  # fmt: skip
    assert {span: brief(*span) for span in spans} == spans


def test_what_only_begins_or_ends_with_a_month_or_a_year_is_none() -> None:
    for begin, end in (
        ("2016-01-01", "2016-06-30"), ("2016-07-01", "2016-12-31"), ("2016-01-01", "2017-12-31"),
        ("2016-02-01", "2016-02-28"), ("2016-01-02", "2016-01-31"), ("2016-11-01", "2016-12-31"),
        ("2015-02-01", "2016-02-29"), ("2016-11-01", "2017-11-30"),
    ):  # fmt: skip
        assert brief(begin, end) == f"{begin}–{end}"
