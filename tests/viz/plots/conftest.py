"""What the tests of plots share: the skip where no Chinese font is installed, and made rows."""

from __future__ import annotations

import pytest
from cemai.viz.plots.fonts import chinese_font


@pytest.fixture(scope="session")
def font() -> str:
    """The Chinese font of this machine; without one the pictures cannot be drawn and the test is skipped."""
    found = chinese_font()
    if not found:
        pytest.skip("no Chinese font is installed (Debian: fonts-noto-cjk)")
    return found
