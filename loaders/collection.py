"""All datasets together: read, names resolved, every fault reported in one go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from cemai.graph.errors import DataError, DataErrors, Where, gathering
from cemai.graph.model.declared_relations import DeclaredRelations
from cemai.graph.model.entity import Entity
from cemai.graph.model.names import NameIndex
from cemai.graph.model.statement import Claim
from cemai.ontology.schema import OntologyTerms, load

from .dataset import Dataset, find_datasets, read_dataset
from .homonyms import check_homonyms
from .identity import check_identities
from .register import Register
from .relations import RELATIONS, check_relations, merge_relations
from .statements import ClaimMaker

SHIPPED = Path(__file__).parent / "datasets"


@dataclass(frozen=True)
class Collection:
    """Everything that the datasets say. `origin` tells file and row of each claim and thing, by id.

    `relations` are what all of them declare of their indicators, `notices` what is told and stops nothing.
    """

    datasets: list[Dataset]
    names: NameIndex
    things: dict[str, list[Entity]]
    claims: dict[str, list[Claim]]
    origin: dict[str, Where]
    relations: DeclaredRelations
    notices: list[DataError] = field(default_factory=list)

    def all_claims(self) -> list[Claim]:
        return [c for claims in self.claims.values() for c in claims]


def collect(roots: Iterable[Path], terms: OntologyTerms | None = None) -> Collection:
    """Read every dataset below `roots`. Raises DataErrors with all faults of all files."""
    terms = terms or load()
    folders = sorted({f for root in roots for f in find_datasets(root)})
    errors: list[DataError] = []
    datasets: list[Dataset] = []
    for folder in folders:
        with gathering(errors):
            datasets.append(read_dataset(folder))
    if errors:
        raise DataErrors(errors)
    _check_unique_datasets(datasets)
    _check_confidence(datasets, terms)
    register = Register.of(datasets, terms)
    errors += register.errors
    names = NameIndex(t for group in register.things.values() for t in group)
    origin = dict(register.origin)
    errors += check_identities(datasets, names)
    relations, clashes = merge_relations((d.folder / RELATIONS, d.relations) for d in datasets)
    errors += clashes
    for dataset in datasets:
        errors += check_relations(dataset.folder / RELATIONS, dataset.relations, names, terms)
    errors += check_homonyms(datasets, names, origin, terms)
    claims: dict[str, list[Claim]] = {}
    notices: list[DataError] = []
    for dataset in datasets:
        made = claims.setdefault(dataset.meta.id, [])
        maker = ClaimMaker(dataset, names, terms, _copies(datasets))
        for where, result in maker.claims():
            if isinstance(result, DataError):
                errors.append(result)
            else:
                made.append(result)
                origin[result.id] = where
        notices += maker.notices
    if errors:
        raise DataErrors(errors)
    return Collection(datasets, names, register.things, claims, origin, relations, notices)


def _copies(datasets: Iterable[Dataset]) -> dict[str, str]:
    """By source of a text that stands twice, the one source that the copies count as."""
    first: dict[str, str] = {}
    sources = [source for dataset in datasets for source in dataset.meta.sources if source.document_sha256]
    return {f"source/{s.id}": first.setdefault(str(s.document_sha256), f"source/{s.id}") for s in sources}


def _check_confidence(datasets: list[Dataset], terms: OntologyTerms) -> None:
    known = terms.concepts["confidence"]
    for dataset in datasets:
        if dataset.meta.confidence not in known:
            where = Where(dataset.folder / "dataset.yml", None, "confidence", dataset.meta.confidence)
            fix = f"known 可用: {', '.join(sorted(known))}"
            raise DataError(where, "not a key of the scheme confidence 词表中没有此值", fix)


def _check_unique_datasets(datasets: list[Dataset]) -> None:
    seen: dict[str, Path] = {}
    for dataset in datasets:
        if other := seen.get(dataset.meta.id):
            where = Where(dataset.folder / "dataset.yml", None, "id", dataset.meta.id)
            fix = "give each dataset its own id 请用不同的编号"
            raise DataError(where, f"{other} has this id already 数据集编号重复", fix)
        seen[dataset.meta.id] = dataset.folder
