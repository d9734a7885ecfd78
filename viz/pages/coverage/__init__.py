"""A text coloured by what the claims have taken up."""
