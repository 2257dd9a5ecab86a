"""Taking hidden data out of the files that pass through, and giving them harmless names.

Plain functions without I/O; big files keep a processor busy, so call them with `asyncio.to_thread`.
The libraries are loaded at the first file, so that an idle relay stays small.
"""

from relay.media.audio import CleanAudio, clean_audio, is_audio
from relay.media.documents import clean_document
from relay.media.errors import MediaError
from relay.media.names import neutral_name, safe_name
from relay.media.pictures import CleanPicture, clean_picture

__all__ = [
    "CleanAudio",
    "CleanPicture",
    "MediaError",
    "clean_audio",
    "clean_document",
    "clean_picture",
    "is_audio",
    "neutral_name",
    "safe_name",
]
