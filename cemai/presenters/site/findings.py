"""Pages of disagreements, and the editor's page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from cemai.graph.errors import TextError
from cemai.loaders.collection import SHIPPED, collect
from cemai.ontology.text import LangText
from cemai.pipeline.coverage import measure_coverage
from cemai.pipeline.validate import ReportEntry, validate_graph
from cemai.presenters.pages.notes import page_notes
from cemai.presenters.pages.presenter import StatementPresenter
from cemai.queries.answers.audit_findings import list_findings
from cemai.queries.runner import Cell
from cemai.viz.site.model import EditorPage, FindingPage, IndexPage, PageLink


def finding_pages(presenter: StatementPresenter) -> list[FindingPage]:
    """One page a finding of the audit, the most serious first."""
    return [_page(presenter, row) for row in list_findings(presenter.kg)]


def _page(presenter: StatementPresenter, row: Mapping[str, Cell]) -> FindingPage:
    claims = [c for c in str(row["claims"]).split(", ") if c]
    facts = tuple(presenter.statement(presenter.claims[c]) for c in claims)
    klass = presenter.name(f"disagreement-class/{row['class']}")
    subjects = _few(str(row["subjects"]).split(", "))
    gap = f"{row['gap']} {presenter.name(str(row['gap_unit'])).zh if row['gap_unit'] else ''}" if row["gap"] else ""
    name = LangText(f"{klass.zh}：{subjects}", f"{klass.en}: {subjects}")
    return FindingPage(f"{row['id']}.html", name, bool(row["disagreement"]), LangText(str(row["zh"]), str(row["en"])),
                       gap, facts, page_notes(presenter, facts))  # fmt: skip


def _few(names: list[str], most: int = 3) -> str:
    rest = f" … +{len(names) - most}" if len(names) > most else ""
    return "、".join(names[:most]) + rest


def findings_of_entities(pages: Iterable[FindingPage]) -> dict[bool, dict[str, list[PageLink]]]:
    """By entity, the disagreements (True) and the explained differences (False) that touch it."""
    found: dict[bool, dict[str, list[PageLink]]] = {True: defaultdict(list), False: defaultdict(list)}
    for page in pages:
        entities = {t for f in page.facts for t in (f.subject, f.object if f.object.startswith("policy/") else "") if t}
        for entity in sorted(entities):
            found[page.true][entity].append(PageLink(page.path, page.sentence))
    return found


def findings_index(pages: Iterable[FindingPage]) -> IndexPage:
    """Disagreements, then what can be explained."""
    groups: dict[bool, list[PageLink]] = {True: [], False: []}
    for page in pages:
        groups[page.true].append(PageLink(page.path, page.sentence, page.name))
    named = ((LangText("矛盾", "Disagreements"), tuple(groups[True])),
             (LangText("可以解释的差异", "Explained differences"), tuple(groups[False])))  # fmt: skip
    return IndexPage(
        "disagreements.html",
        LangText("分歧", "Disagreements"),
        named,
        LangText("并列各说，不作取舍。", "Both sides stand; nothing is picked in silence."),
        sentences=True,
    )


def editor_page(root: Path | str, corpus: Path | None) -> EditorPage:
    """The gate's warnings, and how much of each text is covered where the texts are held."""
    groups = tuple(
        (LangText(g.zh, g.en), LangText(f"{g.shape} {g.path}".strip()), tuple(_entry(e) for e in g.entries))
        for g in validate_graph(root).groups()
    )
    note = LangText(
        "校验发现的提醒；不影响建图，供编辑者逐条处理。", "What the gate warns of; it does not stop a build."
    )
    rows = tuple(_coverage(corpus)) if corpus else ()
    if not rows:
        note = LangText(
            note.zh + "未提供原文，覆盖情况从略（--corpus）。", note.en + " Without the texts coverage is left out."
        )
    columns = (
        LangText("资料", "document"),
        LangText("种类", "kind"),
        LangText("状态", "status"),
        LangText("数目", "count"),
    )
    return EditorPage("editor.html", groups, rows, columns, note)


def _entry(entry: ReportEntry) -> str:
    where = f" ({entry.file}:{entry.row})" if entry.file else ""
    return f"{entry.label} {entry.finding.focus}{where}"


def _coverage(corpus: Path) -> Iterable[tuple[str, ...]]:
    try:
        documents, unread = measure_coverage(collect([SHIPPED]), corpus)
    except TextError:  # a graph of a user's own: what it was built from is not known here
        return
    for document in documents:
        if document.warning:
            yield document.id, "", document.warning, ""
        for (kind, status), count in sorted(document.counts.items()):
            yield document.id, kind, status, str(count)
    yield from ((name, "", "not read 未读", "") for name in unread)
