"""Marked words, in every spelling they could leak in, and files with marked hidden data."""

import base64
import io
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import aiohttp
import pikepdf
from PIL import Image

from practice.pds import PracticeAccount, PracticePds
from practice.phones import Phone


def spellings(mark: str) -> set[bytes]:
    """Return a mark in every form that it can be found in."""
    plain = mark.encode()
    found = {
        plain,
        mark.lower().encode(),
        mark.upper().encode(),
        mark.encode("utf-16-le"),
        mark.encode("utf-16-be"),
        plain.hex().encode(),
        plain.hex().upper().encode(),
        quote(mark, safe="").encode(),
        quote(mark, safe="").lower().encode(),
        json.dumps(mark)[1:-1].encode(),
        repr(mark)[1:-1].encode(),
    }
    # Base64 looks different depending on where in its three bytes a word begins; the characters at
    # its ends depend on its neighbours.
    for offset in range(3):
        padded = b"\0" * offset + plain
        encoded = base64.b64encode(padded)[(offset * 8 + 5) // 6 : len(padded) * 8 // 6]
        found |= {encoded, encoded.replace(b"+", b"-").replace(b"/", b"_")}
    return found


def leaks(place: bytes | str, marks: Mapping[str, str]) -> list[str]:
    """Return the names of the marks that are in `place` in any spelling."""
    data = place.encode() if isinstance(place, str) else place
    return [name for name, mark in marks.items() if any(s in data for s in spellings(mark))]


class Findings:
    """Looks for marks in places where none may be."""

    def __init__(self, marks: Mapping[str, str]) -> None:
        self._marks = marks
        self.leaked: list[tuple[str, str]] = []

    def look(self, where: str, place: bytes | str) -> None:
        """Note which marks are in `place`."""
        self.leaked += [(where, name) for name in leaks(place, self._marks)]


def identity(who: str, phone: Phone) -> dict[str, str]:
    """Return what tells who somebody is, as marks."""
    return {
        f"{who}'s number": str(phone.person.number).removeprefix("+44"),
        f"{who}'s account": phone.aci,
        f"{who}'s name": phone.person.name,
    }


async def on_bluesky(pds: PracticePds, account: PracticeAccount) -> list[bytes]:
    """Return everything an account has on Bluesky: its posts, then each file in them."""
    posts = await pds.posts(account.did)
    found = [json.dumps(posts, ensure_ascii=False).encode()]
    for cid in _blobs(posts):
        url = f"{pds.url}/xrpc/com.atproto.sync.getBlob?did={account.did}&cid={cid}"
        async with aiohttp.ClientSession() as session, session.get(url) as response:
            found.append(await response.read())
    return found


def _blobs(value: Any) -> list[str]:
    if isinstance(value, dict):
        if "$link" in value:
            return [value["$link"]]
        return [cid for part in value.values() for cid in _blobs(part)]
    return [cid for part in value for cid in _blobs(part)] if isinstance(value, list) else []


def photograph(mark: str) -> bytes:
    """Return a JPEG with a mark in its EXIF, its GPS block, its comment and its XMP."""
    picture = Image.new("RGB", (64, 48), (200, 30, 30))
    exif = Image.Exif()
    exif[0x010F] = mark
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 32.0, 44.0), 3: "W", 4: (0.0, 3.0, 19.0)})
    exif.get_ifd(0x8825)[29] = mark
    out = io.BytesIO()
    xmp = b"<x:xmpmeta>" + mark.encode()
    picture.save(out, "JPEG", exif=exif, comment=mark.encode(), xmp=xmp)
    return out.getvalue()


def paper(mark: str) -> bytes:
    """Return a PDF with a mark as its author."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(200, 100))
    pdf.docinfo["/Author"] = mark
    with pdf.open_metadata() as metadata:
        metadata["dc:creator"] = [mark]
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def unpacked(data: bytes) -> bytes:
    """Return a file's bytes, a PDF's with everything that is packed in it."""
    if not data.startswith(b"%PDF"):
        return data
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        level = pikepdf.StreamDecodeLevel.all
        pdf.save(out, stream_decode_level=level, compress_streams=False)
    return data + out.getvalue()
