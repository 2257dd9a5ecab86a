"""Pictures without their hidden data.

A photograph tells where and when it was taken, and with whose phone: EXIF, XMP, comments, embedded
thumbnails, colour profiles. Removing what is known leaves what is not. So the pixels are taken out
and written into a new file, and nothing else is.
"""

import io
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from relay.media.errors import MediaError

if TYPE_CHECKING:
    from PIL import Image as PillowImage

MAX_DIMENSION = 4096
"""Pixels along the longer side. Signal's own apps send no more at their best quality."""
MAX_PIXELS = 36_000_000
"""Pixels that are unpacked at most: some 350 MB while it lasts. A file of a few kilobytes can claim
far more. Signal sends at most half of this; larger ones come as files straight from a camera."""
JPEG_QUALITY = 88

# Only what phones and screenshots make: each further format is another decoder open to strangers.
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
_ORIENTATION = 0x0112
_DECLARED = ("image/jpeg", "image/jpg", "image/png", "image/webp", "image/gif")


@dataclass(frozen=True, slots=True)
class CleanPicture:
    """A picture of which only the pixels are left. `media_type` is `image/jpeg` or `image/png`."""

    data: bytes = field(repr=False)
    media_type: str
    width: int
    height: int


def clean_picture(
    data: bytes,
    declared_type: str = "",
    *,
    max_dimension: int = MAX_DIMENSION,
    max_pixels: int = MAX_PIXELS,
) -> CleanPicture:
    """Return the picture upright, in sRGB, no larger than allowed, and without anything hidden.

    A picture with transparent parts becomes a PNG, any other a JPEG. Of an animation the first
    frame is kept.

    Args:
        data: the file.
        declared_type: what the sender called it. Believed in nothing: it only decides whether an
            unreadable file is called `damaged` or `unsupported`.
        max_dimension: pixels along the longer side; larger pictures are scaled down.
        max_pixels: pictures that claim more are refused before they are unpacked.

    Raises:
        MediaError: `unsupported`, `damaged` or `too_large`.
    """
    from PIL import Image, UnidentifiedImageError

    too_many = (Image.DecompressionBombError, Image.DecompressionBombWarning)
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            if picture.width * picture.height > max_pixels:
                raise MediaError("too_large")
            picture.seek(0)
            pixels = _pixels(picture, max_dimension)
        return _packed(pixels)
    except MediaError:
        raise
    except too_many:
        raise MediaError("too_large") from None
    except UnidentifiedImageError:
        raise MediaError("damaged" if declared_type in _DECLARED else "unsupported") from None
    except Exception:  # noqa: BLE001 - decoders raise anything on a file made to break them
        raise MediaError("damaged") from None


def _pixels(picture: "PillowImage.Image", max_dimension: int) -> "PillowImage.Image":
    """The picture as RGB or RGBA, with nothing attached to it."""
    from PIL import ImageOps

    orientation = _orientation(picture)
    profile = picture.info.get("icc_profile")
    if picture.mode in ("1", "P", "PA"):
        # These can only be scaled roughly.
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    # A JPEG can be unpacked at half its size, which takes a quarter of the memory.
    picture.draft(None, (max_dimension * 3 // 4, max_dimension * 3 // 4))
    picture.thumbnail((max_dimension, max_dimension))
    plain = _in_srgb(_eight_bits(picture), profile)
    if orientation is not None:
        plain.getexif()[_ORIENTATION] = orientation
        plain = ImageOps.exif_transpose(plain)
    return _fresh(plain)


def _orientation(picture: "PillowImage.Image") -> int | None:
    """How the camera was held (EXIF), or None where it is not said or cannot be read."""
    try:
        value = picture.getexif().get(_ORIENTATION)
    except (SyntaxError, ValueError, OSError, KeyError, struct.error):
        return None
    return value if isinstance(value, int) else None


def _eight_bits(picture: "PillowImage.Image") -> "PillowImage.Image":
    if picture.mode.startswith("I"):
        # 16 bits of grey, which a plain conversion would turn to white.
        return picture.convert("I").point(lambda value: value / 256).convert("L")
    return picture


def _in_srgb(picture: "PillowImage.Image", profile: object) -> "PillowImage.Image":
    """Colours as any screen shows them, since the profile that explains them is dropped."""
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    if isinstance(profile, bytes) and profile and picture.mode in ("RGB", "RGBA", "CMYK"):
        from PIL import ImageCms

        try:
            converted = ImageCms.profileToProfile(
                picture,
                ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode=mode if picture.mode != "CMYK" else "RGB",
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            converted = None
        if converted is not None:
            return converted.convert(mode)
    return picture if picture.mode == mode else picture.convert(mode)


def _fresh(picture: "PillowImage.Image") -> "PillowImage.Image":
    from PIL import Image

    if picture.mode == "RGBA":
        alpha = picture.getchannel("A")
        if alpha.getextrema() != (255, 255):
            # What is fully transparent may still hide a picture: its colours go.
            seen = alpha.point(lambda value: 255 if value else 0)
            fresh = Image.new("RGBA", picture.size, (0, 0, 0, 0))
            fresh.paste(picture, mask=seen)
            return fresh
        picture = picture.convert("RGB")
    fresh = Image.new("RGB", picture.size)
    fresh.paste(picture)
    return fresh


def _packed(pixels: "PillowImage.Image") -> CleanPicture:
    out = io.BytesIO()
    if pixels.mode == "RGBA":
        pixels.save(out, "PNG", optimize=True)
        media_type = "image/png"
    else:
        pixels.save(out, "JPEG", quality=JPEG_QUALITY, optimize=True)
        media_type = "image/jpeg"
    return CleanPicture(out.getvalue(), media_type, pixels.width, pixels.height)
