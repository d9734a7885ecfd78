"""What every plot says of its data: names in both languages, and the foot with sources, dates and limits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.ontology.text import LangText
from cemai.presenters.pages.statement_text import tiers_counted

SILENT = LangText("没有陈述表示“未知”，不表示“没有”。", "No statement means not known, which is not a no.")
HOLLOW = LangText("仅有未核实陈述的，空心或虚线。", "Hollow or dashed: unverified statements only.")
HIDDEN = LangText("条未核实的陈述未画出（--all 可见）。", "unverified statements are not drawn (--all shows them).")


def name(kg: KnowledgeGraph, entity: str) -> LangText:
    """The preferred labels of a thing."""
    return kg.text(entity)


def place_name(kg: KnowledgeGraph, entity: str) -> LangText:
    """The shortest Chinese name of a place (杭州 for 杭州市) with its English one; labels of anything else."""
    label = name(kg, entity)
    if not entity.startswith("place/"):
        return label
    short = min((n for n in kg.names(entity, "zh") if len(n) > 1), key=len, default=label.zh)
    return LangText(short, label.en)


def notes(
    kg: KnowledgeGraph, claims: Iterable[str], until: object = None, *, hidden: int = 0, unverified: bool = False
) -> tuple[LangText, ...]:
    """Data up to when, sources with date, evidence tiers counted, what is left out or hollow, what silence means."""
    read = kg.claims(dict.fromkeys(claims))
    counted = tiers_counted(kg, Counter(claim.evidence_tier for claim in read))
    sources = {e.source for claim in read for e in claim.evidence}
    up = (f"数据截至 {until}；", f"Data up to {until}; ") if until else _up_to(kg, sources)
    found = [
        LangText(
            f"{up[0]}陈述 {len(read)} 条（{counted.zh or '无'}）。",
            f"{up[1]}{len(read)} statements ({counted.en or 'none'}).",
        )
    ]
    found += _sources(kg, sources)
    last = [HOLLOW] if unverified else [LangText(f"{hidden} {HIDDEN.zh}", f"{hidden} {HIDDEN.en}")] if hidden else []
    last.append(SILENT)
    return (*found, LangText("".join(t.zh for t in last), " ".join(t.en for t in last)))


def _sources(kg: KnowledgeGraph, used: set[str]) -> list[LangText]:
    """One line: each source with publisher and date, and how many acts are cited."""
    rows = {str(r["source"]): r for r in kg.query("sources/all").dicts()}
    zh, en = list[str](), list[str]()
    for source in sorted(used & set(rows)):
        row, label = rows[source], name(kg, source)
        written = _written(str(row["written"] or ""), str(row["written_end"] or ""))
        rest = [str(t) for t in (row["publisher"], written) if t]
        zh.append(f"{label.zh}（{'，'.join(rest)}）" if rest else label.zh)
        en.append(f"{label.en or label.zh} ({', '.join(rest)})" if rest else label.en or label.zh)
    if acts := len(used - set(rows)):
        zh.append(f"引用文件 {acts} 份")
        en.append(f"{acts} acts cited")
    return [LangText(f"来源：{'；'.join(zh)}。", f"Sources: {'; '.join(en)}.")] if zh else []


def _up_to(kg: KnowledgeGraph, used: set[str]) -> tuple[str, str]:
    """Where nothing drawn has a date: when the last of the sources was written."""
    days = [str(r["written_end"]) for r in kg.query("sources/all").dicts() if r["source"] in used and r["written_end"]]
    return (f"来源截至 {max(days)}；", f"Sources up to {max(days)}; ") if days else ("", "")


def _written(begin: str, end: str) -> str:
    """When a source was written: a day, month or year, whichever its two days leave."""
    if begin == end:
        return begin
    return begin[:7] if begin[:7] == end[:7] else begin[:4]
