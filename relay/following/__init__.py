"""Feeds of other branches and of the national body that a branch follows."""
