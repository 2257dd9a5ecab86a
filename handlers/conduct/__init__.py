"""Complaints about conduct, and what moderators decide: what is typed and read."""
