"""The readings of a question: which query, with which parameters, by each form that explains the whole of it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .grammar import Bound, Matcher, parse
from .mentions import Mention, MentionFinder
from .templates import QuestionTemplate, question_templates
from .tokens import MOST, tokenize

Value = str | tuple[str, ...]
# The command of a method of the graph, and the parameters that stand there without a name.
COMMANDS = {
    "trace": ("trace", ("name",)), "rounds": ("trace --rounds", ("name",)), "tree": ("trace --tree", ("name",)),
    "show": ("show", ("name",)), "compare": ("compare", ("cities",)), "series": ("series", ("place", "indicator")),
    "measures": ("measures", ()), "peers": ("peers", ("place",)), "audit": ("audit", ()),
    "diffusion": ("diffusion", ("innovation",)), "path": ("path", ("first", "second")),
    "explain": ("explain", ("claim",)),
}  # fmt: skip
_OPTIONS = {"klass": "class", "kind": "as", "unquantified": "with-unquantified"}


@dataclass(frozen=True)
class Reading:
    """A question as it is understood: the form, the parameters of its query, and the names that stand in its slots."""

    form: QuestionTemplate
    parameters: Mapping[str, Value]
    mentions: Mapping[str, tuple[Mention, ...]]

    @property
    def query(self) -> str:
        """The query of the catalogue, or the method of the graph, with its parameters: ``trace(name=1210)``."""
        given = ", ".join(f"{name}={_join(value)}" for name, value in self.parameters.items())
        kept = ", ".join(f"{column}={self.kept(slot).value}" for column, slot in self.form.row_filter.items())
        return f"{self.form.run}({given})" + (f"，只取 only {kept}" if kept else "")

    @property
    def command(self) -> str:
        """The command that gives the same rows (before `keep`)."""
        if "/" in self.form.run:
            given = [f"-p {_quoted(f'{name}={_join(value)}')}" for name, value in self.parameters.items()]
            return " ".join(["cemai query", self.form.run, *given])
        command, places = COMMANDS[self.form.run]
        stated = [_quoted(text) for name in places for text in texts_of(self.parameters.get(name, ()))]
        options = [_option(name, value) for name, value in self.parameters.items() if name not in places]
        return " ".join(["cemai", command, *stated, *options])

    def kept(self, slot: str) -> Mention:
        """The name in a slot; a fixed value as such."""
        name = slot.strip("{}")
        return self.mentions[name][0] if name in self.mentions else Mention(0, 0, slot)

    @property
    def same(self) -> tuple[object, ...]:
        """What tells one reading from another."""
        kept = tuple((column, self.kept(slot).value) for column, slot in self.form.row_filter.items())
        return self.form.run, tuple(self.parameters.items()), kept


def _option(name: str, value: Value) -> str:
    flag = f"--{_OPTIONS.get(name, name).replace('_', '-')}"
    return flag if value == "true" else f"{flag} {_quoted(_join(value))}"


def _quoted(text: str) -> str:
    """Quoted for a shell where that is needed; Chinese needs none."""
    return text if re.fullmatch(r"[\w./=:,%+-]+", text) else shlex.quote(text)


def texts_of(value: Value) -> tuple[str, ...]:
    """The texts of a value, one or several."""
    return (value,) if isinstance(value, str) else value


def _join(value: Value) -> str:
    return "、".join(texts_of(value))


def readings_of(names: MentionFinder, question: str) -> list[Reading]:
    """Every different reading of a question, in the order of the forms."""
    text = tokenize(question)
    if not text or len(text) > MOST:
        return []
    matcher = Matcher(text, names.find(question))
    found = [reading for form in question_templates() for reading in _in_order(matcher, form)]
    found = found or [reading for form in question_templates() for reading in _in_any_order(matcher, form)]
    strong = [reading for reading in found if not reading.form.fallback]
    return list({reading.same: reading for reading in strong or found}.values())


def _in_order(matcher: Matcher, form: QuestionTemplate) -> Iterator[Reading]:
    for pattern in form.patterns:
        for bound in matcher.whole(parse(pattern)):
            yield _reading(form, bound)


def _in_any_order(matcher: Matcher, form: QuestionTemplate) -> Iterator[Reading]:
    if form.required_parts:
        for bound in matcher.cover(tuple(map(parse, form.required_parts)), tuple(map(parse, form.optional_parts))):
            yield _reading(form, bound)


def _reading(form: QuestionTemplate, bound: Bound) -> Reading:
    mentions: dict[str, tuple[Mention, ...]] = {}
    for name, mention in bound:
        mentions[name] = (*mentions.get(name, ()), mention)
    return Reading(form, dict(_parameters(form, mentions)), mentions)


def _parameters(form: QuestionTemplate, mentions: Mapping[str, tuple[Mention, ...]]) -> Iterator[tuple[str, Value]]:
    for name, template in form.given.items():
        if not template.startswith("{"):
            yield name, template
        elif found := mentions.get(template.strip("{}")):
            yield name, found[0].value if len(found) == 1 else tuple(mention.value for mention in found)
