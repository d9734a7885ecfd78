"""The graph as tables: one a class, claims with their evidence and spans, vocabularies, and what the audit found."""
