"""The graph for Neo4j: tables of nodes and relationships, as CSV for neo4j-admin or pushed over the wire.

``terms`` names things as Neo4j does; ``model`` says what a table is; ``things``, ``edges``, ``claims`` and ``records``
make the rows; ``rows`` puts them in one stream; ``sinks`` and ``folder`` write it to a folder, ``push`` to a server.
"""
