"""One module a target. Each takes claims or quads and writes text; none knows a dataset."""
