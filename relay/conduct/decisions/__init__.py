"""What moderators decide, how it comes about, and what follows in Signal."""
