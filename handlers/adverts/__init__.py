"""Adverts: how a member writes one, and how moderators read it."""
