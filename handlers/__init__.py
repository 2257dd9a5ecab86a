"""The conversations, one file each: what a person types and what they read back."""
