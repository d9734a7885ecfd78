"""The graph as an object and its answers as results."""
