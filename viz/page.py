"""What every page without a script shares: the template environment and the security policy of its one style."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment


def templates() -> Traversable:
    """The folder of the templates and styles."""
    return files("cemai.viz") / "templates"


def environment() -> Environment:
    """Templates with escaping on; a name that a template misses is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(str(templates()))
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def styled(name: str) -> tuple[str, str]:
    """A style sheet and the Content-Security-Policy that allows it and nothing else."""
    style = (templates() / name).read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return style, f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
