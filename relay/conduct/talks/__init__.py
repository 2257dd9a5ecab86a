"""Talks between moderators and one person, through the bot."""
