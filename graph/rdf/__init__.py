"""Statements and entities as quads, and read back from quads."""
