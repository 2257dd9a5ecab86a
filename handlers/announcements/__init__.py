"""Announcements, from an admin's first word to the last correction."""
