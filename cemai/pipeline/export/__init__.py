"""Exports that need an open graph and more than one exporter."""
