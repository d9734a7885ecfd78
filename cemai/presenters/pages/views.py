"""Every view, one line each, in the order of `cemai view --help`. How one is added: docs/views.md."""

# isort: off
from . import trace as trace
from . import map as map
from . import matrix as matrix
from . import timeline as timeline
from . import comparison as comparison
from . import neighbourhood as neighbourhood
# isort: on

from .registry import VIEWS as VIEWS
