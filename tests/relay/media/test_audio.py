"""Only the sound of a recording gets through."""

import array
import io
import math
from fractions import Fraction

import av
import pytest
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from hypothesis import given, settings
from hypothesis import strategies as st

from relay.media import MediaError, clean_audio
from relay.media.kinds import Kind, kind_of

CANARY = "CANARY-7f3a"


def recording(
    container: str, codec: str, seconds: float = 1.0, *, layout: str = "stereo", rate: int = 48_000
) -> bytes:
    """A recording as a phone makes it, with a name, a place and a date."""
    out = io.BytesIO()
    channels = 2 if layout == "stereo" else 1
    with av.open(out, "w", format=container) as target:
        for tag in ("title", "artist", "comment", "location", "creation_time"):
            target.metadata[tag] = CANARY if tag != "creation_time" else "2026-01-02T03:04:05Z"
        stream = target.add_stream(codec, rate=rate, layout=layout)
        assert isinstance(stream, AudioStream)
        fitting = av.AudioResampler(
            format=stream.codec_context.format.name, layout=layout, rate=rate
        )
        for start in range(0, int(seconds * rate), 1024):
            frame = AudioFrame(format="s16", layout=layout, samples=1024)
            frame.sample_rate, frame.pts, frame.time_base = rate, start, Fraction(1, rate)
            wave = [
                int(9000 * math.sin((start + at // channels) * 440 * 2 * math.pi / rate))
                for at in range(1024 * channels)
            ]
            frame.planes[0].update(array.array("h", wave).tobytes())
            for piece in fitting.resample(frame):
                target.mux(stream.encode(piece))
        target.mux(stream.encode(None))
    return out.getvalue()


KINDS = [
    ("adts", "aac"),
    ("ipod", "aac"),
    ("mp3", "libmp3lame"),
    ("ogg", "libopus"),
    ("wav", "pcm_s16le"),
    ("wav", "pcm_u8"),
    ("wav", "pcm_s24le"),
    ("wav", "pcm_s32le"),
    ("wav", "pcm_f32le"),
    ("flac", "flac"),
    ("ogg", "flac"),
    ("aiff", "pcm_s16be"),
    ("aiff", "pcm_s24be"),
    ("ipod", "alac"),
    ("caf", "alac"),
    ("caf", "pcm_s24le"),
    ("webm", "libopus"),
]


@pytest.mark.parametrize(("container", "codec"), KINDS)
def test_what_phones_record_becomes_plain_mono(container: str, codec: str) -> None:
    data = recording(container, codec)
    assert kind_of(data) is Kind.RECORDING
    clean = clean_audio(data)
    assert clean.media_type == "audio/mp4"
    assert clean.seconds == pytest.approx(1.0, abs=0.1)
    with av.open(io.BytesIO(clean.data)) as heard:
        assert [stream.type for stream in heard.streams] == ["audio"]
        (sound,) = heard.streams.audio
        assert (sound.codec_context.name, sound.layout.name) == ("aac", "mono")
        assert isinstance(heard, InputContainer)
        frames = list(heard.decode(sound))
    assert sum(frame.samples for frame in frames) > 20_000
    assert any(any(bytes(frame.planes[0])) for frame in frames)


@pytest.mark.parametrize(("container", "codec"), KINDS[1:])
def test_no_tag_gets_through(container: str, codec: str) -> None:
    data = recording(container, codec)
    assert CANARY.encode() in data
    clean = clean_audio(data)
    assert CANARY.encode() not in clean.data
    assert b"Lav" not in clean.data
    with av.open(io.BytesIO(clean.data)) as heard:
        told = {**heard.metadata, **heard.streams.audio[0].metadata}
        assert set(told) <= {
            "major_brand",
            "minor_version",
            "compatible_brands",
            "language",
            "handler_name",
            "vendor_id",
        }


def test_the_same_sound_gives_the_same_file() -> None:
    data = recording("ipod", "aac")
    assert clean_audio(data).data == clean_audio(data).data


def test_a_long_recording_is_refused() -> None:
    with pytest.raises(MediaError) as refused:
        clean_audio(recording("adts", "aac", 3), max_seconds=2)
    assert refused.value.code == "too_long"


def test_a_film_is_refused() -> None:
    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as target:
        sound = target.add_stream("aac", rate=48_000, layout="mono")
        film = target.add_stream("mpeg4", rate=24)
        film.width, film.height, film.pix_fmt = 64, 64, "yuv420p"
        for packet in (*film.encode(av.VideoFrame(64, 64, "yuv420p")), *film.encode(None)):
            target.mux(packet)
        frame = AudioFrame(format="fltp", layout="mono", samples=1024)
        frame.sample_rate, frame.pts, frame.time_base = 48_000, 0, Fraction(1, 48_000)
        frame.planes[0].update(bytes(4096))
        for packet in (*sound.encode(frame), *sound.encode(None)):
            target.mux(packet)
    with pytest.raises(MediaError) as refused:
        clean_audio(out.getvalue())
    assert refused.value.code == "film"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "unsupported"),
        (b"%PDF-1.7", "unsupported"),
        (b"RIFF\x00\x00\x00\x00AVI LIST", "unsupported"),
        (b"#EXTM3U\nfile:///etc/passwd", "unsupported"),
        (b"ffconcat version 1.0\nfile /etc/passwd", "unsupported"),
        (b"\xff\xf1" + b"\x00" * 500, "damaged"),
        (b"\x00\x00\x00\x18ftypM4A " + b"\x00" * 100, "damaged"),
        (b"OggS" + b"\x01" * 300, "damaged"),
    ],
)
def test_what_is_no_recording_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(MediaError) as refused:
        clean_audio(data)
    assert refused.value.code == code


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(KINDS[:4]), st.data())
def test_a_broken_file_is_refused_or_cleaned(kind: tuple[str, str], data: st.DataObject) -> None:
    whole = _made(kind)
    cut = data.draw(st.integers(1, len(whole)))
    at = data.draw(st.integers(0, len(whole) - 1))
    broken = bytearray(whole[:cut])
    if at < cut:
        broken[at] ^= data.draw(st.integers(1, 255))
    try:
        clean = clean_audio(bytes(broken))
    except MediaError as refused:
        assert refused.code in ("damaged", "unsupported", "empty", "film")  # noqa: PT017
    else:
        assert CANARY.encode() not in clean.data


_kept: dict[tuple[str, str], bytes] = {}


def _made(kind: tuple[str, str]) -> bytes:
    if kind not in _kept:
        _kept[kind] = recording(*kind, 0.3)
    return _kept[kind]
