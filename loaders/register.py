"""The things of all datasets together: give each thing one row, known classes, no reference into the void."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from cemai.graph.errors import DataError, Where
from cemai.graph.model.entity import Entity, Ref
from cemai.graph.model.normal_form import name_key
from cemai.ontology.schema import OntologyTerms

from .dataset import Dataset
from .entities import things_of


@dataclass
class Register:
    """Things by dataset, where each stands, and what is wrong with them."""

    terms: OntologyTerms
    things: dict[str, list[Entity]] = field(default_factory=dict)
    origin: dict[str, Where] = field(default_factory=dict)
    errors: list[DataError] = field(default_factory=list)
    _references: list[tuple[Where, str]] = field(default_factory=list)

    @classmethod
    def of(cls, datasets: list[Dataset], terms: OntologyTerms) -> Register:
        """The register of `datasets`."""
        register = cls(terms)
        for dataset in datasets:
            group = register.things.setdefault(dataset.meta.id, [])
            for table, number, thing in things_of(dataset):
                file = dataset.path(table) if number else dataset.folder / table
                if register._add(thing, Where(file, number or None, "id", thing.id)):
                    group.append(thing)
        register.errors += register._dangling()
        return register

    def _add(self, thing: Entity, where: Where) -> bool:
        if thing.id in self.origin:
            problem = f"already in {self.origin[thing.id]} 编号重复"
            self.errors.append(DataError(where, problem, "give each thing one row 一物一行"))
            return False
        self.origin[thing.id] = where
        self.errors += self._faults(thing, where)
        self._references += [(where, v.id) for _, v in thing.properties if isinstance(v, Ref)]
        return True

    def _faults(self, thing: Entity, where: Where) -> Iterator[DataError]:
        for name in thing.classes:
            if name not in self.terms.classes:
                here = Where(where.file, where.row, "class", name)
                yield DataError(
                    here, "not a class of the ontology 本体中没有此类", "see docs/model.md 类见 docs/model.md"
                )
        for name in thing.names:
            if not name_key(name):
                problem = "a name without a letter, digit or Chinese character 名称中没有可读的字"
                yield DataError(Where(where.file, where.row, "name", name), problem, "correct the name 请改正名称")
        known = self.terms.concepts["name-basis"]
        if thing.name_en_basis and thing.name_en_basis not in known:
            here = Where(where.file, where.row, "name_en_basis", thing.name_en_basis)
            problem = "not a key of the scheme name-basis 词表中没有此值"
            yield DataError(here, problem, f"known 可用: {', '.join(sorted(known))}")

    def _dangling(self) -> Iterator[DataError]:
        concepts = {f"{scheme}/{key}" for scheme, keys in self.terms.concepts.items() for key in keys}
        for where, target in self._references:
            if target not in self.origin and target not in concepts:
                problem = f"refers to {target}, which is in no table 引用的编号不存在"
                yield DataError(where, problem, "add the row or correct the reference 请补该行或改正引用")
