"""Every message about a file says what is wrong and how to mend it, in Chinese and English: the sources, read."""

from __future__ import annotations

import pytest
from cemai.loaders import faults
from cemai.loaders.faults import ValueFault, explain

from tests.house.messages import in_both_languages, messages

FOUND = list(messages("DataError"))
# Problem and fix come from a function that has a test of its own (pydantic's errors; printed forms; locators; RDF).
EXPLAINED = {"loaders/csv_reader.py", "loaders/yaml_reader.py", "loaders/statements.py", "loaders/evidence/annotate.py",
             "graph/rdf/foreign.py", "cemai/pipeline/restore.py"}  # fmt: skip


def test_there_are_messages_to_read() -> None:
    assert len(FOUND) > 60


@pytest.mark.parametrize("part", ["problem", "fix"])
def test_an_error_in_data_says_what_is_wrong_and_how_to_mend_it(part: str) -> None:
    """Both in both languages; what a function explains is named above."""
    said = {message.place: getattr(message, part) for message in FOUND}
    poor = {place: words for place, words in said.items() if words is None or not in_both_languages(words)}
    assert {
        place: w for place, w in poor.items() if (w or "").strip(": ") != "" or place.partition(":")[0] not in EXPLAINED
    } == {}


def test_what_pydantic_finds_is_said_in_both_languages() -> None:
    said = [fault for fault in vars(faults).values() if isinstance(fault, ValueFault)]
    said += [*faults._PLAIN.values()]
    assert len(said) > 30
    assert [fault for fault in said if not all(map(in_both_languages, fault))] == []
    assert all(in_both_languages(words) for words in faults._PATTERNS.values())


def test_an_error_that_pydantic_may_learn_is_told_all_the_same() -> None:
    found = explain({"type": "of_a_later_version", "msg": "Value error, odd", "ctx": {}})
    assert found.problem.startswith("odd") and all(map(in_both_languages, found))
