"""Files for people who hold a key: a zip in an age envelope (https://age-encryption.org/v1).

Whoever carries the file cannot open it.
"""

import io
import zipfile
from collections.abc import Mapping

AGE_TYPE = "application/age"
"""The media type of what `enclosed` returns."""


def enclosed(contents: Mapping[str, str | bytes], recipient: str) -> bytes:
    """Return files as one that only the holder of a key opens.

    Args:
        contents: what is in it, by name. The archive tells nothing else: each has the same date.
        recipient: an age public key (`age1…`).
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    # Loaded when somebody exports, which is rare.
    from pyrage import encrypt, x25519

    sealed: bytes = encrypt(packed.getvalue(), [x25519.Recipient.from_str(recipient)])
    return sealed
