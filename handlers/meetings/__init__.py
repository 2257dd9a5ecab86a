"""Meetings: putting them up, changing them, and what members ask about them."""
