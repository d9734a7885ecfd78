"""The reference of the ontology."""
