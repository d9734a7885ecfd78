"""The audit: which claims disagree, in which way, and whether that is a disagreement at all.

Claims are grouped by key and compared inside a group, never each with each. Every rule takes `Facts` and gives
`Finding`s; `run.audit` calls them all. Relations that no rule can guess stand in ``relations.yml``, by indicator.
"""
