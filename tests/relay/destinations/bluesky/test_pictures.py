import io
import random

import pytest
from PIL import Image

from relay.destinations.bluesky.pictures import MAX_BYTES, fitted_picture
from relay.media import MediaError


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def noise(mode: str, width: int, height: int) -> Image.Image:
    size = width * height * len(mode)
    return Image.frombytes(mode, (width, height), random.Random(1).randbytes(size))


async def test_a_small_picture_stays_as_large_as_it_is() -> None:
    fitted = await fitted_picture(encoded(Image.new("RGB", (640, 480), "red"), "JPEG"))
    assert (fitted.width, fitted.height, fitted.media_type) == (640, 480, "image/jpeg")


@pytest.mark.parametrize(("mode", "kind"), [("RGB", "JPEG"), ("RGB", "PNG"), ("RGBA", "PNG")])
async def test_the_worst_picture_comes_under_the_limit_in_its_proportions(
    mode: str, kind: str
) -> None:
    fitted = await fitted_picture(encoded(noise(mode, 2400, 1200), kind))
    assert len(fitted.data) <= MAX_BYTES
    assert abs(fitted.width / fitted.height - 2) < 0.01
    with Image.open(io.BytesIO(fitted.data)) as shown:
        assert shown.size == (fitted.width, fitted.height)


async def test_where_it_was_taken_is_gone() -> None:
    exif = Image.Exif()
    exif[0x010F] = "A phone"
    exif.get_ifd(0x8825)[1] = "N"
    data = encoded(noise("RGB", 1500, 1500), "JPEG", exif=exif, quality=95)
    fitted = await fitted_picture(data)
    with Image.open(io.BytesIO(fitted.data)) as shown:
        assert not shown.getexif()


async def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(MediaError):
        await fitted_picture(b"%PDF-1.7")
