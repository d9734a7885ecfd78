"""The lists behind a printed count."""
