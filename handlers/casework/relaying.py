"""What readers get of a report: its text under the case's name, and nothing of who wrote it."""

from collections.abc import Iterable

from handlers.services import Services
from relay.safeguarding import Changed, Entry, EntryKind, OfficerCase, Withdrawal

_FIRST = 1


def relay_report(services: Services, case_id: int, parts: Iterable[Entry]) -> None:
    """Queue parts of a report to everybody who may read it.

    Args:
        services: what conversations work with.
        case_id: the case's id.
        parts: all parts of a new report, or the later ones; deleted ones are passed over. The
            first part is preceded by how to answer.
    """
    post, name = services.vault.post, name_of(services, case_id)
    everything = tuple(parts)
    standing = [part for part in everything if not part.deleted]
    if any(part.number == _FIRST for part in everything):
        text = services.words.say("casework-new", case=name, parts=len(standing))
        post.to_readers(case_id, text)
    for part in standing:
        post.to_readers(
            case_id, part_text(services, name, part), entry=part.number, files=_files(part)
        )


def relay_edit(services: Services, changed: Changed) -> None:
    """Queue the new text of a part that readers have."""
    if not changed.sent:
        return
    name = name_of(services, changed.case_id)
    for part in services.vault.reports.parts(changed.case_id):
        if part.number == changed.number and not part.deleted:
            text = part_text(services, name, part, heading="casework-part-changed")
            services.vault.post.edit_entry(changed.case_id, part.number, text, _files(part))


def relay_deletion(services: Services, changed: Changed) -> None:
    """Queue the deletion of a part at everybody who has it."""
    if changed.sent:
        services.vault.post.delete_entry(changed.case_id, changed.number)


def relay_withdrawal(services: Services, withdrawal: Withdrawal) -> None:
    """Tell the readers of an erased case that its writer has withdrawn it, and nothing more."""
    text = services.words.say("casework-withdrawn", case=withdrawal.name)
    services.vault.post.withdrawn(withdrawal, text)


def relay_again(services: Services, case_id: int, numbers: Iterable[int]) -> None:
    """Queue parts once more to everybody who may read them."""
    wanted = frozenset(numbers)
    parts = services.vault.reports.parts(case_id)
    relay_report(services, case_id, [part for part in parts if part.number in wanted])


def relay_to_newcomers(services: Services, case_id: int) -> None:
    """Queue all of a case to those of its readers who have nothing of it yet."""
    for officer in _officers(services):
        desk = services.vault.for_officer(officer)
        missed = () if desk is None else desk.missed()
        own = [(case, entry) for case, entry in missed if case.id == case_id]
        if own and not has_seen(own[0][0]):
            text = services.words.say("casework-newcomer", case=own[0][0].name)
            services.vault.post.to_reader(officer, case_id, text)
            for case, entry in own:
                relay_to_one(services, officer, case, entry)


def relay_missed(services: Services, officer: str) -> int:
    """Queue to one officer what has not reached them; return how many parts and answers."""
    desk = services.vault.for_officer(officer)
    missed = () if desk is None else desk.missed()
    for case, entry in missed:
        relay_to_one(services, officer, case, entry)
    return len(missed)


def relay_to_one(services: Services, officer: str, case: OfficerCase, entry: Entry) -> None:
    """Queue one entry to one officer."""
    text = part_text(services, case.name, entry)
    services.vault.post.to_reader(officer, case.id, text, entry=entry.number, files=_files(entry))


def part_text(services: Services, name: str, entry: Entry, heading: str = "casework-part") -> str:
    """Return an entry as readers get it: the case's name, its number, what was said.

    Args:
        services: what conversations work with.
        name: the case's name.
        entry: what was written.
        heading: the wording that names a part.
    """
    say, number = services.words.say, str(entry.number)
    if entry.kind is EntryKind.PART:
        paragraphs = [say(heading, case=name, number=number)]
    else:
        role = entry.role or ""
        paragraphs = [
            say("casework-entry", case=name, number=number, kind=entry.kind.value, role=role)
        ]
    if entry.text:
        paragraphs.append(entry.text)
    if any(file.media_type.startswith("audio/") for file in entry.files):
        paragraphs.append(say("casework-voice"))
    return "\n\n".join(paragraphs)


def name_of(services: Services, case_id: int) -> str:
    """Return the name of a sent case.

    Raises:
        KeyError: there is none.
    """
    case = services.store.vault.cases.get(case_id)
    if case is None or case.name is None:
        raise KeyError(case_id)
    return case.name


def has_seen(case: OfficerCase) -> bool:
    """Whether anything of a case has reached the officer who looks at it."""
    return any(reader.me and reader.has_seen for reader in case.readers)


def _officers(services: Services) -> tuple[str, ...]:
    teams = services.settings.safeguarding.teams
    return tuple(dict.fromkeys(officer.id for team in teams for officer in team.officers))


def _files(entry: Entry) -> list[int]:
    return [file.id for file in entry.files]
