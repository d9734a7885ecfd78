"""Parsers for the tables of particular documents; each keeps its result as a dataset's table."""
