"""Files that travel with messages, and the folder signal-cli keeps received ones in."""

import base64
import binascii
import mimetypes
import re
import secrets
import tempfile
from dataclasses import dataclass, field, replace
from uuid import uuid4

from practice.refusals import Refusal

_SIGNATURES: tuple[tuple[bytes, int, str, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", 0, "image/png", ".png"),
    (b"\xff\xd8\xff", 0, "image/jpeg", ".jpg"),
    (b"GIF8", 0, "image/gif", ".gif"),
    (b"WEBP", 8, "image/webp", ".webp"),
    (b"%PDF-", 0, "application/pdf", ".pdf"),
    (b"ftyp", 4, "video/mp4", ".mp4"),
    (b"\xff\xf1", 0, "audio/aac", ".aac"),
    (b"\xff\xf9", 0, "audio/aac", ".aac"),
    (b"OggS", 0, "audio/ogg", ".oga"),
    (b"ID3", 0, "audio/mpeg", ".mp3"),
    (b"PK\x03\x04", 0, "application/zip", ".zip"),
)
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")


@dataclass(frozen=True)
class Attachment:
    """A file in a message.

    Args:
        data: its bytes.
        content_type: the MIME type that the sender's app stated.
        filename: the name that the sender's app stated, or None.
        id: the name that it has in signal-cli's attachment folder once received.
        caption: a description typed by the sender, or None.
        uploaded: when it was uploaded, in milliseconds, or None where the app does not say.
        voice: whether it was recorded in the app, as a voice message.
    """

    data: bytes = field(repr=False)
    content_type: str
    filename: str | None = None
    id: str = ""
    caption: str | None = None
    width: int | None = None
    height: int | None = None
    uploaded: int | None = None
    voice: bool = False


def sniff(data: bytes) -> tuple[str, str]:
    """MIME type and file extension of some bytes, by their signature."""
    for signature, offset, mime, extension in _SIGNATURES:
        if data.startswith(signature, offset):
            return mime, extension
    try:
        data.decode()
    except UnicodeDecodeError:
        return "application/octet-stream", ""
    return "text/plain; charset=utf-8", ".txt"


def decode(text: str) -> bytes:
    """Base64 as Go reads it.

    Raises:
        Refusal: it is none, in Go's words.
    """
    raw = text.replace("\r", "").replace("\n", "").encode()
    try:
        return base64.b64decode(raw, validate=True)
    except (binascii.Error, ValueError) as error:
        body = raw.rstrip(b"=")
        bad = _NOT_BASE64.search(body)
        position = bad.start() if bad else len(body)
        raise Refusal(f"illegal base64 data at input byte {position}") from error


def parse_outgoing(text: str) -> Attachment:
    """An attachment from the three forms that `base64_attachments` takes.

    The MIME type in a data URI is read and then not used, as in the real API: it writes a file
    under the given name, and signal-cli guesses the type from that file.

    Raises:
        Refusal: no data, or not base64.
    """
    payload, filename = text, ""
    marker = text.rfind("base64,")
    if "data:" in text and marker != -1:
        payload = text[marker + len("base64,") :]
        for item in text[: max(marker - 1, 0)].split(";"):
            if item.startswith("filename="):
                filename = item.removeprefix("filename=")
    if not payload:
        raise Refusal("The base64 data does not exist.")
    data = decode(payload)
    if "/" in filename:
        raise Refusal(
            f"open {tempfile.gettempdir()}/{uuid4()}/{filename}: no such file or directory"
        )
    if not filename:
        filename = str(uuid4()) + sniff(data)[1]
    guessed, _ = mimetypes.guess_type(filename)
    return Attachment(data, guessed or "application/octet-stream", filename)


class AttachmentFolder:
    """What signal-cli received and nobody deleted yet: `/v1/attachments`."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}

    def keep(self, attachment: Attachment) -> Attachment:
        """Stores a received file; returns it with its name in the folder."""
        extension = mimetypes.guess_extension(attachment.content_type) or ""
        stored = replace(attachment, id=secrets.token_urlsafe(15) + extension)
        self._files[stored.id] = stored.data
        return stored

    def put(self, name: str, data: bytes) -> None:
        """Stores a file under a name of its own, as if it had been received."""
        self._files[name] = data

    def names(self) -> list[str]:
        """Every file's name, sorted as a folder walk gives them."""
        return sorted(self._files)

    def read(self, name: str) -> bytes | None:
        """A file's bytes, or None."""
        return self._files.get(name)

    def remove(self, name: str) -> bytes | None:
        """Deletes a file; returns its bytes, or None if there was none."""
        return self._files.pop(name, None)
