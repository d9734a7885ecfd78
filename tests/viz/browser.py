"""A page opened from a file in the real browser, with everything that it says, asks for and trips over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, sync_playwright

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
DRAWN = "body[data-drawn=yes]"


@dataclass
class Seen:
    """An open page with what happened on it: requests, console errors, uncaught errors, dialogs."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def hear(self, message: ConsoleMessage) -> None:
        """Keep what the console complains about."""
        if message.type in ("error", "warning"):
            self.errors.append(message.text)

    def dismiss(self, dialog: Dialog) -> None:
        """Keep and close a dialog."""
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def listed(self) -> list[str]:
        """The names of the nodes in the list."""
        return self.page.locator("#list button [lang=zh]").all_text_contents()

    def colours(self) -> int:
        """How many colours the picture has."""
        return int(self.page.evaluate(_COLOURS))


_COLOURS = """() => {
  const canvas = document.querySelector("#net canvas");
  const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  const seen = new Set();
  for (const pixel of new Uint32Array(data.buffer)) seen.add(pixel);
  return seen.size;
}"""


@contextmanager
def browser(program: Path) -> Iterator[Browser]:
    """One headless browser."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        try:
            yield opened
        finally:
            opened.close()


@contextmanager
def opened(by: Browser, path: Path) -> Iterator[Seen]:
    """The page of a file, drawn, in a fresh context."""
    context = by.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    seen = Seen(page)
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on("console", seen.hear)
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("dialog", seen.dismiss)
    try:
        page.goto(path.as_uri())
        page.wait_for_selector(DRAWN, state="attached", timeout=20_000)
        yield seen
    finally:
        context.close()
