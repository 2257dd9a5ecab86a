"""Appeals, on both sides, and the record."""
