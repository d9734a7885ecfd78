"""The ES modules of a page as one inline script, so that the page is one file and runs from ``file://``.

The sources stay plain modules. Here each becomes a function of its own that returns what it exports,
in the order of their imports; there is no build step beside this one.
"""

from __future__ import annotations

import posixpath
import re
from functools import cache

from .page import read

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "(\.{1,2}/[\w./-]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?:const|let|class|async function|function) (\w+)", re.MULTILINE)


@cache
def bundled(entry: str) -> str:
    """The module at the path `entry` of this room (``views/map/page.js``) with everything that it imports, each once.

    Raises ValueError for a circle.
    """
    done: dict[str, str] = {}
    _collect(entry, done, ())
    return '"use strict";\n' + "\n".join(done.values())


def _collect(name: str, done: dict[str, str], above: tuple[str, ...]) -> None:
    if name in done:
        return
    if name in above:
        raise ValueError(f"modules import each other: {' -> '.join((*above, name))}")
    text = read(name)
    imports = [(names, _resolved(name, path)) for names, path in _IMPORT.findall(text)]
    for _, path in imports:
        _collect(path, done, (*above, name))
    taken = [f"const {names} = {_variable(path)};" for names, path in imports]
    body = re.sub(r"^export ", "", _IMPORT.sub("", text), flags=re.MULTILINE).strip()
    given = ", ".join(_EXPORT.findall(text))
    done[name] = "\n".join([f"const {_variable(name)} = (() => {{", *taken, body, f"return {{ {given} }};", "})();"])


def _resolved(name: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))


def _variable(name: str) -> str:
    """``module_shared_dom``; a module of a view by its own name, its ``page.js`` by the view's."""
    own = re.sub(r"^views/(?:(\w+)/page|\w+/(\w+))\.js$", r"\1\2", name).removesuffix(".js")
    return "module_" + re.sub(r"\W", "_", own)
