"""Write all pages of docs/ that are made from the code and the data: ``python -m cemai.docs docs``."""

from __future__ import annotations

import sys
from pathlib import Path

from .pages import rewritten

for path, text in rewritten(Path(sys.argv[1])).items():
    path.write_text(text, encoding="utf-8")
