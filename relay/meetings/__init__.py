"""Meetings: when and where they are, how they are read, published, changed and remembered."""
