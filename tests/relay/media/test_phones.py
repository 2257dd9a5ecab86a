"""Pictures as phones and cameras really write them, by the encoders that they use.

HEIC: iPhones since iOS 11, Samsung. AVIF: Android 14 and browsers. MPO: most phones.
"""

import io
import random
import struct
from typing import Protocol

import pillow_heif
import pytest
from PIL import Image, ImageCms

from relay.media import Accepted, CleanPicture, MediaError, Wanted, clean_file, clean_picture
from relay.media.kinds import Kind, kind_of

CANARY = "CANARY-7f3a"
RED, BLUE = (200, 30, 30), (30, 30, 200)


def halves(size: tuple[int, int] = (64, 32), mode: str = "RGB") -> Image.Image:
    """Blue at the left, red at the right."""
    picture = Image.new("RGB", size, RED)
    picture.paste(BLUE, (0, 0, size[0] // 2, size[1]))
    return picture.convert(mode)


def told(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = CANARY
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 32.0, 44.0), 29: CANARY})
    return exif


class Encode(Protocol):
    """Writes a picture as phones do."""

    def __call__(self, picture: Image.Image, *, exif: Image.Exif | None = None) -> bytes: ...


def written(picture: Image.Image, kind: str, **how: object) -> bytes:
    pillow_heif.register_heif_opener()
    out = io.BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


def heic(picture: Image.Image, exif: Image.Exif | None = None, **how: object) -> bytes:
    if exif is not None:
        # As cameras do, the encoder turns this into properties of the item (`irot`, `imir`).
        picture.info["exif"] = exif.tobytes()
    return written(picture, "HEIF", quality=95, chroma=444, xmp=CANARY.encode(), **how)


def avif(picture: Image.Image, **how: object) -> bytes:
    return written(picture, "AVIF", quality=95, subsampling="4:4:4", xmp=CANARY.encode(), **how)


def opened(clean: CleanPicture) -> Image.Image:
    picture = Image.open(io.BytesIO(clean.data))
    picture.load()
    return picture


def near(pixel: object, expected: tuple[int, ...], by: int = 12) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) <= by for a, b in zip(pixel, expected, strict=True))


@pytest.mark.parametrize("encode", [heic, avif])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_phone_s_picture_is_upright_and_says_nothing(encode: Encode, orientation: int) -> None:
    data = encode(halves(), exif=told(orientation))
    assert data.count(CANARY.encode()) >= 2
    clean = clean_picture(data)
    assert clean.media_type == "image/jpeg"
    assert CANARY.encode() not in clean.data
    assert b"Exif" not in clean.data
    assert encode is avif or orientation == 1 or b"irot" in data or b"imir" in data
    assert (clean.width, clean.height) == ((64, 32) if orientation < 5 else (32, 64))
    blue_at = {1: (8, 16), 2: (56, 16), 3: (56, 16), 4: (8, 16)}
    blue_at |= {5: (16, 8), 6: (16, 8), 7: (16, 56), 8: (16, 56)}
    assert near(opened(clean).getpixel(blue_at[orientation]), BLUE)


def test_of_a_heic_only_the_picture_that_people_see_is_kept() -> None:
    """Thumbnails, depth and further pictures are items of the file beside the primary one."""
    pillow_heif.register_heif_opener()
    several = pillow_heif.from_pillow(halves())
    several.add_from_pillow(Image.new("RGB", (64, 32), (0, 250, 0)))
    out = io.BytesIO()
    several.save(out, quality=95, primary_index=1, thumbnails=[16])
    assert near(opened(clean_picture(out.getvalue())).getpixel((8, 16)), (0, 250, 0))


@pytest.mark.parametrize("bits", [10, 12])
def test_more_bits_than_a_jpeg_has_keep_their_colour(bits: int) -> None:
    pixels = struct.pack("<3H", 0x8000, 0x2000, 0xE000) * 64 * 64
    picture = pillow_heif.from_bytes(mode="RGB;16", size=(64, 64), data=pixels)
    out = io.BytesIO()
    pillow_heif.options.SAVE_HDR_TO_12_BIT = bits == 12
    try:
        picture.save(out, quality=95, chroma=444)
    finally:
        pillow_heif.options.SAVE_HDR_TO_12_BIT = False
    assert near(opened(clean_picture(out.getvalue())).getpixel((30, 30)), (128, 32, 224))


@pytest.mark.parametrize("encode", [heic, avif])
def test_what_is_seen_through_stays_so(encode: Encode) -> None:
    clean = clean_picture(encode(Image.new("RGBA", (32, 32), (0, 200, 0, 90))))
    assert clean.media_type == "image/png"
    assert near(opened(clean).getpixel((16, 16)), (0, 200, 0, 90))


def wide_profile() -> bytes:
    """An ICC profile with the primaries of Display P3 and the curve of sRGB, as phones embed."""

    def s15(*values: float) -> bytes:
        return b"".join(struct.pack(">i", round(value * 65536)) for value in values)

    curve = b"para\0\0\0\0\0\3\0\0" + s15(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
    text = CANARY.encode()
    tags = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", len(text) + 1) + text + bytes(79),
        b"wtpt": b"XYZ \0\0\0\0" + s15(0.9642, 1.0, 0.8249),
        b"rXYZ": b"XYZ \0\0\0\0" + s15(0.51512, 0.2412, -0.00105),
        b"gXYZ": b"XYZ \0\0\0\0" + s15(0.29198, 0.69225, 0.04189),
        b"bXYZ": b"XYZ \0\0\0\0" + s15(0.1571, 0.06657, 0.78407),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, body, at = struct.pack(">I", len(tags)), b"", 132 + 12 * len(tags)
    for name, value in tags.items():
        padded = value + bytes(-len(value) % 4)
        table += name + struct.pack(">II", at + len(body), len(value))
        body += padded
    header = bytearray(128)
    header[0:4] = struct.pack(">I", at + len(body))
    header[8:12] = b"\x02\x40\x00\x00"
    header[12:24] = b"mntrRGB XYZ "
    header[36:40] = b"acsp"
    header[68:80] = s15(0.9642, 1.0, 0.8249)
    return bytes(header) + table + body


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
def test_colours_beyond_the_usual_ones_look_the_same(kind: str) -> None:
    """Green of 200 in Display P3 is beyond sRGB: its red falls to nothing, its green rises."""
    profile = wide_profile()
    ImageCms.ImageCmsProfile(io.BytesIO(profile))
    picture = Image.new("RGB", (32, 32), (120, 180, 120))
    clean = clean_picture(written(picture, kind, icc_profile=profile, quality=95))
    assert CANARY.encode() not in clean.data
    assert near(opened(clean).getpixel((16, 16)), (100, 182, 115), by=6)


def test_a_jpeg_of_48_million_pixels_is_taken() -> None:
    data = written(Image.new("RGB", (8064, 6048), RED), "JPEG", quality=70)
    assert len(data) < 1_000_000
    clean = clean_picture(data)
    assert max(clean.width, clean.height) <= 4096
    assert near(opened(clean).getpixel((100, 100)), RED)


def test_a_long_panorama_keeps_its_proportions() -> None:
    data = written(Image.new("RGB", (16_384, 2_048), RED), "JPEG", quality=70)
    clean = clean_picture(data)
    assert (clean.width, clean.height) == (4096, 512)


def test_a_jpeg_beyond_that_is_told_by_its_reason() -> None:
    data = written(Image.new("RGB", (800, 600), RED), "JPEG")
    with pytest.raises(MediaError) as caught:
        clean_picture(data, max_jpeg_pixels=800 * 600 - 1)
    assert caught.value.code == "too_many_pixels"


def test_a_progressive_jpeg_which_is_kept_whole_has_the_lower_limit() -> None:
    data = written(Image.new("RGB", (800, 600), RED), "JPEG", progressive=True)
    with pytest.raises(MediaError) as caught:
        clean_picture(data, max_pixels=800 * 600 - 1)
    assert caught.value.code == "too_many_pixels"


def test_a_phone_s_jpeg_with_others_behind_it_is_no_animation() -> None:
    """Gain maps and large previews hang behind the first picture (CIPA DC-007)."""
    out = io.BytesIO()
    halves().save(out, "MPO", save_all=True, append_images=[halves(), halves()])
    clean = clean_picture(out.getvalue())
    assert not clean.moved
    assert len(clean.data) < len(out.getvalue()) // 2


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP", "AVIF"])
def test_of_what_moves_the_first_picture_is_kept_and_that_is_known(kind: str) -> None:
    frames = [Image.new("RGB", (32, 32), colour) for colour in (RED, BLUE, (0, 250, 0))]
    data = written(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)
    clean = clean_file(data, Wanted(Accepted.PICTURES))
    assert clean.moved
    with Image.open(io.BytesIO(clean.data)) as picture:
        assert near(picture.convert("RGB").getpixel((16, 16)), RED)


@pytest.mark.parametrize("encode", [heic, avif])
def test_a_cut_or_bent_file_is_damaged_and_nothing_worse(encode: Encode) -> None:
    whole = encode(halves())
    dice = random.Random(7)
    for _ in range(60):
        broken = bytearray(whole[: dice.randrange(40, len(whole))])
        broken[dice.randrange(12, len(broken))] ^= dice.randrange(1, 256)
        try:
            clean = clean_picture(bytes(broken))
        except MediaError as refused:
            assert refused.code in ("damaged", "unsupported", "too_many_pixels")  # noqa: PT017
        else:
            assert CANARY.encode() not in clean.data


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", Kind.EMPTY),
        (b"\xff\xd8\xff\xe0", Kind.PICTURE),
        (b"junk before\n%PDF-1.4", Kind.PAPER),
        (b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1avif", Kind.PICTURE),
        (b"\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00qt  ", Kind.RECORDING),
        (b"\x00\x00\x00\x18ftypcrx \x00\x00\x00\x01crx isom", Kind.PICTURE_KIND),
        (b"II*\x00" + bytes(20), Kind.PICTURE_KIND),
        (b"<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>", Kind.PICTURE_KIND),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00[Content_Types].xml", Kind.OFFICE),
        (b"PK\x03\x04\x14\x00\x00mimetypeapplication/vnd.oasis.opendocument.text", Kind.OFFICE),
        (b"PK\x03\x04\x14\x00photos/1.jpg", Kind.ARCHIVE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(20), Kind.OFFICE),
        (b"{\\rtf1\\ansi", Kind.OFFICE),
        (b"RIFF\x00\x00\x00\x00AVI LIST", Kind.FILM),
        (b"ID3\x04\x00\x00\x00\x00\x00\x01 fLaC", Kind.RECORDING),
        (b"BEGIN:VCARD\nFN:Sam", Kind.TEXT),
        ("Grüße aus 日本".encode(), Kind.TEXT),
        (b"MZ\x90\x00\x03", Kind.UNKNOWN),
        (b"RIFF\x00", Kind.UNKNOWN),
    ],
)
def test_a_file_is_what_it_begins_as(data: bytes, kind: Kind) -> None:
    assert kind_of(data) is kind


@pytest.mark.parametrize(
    ("data", "declared", "code"),
    [
        (b"", "image/jpeg", "empty"),
        (b"\x00\x01\x02", "image/heic", "damaged"),
        (b"\x00\x01\x02", "application/octet-stream", "unsupported"),
        (b"II*\x00" + bytes(20), "image/tiff", "picture_kind"),
        (b"PK\x03\x04photos/1.jpg", "image/jpeg", "archive"),
        (b"hello", "application/pdf", "text"),
        (b"\xff\xd8\xff\xe0", "image/jpeg", "damaged"),
    ],
)
def test_what_is_not_taken_is_told_by_its_reason(data: bytes, declared: str, code: str) -> None:
    with pytest.raises(MediaError) as caught:
        clean_file(data, Wanted(Accepted.RECORDINGS_TOO, declared))
    assert caught.value.code == code
