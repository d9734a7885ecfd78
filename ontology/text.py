"""A text in both languages, as one value: never one string that has to be cut open again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LangText:
    """A text in Chinese and in English; where one is missing (``""``) the other stands in."""

    zh: str
    en: str = ""

    def in_(self, language: str) -> str:
        """The text in a language: English for ``en``, Chinese for anything else."""
        return (self.en or self.zh) if language == "en" else (self.zh or self.en)

    def both(self, between: str = " ") -> str:
        """``试点 piloted``, once where they are equal."""
        return between.join(dict.fromkeys(text for text in (self.zh, self.en) if text))


EMPTY = LangText("")


@dataclass(frozen=True)
class Described(LangText):
    """A label with its definition, which may be empty."""

    definition: LangText = EMPTY
