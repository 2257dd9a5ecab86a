"""Sound without its hidden data: voice notes and recordings, unpacked and packed anew.

What is left is one voice: mono, no tags, no pictures, no chapters, no name of the program. The
sound itself stays, and a voice tells who speaks; that is for people to know, not for a program to
hide.
"""

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from relay.media.errors import MediaError

if TYPE_CHECKING:
    from av.container import InputContainer, OutputContainer

MAX_SECONDS = 60 * 60
"""The longest recording that is taken, in seconds."""
RATE = 24_000
"""Samples a second: speech needs no more."""
BITS = 48_000
"""Bits a second."""

MEDIA_TYPE = "audio/mp4"
# What phones record and Signal sends. Each further format is another decoder open to strangers.
_FORMATS = {
    "aac": (b"\xff\xf1", b"\xff\xf9"),
    "mp3": (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"),
    "ogg": (b"OggS",),
    "wav": (b"RIFF",),
}
_CODECS = frozenset({"aac", "mp3", "mp3float", "opus", "vorbis", "pcm_s16le", "alac", "libopus"})


@dataclass(frozen=True, slots=True)
class CleanAudio:
    """Sound in a plain M4A file. `seconds`: how long it is."""

    data: bytes = field(repr=False)
    seconds: float
    media_type: str = MEDIA_TYPE


def is_audio(data: bytes) -> bool:
    """Return whether a file begins as a kind of sound that can be cleaned."""
    return _format(data) is not None


def clean_audio(data: bytes, *, max_seconds: int = MAX_SECONDS) -> CleanAudio:
    """Return the sound alone: AAC, mono, in an M4A file without any tags.

    Args:
        data: the file: AAC, M4A, MP3, Ogg (Opus or Vorbis), or WAV.
        max_seconds: longer recordings are refused, as soon as they turn out to be.

    Raises:
        MediaError: `unsupported`, `damaged` or `too_large`.
    """
    import av

    kind = _format(data)
    if kind is None:
        raise MediaError("unsupported")
    out = io.BytesIO()
    try:
        # The format is named, so that no other reader of the library is tried on it; and nothing
        # but the bytes at hand is opened, whatever a playlist or a reference in the file asks for.
        options = {"protocol_whitelist": "", "format_whitelist": kind}
        # `bitexact`: or the packer writes its name and version.
        with (
            av.open(io.BytesIO(data), mode="r", format=kind, options=options) as source,
            av.open(out, mode="w", format="ipod", options={"fflags": "+bitexact"}) as target,
        ):
            seconds = _copy(source, target, max_seconds)
    except MediaError:
        raise
    except Exception:  # noqa: BLE001 - a file made to break the library can raise anything
        raise MediaError("damaged") from None
    if not seconds:
        raise MediaError("damaged")
    return CleanAudio(out.getvalue(), seconds)


def _format(data: bytes) -> str | None:
    if data[4:8] == b"ftyp":
        return "mp4"
    if data.startswith(b"RIFF") and data[8:12] != b"WAVE":
        return None
    for kind, beginnings in _FORMATS.items():
        if data.startswith(beginnings):
            return kind
    return None


def _copy(source: "InputContainer", target: "OutputContainer", max_seconds: int) -> float:
    """Unpack the first sound of a file into another one; return how long it is."""
    from av.audio.resampler import AudioResampler

    if not source.streams.audio or any(s for s in source.streams.video if not _is_cover(s)):
        raise MediaError("unsupported")
    sound = source.streams.audio[0]
    if sound.codec_context.name not in _CODECS:
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
                raise MediaError("too_large")
            piece.pts = None
            target.mux(packed.encode(piece))
    for piece in plain.resample(None):
        samples += piece.samples
        piece.pts = None
        target.mux(packed.encode(piece))
    target.mux(packed.encode(None))
    return samples / RATE


def _is_cover(stream: object) -> bool:
    """Whether a picture is the cover of a recording, which is left out, and not a film."""
    from av.stream import Disposition

    return bool(getattr(stream, "disposition", 0) & Disposition.attached_pic)
