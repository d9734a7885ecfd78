"""What stands below every page: up to when the data are, tiers, sources, what was left out, what silence means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from cemai.ontology.text import EMPTY, LangText
from cemai.viz.content import StatementView

from .presenter import StatementPresenter
from .statement_text import tiers_counted

UNKNOWN = LangText(
    "没有陈述的城市表示“未知”，不表示“没有”。", "A city without a statement is not known, which is not a no."
)


def page_notes(presenter: StatementPresenter, facts: Iterable[StatementView], hidden: int = 0) -> tuple[LangText, ...]:
    """The notes on the statements that a page shows; `hidden` unverified ones were left out."""
    shown = list(facts)
    dates = [f.end for f in shown if f.end and _happened(presenter, f)]
    counted = tiers_counted(presenter.kg, Counter(f.tier for f in shown))
    notes = [LangText(f"数据截至 {max(dates)}", f"Data up to {max(dates)}")] if dates else []
    if shown:
        notes.append(LangText(f"证据层级：{counted.zh}", f"Evidence: {counted.en}"))
    evidence = [e for f in shown for e in presenter.claim(f.claim).evidence]
    lines = map(presenter.source_line, sorted({e.source for e in evidence if e.source.startswith("source/")}))
    notes += [LangText(f"来源：{line}", f"Source: {line}") for line in lines]
    spanned = sorted({s.source for e in evidence for s in e.spans})
    notes += [note for source in spanned if (note := _text_note(presenter, source))]
    if hidden:
        notes.append(LangText(f"{hidden} 条未核实的陈述未画出（--all 可见）",
                              f"{hidden} unverified statements are not drawn (see --all)"))  # fmt: skip
    return (*notes, UNKNOWN)


def picture_sources(presenter: StatementPresenter, facts: Iterable[StatementView]) -> LangText:
    """One line for a picture that is taken away: what its statements come from."""
    cited = {e.source for f in facts for e in presenter.claim(f.claim).evidence}
    names = [presenter.name(source) for source in sorted(cited) if source.startswith("source/")]
    if not names:
        return EMPTY
    zh, en = "；".join(n.in_("zh") for n in names), "; ".join(n.in_("en") for n in names)
    return LangText(f"来源：{zh}", f"Sources: {en}")


def _happened(presenter: StatementPresenter, fact: StatementView) -> bool:
    """Whether a date lies in the past of the record: a target's year says nothing on how fresh the data is."""
    claim = presenter.claim(fact.claim)
    late = claim.recorded_at is not None and fact.end > str(claim.recorded_at)
    return not late and claim.modality in (None, "actual")


def _text_note(presenter: StatementPresenter, source: str) -> LangText | None:
    """What is to be said of a text that is looked for and is another, or is not there."""
    if not presenter.texts:
        return None
    key = source.removeprefix("source/")
    if presenter.texts.document(source) is None:
        return LangText(
            f"{key} 的原文不在目录中，无从核对", f"The text of {key} is not at hand: nothing of it is checked"
        )
    if presenter.texts.is_changed(source):
        return LangText(
            f"{key} 的原文文件已变（SHA-256 不同）：只显示与记录相符的文字",
            f"The text of {key} has changed (another SHA-256): only words that match the record are shown",
        )
    return None
