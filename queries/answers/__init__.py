"""One module a question: typed rows from the queries of the catalogue."""
