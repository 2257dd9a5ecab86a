"""Somebody whose every trace carries a mark, and files with marks in all the places files have."""

import io
import json
import struct
import wave
from collections.abc import Iterable, Mapping

import pikepdf
import pillow_heif
from PIL import Image

from practice.attachments import Attachment
from practice.phones import Phone

MAKER = "Zephyrine Quillfeather"
PLACE = "51.5450 N, 0.0553 W"
FILE = "zephyrine at quillfeather road"
INSIDE_FILES = (MAKER, "Zephyrine", "Quillfeather", "quillfeather", PLACE, FILE)


def marked_picture() -> Attachment:
    """Return a photograph that tells where it was taken, by whom and in which file."""
    exif = Image.Exif()
    exif[0x010E], exif[0x013B] = PLACE, MAKER
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 32.0, 42.0), 3: "W", 4: (0.0, 3.0, 19.0)})
    out = io.BytesIO()
    Image.new("RGB", (64, 48), "olive").save(out, "JPEG", exif=exif, comment=MAKER.encode())
    return Attachment(out.getvalue(), "image/jpeg", f"{FILE}.jpg")


def marked_phone_picture(kind: str) -> Attachment:
    """Return a photograph as phones of today write it, `HEIF` or `AVIF`, that tells the same."""
    pillow_heif.register_heif_opener()
    exif = Image.Exif()
    exif[0x010E], exif[0x013B] = PLACE, MAKER
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 32.0, 42.0), 29: FILE})
    picture, out = Image.new("RGB", (64, 48), "olive"), io.BytesIO()
    picture.save(out, kind, exif=exif.tobytes(), xmp=f"<x:xmpmeta>{MAKER}</x:xmpmeta>".encode())
    assert MAKER.encode() in out.getvalue()
    name = "heic" if kind == "HEIF" else "avif"
    return Attachment(out.getvalue(), f"image/{name}", f"{FILE}.{name}")


def marked_sound() -> Attachment:
    """Return a recording with a tag that names its maker."""
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(b"\x10\x00\x20\x01" * 4000)
    name = MAKER.encode() + b"\0\0"
    tags = b"INFOIART" + struct.pack("<I", len(name)) + name
    data = out.getvalue() + b"LIST" + struct.pack("<I", len(tags)) + tags
    data = data[:4] + struct.pack("<I", len(data) - 8) + data[8:]
    return Attachment(data, "audio/wav", f"{FILE}.wav")


def marked_paper() -> Attachment:
    """Return a PDF that names its author and runs a script."""
    document = pikepdf.new()
    document.add_blank_page()
    document.docinfo["/Author"] = MAKER
    document.Root.OpenAction = pikepdf.Dictionary(
        S=pikepdf.Name.JavaScript, JS=f"app.alert('{FILE}')"
    )
    out = io.BytesIO()
    document.save(out)
    return Attachment(out.getvalue(), "application/pdf", f"{FILE}.pdf")


def traces(*phones: Phone) -> tuple[str, ...]:
    """Return every way in which somebody's identity may be written."""
    found: list[str] = []
    for phone in phones:
        found += [phone.aci, phone.aci.replace("-", ""), *phone.person.name.split()]
        if phone.person.number:
            found += [phone.person.number, phone.person.number.lstrip("+")]
    return (*found, *INSIDE_FILES)


def marks_in(data: bytes | str, marks: Iterable[str]) -> list[str]:
    """Return which marks some data holds, in any of the forms a program might write them in."""
    raw = data.encode() if isinstance(data, str) else data
    return [mark for mark in marks if any(form in raw for form in _forms(mark))]


def officers_table(*officers: tuple[Phone, str]) -> str:
    """Return a team's officers as TOML."""
    return ", ".join(
        f"{{ id = {json.dumps(phone.aci)}, role = {json.dumps(role)} }}" for phone, role in officers
    )


def teams_table(settings: Mapping[str, object], *teams: tuple[str, str, str]) -> str:
    """Return the `[safeguarding]` table.

    Args:
        settings: what stands in it besides teams.
        teams: slug, officers as TOML, and further lines of each.
    """
    lines = ["[safeguarding]", *(f"{key} = {json.dumps(value)}" for key, value in settings.items())]
    for slug, officers, more in teams:
        lines += [
            "[[safeguarding.teams]]",
            f'slug = "{slug}"',
            f'name = "{slug.capitalize()} team"',
            f"officers = [{officers}]",
            more,
        ]
    return "\n".join(lines)


def _forms(mark: str) -> tuple[bytes, ...]:
    plain = mark.encode()
    forms = [plain, mark.encode("utf-16-le"), mark.encode("utf-16-be")]
    if len(mark) == 32 and all(c in "0123456789abcdef" for c in mark):
        forms.append(bytes.fromhex(mark))
    return tuple(forms)
