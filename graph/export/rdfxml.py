"""RDF/XML, one thing after another. Line ends within a text are kept; what XML cannot hold is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from cemai.graph.errors import OutputError
from cemai.ontology.namespaces import PREFIXES, XSD
from pyoxigraph import Literal, NamedNode, Quad

_NAME = re.compile(r"[A-Za-z_][\w.-]*$", re.ASCII)
_NEVER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def rdfxml_lines(quads: Iterator[Quad]) -> Iterator[str]:
    """The document, line by line, for quads sorted by subject. Raises OutputError."""
    spaces = "".join(f"\n  xmlns:{prefix}={quoteattr(space)}" for prefix, space in PREFIXES.items())
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{spaces}>\n'
    for subject, group in groupby(quads, key=lambda q: q.subject):
        yield f"<rdf:Description rdf:about={quoteattr(str(subject.value))}>\n"
        yield from map(_statement, group)
        yield "</rdf:Description>\n"
    yield "</rdf:RDF>\n"


def _statement(quad: Quad) -> str:
    name, spaces = _name(quad.predicate.value)
    value = quad.object
    if isinstance(value, NamedNode):
        return f" <{name}{spaces} rdf:resource={quoteattr(value.value)}/>\n"
    if not isinstance(value, Literal):
        raise OutputError(f"RDF/XML cannot hold {value}: choose another format RDF/XML 无法表示，请换格式")
    kind = f' xml:lang="{value.language}"' if value.language else ""
    if not value.language and value.datatype.value != XSD + "string":
        kind = f" rdf:datatype={quoteattr(value.datatype.value)}"
    return f" <{name}{spaces}{kind}>{_text(quad, value.value)}</{name}>\n"


def _name(iri: str) -> tuple[str, str]:
    """The name of an element, and the name space to declare where the head does not."""
    found = _NAME.search(iri)
    if not found:
        raise OutputError(f"RDF/XML has no name for the property {iri}: choose another format 请换格式")
    space, local = iri[: found.start()], found[0]
    for prefix, known in PREFIXES.items():
        if known == space:
            return f"{prefix}:{local}", ""
    return f"n:{local}", f" xmlns:n={quoteattr(space)}"


def _text(quad: Quad, text: str) -> str:
    if never := _NEVER.search(text):
        raise OutputError(f"{quad.subject} {quad.predicate}: RDF/XML cannot hold the character U+{ord(never[0]):04X}: "
                          "choose another format RDF/XML 无法表示该字符，请换格式")  # fmt: skip
    return escape(text, {"\r": "&#13;"})
