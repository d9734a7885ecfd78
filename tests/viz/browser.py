"""A page opened from a file in the real browser, with everything that it says, asks for and trips over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, sync_playwright

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
DRAWN = "body[data-drawn=yes]"
SITE = "body"
# The driver says so when a picture is read back without a graphics card; the page has no part in it.
DRIVER = "GPU stall due to ReadPixels"
SIZES = {"laptop": (1280, 800), "desk": (1920, 1080), "phone": (390, 844)}


@dataclass
class Seen:
    """An open page with what happened on it: requests, console errors, uncaught errors, dialogs."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def visit(self, path: Path, at: str = "", ready: str = DRAWN) -> None:
        """Go to the page of a file and wait until it is drawn; what was heard of another is forgotten."""
        self.requests.clear()
        self.page.goto(path.as_uri() + (f"#{at}" if at else ""))
        self.page.wait_for_selector(ready, state="attached", timeout=20_000)

    def hear(self, message: ConsoleMessage) -> None:
        """Keep what the console complains about."""
        if message.type in ("error", "warning") and DRIVER not in message.text:
            self.errors.append(message.text)

    def dismiss(self, dialog: Dialog) -> None:
        """Keep and close a dialog."""
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def listed(self) -> list[str]:
        """The names of the nodes in the list."""
        return self.page.locator("#list button [lang=zh]").all_text_contents()

    def at(self) -> dict[str, str]:
        """What stands in the address after the #."""
        return dict(parse_qsl(self.page.evaluate("location.hash").removeprefix("#")))

    def sideways(self) -> int:
        """By how many pixels the page is wider than its window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - innerWidth"))

    def claims(self) -> list[str]:
        """The statements that the panel shows."""
        return [a.get_attribute("data-claim") or "" for a in self.page.locator("#panel article").all()]

    def heading(self) -> str:
        """The heading of the panel, in the language that is shown."""
        return self.page.locator("#panel h2").inner_text()

    def colours(self) -> int:
        """How many colours the network has."""
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
def opened(by: Browser, path: Path, at: str = "", size: str = "laptop", ready: str = DRAWN) -> Iterator[Seen]:
    """The page of a file, drawn, in a fresh context; `at` is what follows the # of its address."""
    width, height = SIZES[size]
    context = by.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    seen = Seen(page)
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on("console", seen.hear)
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("dialog", seen.dismiss)
    try:
        seen.visit(path, at, ready)
        yield seen
    finally:
        context.close()
