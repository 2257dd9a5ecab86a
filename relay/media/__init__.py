"""Taking hidden data out of the files that pass through, and giving them harmless names.

`cleaned` does it in a process of its own; `clean_file` and what it calls are plain functions
without I/O. Their libraries are loaded at the first file.
"""

from relay.media.audio import CleanAudio, clean_audio
from relay.media.cleaning import PDF, Accepted, CleanFile, Made, Papers, Wanted, clean_file
from relay.media.documents import clean_document
from relay.media.errors import MediaCode, MediaError
from relay.media.names import neutral_name, safe_name
from relay.media.pictures import CleanPicture, clean_picture
from relay.media.process import cleaned, fetched_and_cleaned

__all__ = [
    "PDF",
    "Accepted",
    "CleanAudio",
    "CleanFile",
    "CleanPicture",
    "Made",
    "MediaCode",
    "MediaError",
    "Papers",
    "Wanted",
    "clean_audio",
    "clean_document",
    "clean_file",
    "clean_picture",
    "cleaned",
    "fetched_and_cleaned",
    "neutral_name",
    "safe_name",
]
