"""File names that people read, without what a name can hide."""

import re
import unicodedata

MAX_STEM = 80
"""Characters of a name before its ending."""

_ENDINGS = {
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "image/gif": ".gif",
    "text/plain": ".txt",
    "audio/mp4": ".m4a",
    "application/age": ".zip.age",
}
_UNWANTED = re.compile(r'[<>:"/\\|?*;,%]')
_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,4}$")


def safe_name(original: str, media_type: str) -> str:
    """A readable name for a paper that is published, such as `Agenda 12 May.pdf`.

    No folder, no control or invisible characters (a right-to-left override makes `…fdp.exe` read as
    `…exe.pdf`), nothing that a file system or a header stumbles over, and the ending that belongs
    to `media_type`.

    Args:
        original: the name the sender's phone gave; may be empty or hostile.
        media_type: what the file is after cleaning.
    """
    name = unicodedata.normalize("NFC", original)
    name = re.split(r"[/\\]", name)[-1]
    name = "".join(" " if c.isspace() else c for c in name)
    name = "".join(c for c in name if not unicodedata.category(c).startswith("C"))
    ending = _ending(media_type)
    stem = _ENDING.sub("", name)
    if stem.lower().endswith(ending):
        stem = stem[: -len(ending)]
    stem = " ".join(_UNWANTED.sub("_", stem).split())[:MAX_STEM].strip(" .")
    return stem + ending if stem.strip("_-. ") else neutral_name(1, media_type)


def neutral_name(number: int, media_type: str) -> str:
    """A name that says nothing, for what comes with a report: `01.jpg`."""
    return f"{number:02}{_ending(media_type)}"


def _ending(media_type: str) -> str:
    return _ENDINGS.get(media_type, ".bin")
