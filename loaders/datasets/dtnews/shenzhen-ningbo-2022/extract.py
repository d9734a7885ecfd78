"""The directories of industrial clusters (表 4 Zhejiang, 表 5 Guangdong) of shenzhen-ningbo-2022, from its text.

Run ``python extract.py CORPUS FOLDER`` in this folder to write cluster_entries.csv (a claim a numbered
entry), cluster_places.csv (where each cluster lies) and their spans anew. The things stand in the folder's
clusters.csv, which is kept by hand: it gives every printed name its identifier; entries whose names stand in one
row are one cluster. A printed name without a row, or a row that nothing prints, stops the run.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cemai.graph.model.locators import Document
from cemai.loaders.collection import SHIPPED
from cemai.loaders.csv_reader import columns, read_table
from cemai.loaders.dataset import EVIDENCE
from cemai.loaders.evidence.annotate import merge_evidence, write_table
from cemai.loaders.evidence.spans import Row, Spans
from cemai.loaders.schema import FormerRow, LocalityRow, PlaceRow, RelationRow, ThingRow

LISTED = "listedIn"
HEADINGS = {"序序", "号号", "序号序号", "产业集群产业集群"}  # bold print is doubled
UNDECIDED = "the province of the table: the printed name begins with no place that is certain"


@dataclass(frozen=True)
class PrintedDirectory:
    """One table: the key and code of its province, its title and the number of its entries."""

    key: str
    code: str
    title: str
    total: int


DIRECTORIES = (
    PrintedDirectory("zhejiang", "330000", "表 4 浙江省产业集群名录", 155),
    PrintedDirectory("guangdong", "440000", "表 5 广东省产业集群名录", 110),
)


@dataclass
class Entry:
    """A numbered entry: its number as printed, its name, and the raw positions of both."""

    number: str
    at: tuple[int, int]
    name: str = ""
    pieces: list[tuple[int, int]] = field(default_factory=list)


def entries(document: Document, directory: PrintedDirectory) -> list[Entry]:
    """The entries in order. ValueError where a number is missing, stands twice or has no name."""
    raw, found, goes_on = document.raw, list[Entry](), False
    start = raw.index("\n", raw.index(directory.title))
    for m in re.compile(r"\S+").finditer(raw, start, raw.index("资料来源", start)):
        word = m.group()
        if word.isdigit() or word in HEADINGS:
            goes_on = False
            if word not in HEADINGS:
                found.append(Entry(word, m.span()))
        elif found:
            begin = found[-1].pieces.pop()[0] if goes_on else m.start()
            found[-1].pieces.append((begin, m.end()))
            found[-1].name += word
            goes_on = True
    wanted = [str(n) for n in range(1, directory.total + 1)]
    if [e.number for e in found] != wanted:
        raise ValueError(f"{directory.title}: the numbers read are not 1 to {directory.total}, each once")
    _none(f"{directory.title}: numbers without a name", (e.number for e in found if not e.name))
    return found


def _none(what: str, found: Iterable[str]) -> None:
    if listed := sorted(found):
        raise ValueError(f"{what}: {', '.join(listed)}")


@dataclass(frozen=True)
class LocatedName:
    """A place that a name may begin with; the code of a town or area is that of the division around it."""

    id: str
    code: str

    def contains(self, other: LocatedName) -> bool:
        return other.code.startswith(re.sub("(00)+$", "", self.code))


def located_names(code: str, rows: Iterable[PlaceRow | LocalityRow | FormerRow]) -> dict[str, LocatedName]:
    """Places of a province by name. A town without a known division is not decided, so it is left out."""
    found: dict[str, LocatedName] = {}
    for row in rows:
        own = (row.parent or "") if isinstance(row, LocalityRow) else row.key
        if own.startswith(code.rstrip("0")):
            found |= {name: LocatedName(f"place/{row.key}", own) for name in (row.name_zh, *row.aliases_zh)}
    return found


def place_of(name: str, places: Mapping[str, LocatedName]) -> str | None:
    """The narrowest place that a name begins with: 温州鹿城区中国皮鞋… is in 鹿城区, 温州灯具… in 温州."""
    place = None
    while begin := max((p for p in places if name.startswith(p)), key=len, default=""):
        if place and not place.contains(places[begin]):
            break
        place, name = places[begin], name.removeprefix(begin)
    return place.id if place else None


def identifiers(things: Iterable[ThingRow], directory: PrintedDirectory, names: Iterable[str]) -> dict[str, str]:
    """Printed names to identifiers, by the names and aliases of the clusters of that province."""
    own = [t for t in things if t.id.startswith(f"cluster/{directory.key}-")]
    known = {name: t.id for t in own for name in (t.name_zh, *t.aliases_zh)}
    names = set(names)
    _none(f"{directory.title}: names without a row in clusters.csv", names - known.keys())
    printed = {name: known[name] for name in names}
    _none(f"{directory.title}: rows of clusters.csv not printed", {t.id for t in own} - {*printed.values()})
    return printed


class Tables:
    """The rows and spans of both tables of claims, filled directory by directory."""

    def __init__(self, document: Document) -> None:
        self.document, self.entries, self.places = document, list[Row](), dict[str, Row]()
        self.spans = {t: Spans(document, t) for t in ("cluster_entries", "cluster_places")}
        self._evidences: dict[str, int] = {}

    def add(self, directory: PrintedDirectory, things: Iterable[ThingRow], places: Mapping[str, LocatedName]) -> None:
        """Read one directory. ValueError where two entries of one cluster name different places."""
        found = entries(self.document, directory)
        ids = identifiers(things, directory, (e.name for e in found))
        for entry in found:
            key = f"{directory.key}-{entry.number}"
            self.entries.append({
                "key": key, "subject": ids[entry.name], "predicate": LISTED, "text": entry.number,
                "object": f"source/cluster-directory-{directory.key}", "printed": entry.number,
            })  # fmt: skip
            self.spans["cluster_entries"].add(key, 1, "value", *entry.at)
            self._point("cluster_entries", key, 1, entry, directory)
            self._locate(ids[entry.name], entry, directory, place_of(entry.name, places))

    def _locate(self, cluster: str, entry: Entry, directory: PrintedDirectory, place: str | None) -> None:
        """One claim a cluster; each entry that names it is an evidence of its own."""
        key = cluster.removeprefix("cluster/")
        row = {"key": key, "subject": cluster, "predicate": "locatedIn", "note": "" if place else UNDECIDED,
               "object": place or f"place/{directory.code}"}  # fmt: skip
        if self.places.setdefault(key, row) != row:
            raise ValueError(f"{cluster}: {entry.number} is in {row['object']}, another entry is not")
        self._evidences[key] = self._evidences.get(key, 0) + 1
        self._point("cluster_places", key, self._evidences[key], entry, directory)

    def _point(self, table: str, key: str, evidence: int, entry: Entry, directory: PrintedDirectory) -> None:
        """The spans that every claim has: the entry's name and the title of the table."""
        for piece in entry.pieces:
            self.spans[table].add(key, evidence, "subject", *piece)
        title = self.document.raw.index(directory.title)
        self.spans[table].add(key, evidence, "header", title, title + len(directory.title))


def main(corpus: Path, folder: Path) -> None:
    """Write cluster_entries.csv, cluster_places.csv and their spans into the dataset folder."""
    shipped = SHIPPED / "reference" / "places"
    rows: list[PlaceRow | LocalityRow | FormerRow] = []
    rows += [row for _, row in read_table(shipped / "places.csv", PlaceRow)]
    rows += [row for _, row in read_table(shipped / "areas.csv", LocalityRow)]
    rows += [row for _, row in read_table(shipped / "towns.csv", LocalityRow)]
    rows += [row for _, row in read_table(shipped / "former.csv", FormerRow)]
    things = [thing for _, thing in read_table(folder / "clusters.csv", ThingRow)]
    tables = Tables(Document.read("shenzhen-ningbo-2022", corpus / "shenzhen-ningbo-2022.txt"))
    for directory in DIRECTORIES:
        tables.add(directory, things, located_names(directory.code, rows))
    write_table(folder / "cluster_entries.csv", tables.entries, columns(RelationRow))
    write_table(folder / "cluster_places.csv", [*tables.places.values()], columns(RelationRow))
    spans = [row for table in tables.spans.values() for row in table.rows]
    merge_evidence(folder / EVIDENCE, spans, lambda table, _: table in tables.spans)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
