"""Groups of a branch, kept as the branch has declared them."""
