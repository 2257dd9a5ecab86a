"""Ballots: a question to members by direct message, counted without names."""
