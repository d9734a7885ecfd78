"""Pictures from rows: takes plain dataclasses, never a graph."""
