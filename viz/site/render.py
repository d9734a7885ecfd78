"""Pages of a site as HTML text: templates, one style sheet and one small script that stand in every page."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from cemai.viz.bundle import bundle
from cemai.viz.page import environment, json_text, policy, templates
from cemai.viz.words import tiers

from .model import EditorPage, FindingPage, IndexPage, Site, ThingPage


class Renderer:
    """Renders the pages of one site."""

    def __init__(self, site: Site) -> None:
        self.site = site

    @cached_property
    def _environment(self) -> Any:
        found = environment()
        found.globals |= {
            "site": self.site, "tiers": tiers(), "style": self._style, "script": self._script,
            "policy": policy([self._style], [self._script]), "json_text": json_text,
        }  # fmt: skip
        return found

    @cached_property
    def _style(self) -> str:
        return (templates() / "site" / "site.css").read_text(encoding="utf-8")

    @cached_property
    def _script(self) -> str:
        return bundle("site/site.js")

    def thing(self, page: ThingPage) -> str:
        """The page of a thing."""
        return self._render("thing", page.path, page=page)

    def finding(self, page: FindingPage) -> str:
        """The page of a disagreement."""
        return self._render("finding", page.path, page=page)

    def index(self, page: IndexPage) -> str:
        """An index page, and the home page."""
        return self._render("index", page.path, page=page)

    def editor(self, page: EditorPage) -> str:
        """The editor's page."""
        return self._render("editor", page.path, page=page)

    def search(self, path: str, entries: list[list[str]]) -> str:
        """The search page with everything that it looks through: path, Chinese, English, text."""
        script = bundle("site/search.js")
        rules = policy([self._style], [self._script, script])
        return self._render("search", path, data=json_text(entries), search_script=script, policy=rules)

    def _render(self, name: str, path: str, **values: Any) -> str:
        root = "../" * path.count("/")
        return str(self._environment.get_template(f"site/{name}.html").render(root=root, path=path, **values))
