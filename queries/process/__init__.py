"""Runs queries of users in a process of its own, which has limits and can be stopped at once."""
