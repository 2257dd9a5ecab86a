"""What a browser is told about a file: whether it shows or keeps it, and under which name.

RFC 6266 with the encoding of RFC 8187; a name is never anything but a name, whatever it contains.
"""

import unicodedata
from urllib.parse import quote

_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ._-()"
# RFC 8187, 3.2.1, attr-char, beside letters and digits.
_ATTRIBUTE = "!#$&+-.^_`|~"


def disposition(kind: str, name: str) -> str:
    """The value of `Content-Disposition`.

    Args:
        kind: `inline` or `attachment`.
        name: with its ending; what is not ASCII is given to old readers without its marks, or not
            at all.
    """
    plain = "".join(one for one in unicodedata.normalize("NFKD", name) if one in _PLAIN)
    plain = " ".join(plain.split())
    if plain.startswith(".") or not plain:
        plain = f"file{plain}"
    value = f'{kind}; filename="{plain}"'
    if plain == name:
        return value
    return f"{value}; filename*=UTF-8''{quote(name, safe=_ATTRIBUTE, errors='replace')}"
