"""Making alike what people of one language write in several ways, so that it can be compared.

Nobody who is afraid looks for the right key: `wyslij` is `wyślij`, and an Arabic word is the same
with and without its vowel signs, on a Persian and on an Arabic keyboard. What is folded is only
compared, never shown and never kept. Sources: Unicode Standard 15, chapters 7.1 (marks on Latin
letters), 9.2 (Arabic: signs, tatweel, letters that look alike), 23.2 (joiners); SpecialCasing.txt
for the Turkish İ and ı.
"""

import re
import unicodedata

# Letters that have a mark which Unicode does not take apart.
_LATIN = str.maketrans({"ł": "l", "ı": "i", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe"})

# Forms of one letter, as keyboards for Arabic, Persian and Urdu have them.
_ARABIC = str.maketrans(
    {
        **dict.fromkeys("\u0622\u0623\u0625\u0671", "\u0627"),
        **dict.fromkeys("\u0649\u064a\u06cc\u06d2", "\u06cc"),
        **dict.fromkeys("\u0643\u06a9", "\u06a9"),
        **dict.fromkeys("\u0629\u0647\u06be\u06c0\u06c1\u06c2\u06c3\u06d5", "\u06c1"),
        "\u0640": None,
    }
)
_ARABIC_SIGNS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
_JOINERS = re.compile("[\u200b-\u200f\u2060\u2066-\u2069\ufeff]")
"""What is not seen: joiners, and the marks and isolates of direction."""

_MARKED = re.compile("([a-z])[\u0300-\u036f]+")
_QUESTIONS = str.maketrans({"\u061f": "?"})

WORD = "\\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff\u200c\u200d"
"""For a class of a pattern: what a word is made of. To `re` a vowel sign is no part of one."""


def folded(text: str) -> str:
    """Return a text as it is compared: without capitals, and without what keyboards differ in."""
    if text.isascii():
        return text.casefold()
    # Twice, because folding takes letters apart (Unicode 3.13, D145).
    apart = unicodedata.normalize("NFD", unicodedata.normalize("NFC", text).casefold())
    plain = unicodedata.normalize("NFC", _MARKED.sub(r"\1", apart)).translate(_LATIN)
    plain = _ARABIC_SIGNS.sub("", plain).translate(_ARABIC)
    return _JOINERS.sub("", plain).translate(_QUESTIONS)
