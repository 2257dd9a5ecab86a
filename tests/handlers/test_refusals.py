"""Every reason why a file is not taken has a sentence of its own, for admins and for reporters."""

from typing import get_args

from handlers.announcements.preview import _NOTES
from handlers.report.writing import _REFUSED
from relay.media import MediaCode

OTHERS = {"not_found", "too_many", "stranger", "moved"}
"""What `relay.store.files.Arrival` says beside the codes of `MediaError`."""
CODES = {*get_args(MediaCode), *OTHERS}


def test_an_admin_is_told_which_of_them_it_is() -> None:
    # Recordings are not posted, however long.
    missing = CODES - {"unsupported", "too_long"} - set(_NOTES)
    assert not missing
    assert len(set(_NOTES.values())) == len(_NOTES)


def test_a_reporter_is_told_which_of_them_it_is() -> None:
    # Recordings are taken with a report.
    assert not CODES - {"sound"} - set(_REFUSED)
    assert len(set(_REFUSED.values())) == len(_REFUSED)
