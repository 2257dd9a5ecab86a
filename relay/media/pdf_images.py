"""Images inside a PDF: their pixels, without what a camera or a program wrote beside them."""

import io
from typing import TYPE_CHECKING, Any

from relay.media.errors import MediaError
from relay.media.jpeg import without_metadata
from relay.media.pdf_content import Unknown

if TYPE_CHECKING:
    import pikepdf

_LOSSLESS = frozenset(
    {"/FlateDecode", "/LZWDecode", "/RunLengthDecode", "/ASCII85Decode", "/ASCIIHexDecode"}
)
_JPEG = "/DCTDecode"
_JPEG_2000 = "/JPXDecode"
_PACKED = (b"\xff\xd8\xff", b"\x00\x00\x00\x0cjP", b"\xff\x4f\xff\x51")
"""How JPEG and JPEG 2000 begin (ISO/IEC 10918-1, B.2.1; 15444-1, A.4.1 and I.5.1): a file whose
`/Filter` is damaged shows them as noise, with all that a camera wrote beside the pixels."""

_MAX_PIXELS = 50_000_000


def pixels_of(image: "pikepdf.Stream", components: int | None) -> tuple[bytes, dict[str, Any]]:
    """Return the data of an image, and the keys that say how it is packed.

    Args:
        image: the source.
        components: of a pixel, by its colour space; None where that is not known.

    Raises:
        Unknown: it is packed in a way that can hold more than pixels (JBIG2, CCITT), or does not
            hold the pixels that it is said to.
        MediaError: `damaged`.
    """
    filters = _listed(image.get("/Filter"))
    names = [str(one) for one in filters]
    if names and names[-1] == _JPEG and _LOSSLESS.issuperset(names[:-1]):
        return _jpeg(image, names)
    if names and names[-1] == _JPEG_2000 and _LOSSLESS.issuperset(names[:-1]):
        return _jpeg_2000(_inner(image, names))
    if not _LOSSLESS.issuperset(names):
        raise Unknown("packing")
    data = image.read_bytes()
    if components is None or data.startswith(_PACKED):
        raise Unknown("packing")
    bits = int(image.get("/BitsPerComponent", 1)) * components * int(image.get("/Width", 0))
    length = (bits + 7) // 8 * int(image.get("/Height", 0))
    if len(data) < length:
        # It is something else than the pixels it is said to be.
        raise Unknown("packing")
    # What comes after the last line is seen nowhere.
    return data[:length], {}


def _jpeg(image: "pikepdf.Stream", names: list[str]) -> tuple[bytes, dict[str, Any]]:
    import pikepdf

    packed: dict[str, Any] = {"/Filter": pikepdf.Name.DCTDecode}
    parameters = _listed(image.get("/DecodeParms"))
    last = parameters[-1] if len(parameters) == len(names) else None
    if isinstance(last, pikepdf.Dictionary) and "/ColorTransform" in last:
        packed["/DecodeParms"] = pikepdf.Dictionary(ColorTransform=int(last["/ColorTransform"]))
    return without_metadata(_inner(image, names)), packed


def _jpeg_2000(data: bytes) -> tuple[bytes, dict[str, Any]]:
    """Pack it anew: its boxes and its comments can hold anything (ISO/IEC 15444-1, annex I)."""
    import pikepdf
    from PIL import Image

    with Image.open(io.BytesIO(data), formats=("JPEG2000",)) as picture:
        if picture.width * picture.height > _MAX_PIXELS:
            raise MediaError("too_complex")
        plain = picture.convert("L" if picture.mode in ("1", "L", "LA", "I", "I;16") else "RGB")
    # What was written beside the pixels would be written beside them again.
    plain.info.clear()
    out = io.BytesIO()
    plain.save(out, "JPEG", quality=90)
    space = pikepdf.Name.DeviceGray if plain.mode == "L" else pikepdf.Name.DeviceRGB
    return out.getvalue(), {
        "/Filter": pikepdf.Name.DCTDecode,
        "/ColorSpace": space,
        "/BitsPerComponent": 8,
    }


def _inner(image: "pikepdf.Stream", names: list[str]) -> bytes:
    """Return what is left when all packings but the last are taken off."""
    import pikepdf

    raw = image.read_raw_bytes()
    if len(names) == 1:
        return raw
    parameters = _listed(image.get("/DecodeParms"))
    held = pikepdf.new()
    outer = pikepdf.Stream(held, raw)
    outer.Filter = pikepdf.Array([pikepdf.Name(name) for name in names[:-1]])
    if len(parameters) == len(names):
        plain = [dict(one) if isinstance(one, pikepdf.Dictionary) else None for one in parameters]
        known = [
            pikepdf.Dictionary({key: int(value) for key, value in one.items()}) if one else None
            for one in plain[:-1]
        ]
        outer.DecodeParms = pikepdf.Array(known)
    return outer.read_bytes()


def _listed(value: Any) -> list[Any]:
    import pikepdf

    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]
