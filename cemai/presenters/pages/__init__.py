"""Pages from answers: one module a view turns rows of the graph into plain values for `cemai.viz`."""
