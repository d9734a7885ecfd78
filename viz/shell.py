"""A view as one offline page: the parts that every view has stand in ``shared/``, its own in ``views/<name>/``.

A view brings a template that extends ``shared/view.html`` (its stage), an entry module, perhaps a style sheet of its
own and third-party scripts; the shell adds head, language switch, search, legend, slider, panel, the table of all
statements, and the foot.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from cemai.ontology.labels import concepts, label, ordered
from cemai.ontology.text import LangText

from .bundle import bundled
from .content import EntityView, Head, StatementView, statements_data
from .entity_kinds import KINDS
from .page import environment, json_text, policy, read, resource
from .search_index import folds


@dataclass(frozen=True)
class Filter:
    """A button of the legend: `group` is kind, role or tier; `key` what it hides; `colour` its mark."""

    group: str
    key: str
    name: LangText
    colour: str = ""
    shape: str = "dot"


@dataclass(frozen=True)
class ViewPage:
    """Everything a page shows. `name` is its folder in ``views/``: template, entry module, style sheet (if any);
    `date` is the ISO day at which the slider begins (``""``: all dates)."""

    name: str
    head: Head
    facts: tuple[StatementView, ...]
    things: tuple[EntityView, ...]
    data: Mapping[str, Any] = field(default_factory=dict)
    libraries: tuple[str, ...] = ()
    slider: bool = True
    date: str = ""
    table: bool = True
    context: Mapping[str, Any] = field(default_factory=dict)


def render_view(view: ViewPage) -> str:
    """The page as HTML text."""
    style = _style(view.name)
    scripts = [*view.libraries, bundled(f"views/{view.name}/page.js")]
    things = {thing.id: thing.data() for thing in view.things}
    data = dict(view.data) | {
        "date": view.date,
        "facts": statements_data(view.facts),
        "things": things,
        "folds": folds(str(thing["search"]) for thing in things.values()),
        "tiers": {key: asdict(name) for key, name in concepts("evidence-tier").items()},
        "kinds": {key: {"name": asdict(k.name), "colour": k.colour} for key, k in KINDS.items()},
    }
    return environment().get_template(f"views/{view.name}/page.html").render(
        view=view, head=view.head, style=style, scripts=scripts, policy=policy([style], scripts),
        data=json_text(data), legend=legend(view), tiers=concepts("evidence-tier"), **view.context,
    )  # fmt: skip


# Where a page within a site leads back to it; nothing in a page that stands alone.
_HOME = "<!-- home -->"


def with_home(page: str, path: str, name: LangText) -> str:
    """The page with a link to another page, by its relative path, before its title."""
    link = (
        environment()
        .from_string('{% from "shared/parts.html" import t %}<a class="home" href="{{ path }}">{{ t(name) }}</a>')
        .render(path=path, name=name)
    )
    return page.replace(_HOME, link, 1)


def _style(name: str) -> str:
    own = f"views/{name}/page.css"
    return read("shared/view.css") + (read(own) if resource(own).is_file() else "")


def legend(view: ViewPage) -> list[tuple[LangText, list[Filter]]]:
    """Groups of buttons: tiers, kinds of entities, roles; a group of one is left out but for unverified statements."""
    here = {thing.kind for thing in view.things}
    kinds = [Filter("kind", key, k.name, k.colour, k.shape) for key, k in KINDS.items() if key in here]
    roles = list({f.role: Filter("role", f.role, f.role_name) for f in view.facts}.values())
    stated = {f.tier for f in view.facts}
    proofs = [Filter("tier", key, label("evidence-tier", key)) for key in ordered("evidence-tier", stated)]
    groups = [
        (LangText("证据", "Evidence"), proofs),
        (LangText("类别", "Classes"), kinds),
        (LangText("关系", "Relations"), roles),
    ]
    return [(name, found) for name, found in groups if len(found) > 1]
