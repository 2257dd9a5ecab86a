"""Papers that somebody made to break what builds them anew: nothing hidden gets through.

Each begins as a paper of a real maker. What is hidden is put in wherever a PDF has room for it, and
then the file itself is damaged, as it comes over a bad line or out of a bad program.
"""

import io
import os
import resource
import traceback
from collections.abc import Callable
from random import Random
from typing import Any

import pikepdf
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from makers import MARKS, PAPERS
from media_papers import CANARY, unpacked

from relay.media import Accepted, Papers, Wanted, clean_file
from relay.media.decoders import load_decoders
from relay.media.errors import MediaError
from relay.media.kinds import Kind
from relay.media.worker import MAX_MEMORY

EXAMPLES = int(os.environ.get("RELAY_FUZZ_PAPERS", "12"))
SECONDS = 60
BYTES = [one.read_bytes() for one in PAPERS]
HIDDEN = (CANARY, *MARKS.values())
ACTIVE = (
    *(b"/JavaScript", b"/JS", b"/OpenAction", b"/AA", b"/Launch", b"/EmbeddedFile", b"/Metadata"),
    *(b"/SubmitForm", b"/ImportData", b"/RichMedia", b"/XFA", b"/PieceInfo", b"/AcroForm"),
)
Change = Callable[[pikepdf.Pdf, Random], None]


def script(_pdf: pikepdf.Pdf, _random: Random) -> Any:
    return pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=f"app.alert('{CANARY}')")


def stream(pdf: pikepdf.Pdf, _random: Random) -> Any:
    return pdf.make_stream(CANARY.encode(), Type=pikepdf.Name.EmbeddedFile, Subtype=f"/{CANARY}")


def words(_pdf: pikepdf.Pdf, _random: Random) -> Any:
    return pikepdf.String(CANARY)


def nested(_pdf: pikepdf.Pdf, random: Random) -> Any:
    value: Any = pikepdf.String(CANARY)
    for _ in range(random.randrange(1, 90)):
        value = pikepdf.Array([value]) if random.random() < 0.5 else pikepdf.Dictionary(K=value)
    return value


def odd(_pdf: pikepdf.Pdf, random: Random) -> Any:
    return random.choice([2**31, -1, 1e9, True, pikepdf.Name(f"/{CANARY}"), pikepdf.Array([])])


def another(pdf: pikepdf.Pdf, random: Random) -> Any:
    """Any part of the file, perhaps the very one that it is put into."""
    return random.choice(list(pdf.objects))


VALUES = (script, stream, words, nested, odd, another)
KEYS = (
    *("AA", "OpenAction", "Metadata", "PieceInfo", "Names", "Annots", "A", "Contents", "Alt", "T"),
    *("Desc", "Type", "Subtype", "Filter", "DecodeParms", "Length", "Resources", "Font", "Kids"),
    *("Parent", "Group", "SMask", "OC", "ToUnicode", "Encoding", "XObject", "ColorSpace", "Lang"),
    *("ActualText", "Widths", "MediaBox", "Rotate", "StructTreeRoot", "Mark", "K", "Pg", "Count"),
)
CONTENT = (
    f"BT 3 Tr ({CANARY}) Tj ET",
    f"/Span <</ActualText ({CANARY})>> BDC EMC",
    f"/OC /{CANARY} BDC EMC",
    f"% {CANARY}",
    f"BX ({CANARY}) xx EX",
    f"q 0 0 0 0 re W n BT ({CANARY}) Tj ET Q",
    f"/{CANARY} MP /{CANARY} Do /{CANARY} gs /{CANARY} sh",
    f"[({CANARY})] TJ {'q ' * 60}",
    f"/F1 12 Tf ({CANARY}) Tj",
)


def put_in(pdf: pikepdf.Pdf, random: Random) -> None:
    """Put something into a part of the file, under a key that means something or under none."""
    holders = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary | pikepdf.Stream)]
    holder, value = random.choice([*holders, pdf.Root, pdf.trailer]), random.choice(VALUES)
    holder[f"/{random.choice(KEYS)}"] = value(pdf, random)


def take_out(pdf: pikepdf.Pdf, random: Random) -> None:
    holder = random.choice([one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)])
    # A set, whose order is another in each process.
    keys = sorted(holder.keys())
    for key in random.sample(keys, min(1, len(keys))):
        del holder[key]


def draw(pdf: pikepdf.Pdf, random: Random) -> None:
    """Put something before or after what is drawn on a page."""
    added = pdf.make_stream(random.choice(CONTENT).encode())
    random.choice(list(pdf.pages)).contents_add(added, prepend=random.random() < 0.5)


def attach(pdf: pikepdf.Pdf, random: Random) -> None:
    pdf.attachments[CANARY] = CANARY.encode()
    with pdf.open_metadata() as metadata:
        metadata["dc:creator"] = [CANARY]


CHANGES: tuple[Change, ...] = (put_in, put_in, put_in, take_out, draw, draw, attach)


def made(seed: int) -> bytes:
    """Return a paper that was changed, by its number: the same number is the same paper."""
    random = Random(seed)
    data = random.choice(BYTES)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for _ in range(random.randrange(1, 8)):
            # What cannot be put there is left out.
            try:
                random.choice(CHANGES)(pdf, random)
            except (ValueError, TypeError, KeyError, IndexError, pikepdf.PdfError):
                continue
        out = io.BytesIO()
        try:
            pdf.save(out, compress_streams=random.random() < 0.5)
            data = out.getvalue()
        except (ValueError, RuntimeError, pikepdf.PdfError):
            pass
    return damaged(data, random) if random.random() < 0.3 else data


def damaged(data: bytes, random: Random) -> bytes:
    content = bytearray(data)
    for _ in range(random.randrange(1, 12)):
        content[random.randrange(20, len(content))] = random.randrange(256)
    cut = random.randrange(200, len(content)) if random.random() < 0.2 else len(content)
    return bytes(content[:cut])


def outcome(data: bytes, papers: Papers) -> tuple[str, bytes]:
    """Clean a file in a process of its own; return `clean`, `refused`, `ended` or `fault`."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "wb") as answer:
            answer.write(b" ".join(_answer(data, papers)))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as said:
        kind, _, rest = said.read().partition(b" ")
    os.waitpid(child, 0)
    return kind.decode() or "ended", rest


def _answer(data: bytes, papers: Papers) -> tuple[bytes, bytes]:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (4 * MAX_MEMORY, 4 * MAX_MEMORY))
    # As in the process of the relay's: what has to be opened for it must be open by now.
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    try:
        return b"clean", clean_file(data, Wanted(Accepted.PAPERS_TOO, papers=papers)).data
    except MediaError as error:
        return b"refused", error.code.encode()
    except MemoryError:
        return b"refused", b"too_complex"
    except BaseException:  # noqa: BLE001 -- that is what is looked for
        return b"fault", traceback.format_exc().encode()


def hidden_in(data: bytes) -> list[str]:
    """Which marks a paper holds anywhere but in descriptions for screen readers, which stay."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary) and "/Alt" in one:
                del one["/Alt"]
        out = io.BytesIO()
        pdf.save(out)
    everything = out.getvalue() + unpacked(out.getvalue())
    return [
        mark
        for mark in HIDDEN
        if any(form in everything for form in (mark.encode(), mark.encode("utf-16-be")))
    ]


@pytest.fixture(scope="module", autouse=True)
def decoders() -> None:
    load_decoders(Kind.PAPER)


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize="RELAY_FUZZ_PAPERS" not in os.environ,
    suppress_health_check=list(HealthCheck),
)
@given(st.integers(0, 2**64), st.sampled_from(list(Papers)))
# A photograph whose `/Filter` is damaged: it passed for pixels that nobody packed.
@example(2474184, Papers.REBUILT)
# One whose comment has become a segment of a reserved kind.
@example(482061, Papers.REBUILT)
def test_whatever_a_paper_holds_what_is_hidden_stays_there(seed: int, papers: Papers) -> None:
    data = made(seed)
    kind, said = outcome(data, papers)
    assert kind != "fault", said.decode()
    if kind != "clean":
        # Said to its sender. What ends the process costs nothing but itself.
        return
    assert hidden_in(said) == []
    with pikepdf.open(io.BytesIO(said)) as pdf:
        assert set(pdf.Root.keys()) <= {"/Type", "/Pages", "/StructTreeRoot", "/MarkInfo", "/Lang"}
        assert "/Info" not in pdf.trailer
        assert len(pdf.pages) > 0
    everything = unpacked(said)
    assert [name for name in ACTIVE if name + b" " in everything] == []


def test_a_paper_that_was_left_alone_gets_through_there() -> None:
    for data in BYTES:
        assert outcome(data, Papers.REBUILT)[0] == "clean"
