"""A small photograph for tests."""

from io import BytesIO

from PIL import Image


def jpeg() -> bytes:
    """Return a JPEG of a few grey pixels."""
    file = BytesIO()
    Image.new("RGB", (8, 8), "grey").save(file, "JPEG")
    return file.getvalue()
