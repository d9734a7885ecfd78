"""Places side by side."""
