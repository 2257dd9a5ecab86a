"""Complaints: of whoever writes one, and of the moderators who read it."""
