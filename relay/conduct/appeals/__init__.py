"""Another look at what was decided."""
