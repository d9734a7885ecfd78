"""Things tied to the subject of a count by a property: the named parts of a set of actions."""

from __future__ import annotations

from cemai.graph.model.count_lists import Related
from cemai.graph.model.statement import Claim
from cemai.queries.audit.statement_index import StatementIndex

from .listing import Items, Listing, lists


@lists(Related)
def entities_related(statements: StatementIndex, count: Claim, form: Related) -> Listing | None:
    """The other ends of the properties, whichever end states them."""
    own: Items = {c.object: c for c in statements.stated(*form.forward) if c.subject == count.subject and c.object}
    theirs: Items = {c.subject: c for c in statements.stated(*form.inverse) if c.object == count.subject}
    items = {**own, **theirs}
    return Listing(items, open=form.open) if items else None
