"""Ballots: admins ask members a question by direct message."""
