"""Talks through the bot, on both sides."""
