"""Evidence: documents, the spans of a statement in them, whether they hold, and how much of a text is covered."""
