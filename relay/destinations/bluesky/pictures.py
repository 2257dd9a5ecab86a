"""Pictures as Bluesky takes them: clean, upright and small enough."""

import io

from relay.media import CleanPicture, clean_picture

MAX_PICTURES = 4
"""`app.bsky.embed.images` in the atproto lexicons."""
MAX_BYTES = 1_000_000
"""The lexicon allows twice as much since 2026; not every server does yet."""

_LONGER_SIDE = 2_000
_SMALLER_SIDES = (2_000, 1_600, 1_200, 900, 600, 300)
_QUALITIES = (80, 65)


def fitted_picture(data: bytes, media_type: str) -> CleanPicture:
    """Return the picture without hidden data and under the size limit.

    Keeps a processor busy: call it with `asyncio.to_thread`.

    Raises:
        relay.media.MediaError: if it cannot be read.
    """
    clean = clean_picture(data, media_type, max_dimension=_LONGER_SIDE)
    return clean if len(clean.data) <= MAX_BYTES else _shrunk(clean)


def _shrunk(clean: CleanPicture) -> CleanPicture:
    from PIL import Image

    with Image.open(io.BytesIO(clean.data)) as opened:
        pixels = Image.new("RGB", opened.size, "white")
        pixels.paste(opened, mask=opened.getchannel("A") if opened.mode == "RGBA" else None)
    for side in _SMALLER_SIDES:
        pixels.thumbnail((side, side))
        for quality in _QUALITIES:
            out = io.BytesIO()
            pixels.save(out, "JPEG", quality=quality, optimize=True)
            if out.tell() <= MAX_BYTES:
                return CleanPicture(out.getvalue(), "image/jpeg", pixels.width, pixels.height)
    raise AssertionError("300 pixels square are always under the limit")
