"""Answers made into the plain values that the pictures of viz are drawn from."""
