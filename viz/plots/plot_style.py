"""How a plot looks: language, size, and whether the text of an SVG stays text."""

from __future__ import annotations

from dataclasses import dataclass

from cemai.graph.errors import OutputError
from cemai.ontology.text import LangText

from .text_fit import clean, short

LANGUAGES = ("zh", "en", "both")
WIDTHS, RESOLUTIONS = (10.0, 100.0), (50, 1200)


@dataclass(frozen=True)
class PlotStyle:
    """`width` in cm, `dpi` dots per inch of a PNG; `as_text` keeps letters of an SVG as text, else outlines."""

    language: str = "both"
    width: float = 17.0
    dpi: int = 200
    as_text: bool = False

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise OutputError(f"--lang {self.language!r}: one of {', '.join(LANGUAGES)} 可用的值见前")
        for name, value, (low, high) in (("width", self.width, WIDTHS), ("dpi", self.dpi, RESOLUTIONS)):
            if not low <= value <= high:
                raise OutputError(f"--{name} {value:g}: from {low:g} to {high:g} 须在此范围内")

    def say(self, text: LangText, most: int = 60) -> str:
        """The text in the language of the plot (the other one where it is missing), cut to `most` columns."""
        return short(text.both() if self.language == "both" else text.in_(self.language), most)

    def lines(self, text: LangText) -> list[str]:
        """The lines of a text, language after language."""
        texts = (text.zh, text.en) if self.language == "both" else (text.in_(self.language),)
        return [clean(line) for t in dict.fromkeys(texts) for line in t.splitlines() if line.strip()]
