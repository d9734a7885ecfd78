"""A network drawn by vis-network: traces, neighbourhoods."""
