"""The preview of a crate."""
