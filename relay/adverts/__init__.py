"""Adverts of members: what they hold, and how they get into a board and out of it again."""
