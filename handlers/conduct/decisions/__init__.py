"""Moderators decide; what all sides read of it."""
