"""Fetching what others publish, without trusting them with this computer or its network."""
