"""What the tests of plots share: the skip where no Chinese font is installed, and made rows."""

from __future__ import annotations

import pytest
from cemai.viz.plots.fonts import chinese_font

from tests.components import absent


@pytest.fixture(scope="session")
def font() -> str:
    """The Chinese font of this machine; without one the pictures cannot be drawn."""
    found = chinese_font()
    if not found:
        absent("no Chinese font is installed: apt-get install fonts-noto-cjk")
    return found
