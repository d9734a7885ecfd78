"""Diffusion from plain rows: who took an innovation up, when, in which order, and among how many at risk.

Dates are spans of days: what a source leaves open stays open. Nothing here knows the store, a city or a dataset.
"""
