"""Only the pixels of a picture get through."""

import io
import struct
import subprocess
import sys
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from relay.media import PDF, Accepted, CleanPicture, MediaError, Wanted, clean_file, clean_picture

CANARY = b"CANARY-7f3a"
TEXT = CANARY.decode()


def photograph(size: tuple[int, int] = (64, 32), orientation: int = 1, **extra: object) -> bytes:
    """A JPEG as a phone makes it: place, time, a name, a comment, a thumbnail's worth of XMP."""
    picture = Image.new("RGB", size, (200, 30, 30))
    picture.paste((30, 30, 200), (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = TEXT
    exif[0x9286] = TEXT
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 32.0, 44.0), 3: "W", 4: (0.0, 3.0, 19.0)})
    exif.get_ifd(0x8825)[29] = TEXT
    out = io.BytesIO()
    picture.save(
        out, "JPEG", exif=exif, comment=CANARY, xmp=b"<x:xmpmeta>" + CANARY, quality=95, **extra
    )
    return out.getvalue()


def opened(clean: CleanPicture) -> Image.Image:
    picture = Image.open(io.BytesIO(clean.data))
    picture.load()
    return picture


def near(pixel: object, expected: tuple[int, ...], by: int = 12) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) <= by for a, b in zip(pixel, expected, strict=True))


def test_a_photograph_keeps_no_place_name_or_comment() -> None:
    data = photograph()
    assert data.count(CANARY) >= 4
    assert b"Exif" in data
    clean = clean_picture(data)
    assert CANARY not in clean.data
    assert b"Exif" not in clean.data
    assert clean.media_type == "image/jpeg"
    assert (clean.width, clean.height) == (64, 32)
    picture = opened(clean)
    assert not picture.getexif()
    assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_what_hangs_behind_the_picture_is_left_behind() -> None:
    data = photograph() + photograph() + CANARY
    assert CANARY not in clean_picture(data).data


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_is_upright(orientation: int) -> None:
    clean = clean_picture(photograph(orientation=orientation))
    upright = (64, 32) if orientation < 5 else (32, 64)
    assert (clean.width, clean.height) == upright
    blue_at = {1: (8, 16), 2: (56, 16), 3: (56, 16), 4: (8, 16)}
    blue_at |= {5: (16, 8), 6: (16, 8), 7: (16, 56), 8: (16, 56)}
    assert near(opened(clean).getpixel(blue_at[orientation]), (30, 30, 200))


def test_a_broken_orientation_does_not_cost_the_picture() -> None:
    data = photograph()
    start = data.index(b"Exif\x00\x00") + 6
    assert clean_picture(data[:start] + b"XX" + data[start + 2 :]).width == 64


def test_text_in_a_png_is_gone_and_transparency_stays() -> None:
    picture = Image.new("RGBA", (10, 10), (0, 200, 0, 255))
    picture.putpixel((0, 0), (7, 7, 7, 0))
    picture.putpixel((1, 1), (0, 200, 0, 90))
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", TEXT)
    texts.add_itxt("XML:com.adobe.xmp", TEXT, zip=False)
    out = io.BytesIO()
    picture.save(out, "PNG", pnginfo=texts, exif=b"Exif\x00\x00" + CANARY)
    assert out.getvalue().count(CANARY) == 3
    clean = clean_picture(out.getvalue())
    assert CANARY not in clean.data
    assert clean.media_type == "image/png"
    pixels = opened(clean)
    assert pixels.getpixel((1, 1)) == (0, 200, 0, 90)
    assert pixels.getpixel((0, 0)) == (0, 0, 0, 0), (
        "colours under full transparency are hidden data"
    )
    assert pixels.info == {}


def test_a_png_without_transparent_parts_becomes_a_jpeg() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 200, 0, 255)).save(out, "PNG")
    assert clean_picture(out.getvalue()).media_type == "image/jpeg"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF"])
def test_every_kind_that_phones_make_can_be_read(mode: str, kind: str) -> None:
    if mode == "I;16" and kind != "PNG":
        return
    out = io.BytesIO()
    Image.new(mode, (20, 10), 1 if mode == "1" else None or 0).save(out, kind)
    assert clean_picture(out.getvalue()).width == 20


def test_sixteen_bits_of_grey_stay_grey() -> None:
    out = io.BytesIO()
    Image.new("I;16", (8, 8), 32768).save(out, "PNG")
    assert near(opened(clean_picture(out.getvalue())).getpixel((4, 4)), (128, 128, 128))


def test_printers_colours_become_screen_colours() -> None:
    out = io.BytesIO()
    Image.new("CMYK", (8, 8), (0, 0, 0, 0)).save(out, "JPEG")
    assert near(opened(clean_picture(out.getvalue())).getpixel((4, 4)), (255, 255, 255))


@pytest.mark.parametrize("profile", [b"", b"not a profile " + CANARY, None])
def test_a_colour_profile_is_used_and_dropped(profile: bytes | None) -> None:
    if profile is None:
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    clean = clean_picture(photograph(icc_profile=profile))
    assert "icc_profile" not in opened(clean).info
    assert CANARY not in clean.data
    assert near(opened(clean).getpixel((8, 16)), (30, 30, 200))


def test_of_an_animation_the_first_frame_is_kept() -> None:
    frames = [Image.new("RGB", (12, 12), c) for c in ((250, 0, 0), (0, 250, 0))]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    clean = clean_picture(out.getvalue())
    assert near(opened(clean).getpixel((5, 5)), (250, 0, 0))
    assert clean.moved
    assert not clean_picture(photograph()).moved


def test_a_large_picture_is_scaled_down() -> None:
    clean = clean_picture(photograph((300, 100)), max_dimension=150)
    assert (clean.width, clean.height) == (150, 50)


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few hundred bytes that claims to be large."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + body))
        return struct.pack(">I", len(body)) + kind + body + check

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes(3000)))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("side", [8_000, 11_000, 60_000])
def test_a_picture_that_claims_too_many_pixels_is_never_unpacked(side: int) -> None:
    with pytest.raises(MediaError) as caught:
        clean_picture(bomb(side, side))
    assert caught.value.code == "too_many_pixels"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "damaged"),
        (b"%PDF-1.7", "unsupported"),
        (b"BM" + bytes(60), "unsupported"),
        (photograph()[:-200], "damaged"),
        (bomb(500, 500), "damaged"),
    ],
)
def test_what_cannot_be_cleaned_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(MediaError) as caught:
        clean_picture(data)
    assert caught.value.code == code


def test_what_it_is_called_does_not_matter() -> None:
    assert clean_file(photograph(), Wanted(Accepted.PICTURES, PDF)).media_type == "image/jpeg"


@settings(max_examples=60)
@given(st.data())
def test_a_file_made_to_break_us_is_refused_or_cleaned(data: st.DataObject) -> None:
    original = bytearray(data.draw(st.sampled_from([photograph((16, 16)), bomb(20, 20)])))
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(original) - 1))
        original[place] = data.draw(st.integers(0, 255))
    try:
        clean = clean_picture(bytes(original))
    except MediaError:
        return
    assert opened(clean).size == (clean.width, clean.height)


def test_nothing_of_the_picture_is_in_its_repr() -> None:
    assert "data" not in repr(clean_picture(photograph()))


def test_the_libraries_are_not_loaded_before_the_first_file() -> None:
    code = "import sys, relay.media; print('PIL' in sys.modules or 'pikepdf' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
