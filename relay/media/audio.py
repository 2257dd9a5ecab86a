"""Sound without its hidden data: voice notes and recordings, unpacked and packed anew.

What is left is one voice: mono, no tags, no pictures, no chapters, no name of the program. The
sound itself stays, and a voice tells who speaks; that is for people to know, not for a program to
hide.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from relay.media.errors import MediaError
from relay.media.kinds import recording_format

if TYPE_CHECKING:
    from av.container import InputContainer, OutputContainer

MAX_SECONDS = 60 * 60
"""The longest recording that is taken, in seconds."""
RATE = 24_000
"""Samples a second: speech needs no more."""
BITS = 48_000
"""Bits a second."""

MEDIA_TYPE = "audio/mp4"
# What phones, their recorder apps and browsers write. Each further one is another decoder open to
# strangers. PCM, which is no packing at all, is taken in every width.
_CODECS = frozenset(
    {"aac", "mp3", "mp3float", "opus", "libopus", "vorbis", "libvorbis", "alac", "flac"}
    | {"amrnb", "amrwb", "libopencore_amrnb", "libopencore_amrwb"}
)


@dataclass(frozen=True, slots=True)
class CleanAudio:
    """Sound in a plain M4A file. `seconds`: how long it is."""

    data: bytes = field(repr=False)
    seconds: float
    media_type: str = MEDIA_TYPE


def clean_audio(data: bytes, *, max_seconds: int = MAX_SECONDS) -> CleanAudio:
    """Return the sound alone: AAC, mono, in an M4A file without any tags.

    Args:
        data: the file: AAC, M4A, 3GP, MP3, Ogg or WebM (Opus or Vorbis), FLAC, WAV, AIFF, CAF,
            or AMR.
        max_seconds: longer recordings are refused, as soon as they turn out to be.

    Raises:
        MediaError: `unsupported`, `film`, `damaged` or `too_long`.
    """
    import av

    out = io.BytesIO()
    # `bitexact`: or the packer writes its name and version.
    with (
        _opened(data) as source,
        av.open(out, mode="w", format="ipod", options={"fflags": "+bitexact"}) as target,
    ):
        seconds = _copy(source, target, max_seconds)
    if not seconds:
        raise MediaError("damaged")
    return CleanAudio(out.getvalue(), seconds)


def is_film(data: bytes) -> bool:
    """Return whether what begins as a recording has moving pictures.

    Raises:
        MediaError: `unsupported` or `damaged`.
    """
    with _opened(data) as source:
        return _has_film(source)


@contextmanager
def _opened(data: bytes) -> "Iterator[InputContainer]":
    import av

    kind = recording_format(data)
    if kind is None:
        raise MediaError("unsupported")
    # The format is named, so that no other reader of the library is tried on it; and nothing
    # but the bytes at hand is opened, whatever a playlist or a reference in the file asks for.
    options = {"protocol_whitelist": "", "format_whitelist": kind}
    try:
        with av.open(io.BytesIO(data), mode="r", format=kind, options=options) as source:
            yield source
    except (MediaError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - a file made to break the library can raise anything
        raise MediaError("damaged") from None


def _copy(source: "InputContainer", target: "OutputContainer", max_seconds: int) -> float:
    """Unpack the first sound of a file into another one; return how long it is."""
    from av.audio.resampler import AudioResampler

    if _has_film(source):
        raise MediaError("film")
    if not source.streams.audio:
        raise MediaError("damaged")
    sound = source.streams.audio[0]
    codec = sound.codec_context.name
    if codec not in _CODECS and not codec.startswith("pcm_"):
        raise MediaError("unsupported")
    packed = target.add_stream("aac", rate=RATE, layout="mono")
    packed.bit_rate = BITS
    packed.codec_context.flags |= 1 << 23  # AV_CODEC_FLAG_BITEXACT
    plain = AudioResampler(format="fltp", layout="mono", rate=RATE)
    samples = 0
    for frame in source.decode(sound):
        for piece in plain.resample(frame):
            samples += piece.samples
            if samples > max_seconds * RATE:
                raise MediaError("too_long")
            piece.pts = None
            target.mux(packed.encode(piece))
    for piece in plain.resample(None) if samples else ():
        samples += piece.samples
        piece.pts = None
        target.mux(packed.encode(piece))
    target.mux(packed.encode(None))
    return samples / RATE


def _has_film(source: "InputContainer") -> bool:
    return any(not _is_cover(stream) for stream in source.streams.video)


def _is_cover(stream: object) -> bool:
    """Whether a picture is the cover of a recording, which is left out, and not a film."""
    from av.stream import Disposition

    return bool(getattr(stream, "disposition", 0) & Disposition.attached_pic)
