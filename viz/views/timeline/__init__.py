"""Dated statements on lanes."""
