"""Pages of docs/ that are made from the code and the data; `make docs` writes them."""
