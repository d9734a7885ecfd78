"""The audit: which claims disagree, in which way, and whether that is a disagreement at all.

Claims are grouped by key and compared inside a group, never each with each. The engine runs every rule of `rules/`
over a `StatementIndex` and ranks what they find; a rule is one file. Lists behind printed counts are read in
`counting/`. Relations that no rule can guess are declared by the datasets (``relations.yml``); how offices number
and spell is in ``conventions.yml``. `docs/audit.md` tells how to add a rule.
"""
