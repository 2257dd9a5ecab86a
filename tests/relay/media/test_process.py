"""A file is opened where it can do no harm, and what it took is given back."""

import asyncio
import io
import subprocess
import sys
import time
import wave
import zlib
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from relay.media import Accepted, MediaError, Papers, Wanted, cleaned, fetched_and_cleaned
from relay.media.process import _ENVIRONMENT, _WORKER
from relay.media.worker import MAX_RESULT

ANY = Wanted(Accepted.RECORDINGS_TOO)


def jpeg(size: tuple[int, int] = (64, 32)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "red").save(out, "JPEG")
    return out.getvalue()


def voice_note() -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(16_000)
        sound.writeframes(bytes(range(256)) * 100)
    return out.getvalue()


async def refusal(data: bytes, wanted: Wanted = ANY) -> str:
    with pytest.raises(MediaError) as caught:
        await cleaned(data, wanted)
    return caught.value.code


async def test_a_picture_goes_in_and_comes_out() -> None:
    clean = await cleaned(jpeg(), ANY)
    assert (clean.media_type, clean.width, clean.height, clean.moved) == (
        "image/jpeg",
        64,
        32,
        False,
    )
    with Image.open(io.BytesIO(clean.data)) as picture:
        assert picture.size == (64, 32)


async def test_sound_goes_in_and_comes_out() -> None:
    assert (await cleaned(voice_note(), ANY)).media_type == "audio/mp4"


async def test_the_reason_comes_out_too() -> None:
    assert await refusal(b"") == "empty"
    assert await refusal(voice_note(), Wanted(Accepted.PAPERS_TOO)) == "sound"
    assert await refusal(b"PK\x03\x04photos/1.jpg") == "archive"


async def test_files_at_once_do_not_mix() -> None:
    sizes = [(16 * n, 16) for n in range(1, 5)]
    clean = await asyncio.gather(*(cleaned(jpeg(size), ANY) for size in sizes))
    assert [(one.width, one.height) for one in clean] == sizes


async def test_a_file_that_wants_too_much_memory_is_told_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    less = "import relay.media.worker as worker; worker.MAX_MEMORY = 2**28; worker.main()"
    monkeypatch.setattr("relay.media.process._WORKER", (sys.executable, "-I", "-c", less))
    out = io.BytesIO()
    Image.new("RGB", (7000, 7000)).save(out, "PNG", compress_level=1)
    assert await refusal(out.getvalue()) == "too_complex"


def bomb(photographs: int, size: int) -> bytes:
    """A PDF of a few kilobytes whose photographs are of `size` bytes each, packed once more."""
    picture = jpeg()
    scan = picture.index(b"\xff\xda") + 14
    picture = picture[:scan] + bytes(size) + b"\xff\xd9"
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    names: dict[str, pikepdf.Object] = {}
    for number in range(photographs):
        image = pikepdf.Stream(pdf, zlib.compress(picture + bytes([number])))
        image.update(
            {
                "/Type": pikepdf.Name.XObject,
                "/Subtype": pikepdf.Name.Image,
                "/Width": 64,
                "/Height": 32,
                "/ColorSpace": pikepdf.Name.DeviceRGB,
                "/BitsPerComponent": 8,
                "/Filter": pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.DCTDecode]),
            }
        )
        names[f"/I{number}"] = image
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(names))
    page.Contents = pdf.make_stream(b" ".join(name.encode() + b" Do" for name in names))
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


async def test_a_small_file_that_becomes_a_huge_one_is_not_taken() -> None:
    small, large = bomb(1, 1024 * 1024), bomb(3, MAX_RESULT // 2)
    assert len(large) < 1024 * 1024
    assert len((await cleaned(small, ANY)).data) > 1024 * 1024
    assert await refusal(large) == "too_complex"


def many_objects(count: int) -> bytes:
    """A PDF of some kilobytes that says it has so many objects, all in one stream."""
    entries = zlib.compress(b"\x02\x00\x03" * count, 9)
    inner = zlib.compress(b"4 0 null")
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[]/Count 0>>",
        b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n%b\nendstream"
        % (len(inner), inner),
    ]
    out = bytearray(b"%PDF-1.5\n")
    starts = []
    for number, part in enumerate(parts, start=1):
        starts.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    table = b"".join(b"\x01" + start.to_bytes(2, "big") for start in starts)
    entries = zlib.compress(b"\x00\x00\x00" + table + b"\x02\x00\x03" * count, 9)
    start = len(out)
    out += b"%d 0 obj\n<</Type/XRef/Size %d/W[1 2 0]/Root 1 0 R/Filter/FlateDecode/Length %d>>" % (
        count + 4,
        count + 4,
        len(entries),
    )
    return bytes(out + b"stream\n%b\nendstream\nendobj\nstartxref\n%d\n%%%%EOF" % (entries, start))


def nested(size: int) -> bytes:
    """A PDF of a kilobyte or so whose page becomes so many bytes, packed three times over."""
    block = 1024 * 1024
    packing = zlib.compressobj(9)
    head = packing.compress(bytes(block)) + packing.flush(zlib.Z_FULL_FLUSH)
    again = packing.compress(bytes(block)) + packing.flush(zlib.Z_FULL_FLUSH)
    data = head + again * (size // block - 1)
    data = zlib.compress(zlib.compress(data, 9), 9)
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    page.Contents = pikepdf.Stream(pdf, data)
    page.Contents.Filter = pikepdf.Array([pikepdf.Name.FlateDecode] * 3)
    out = io.BytesIO()
    pdf.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    return out.getvalue()


MEASURED = """
import asyncio, resource, sys
from relay.media import *
from relay.media.worker import MAX_MEMORY

def kilobytes(who): return resource.getrusage(who).ru_maxrss

async def take(wanted):
    before = kilobytes(resource.RUSAGE_SELF)
    try: await cleaned(sys.stdin.buffer.read(), wanted)
    except MediaError as error: print(error.code)
    else: print("taken")
    print(kilobytes(resource.RUSAGE_SELF) - before < 16 * 1024)
    print(kilobytes(resource.RUSAGE_CHILDREN) * 1024 <= MAX_MEMORY)

asyncio.run(take(Wanted(Accepted.RECORDINGS_TOO, papers=Papers(sys.argv[1]))))
"""


@pytest.mark.parametrize("papers", list(Papers))
@pytest.mark.parametrize("bomb", [many_objects(6_000_000), nested(8 * 1024**3)])
def test_a_bomb_takes_memory_of_its_own_process_and_never_more_than_that_has(
    bomb: bytes, papers: Papers
) -> None:
    assert len(bomb) < 40_000
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, papers], input=bomb, capture_output=True, check=True
    )
    code, relay_stays, child_is_held = done.stdout.decode().split()
    assert code in ("too_complex", "damaged")
    assert (relay_stays, child_is_held) == ("True", "True")


async def test_a_process_that_answers_without_an_end_is_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    endless = "import sys\nwhile True: sys.stdout.buffer.write(bytes(2**20))"
    monkeypatch.setattr("relay.media.process._WORKER", (sys.executable, "-I", "-c", endless))
    assert await refusal(jpeg()) == "too_complex"


def in_worker(code: str) -> str:
    """Run a line in a process that is confined as the one that opens files."""
    line = f"import relay.media.worker as worker; worker._confine(); {code}"
    done = subprocess.run(
        [*_WORKER[:2], "-c", line], env=_ENVIRONMENT, cwd="/", capture_output=True, text=True
    )
    return done.stdout.strip() or done.stderr.strip().rpartition("\n")[2]


def test_it_knows_no_secret_of_the_relay_s(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELAY_STORE_KEY", "secret")
    assert "RELAY" not in in_worker("import os; print(dict(os.environ))")


def test_it_cannot_write_a_file(tmp_path: Path) -> None:
    file = tmp_path / "left-behind"
    in_worker(f"open({str(file)!r}, 'w').write('x' * 10)")
    assert not file.exists() or not file.read_bytes()


@pytest.mark.parametrize(
    "opening", ["open('/etc/hostname')", "__import__('_socket').socket()", "os.pipe()"]
)
def test_it_can_open_nothing(opening: str) -> None:
    before = f"import os, _socket; {opening}; print('open')"
    assert in_worker(before) == "open"
    assert "Too many open files" in in_worker(f"import os, _socket; worker._shut(); {opening}")


def test_it_cannot_have_more_memory_than_it_may() -> None:
    assert in_worker("bytes(worker.MAX_MEMORY)") == "MemoryError"


def test_it_dies_with_no_core() -> None:
    said = in_worker("import resource; print(resource.getrlimit(resource.RLIMIT_CORE))")
    assert said == "(0, 0)"


async def test_what_ends_its_process_ends_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process is ended as a decoder with a fault ends it."""
    ended = (sys.executable, "-c", "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)")
    monkeypatch.setattr("relay.media.process._WORKER", ended)
    assert await refusal(jpeg()) == "damaged"


async def test_what_takes_too_long_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relay.media.process._QUICK", 0.1)
    monkeypatch.setattr("relay.media.process._PATIENCE", 0.2)
    monkeypatch.setattr("relay.media.process._WORKER", (sys.executable, "-c", "while True: pass"))
    assert await refusal(jpeg()) == "too_complex"


SLOW = (
    "import signal, sys\n"
    "file = sys.stdin.buffer.read()\n"
    "while b'SLOW' in file: signal.pause()\n"
    'print(\'{"refused": "text"}\')'
)


async def test_a_slow_file_delays_nobody_else_s(monkeypatch: pytest.MonkeyPatch) -> None:
    """It has its turn, and then it is the slow ones that wait for each other."""
    monkeypatch.setattr("relay.media.process._WORKER", (sys.executable, "-I", "-c", SLOW))
    monkeypatch.setattr("relay.media.process._QUICK", 0.1)
    fetched, second = [0, 0, 0], asyncio.Event()

    async def take(number: int) -> None:
        async def fetch() -> bytes:
            fetched[number] += 1
            if sum(fetched) == 4:
                second.set()
            return b"SLOW"

        await fetched_and_cleaned(fetch, ANY)

    slow = [asyncio.create_task(take(number)) for number in range(3)]
    await second.wait()
    # Each has had its turn; one has its second, which has no end, and the others are not held.
    assert fetched == [2, 1, 1]
    monkeypatch.setattr("relay.media.process._QUICK", 60)
    for _ in range(3):
        assert await refusal(b"quick") == "text"
    assert fetched == [2, 1, 1]
    assert not any(task.done() for task in slow)
    for task in slow:
        task.cancel()
    assert all(
        isinstance(end, asyncio.CancelledError)
        for end in await asyncio.gather(*slow, return_exceptions=True)
    )


async def test_a_file_that_is_only_slow_gets_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relay.media.process._QUICK", 0)
    assert (await cleaned(jpeg(), ANY)).width == 64


async def test_the_relay_goes_on_meanwhile() -> None:
    """While a picture of 48 million pixels is unpacked, the loop is never held for long."""
    data = jpeg((8064, 6048))
    longest = 0.0

    async def watch() -> None:
        nonlocal longest
        while True:
            before = time.perf_counter()
            await asyncio.sleep(0)
            longest = max(longest, time.perf_counter() - before)

    watching = asyncio.create_task(watch())
    clean = await cleaned(data, ANY)
    watching.cancel()
    assert clean.width > 2000
    assert longest < 1


def test_the_relay_itself_loads_no_decoder() -> None:
    code = (
        "import asyncio, sys; from relay.media import *;"
        "asyncio.run(cleaned(sys.stdin.buffer.read(), Wanted(Accepted.PICTURES)));"
        "print([one for one in ('PIL', 'pikepdf', 'av', 'pi_heif') if one in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=jpeg(), capture_output=True, check=True
    )
    assert done.stdout.strip() == b"[]"
