"""What readers get of a report: its text under the case's name, and nothing of who wrote it."""

from collections.abc import Iterable

from handlers.services import Services
from relay.safeguarding import Changed, Entry, EntryKind, Withdrawal

_FIRST = 1


def relay_report(services: Services, case_id: int, parts: Iterable[Entry]) -> None:
    """Queue parts of a report to everybody who may read it.

    Args:
        services: what conversations work with.
        case_id: the case's id.
        parts: all parts of a new report, or the later ones; deleted ones are passed over. The
            first part is preceded by how to answer.
    """
    post = services.vault.post
    name = post.name_of(case_id)
    standing = [part for part in parts if not part.deleted]
    if any(part.number == _FIRST for part in standing):
        text = services.words.say("casework-new", case=name, parts=len(standing))
        post.to_readers(case_id, text)
    for part in standing:
        post.to_readers(
            case_id,
            part_text(services, name, part),
            entry=part.number,
            files=[file.id for file in part.files],
        )


def relay_edit(services: Services, changed: Changed) -> None:
    """Queue the new text of a part that readers have."""
    if changed.sent:
        name = services.vault.post.name_of(changed.case_id)
        text = services.words.say(
            "casework-part-changed", case=name, number=str(changed.number), text=changed.text
        )
        services.vault.post.edit_entry(changed.case_id, changed.number, text)


def relay_deletion(services: Services, changed: Changed) -> None:
    """Queue the deletion of a part at everybody who has it."""
    if changed.sent:
        services.vault.post.delete_entry(changed.case_id, changed.number)


def relay_withdrawal(services: Services, withdrawal: Withdrawal) -> None:
    """Tell the readers of an erased case that its writer has withdrawn it, and nothing more."""
    text = services.words.say("casework-withdrawn", case=withdrawal.name)
    services.vault.post.withdrawn(withdrawal, text)


def part_text(services: Services, name: str, entry: Entry) -> str:
    """Return an entry as readers get it: the case's name, its number, what was said."""
    say = services.words.say
    if entry.kind is EntryKind.PART:
        heading = say("casework-part", case=name, number=str(entry.number))
    else:
        kind, role = entry.kind.value, entry.role or ""
        heading = say("casework-entry", case=name, number=str(entry.number), kind=kind, role=role)
    paragraphs = [heading]
    if entry.text:
        paragraphs.append(entry.text)
    if any(file.media_type.startswith("audio/") for file in entry.files):
        paragraphs.append(say("casework-voice"))
    return "\n\n".join(paragraphs)
