"""Pictures as Bluesky takes them: clean, upright and small enough."""

from relay.media import Accepted, CleanFile, Wanted, cleaned

MAX_PICTURES = 4
"""`app.bsky.embed.images` in the atproto lexicons."""
MAX_BYTES = 1_000_000
"""The lexicon allows twice as much since 2026; not every server does yet."""

_FITTING = Wanted(Accepted.PICTURES, max_dimension=2_000, max_bytes=MAX_BYTES)


async def fitted_picture(data: bytes) -> CleanFile:
    """Return the picture without hidden data and under the size limit.

    What it is called is not asked: servers call pictures anything.

    Raises:
        relay.media.MediaError: if it cannot be read.
    """
    return await cleaned(data, _FITTING)
