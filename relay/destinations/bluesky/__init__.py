"""Bluesky: posts, threads and sessions on any server of the AT Protocol."""
