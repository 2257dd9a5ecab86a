"""What a post on Bluesky holds (`app.bsky.feed.post` in the atproto lexicons)."""

MAX_GRAPHEMES = 300
MAX_BYTES = 3_000
