"""The contact list as a file that only the holder of the branch's key opens.

It has no account id and no number but what somebody gave so that they can be reached by it. A
spreadsheet that opens it runs nothing of what people wrote: what begins like a formula is made text
(https://owasp.org/www-community/attacks/CSV_Injection).
"""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import tzinfo

from relay.contact_list.entries import Entry
from relay.sealing.envelope import enclosed

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")
FIELDS = ("name", "area", "interests", "speaks", "reach", "since")


def export_contacts(
    entries: Iterable[Entry], recipient: str, headings: Mapping[str, str], zone: tzinfo
) -> bytes:
    """Return entries as an age file with `contacts.csv`.

    Args:
        entries: of one branch.
        recipient: an age public key.
        headings: what each of `FIELDS` is called, and `through-bot` for who gave no other way.
        zone: in which the day is said on which somebody said yes.
    """
    return enclosed({"contacts.csv": contacts_csv(entries, headings, zone)}, recipient)


def contacts_csv(entries: Iterable[Entry], headings: Mapping[str, str], zone: tzinfo) -> bytes:
    """Return the same, not encrypted: with a mark by which Excel knows UTF-8."""
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL)
    writer.writerow([headings[one] for one in FIELDS])
    for entry in entries:
        given = entry.given
        cells = (
            given.name,
            given.area,
            ", ".join(given.interests),
            given.speaks,
            given.reach or headings["through-bot"],
            entry.agreed.astimezone(zone).date().isoformat(),
        )
        writer.writerow([as_text(cell) for cell in cells])
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def as_text(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) else cell
