"""`cemai diffusion --out DIR`: the files of a diffusion study and their codebook."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cemai.graph.diffusion import panels, tables
from cemai.graph.diffusion.citations import network, why_not_inferred
from cemai.graph.diffusion.codebook import columns, markdown
from cemai.graph.diffusion.risk import ZONES
from cemai.graph.diffusion.study import DiffusionData, Study
from cemai.graph.export.csvfile import csv_records
from cemai.graph.export.files import make_folder, whole_file
from cemai.queries.session import Session

CODEBOOK = "codebook.md"


def rows_of(kg: Session, data: DiffusionData, studies: Sequence[Study]) -> dict[str, list[tables.Row]]:
    """The rows of every file, by its name."""
    policies = [s for s in studies if s.policy != ZONES]
    adopted = tables.adoption_rows(data, [s.policy for s in policies])
    found = panels.enough(studies)
    return {
        "adoptions.csv": adopted,
        "adoptions_spid.csv": tables.spid_rows(adopted),
        "policies.csv": [tables.policy_row(data, s) for s in studies],
        "units.csv": tables.unit_rows(data, policies),
        "designations.csv": tables.designation_rows(data),
        "event_history.csv": [row for s in found for row in panels.history_rows(data, s)],
        "dyads.csv": [row for s in found for row in panels.dyad_rows(data, s)],
        "citations.csv": citation_rows(kg, data),
    }


def write(kg: Session, data: DiffusionData, studies: Sequence[Study], folder: Path) -> dict[str, int]:
    """Write all files into `folder`, each whole or not at all; rows by file. Raises OutputError."""
    files = rows_of(kg, data, studies)
    make_folder(folder)
    for name, rows in files.items():
        _save(folder / name, csv_records(list(columns(name)), rows))
    _save(folder / CODEBOOK, markdown(_head(data, studies)))
    return {name: len(rows) for name, rows in files.items()}


def citation_rows(kg: Session, data: DiffusionData) -> list[tables.Row]:
    """A row a claim; several issuers of a paper stand in one cell."""
    shown = {c.claim for c in data.citations}
    found: dict[str, tables.Row] = {}
    issuers: dict[tuple[str, str], list[str]] = {}
    for r in kg.query("diffusion/citations").dicts():
        claim = str(r["claim"]).removeprefix("claim/")
        if claim not in shown:
            continue
        for side in ("citing_issuer", "cited_issuer"):
            issuers.setdefault((claim, side), []).extend([str(r[side])] if r[side] else [])
        found[claim] = {"citing": r["citing"], "citing_zh": r["citing_zh"], "cited": r["cited"],
                        "cited_zh": r["cited_zh"], "claims": claim}  # fmt: skip
    for c in data.citations:
        found[c.claim] |= {"relation": c.relation, "tier": c.tier}
        found[c.claim] |= {s: tables.joined(issuers[c.claim, s]) for s in ("citing_issuer", "cited_issuer")}
    return sorted(found.values(), key=lambda row: (str(row["citing"]), str(row["cited"]), str(row["claims"])))


def _head(data: DiffusionData, studies: Sequence[Study]) -> list[tuple[str, str]]:
    """What holds for the whole export: data's end, risk sets, what was left out, the networks."""
    hidden = sum(data.hidden.values())
    seen = network(data.citations)
    risks = sorted({s.risk.sentence for s in studies})
    plain = {s.policy: s.adoptions for s in studies if s.policy != ZONES}
    return [
        (f"数据截止 {data.until}，此后删失。", f"Data end on {data.until}; later is censored."),
        ("没有陈述的单位按尚未采用计，名单完整时才成立。",
         "Units without a claim count as not yet adopted: sound only where lists are complete, as of central acts."),
        ("没有陈述不等于没有采用。认定不是采用，另见 designations.csv。",
         "No claim is not a no. Designation is not adoption: see designations.csv."),
        (f"风险集：{'；'.join(risks)}。", "Every share and duration depends on the risk set, named in each row."),
        (f"未核实的陈述未列出：{hidden} 条。" if hidden else "含未核实的陈述（tiers 列有标记），若使用了 --all。",
         f"Unverified claims left out: {hidden}." if hidden else "Unverified claims, with --all, are marked."),
        (f"观察到的引用网络：{seen.papers} 份文件，{seen.ties} 条联系。",
         f"Observed citations: {seen.papers} papers, {seen.ties} ties, {seen.components} components."),
        ("影响网络未作推断。", why_not_inferred(plain)),
    ]  # fmt: skip


def _save(path: Path, text: str) -> None:
    with whole_file(path) as file:
        file.write(text.encode("utf-8"))
