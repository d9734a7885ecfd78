"""The entries of a numbered directory; one that stands in it twice is one thing."""

from __future__ import annotations

from collections import Counter, defaultdict

from cemai.graph.model.count_lists import Directory
from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import value_of
from cemai.queries.audit.statement_index import StatementIndex

from .listing import Listing, lists


@lists(Directory)
def entries(statements: StatementIndex, count: Claim, form: Directory) -> Listing | None:
    """Different things of the one directory of the dataset whose numbered entries are as many as the count says."""
    directories: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in statements.stated("listedIn"):
        if claim.dataset == count.dataset:
            directories[claim.object].append(claim)
    fitting = [group for group in directories.values() if len(group) == value_of(count)]
    if len(fitting) != 1:
        return None
    (numbered,) = fitting
    often = {thing for thing, times in Counter(c.subject for c in numbered).items() if times > 1}
    remark = LangText(
        f"名录有{len(numbered)}个编号，其中{len(often)}个集群重复列出。",
        f" The directory numbers {len(numbered)} entries; {len(often)} clusters stand in it more than once.",
    )
    repeated = tuple(c for c in numbered if c.subject in often)
    return Listing({c.subject: c for c in numbered}, remark=remark, proof=repeated)
