"""Who moderates, for a term."""
