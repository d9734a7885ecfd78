"""One .rq file a question, the catalogue that lists them and the runner that binds their parameters."""
