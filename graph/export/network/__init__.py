"""The graph as a network: nodes, and one edge a claim, as rows that GEXF, GraphML, Cytoscape and tables are made of."""
