"""Fonts and tables inside a PDF, without what their programs wrote about themselves."""

import re
import struct

# What draws a glyph, as OpenType 1.9.1 names its tables. Others hold names of people and machines,
# licences, signatures, times (`FFTM`), a font editor's notes.
_TABLES = frozenset(
    {b"cvt ", b"fpgm", b"prep", b"glyf", b"loca", b"head", b"hhea", b"hmtx", b"maxp", b"cmap"}
    | {b"vhea", b"vmtx", b"VORG", b"CFF ", b"CFF2", b"post", b"OS/2", b"gasp"}
)
_SFNT = (b"\x00\x01\x00\x00", b"true", b"OTTO")
_HEADER, _RECORD = 12, 16
_COMMENT_LINE = re.compile(rb"^%[^\r\n]*[\r\n]+", re.MULTILINE)
_CALCULATED = re.compile(
    rb"[{}]|[+-]?(?:\d+\.?\d*|\.\d+)|\b(?:abs|add|atan|ceiling|cos|cvi|cvr|div|exp|floor|idiv|ln|log"
    rb"|mod|mul|neg|round|sin|sqrt|sub|truncate|and|bitshift|eq|false|ge|gt|le|lt|ne|not|or|true|xor"
    rb"|ifelse|if|copy|dup|exch|index|pop|roll)\b"
)
_COMMENT = re.compile(rb"%[^\r\n]*")


def plain_font(program: bytes) -> bytes:
    """Return a TrueType or OpenType font with the tables that draw, a Type 1 without its comments.

    Any other is returned as it is.
    """
    if program.startswith(b"%!"):
        # Behind the word it is encrypted (Adobe Type 1 Font Format, 2.3).
        clear, word, rest = program.partition(b"eexec")
        first, line, lines = clear.partition(b"\n")
        return first + line + _COMMENT_LINE.sub(b"", lines) + word + rest
    if not program.startswith(_SFNT) or len(program) < _HEADER:
        return program
    (count,) = struct.unpack_from(">H", program, 4)
    kept = []
    for number in range(count):
        record = program[_HEADER + number * _RECORD :][:_RECORD]
        if len(record) < _RECORD:
            return program[: _HEADER + number * _RECORD]
        tag, checksum, start, length = struct.unpack(">4sLLL", record)
        if tag in _TABLES:
            kept.append((tag, checksum, program[start : start + length]))
    # The search fields of the header (4.1 of the specification) follow from the count.
    power = max(len(kept).bit_length() - 1, 0)
    search = (1 << power) * _RECORD
    out = bytearray(program[:4])
    out += struct.pack(">4H", len(kept), search, power, len(kept) * _RECORD - search)
    at = _HEADER + len(kept) * _RECORD
    for tag, checksum, data in kept:
        out += struct.pack(">4sLLL", tag, checksum, at, len(data))
        at += (len(data) + 3) // 4 * 4
    for _, _, data in kept:
        out += data.ljust((len(data) + 3) // 4 * 4, b"\x00")
    return bytes(out)


def is_program(program: bytes) -> bool:
    """Whether it begins as a font does: TrueType, OpenType, Type 1, or the bare tables of one.

    Those are told by their header (Adobe Technical Note 5176, 6): version 1, its own size, and how
    many bytes an offset takes.
    """
    if program.startswith((b"%!", *_SFNT)):
        return True
    return (
        len(program) > _HEADER
        and program[0] == 1
        and program[2] >= 4
        and program[3] in (1, 2, 3, 4)
    )


def glyphs_in(program: bytes) -> int:
    """Return how many glyphs a TrueType font has, by its `maxp`; 0 where it does not say."""
    at = program.find(b"maxp", _HEADER)
    record = program[at : at + _RECORD]
    if at < 0 or len(record) < _RECORD:
        return 0
    (start,) = struct.unpack_from(">L", record, 8)
    return int.from_bytes(program[start + 4 : start + 6], "big")


def plain_calculator(program: bytes) -> bytes:
    """Return a calculator function (ISO 32000-2, 7.10.5) with what it calculates with alone."""
    return b" ".join(_CALCULATED.findall(_COMMENT.sub(b"", program)))
