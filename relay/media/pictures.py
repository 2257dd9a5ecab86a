"""Pictures without their hidden data.

A photograph tells where and when it was taken, and with whose phone: EXIF, XMP, comments, embedded
thumbnails, colour profiles. Removing what is known leaves what is not. So the pixels are taken out
and written into a new file, and nothing else is.
"""

import functools
import io
import struct
import warnings
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from relay.media.errors import MediaError
from relay.media.kinds import Kind, kind_of

if TYPE_CHECKING:
    from PIL import Image as PillowImage

MAX_DIMENSION = 4096
"""Pixels along the longer side. Signal's own apps send no more at their best quality."""
MAX_PIXELS = 50_000_000
"""Pixels that are unpacked at most; what it takes is measured in `relay.media.process`. A file of a
few kilobytes can claim far more. Phones' best photographs have 48 million (iPhone, ProRAW apart) or
50 million (most others)."""
MAX_JPEG_PIXELS = 125_000_000
"""The same for a JPEG, which can be unpacked at a half or less of its size. Phones make 108 million
and more; at 200 million a file is larger than is taken in."""
JPEG_QUALITY = 88

# Only what phones and screenshots make: each further format is another decoder open to strangers.
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF")
_MOVING = frozenset({"GIF", "PNG", "WEBP", "AVIF"})
"""Where further pictures are an animation. In a JPEG or HEIC they are the same one again: a smaller
one, or how bright and how far away each part is."""
_ORIENTATION = 0x0112
_SMALLER_SIDES = (2_000, 1_600, 1_200, 900, 600, 300)
_SMALLER_QUALITIES = (80, 65)


@dataclass(frozen=True, slots=True)
class CleanPicture:
    """A picture of which only the pixels are left. `media_type` is `image/jpeg` or `image/png`.

    `moved`: it was an animation, of which this is the first picture.
    """

    data: bytes = field(repr=False)
    media_type: str
    width: int
    height: int
    moved: bool = False


def clean_picture(
    data: bytes,
    *,
    max_dimension: int = MAX_DIMENSION,
    max_pixels: int = MAX_PIXELS,
    max_jpeg_pixels: int = MAX_JPEG_PIXELS,
) -> CleanPicture:
    """Return the picture upright, in sRGB, no larger than allowed, and without anything hidden.

    A picture with transparent parts becomes a PNG, any other a JPEG. Of an animation the first
    frame is kept.

    Args:
        data: the file: JPEG, PNG, WebP, GIF, AVIF or HEIC.
        max_dimension: pixels along the longer side; larger pictures are scaled down.
        max_pixels: pictures that claim more are refused before they are unpacked.
        max_jpeg_pixels: the same for a JPEG that is not progressive.

    Raises:
        MediaError: `unsupported`, `damaged`, `empty` or `too_many_pixels`.
    """
    from PIL import Image, UnidentifiedImageError

    _learn_heic()
    if not data:
        raise MediaError("empty")
    try:
        with (
            warnings.catch_warnings(category=Image.DecompressionBombWarning, action="ignore"),
            Image.open(io.BytesIO(data), formats=_FORMATS) as picture,
        ):
            most = max_jpeg_pixels if _is_baseline(picture) else max_pixels
            if picture.width * picture.height > most:
                raise MediaError("too_many_pixels")
            moved = picture.format in _MOVING and getattr(picture, "n_frames", 1) > 1
            if moved:
                picture.seek(0)
            pixels = _pixels(picture, max_dimension)
        return replace(_packed(pixels), moved=moved)
    except (MediaError, MemoryError):
        raise
    except Image.DecompressionBombError:
        raise MediaError("too_many_pixels") from None
    except UnidentifiedImageError:
        known = kind_of(data) is Kind.PICTURE
        raise MediaError("damaged" if known else "unsupported") from None
    except Exception:  # noqa: BLE001 - decoders raise anything on a file made to break them
        raise MediaError("damaged") from None


def _is_baseline(picture: "PillowImage.Image") -> bool:
    """Whether it is a JPEG that can be unpacked line by line. A progressive one is kept whole.

    An MPO is a JPEG with further ones behind it, as most phones write it.
    """
    return picture.format in ("JPEG", "MPO") and not picture.info.get("progressive")


@functools.cache
def _learn_heic() -> None:
    """Let Pillow open HEIC, and of it only the picture that people see."""
    import pi_heif

    pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)


def _pixels(picture: "PillowImage.Image", max_dimension: int) -> "PillowImage.Image":
    """The picture as RGB or RGBA, with nothing attached to it."""
    from PIL import ImageOps

    orientation = _orientation(picture)
    profile = picture.info.get("icc_profile")
    if picture.mode in ("1", "P", "PA"):
        # These can only be scaled roughly.
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    # A JPEG can be unpacked at a half of its size or less, which takes a quarter of the memory.
    smaller = max(picture.size) // (max_dimension * 3 // 4)
    if smaller > 1:
        picture.draft(None, (picture.width // smaller, picture.height // smaller))
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


def shrunk(clean: CleanPicture, max_bytes: int) -> CleanPicture:
    """Return a picture that takes no more bytes: itself, or a smaller JPEG on white.

    Args:
        clean: what `clean_picture` returned.
        max_bytes: at least 100,000; a picture of 300 pixels square always fits into that.
    """
    from PIL import Image

    if len(clean.data) <= max_bytes:
        return clean
    with Image.open(io.BytesIO(clean.data)) as opened:
        pixels = Image.new("RGB", opened.size, "white")
        pixels.paste(opened, mask=opened.getchannel("A") if opened.mode == "RGBA" else None)
    for side in _SMALLER_SIDES:
        pixels.thumbnail((side, side))
        for quality in _SMALLER_QUALITIES:
            out = io.BytesIO()
            pixels.save(out, "JPEG", quality=quality, optimize=True)
            if out.tell() <= max_bytes:
                data, media_type = out.getvalue(), "image/jpeg"
                return CleanPicture(data, media_type, pixels.width, pixels.height, clean.moved)
    raise ValueError("300 pixels square do not fit into that")


def _packed(pixels: "PillowImage.Image") -> CleanPicture:
    out = io.BytesIO()
    if pixels.mode == "RGBA":
        pixels.save(out, "PNG", optimize=True)
        media_type = "image/png"
    else:
        pixels.save(out, "JPEG", quality=JPEG_QUALITY, optimize=True)
        media_type = "image/jpeg"
    return CleanPicture(out.getvalue(), media_type, pixels.width, pixels.height)
