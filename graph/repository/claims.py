"""Claims read in batches: one store call for any number, with their evidence, passages and the names of sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from cemai.graph.errors import MALFORMED, unreadable
from cemai.graph.model.field import Field
from cemai.graph.model.fields import FIELDS
from cemai.graph.model.statement import KINDS, Claim, Evidence, Span
from cemai.graph.store.backend import GraphBackend
from cemai.graph.store.solutions import one_of, values
from cemai.ontology.namespaces import ID, identifier, iri, local, term
from pyoxigraph import NamedNode

from .descriptions import STATEMENTS, Description, DescriptionLine, description, grouped, shown, statements

_CLAIM, _EVIDENCE = f"{ID}claim/", f"{ID}evidence/"
_KINDS = {term(kind): kind for kind in KINDS}
_FIELDS = {field.property: field for field in FIELDS}
_PASSAGE = "Passage"
# A span is one line of its evidence: ``valuePassage - casebook-2024 8123 8160 …``, the kind being ``-``.
_SPANS = (
    f"?node ?property ?passage . ?passage <{term('inSource')}> ?source ; <{term('start')}> ?start ; "
    f"<{term('end')}> ?end ; <{term('sha256')}> ?sha256 . "
    f'BIND (CONCAT(STRAFTER(STR(?property), "#"), " - ", SUBSTR(STR(?source), {len(ID) + 1}), " ", STR(?start), " ", '
    'STR(?end), " ", STR(?sha256)) AS ?line)'
)


# Gives the pattern that binds a variable to claims.
Claims = Callable[[str], str]


def of_ids(ids: Iterable[str]) -> Claims:
    """Claims by their ids."""
    nodes = [NamedNode(iri(f"claim/{claim}")) for claim in ids]
    return lambda variable: one_of(variable, nodes)


def of_kinds(kinds: Iterable[str]) -> Claims:
    """Every claim of some kinds."""
    among = values("kind", [NamedNode(term(kind)) for kind in kinds])
    return lambda variable: f"{among} ?{variable} a ?kind ."


def read_batch(store: GraphBackend, claims: Claims) -> tuple[dict[str, Claim], dict[str, Description]]:
    """Some claims by id, and the sources that they rest on by identifier. One store call."""
    evidence = f"{claims('claim')} ?claim <{term('evidence')}>"
    found = grouped(
        store,
        [f"{claims('node')} {STATEMENTS}", f"{evidence} ?node . {STATEMENTS}",
         f"{evidence} ?node . {_SPANS}", *shown([f"{evidence}/<{term('source')}> ?node ."])],
    )  # fmt: skip
    evidences = {node: _evidence(node, lines) for node, lines in found.items() if node.startswith(_EVIDENCE)}
    read = (_claim(node, lines, evidences) for node, lines in found.items() if node.startswith(_CLAIM))
    sources = {node.removeprefix(ID): description(lines) for node, lines in found.items()
               if not node.startswith((_CLAIM, _EVIDENCE))}  # fmt: skip
    return {claim.id: claim for claim in read if claim}, sources


def _claim(node: str, lines: str, evidences: Mapping[str, Evidence]) -> Claim | None:
    """A claim from its lines, None for what is none. Raises StoreError."""
    try:
        return _read(node, lines, evidences)
    except MALFORMED as error:
        raise unreadable(identifier(node), error) from None


def _read(node: str, lines: str, evidences: Mapping[str, Evidence]) -> Claim | None:
    kind, found, fields = None, list[Evidence](), dict[str, Any]()
    for line in statements(lines):
        if field := _FIELDS.get(line.name):
            fields[field.name] = _value(field, line.text)
        elif line.name == "evidence":
            found.append(evidences[ID + line.text])
        else:
            kind = _KINDS.get(line.text, kind)
    if kind is None:
        return None
    evidence = tuple(sorted(set(found), key=lambda e: e.number))
    return Claim(id=node.removeprefix(_CLAIM), kind=kind, evidence=evidence, **fields)


def _value(field: Field, text: str) -> Any:
    match field.form:
        case "predicate":
            return local(text)
        case "concept":
            return text.partition("/")[2]
        case "thing":
            return text.partition("/")[2] if field.name == "dataset" else text
        case "decimal":
            return Decimal(text)
        case "integer":
            return int(text)
        case "date":
            return date.fromisoformat(text)
    return text


def _evidence(node: str, lines: str) -> Evidence:
    found = {line.name: line.text for line in statements(lines)}
    try:
        spans = tuple(sorted(set(_spans(statements(lines)))))
        return Evidence(int(found["evidenceNumber"]), found["source"], spans, found.get("page"))
    except MALFORMED as error:
        raise unreadable(identifier(node), error) from None


def _spans(lines: Iterable[DescriptionLine]) -> Iterator[Span]:
    for line in lines:
        if line.kind == "-":
            source, start, end, digest = line.text.split(" ")
            yield Span(line.name.removesuffix(_PASSAGE), source, int(start), int(end), digest)
