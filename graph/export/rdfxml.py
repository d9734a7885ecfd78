"""RDF/XML by Oxigraph, after a look at what XML cannot hold, and with the line ends that XML readers change escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, cast

from cemai.graph.errors import OutputError
from cemai.ontology.namespaces import PREFIXES
from pyoxigraph import Literal, Quad, RdfFormat, Triple, serialize

_NAME = re.compile(r"[A-Za-z_][\w.-]*$", re.ASCII)
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # an RDF term holds no lone surrogate


def write_rdfxml(quads: Iterator[Quad], file: IO[bytes]) -> None:
    """Write the statements without their graphs. Raises OutputError for what RDF/XML cannot say."""
    serialize(_checked(quads), cast(IO[bytes], _Escaped(file)), format=RdfFormat.RDF_XML, prefixes=PREFIXES)


class _Escaped:
    """Oxigraph leaves a carriage return bare, and every conforming reader makes a line feed of it."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file

    def write(self, data: bytes) -> int:
        self.file.write(data.replace(b"\r", b"&#13;"))
        return len(data)

    def flush(self) -> None:
        self.file.flush()


def _checked(quads: Iterator[Quad]) -> Iterator[Triple]:
    for quad in quads:
        if not _NAME.search(quad.predicate.value):
            raise OutputError(f"RDF/XML has no name for the property {quad.predicate.value}: choose another format "
                              "请换格式")  # fmt: skip
        if isinstance(quad.object, Literal) and (never := _NEVER.search(quad.object.value)):
            character = f"U+{ord(never[0]):04X}"
            raise OutputError(f"{quad.subject} {quad.predicate}: RDF/XML cannot hold the character {character}: "
                              "choose another format RDF/XML 无法表示该字符，请换格式")  # fmt: skip
        yield quad.triple
