"""Taking out of a line what must not be in a log and can be recognised by its shape."""

import base64
import re
from collections.abc import Iterable
from urllib.parse import quote

_SHORTEST_SECRET = 4

_SHAPES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"signalcaptcha\S*", re.IGNORECASE), "[captcha]"),
    (re.compile(r"\b(basic|bearer)\s+[^\s,;\"']+", re.IGNORECASE), r"\1 [token]"),
    (re.compile(r"(?<=://)[^/\s@]+@"), "[login]@"),
    (re.compile(r"\beyJ[\w-]+\.[\w.-]+"), "[token]"),
    (re.compile(r"\bgroup\.[\w+/=%-]+"), "[group]"),
    (
        re.compile(
            r"(?<![0-9a-f])[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}"
            r"(?![0-9a-f])",
            re.IGNORECASE,
        ),
        "[id]",
    ),
    # Internal group ids and keys: base64 of 16 bytes or more, also when it stands in an address.
    (re.compile(r"(?<![\w+/-])(?:[\w+/-]|%2[bBfF]){22,}(?:={1,2}|(?:%3[dD]){1,2})"), "[id]"),
    (re.compile(r"(?<![\w+/-])(?=[\w+/-]*\d)(?=[\w+/-]*[A-Za-z])[\w+/-]{40,}"), "[id]"),
    # A phone number, with a plus or with nine digits or more, however it is grouped.
    (re.compile(r"(?:\+|%2[bB])[\s()./-]*\d(?:[\s()./-]*\d){5,}"), "[number]"),
    (re.compile(r"\(?\d(?:[\s()./-]{0,3}\d){8,}"), "[number]"),
)


class Scrubber:
    """Takes known secrets and everything with the shape of an identity out of text.

    Args:
        secrets: values that must never appear, in the clear. Very short ones are ignored, they
            would tear holes into every line.
    """

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        spellings = {
            spelling
            for secret in secrets
            if len(secret) >= _SHORTEST_SECRET
            for spelling in _spellings(secret)
        }
        # The longest first: one secret may begin like another.
        ordered = sorted(spellings, key=len, reverse=True)
        self._secrets = re.compile("|".join(map(re.escape, ordered))) if ordered else None

    def __call__(self, text: str) -> str:
        """`text` with every find replaced by what kind of thing it was."""
        if self._secrets is not None:
            text = self._secrets.sub("[secret]", text)
        for shape, label in _SHAPES:
            text = shape.sub(label, text)
        return text


def _spellings(secret: str) -> Iterable[str]:
    yield secret
    yield quote(secret, safe="")
    yield base64.b64encode(secret.encode()).decode()
    yield base64.b64encode(f"relay:{secret}".encode()).decode()
