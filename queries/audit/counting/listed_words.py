"""A list in the words of a claim: 金融、物流、海外仓储."""

from __future__ import annotations

import re

from cemai.graph.model.count_lists import ListedWords
from cemai.graph.model.statement import Claim
from cemai.queries.audit.statement_index import StatementIndex

from .listing import Listing, lists


@lists(ListedWords)
def words_of_list(statements: StatementIndex, count: Claim, form: ListedWords) -> Listing | None:
    """The items after the colon in the first such claim of the subject in the dataset of the count."""
    for claim in statements.stated(form.property):
        if claim.subject == count.subject and claim.dataset == count.dataset and "、" in (claim.text or ""):
            words = re.split("[:：]", claim.text or "")[-1].split("、")
            return Listing(dict.fromkeys(words, claim), open=True)
    return None
