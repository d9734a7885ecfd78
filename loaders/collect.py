"""All datasets together: read, names resolved, every fault reported in one go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cemai.graph.claims import Claim, Ref, Thing
from cemai.graph.errors import DataError, DataErrors, Where
from cemai.graph.names import NameIndex
from cemai.ontology.terms import Terms, load

from .claims import ClaimMaker
from .dataset import Dataset, find_datasets, read_dataset
from .things import things_of

SHIPPED = Path(__file__).parent / "datasets"


@dataclass(frozen=True)
class Collection:
    """Everything that the datasets say. `origin` tells file and row of each claim and thing, by id."""

    datasets: list[Dataset]
    names: NameIndex
    things: dict[str, list[Thing]]
    claims: dict[str, list[Claim]]
    origin: dict[str, Where]

    def all_claims(self) -> list[Claim]:
        return [c for claims in self.claims.values() for c in claims]


def collect(roots: Iterable[Path], terms: Terms | None = None) -> Collection:
    """Read every dataset below `roots`. Raises DataErrors with all faults of all files."""
    terms = terms or load()
    folders = sorted({f for root in roots for f in find_datasets(root)})
    errors: list[DataError] = []
    datasets: list[Dataset] = []
    for folder in folders:
        try:
            datasets.append(read_dataset(folder))
        except DataErrors as found:
            errors += found.errors
        except DataError as error:
            errors.append(error)
    if errors:
        raise DataErrors(errors)
    _check_unique_datasets(datasets)
    origin: dict[str, Where] = {}
    things = _things(datasets, terms, errors, origin)
    names = NameIndex(t for group in things.values() for t in group)
    claims: dict[str, list[Claim]] = {}
    for dataset in datasets:
        made = claims.setdefault(dataset.meta.id, [])
        for where, result in ClaimMaker(dataset, names, terms).claims():
            if isinstance(result, DataError):
                errors.append(result)
            else:
                made.append(result)
                origin[result.id] = where
    if errors:
        raise DataErrors(errors)
    return Collection(datasets, names, things, claims, origin)


def _check_unique_datasets(datasets: list[Dataset]) -> None:
    seen: dict[str, Path] = {}
    for dataset in datasets:
        if other := seen.get(dataset.meta.id):
            raise DataError(Where(dataset.folder / "dataset.yml", None, "id", dataset.meta.id),
                            f"{other} has this id already 数据集编号重复", "give each dataset its own id")  # fmt: skip
        seen[dataset.meta.id] = dataset.folder


def _things(
    datasets: list[Dataset], terms: Terms, errors: list[DataError], origin: dict[str, Where]
) -> dict[str, list[Thing]]:
    """The things by dataset; an identifier given twice, an unknown class or a dangling reference is a fault."""
    found: dict[str, list[Thing]] = {}
    seen: dict[str, Where] = {}
    references: list[tuple[Where, str]] = []
    for dataset in datasets:
        group = found.setdefault(dataset.meta.id, [])
        for table, number, thing in things_of(dataset):
            file = dataset.path(table) if number else dataset.folder / table
            where = Where(file, number or None, "id", thing.id)
            if thing.name_en_basis and thing.name_en_basis not in terms.concepts["name-basis"]:
                known = ", ".join(sorted(terms.concepts["name-basis"]))
                errors.append(DataError(Where(file, number, "name_en_basis", thing.name_en_basis),
                                        "not a key of the scheme name-basis 词表中没有此值", f"known: {known}"))  # fmt: skip
            if thing.id in seen:
                errors.append(DataError(where, f"already in {seen[thing.id]} 编号重复", "one row a thing"))
                continue
            seen[thing.id] = where
            for name in thing.classes:
                if name not in terms.classes:
                    errors.append(DataError(Where(file, number, "class", name), "not a class of the ontology",
                                            "see docs/model.md"))  # fmt: skip
            references += [(where, v.id) for _, v in thing.properties if isinstance(v, Ref)]
            group.append(thing)
            origin[thing.id] = where
    concepts = {f"{scheme}/{key}" for scheme, keys in terms.concepts.items() for key in keys}
    for where, target in references:
        if target not in seen and target not in concepts:
            problem = f"refers to {target}, which no table holds 引用的编号不存在"
            errors.append(DataError(where, problem, "add the row or correct the reference"))
    return found
