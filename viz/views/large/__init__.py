"""A large network drawn by WebGL."""
