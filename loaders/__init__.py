"""From dataset folders and documents to claims. Strict: a value is handled, ignored by name, or an error."""
