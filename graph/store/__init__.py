"""Where the graph is kept: the embedded store, a SPARQL server, inference, the store's description of itself."""
