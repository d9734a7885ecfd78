"""Plots for reports, drawn by matplotlib from plain rows: one module a plot, `picture.write` makes the file."""
