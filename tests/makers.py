"""Papers as people's programs make them; `tests/papers/make.py` says what marks they hold."""

from pathlib import Path

from practice.attachments import Attachment

PAPERS = sorted((Path(__file__).parent / "papers").glob("*.pdf"))
MARKS = {"maker's author": "MARK-AUTHOR-5d1c", "maker's photographer": "MARK-PHOTOGRAPHER-77e0"}


def papers_of_makers() -> list[Attachment]:
    """Return a paper of each maker, as somebody sends them."""
    return [Attachment(one.read_bytes(), "application/pdf", one.name) for one in PAPERS]
