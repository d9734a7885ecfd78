"""`cemai site`: the graph as a folder of static pages."""
