"""The questions nearest to one that was not understood: like wording, and slots that its names can fill."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice

from .grammar import slots, vocabulary
from .mentions import Mention, MentionFinder, Mentions, language, wording
from .readings import readings_of
from .templates import QuestionTemplate, question_templates
from .tokens import tokenize

MOST = 3
_FIRST = 8
_WORDS = 60  # of a long question so many are looked at
# What a slot counts that a name of the question fills, that any name would fill, that none fills; beside two
# numbers from 0 to 1, the likeness to the example and the share of the words that the form knows.
_FILLED, _ANYTHING, _UNFILLED = 0.3, 0.1, -0.35


def nearest(names: MentionFinder, question: str, most: int = MOST) -> list[str]:
    """The nearest questions that can be answered, filled with the names that stand in the question."""
    mentions = names.find(question)
    tongue = language(question, mentions)
    rest = wording(question, mentions)[:_WORDS]
    ranked = sorted(question_templates(), key=lambda form: -_likeness(form, rest, mentions, tongue))
    asked = list(dict.fromkeys(text for form in ranked if (text := _fill(names, form, mentions, tongue))))
    return list(islice(_readable(names, asked), most))


def _readable(names: MentionFinder, asked: Sequence[str]) -> Iterator[str]:
    """Those that can be read in one way; the names in the first few are looked up at once, then those in the rest."""
    for some in (asked[:_FIRST], asked[_FIRST:]):
        names.load_names(*some)
        yield from (text for text in some if len(readings_of(names, text)) == 1)


def filled(names: MentionFinder, form: QuestionTemplate, question: str) -> str:
    """The example of a form with the names of a question in its slots."""
    mentions = names.find(question)
    tongue = language(question, mentions)
    return _fill(names, form, mentions, tongue) or form.example(tongue)


def _likeness(form: QuestionTemplate, rest: list[str], mentions: Mentions, tongue: str) -> float:
    example = tokenize(form.example(tongue, dict.fromkeys(form.slots, " ")))
    alike = SequenceMatcher(None, rest, example, autojunk=False).ratio()
    known = {word for pattern in form.patterns for word in vocabulary(pattern)}
    share = sum(word in known for word in rest) / max(len(rest), 1)
    return alike + share + sum(_fit(kind, mentions) for kind in _kinds(form).values())


def _fit(kind: str, mentions: Mentions) -> float:
    if not mentions.get(kind):
        return _UNFILLED
    return _ANYTHING if kind == "thing" else _FILLED


def _fill(names: MentionFinder, form: QuestionTemplate, mentions: Mentions, tongue: str) -> str:
    """Each slot takes the first name of its kind that no other has taken and that means one thing.

    Empty where two slots say the same.

    A number that the rows must have stays that of the example: another may have no answer.
    """
    taken, values = set[int](), {}
    for slot, kind in _kinds(form).items():
        if f"{{{slot}}}" in form.required_columns.values():
            continue
        free = (
            s
            for i, found in sorted(mentions.get(kind, {}).items())
            for s in found
            if i not in taken and len(s.things) < 2
        )
        if mention := next(free, None):
            taken |= set(range(mention.start, mention.end))
            values[slot] = _words(names, kind, mention, tongue)
    used = [values.get(slot, form.given_in(tongue)[slot]) for slot in form.slots]
    return form.example(tongue, values) if len(set(used)) == len(used) else ""


def _words(names: MentionFinder, kind: str, mention: Mention, tongue: str) -> str:
    """The name as the question gives it; of a key its words in the language of the question."""
    return mention.value if mention.things or kind not in names.values else names.words_of(kind, mention.value, tongue)


def _kinds(form: QuestionTemplate) -> dict[str, str]:
    """The kind of each slot of the examples; one that no pattern names is one of a list."""
    found = {name: kind for pattern in form.patterns for name, kind in slots(pattern).items()}
    return {slot: found.get(slot) or next(iter(found.values())) for slot in form.slots}
