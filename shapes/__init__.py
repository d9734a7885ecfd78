"""SHACL shapes, one class a file, and the gate that runs them."""
