"""Places by innovations."""
