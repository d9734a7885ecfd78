"""The scripts that read one document each, which stand beside its dataset."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

DATASETS = Path(__file__).parents[3] / "loaders" / "datasets"


def script(folder: str) -> ModuleType:
    """The module ``extract.py`` of a dataset's folder."""
    name = "extract_" + folder.rpartition("/")[2].replace("-", "_")
    spec = spec_from_file_location(name, DATASETS / folder / "extract.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
