"""What pages share: their files, the security policy of inline styles and scripts, JSON that cannot end its element."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment


def resource(path: str = "") -> Traversable:
    """A file or folder of this room by its path: ``views/map/page.js``, ``assets/china.json``."""
    return files("cemai.viz") / path


def read(path: str) -> str:
    """The text of a file of this room."""
    return resource(path).read_text(encoding="utf-8")


def environment() -> Environment:
    """Templates by their path in this room, with escaping on; a name that a template misses is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(str(resource()))
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def styled(path: str) -> tuple[str, str]:
    """A style sheet and the Content-Security-Policy that allows it and nothing else."""
    style = read(path)
    return style, policy([style])


def policy(styles: Iterable[str], scripts: Iterable[str] = ()) -> str:
    """Content-Security-Policy: only these styles and scripts work, and nothing is fetched."""
    rules = ["default-src 'none'", f"style-src {_digests(styles)}"]
    if allowed := _digests(scripts):
        rules += [f"script-src {allowed}", "img-src data: blob:"]
    return "; ".join([*rules, "base-uri 'none'", "form-action 'none'"])


def _digests(texts: Iterable[str]) -> str:
    return " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts)


def json_text(data: Any) -> str:
    """JSON that cannot end the script element that holds it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
