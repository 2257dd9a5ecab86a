"""Which message somebody has forwarded or pasted; nobody is named where several are alike."""

from collections.abc import Sequence

from handlers.conduct.complaints.places import groups_of, name_of
from handlers.conduct.complaints.speaking import Talk
from handlers.parsing import read_number
from relay.conduct.hearing.message_index import Found
from relay.conduct.matters.matter import ReportedMessage
from relay.signal.envelope import FileTraits

MOST_ALIKE = 9
"""Messages to choose from."""


def hits_of(talk: Talk, text: str, files: Sequence[FileTraits] = ()) -> list[Found]:
    """Return the messages it may be, newest first: one of each writer and group.

    It is looked for only in groups that whoever asks is in themselves.
    """
    groups = [one.number for one in groups_of(talk.services, talk.person)]
    found = talk.services.hearing.index.find(text, groups, files)
    newest: dict[tuple[int, str], Found] = {}
    for one in found:
        newest.setdefault((one.group, one.author), one)
    return list(newest.values())[:MOST_ALIKE]


def take_found(talk: Talk, found: Found, text: str) -> None:
    """Let a complaint be about a message."""
    kept = talk.services.groups.numbered(found.group)
    if kept is None:
        return
    talk.answered(
        "message",
        branch=kept.branch,
        groups=(found.group,),
        subject=found.author,
        subject_words="",
        pasted="",
        message=ReportedMessage(kept.id, found.author, found.timestamp, text, found.edits),
    )


def which_lines(talk: Talk) -> str:
    """Return the messages to choose from, by group and rough time."""
    complaint, services = talk.complaint, talk.services
    pasted = "" if complaint is None else complaint.contents.pasted
    hits = [one for one in hits_of(talk, pasted) if one.author != talk.person]
    return "\n".join(
        services.words.say(
            "complaint-which-line",
            index=str(index),
            group=name_of(services, one.group),
            when=services.time.spoken(
                one.at.replace(minute=one.at.minute // 15 * 15, second=0, microsecond=0)
            ),
        )
        for index, one in enumerate(hits, start=1)
    )


def chosen_number(text: str) -> int | None:
    """Return the number that a whole message is, or None."""
    number, rest = read_number(text.strip())
    return number if number is not None and not rest.strip(" .)!") else None
