"""The graph for Neo4j: tables of nodes and relationships, as CSV for neo4j-admin or pushed over the wire.

``terms`` names properties and values as Neo4j does; ``model`` says what a table is; ``nodes``, ``edges`` and ``claims``
make the rows, ``rows`` is the exporter of all of them; ``folder`` with ``sinks`` writes them, ``wire`` with ``push``
sends them to a server.
"""
