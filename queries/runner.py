"""Run a query with its parameters bound as terms, never pasted into the text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cemai.graph.errors import QueryError
from cemai.graph.model.normal_form import plain
from cemai.graph.store.backend import GraphBackend
from cemai.graph.store.parameters import among
from cemai.ontology.namespaces import CM, ID, XSD, identifier, iri, local
from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, Triple, Variable

from .catalogue import Parameter, Query

Term = NamedNode | Literal
Cell = str | int | float | bool | None
Row = Mapping[str, Cell]
Given = Mapping[str, str | Sequence[str]]
Bound = Mapping[str, Term | tuple[Term, ...]]
Resolve = Callable[[str, tuple[str, ...]], str]
Concepts = Callable[[str], Collection[str]]
_KINDS = {
    "number": frozenset(XSD + name for name in ("integer", "decimal", "double", "float")),
    "date": frozenset({XSD + "date"}),
}


@dataclass(frozen=True)
class Rows:
    """The answer as rows: column names and plain cells (identifiers without the common IRI, or keys)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def dicts(self) -> Iterator[dict[str, Cell]]:
        """Each row as a dictionary."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)


@dataclass(frozen=True)
class Stream:
    """The same, with rows that are made as they are read, once.

    `types` gathers for each column the types of the literals that were read, empty for what is no literal.
    """

    columns: tuple[str, ...]
    rows: Iterator[tuple[Cell, ...]]
    types: tuple[set[str], ...] = ()

    def kinds(self) -> dict[str, str]:
        """The columns that hold numbers or days alone, as far as rows were read: ``number`` or ``date``."""
        held = zip(self.columns, self.types, strict=False)
        return {name: kind for name, types in held for kind, of in _KINDS.items() if types and types <= of}


def bind(query: Query, given: Mapping[str, str], resolve: Resolve, concepts: Concepts) -> dict[str, Term]:
    """The parameters of a query, one value each, as terms. Raises as `bind_lists`."""
    bound = bind_lists(query, given, resolve, concepts)
    return {name: term for name, term in bound.items() if not isinstance(term, tuple)}


def bind_lists(query: Query, given: Given, resolve: Resolve, concepts: Concepts) -> Bound:
    """The parameters of a query as terms; a list of values asks for all of them at once.

    `resolve` finds the thing of a name, `concepts` lists the keys of a scheme. Raises QueryError for a parameter that
    is unknown, missing or malformed.
    """
    known = {p.name: p for p in query.parameters}
    if unknown := sorted(set(given) - set(known)):
        listed = ", ".join(known) or "none 无"
        raise QueryError(f"{query.name}: unknown parameter {unknown[0]!r} 未知参数; it takes: {listed}")
    bound: dict[str, Term | tuple[Term, ...]] = {}
    for name, parameter in known.items():
        text = given.get(name, parameter.default)
        if isinstance(text, str):
            bound[name] = _term(query.name, parameter, text, resolve, concepts)
        elif text is not None:
            terms = (_term(query.name, parameter, each, resolve, concepts) for each in text)
            bound[name] = tuple(dict.fromkeys(terms))
        elif parameter.required:
            raise QueryError(f"{query.name}: give --param {name}=… ({parameter.en}) 缺少参数 {name}（{parameter.zh}）")
    return bound


def _term(query: str, parameter: Parameter, text: str, resolve: Resolve, concepts: Concepts) -> Term:
    try:
        match parameter.type:
            case "thing":
                return NamedNode(iri(resolve(text, parameter.classes)))
            case "concept":
                known = concepts(parameter.scheme) if parameter.scheme else parameter.values
                text = text if text in known else plain(text).strip()
                if text not in known:
                    raise ValueError(f"known 可用的值: {', '.join(sorted(known))}")
                return NamedNode(iri(f"{parameter.scheme}/{text}") if parameter.scheme else CM + text)
            case "integer":
                return Literal(str(int(text)), datatype=NamedNode(XSD + "integer"))
            case "date":
                return Literal(date.fromisoformat(plain(text).strip()).isoformat(), datatype=NamedNode(XSD + "date"))
    except ValueError as error:
        raise QueryError(f"{query}: parameter {parameter.name}={text!r}: {error} 参数值无效") from None
    return Literal(text)


def run(store: GraphBackend, query: Query, bound: Bound, *, keys: bool = False) -> Rows:
    """All rows of `stream`."""
    found = stream(store, query, bound, keys=keys)
    return Rows(found.columns, tuple(found.rows))


def stream(store: GraphBackend, query: Query, bound: Bound, *, keys: bool = False) -> Stream:
    """The rows of a SELECT (or ASK, or the triples of a CONSTRUCT). Raises QueryError for a syntax error.

    With `keys` names stand in the form that the header says (`key`), else as identifiers. The store binds only
    projected variables, so a query projects its parameters; a column that is the same in every row because its
    parameter is always bound is left out of the answer.
    """
    listed = {name: terms for name, terms in bound.items() if isinstance(terms, tuple)}
    # One value stands in the place of its variable, in a list or not.
    one = {name: terms if not isinstance(terms, tuple) else terms[0] for name, terms in bound.items()
           if not isinstance(terms, tuple) or len(terms) == 1}  # fmt: skip
    text = among(query.text, {name: terms for name, terms in listed.items() if name not in one})
    substitutions: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {
        Variable(name): term for name, term in one.items()
    }
    try:
        result = store.query(text, use_default_graph_as_union=True, substitutions=substitutions)
    except SyntaxError as error:
        raise QueryError(f"{query.name}: the query does not parse: {error} 查询语法错误") from None
    except RuntimeError as error:
        raise QueryError(f"{query.name}: {error}: SELECT each parameter 参数须出现在 SELECT 中") from None
    if isinstance(result, QueryBoolean):
        return Stream(("answer",), iter(((bool(result),),)))
    if isinstance(result, QuerySolutions):
        always = {p.name for p in query.parameters if p.required or p.default is not None} - listed.keys()
        kept = {at: v.value for at, v in enumerate(result.variables) if v.value not in always}
        read = [_reader(query, name) if keys else cell for name in kept.values()]
        # A solution read through by place: by name each cell costs a search.
        found = ([term for at, term in enumerate(solution) if at in kept] for solution in result)
        if keys:
            rows = (tuple(each(term) for each, term in zip(read, terms, strict=True)) for terms in found)
            return Stream(tuple(kept.values()), rows)
        types: tuple[set[str], ...] = tuple(set() for _ in kept)
        return Stream(tuple(kept.values()), (tuple(map(_typed_cell, terms, types)) for terms in found), types)
    triples = ((cell(t.subject), cell(t.predicate), cell(t.object)) for t in result)
    return Stream(("subject", "predicate", "object"), triples)


def _typed_cell(term: Any, types: set[str]) -> Cell:
    """One cell; the type of its literal is added to those of its column."""
    if term is not None:
        types.add(term.datatype.value if isinstance(term, Literal) else "")
    return cell(term)


def _reader(query: Query, name: str) -> Callable[[Any], Cell]:
    return key if name in query.columns and query.columns[name].is_name else cell


def cell(term: NamedNode | BlankNode | Literal | Triple | None) -> Cell:
    """A term as a plain cell: numbers and booleans as such, our IRIs as identifiers, terms as ``cm:name``."""
    if term is None:
        return None
    if isinstance(term, Literal):
        match term.datatype.value.removeprefix(XSD):
            case "integer":
                return _integer(term.value)
            case "boolean":
                return term.value in ("true", "1")
            case "decimal":  # servers write 5, 5.0 or 5.00; the embedded store and we 5
                return term.value.rstrip("0").rstrip(".") if "." in term.value else term.value
        return term.value
    text = str(getattr(term, "value", term))
    return f"cm:{text[len(CM) :]}" if text.startswith(CM) else identifier(text) if text.startswith(ID) else text


def _integer(text: str) -> int | str:
    """The number; the text where it is none that Python reads: a query may write anything as an integer."""
    try:
        return int(text)
    except ValueError:
        return text


def key(term: NamedNode | BlankNode | Literal | Triple | None) -> Cell:
    """What is always a claim, concept, dataset or term of the ontology as its key: ``signed``, ``piloted``."""
    if not isinstance(term, NamedNode):
        return cell(term)
    return local(term.value) if term.value.startswith(CM) else identifier(term.value).partition("/")[2]
