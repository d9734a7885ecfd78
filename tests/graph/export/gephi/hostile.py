"""A network of texts and names that break writers and readers."""

from __future__ import annotations

from cemai.graph.export.network.rows import Attribute, Network, NetworkEdge, NetworkNode

TEXTS = (
    "null \x00, bell \x07, escape \x1b, unit \x1f, delete \x7f, next line \x85.",
    "lone \ud800 and \udfff, not characters \ufffe \uffff, beyond the plane 𠮷 😀",
    "quotes \" ' “ ” ` and = + - @ in front",
    "=1+1",
    "lines\nbreak\r\nand\rbreak\tand tab",
    " blanks around ",
    "semi;colon, comma| bar \\ backslash / slash % percent $ {brace} #hash",
    "]]> <![CDATA[ <!-- --> <?pi?> &amp; &#0; &lt;",
    "<script>alert(1)</script><edge id='x'/></node>",
    "right \u200f to \u202e left \u2066 isolates \u2069, joiner \u200d, mark \ufeff, line \u2028 paragraph \u2029.",
    "杭" * 60_000,
    "text",
)
CLASHES = (
    "type",
    "Label",
    "id",
    "key",
    "self",
    "parent",
    "source",
    "viz",
    "spells",
    "start",
    "weight",
    "type",
    "TYPE_",
)


def hostile() -> Network:
    """A ring of nodes with hostile labels and values, parallel edges, a loop, and columns with the names of others."""
    columns = (
        *map(Attribute, CLASHES),
        Attribute("<&\">'", "string"),
        Attribute("number", "integer"),
        Attribute("share", "double"),
    )
    plain = [*map(str, range(len(CLASHES))), None, None, None]
    nodes, edges = [], []
    for number, text in enumerate(TEXTS):
        values = (*plain[:-3], text, -number, number / 7)
        nodes.append(NetworkNode(f"thing/{number}", text, values, "2015-03-07", None, "#D55E00", 4.5, number / 3, -1.5))
        target = f"thing/{(number + 1) % len(TEXTS)}"
        edges += [
            NetworkEdge(f"e/{number}/{k}", f"thing/{number}", target, "runs", text, k + 1, values, "2016-01-01",
                 "2016-12-31" if k else None)
            for k in range(2)
        ]  # fmt: skip
    edges.append(
        NetworkEdge("e/loop", "thing/0", "thing/0", 'runs & "is" <x>', "loop", 1, tuple(plain), None, "2020-02-29")
    )
    return Network("title <&> \x00", columns, columns, nodes, edges, "2026-01-02", "notes ]]> \x01",
                   ("2015-03-07", "2020-02-29"))  # fmt: skip
