"""From datasets to a graph, its checks, and the way out again."""
