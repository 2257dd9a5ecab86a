"""What readers get of a report: its text under the case's name, and nothing of who wrote it."""

from collections.abc import Callable, Iterable, Sequence

from handlers.casework.context import CaseContext
from handlers.casework.people import called
from handlers.casework.spoken import language_text
from handlers.services import Services
from relay.safeguarding import (
    Behind,
    Changed,
    Entry,
    EntryKind,
    Hidden,
    NewText,
    OfficerCase,
    Resumed,
    Wait,
)
from relay.safeguarding.quarantine import Digest
from relay.safeguarding.tables import VaultTables

_FIRST = 1
_LINES = 40
"""How many reports a list of those that wait names; the others are counted."""


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
        post.to_readers(case_id, _with_warning(services, case_id, "casework-new", name, standing))
    for part in standing:
        text = part_for(services, name, part)
        post.to_readers(case_id, text, entry=part.number, files=_files(part))


def hand_on(
    services: Services, person: str, case_id: int, parts: Iterable[Entry], *, fresh: bool = False
) -> Wait | None:
    """Queue parts of a report as `relay_report` does, unless they have to wait.

    Args:
        services: what conversations work with.
        person: who wrote them.
        case_id: the case's id.
        parts: what is new.
        fresh: whether the report is.

    Returns:
        Why they wait; None if they do not.
    """
    everything = tuple(parts)
    waits = services.vault.quarantine.take(
        person, case_id, len(everything), fresh=fresh, known=services.is_member(person)
    )
    if waits is None:
        relay_report(services, case_id, everything)
    return waits


def relay_edit(services: Services, person: str, changed: Changed) -> tuple[Hidden, Wait | None]:
    """Queue the new text of a part in place of what readers have.

    What waits before it is handed on has its new text already. A new text is as much to read as a
    new part, and waits where that would: the earlier one is deleted all the same.

    Args:
        services: what conversations work with.
        person: who wrote it.
        changed: the part.

    Returns:
        Where the earlier text can be deleted, and why the new one waits; None if it does not.
    """
    nowhere = Hidden(0, 0)
    if not changed.sent:
        return nowhere, None
    name = name_of(services, changed.case_id)
    parts = services.vault.reports.parts(changed.case_id)
    part = next((p for p in parts if p.number == changed.number and not p.deleted), None)
    if part is None:
        return nowhere, None
    waits = services.vault.quarantine.take(
        person, changed.case_id, 1, fresh=False, known=services.is_member(person)
    )
    if waits is not None:
        return services.vault.post.relayed.delete(changed.case_id, part.number), waits
    text = NewText(
        fresh=part_for(services, name, part),
        deleted=part_for(services, name, part, heading="casework-part-changed"),
        late=part_for(services, name, part, heading="casework-part-changed-late"),
        files=tuple(_files(part)),
    )
    return services.vault.post.relayed.replace(changed.case_id, part.number, text), None


def relay_deletion(services: Services, changed: Changed) -> Hidden:
    """Queue the deletion of a part at everybody who has it; say where it can be deleted."""
    if not changed.sent:
        return Hidden(0, 0)
    return services.vault.post.relayed.delete(changed.case_id, changed.number)


def relay_again(services: Services, case_id: int, numbers: Iterable[int]) -> None:
    """Queue parts once more to everybody who may read them."""
    wanted = frozenset(numbers)
    parts = services.vault.reports.parts(case_id)
    relay_report(services, case_id, [part for part in parts if part.number in wanted])


def relay_behind(services: Services, behind: Behind) -> None:
    """Queue to one reader the parts they lack, after how to answer if they have none yet."""
    if behind.first:
        text = _with_warning(services, behind.case.id, "casework-newcomer", behind.case.name)
        services.vault.post.to_reader(behind.officer, behind.case.id, text(behind.officer))
    for entry in behind.entries:
        relay_to_one(services, behind.officer, behind.case, entry)
    cases = services.vault.for_officer(behind.officer)
    if cases is not None and cases.moved_at(behind.case) is not None:
        text = services.put("casework-other-account", case=behind.case.name)
        services.vault.post.to_reader(behind.officer, behind.case.id, text(behind.officer))


def let_through(context: CaseContext) -> None:
    """Queue to everybody who reads it what of a case has waited."""
    numbers = context.services.vault.quarantine.release(context.case.id)
    relay_again(context.services, context.case.id, numbers)


def post_digest(services: Services, digest: Digest) -> None:
    """Queue to one officer the list of reports that wait."""
    words, time = services.speaking_to(digest.officer).words, services.time
    shown = digest.cases[:_LINES]
    lines = "\n".join(
        words.say(
            "casework-digest-line",
            case=case.name,
            parts=case.parts,
            files=case.files,
            since=time.spoken(case.sent_at),
        )
        for case in shown
    )
    text = words.say(
        "casework-digest",
        count=len(digest.cases),
        lines=lines,
        more=len(digest.cases) - len(shown),
    )
    services.vault.post.to_officer(digest.officer, text)


def tell_resumed(services: Services, resumed: Resumed, *, answers: int) -> None:
    """Tell the readers that a case goes on from another account or phone: it may be anybody's.

    Nothing is said of it where it is the same account and the same phone.

    Args:
        services: what conversations work with.
        resumed: the case.
        answers: how many go to whoever has picked it up.
    """
    if not resumed.moved and not resumed.waited:
        return
    case = resumed.case
    message = "casework-other-account" if resumed.moved else "casework-writer-back"
    text = services.put(message, case=case.name, answers=answers)
    services.vault.post.to_readers(case.id, text)


def relay_to_one(services: Services, officer: str, case: OfficerCase, entry: Entry) -> None:
    """Queue one entry to one officer."""
    text = part_text(services.speaking_to(officer), case.name, entry)
    services.vault.post.to_reader(officer, case.id, text, entry=entry.number, files=_files(entry))


def part_for(
    services: Services, name: str, entry: Entry, heading: str = "casework-part"
) -> Callable[[str], str]:
    """Return what puts an entry into the words of each reader; see `part_text`."""
    return lambda chat: part_text(services.speaking_to(chat), name, entry, heading)


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
        role = called(services.words, entry.role or "")
        paragraphs = [
            say("casework-entry", case=name, number=number, kind=entry.kind.value, role=role)
        ]
    if entry.text:
        paragraphs.append(entry.text)
    if any(file.media_type.startswith("audio/") for file in entry.files):
        paragraphs.append(say("casework-voice"))
    return "\n\n".join(paragraphs)


def tell_of_danger_of_being_seen(services: Services, cases: Iterable[int]) -> None:
    """Tell the readers of cases that somebody else may look at the phone of whoever wrote them."""
    for case_id in cases:
        text = services.put("casework-seen", case=name_of(services, case_id))
        services.vault.post.to_readers(case_id, text)


def _with_warning(
    services: Services, case_id: int, message: str, name: str, parts: Sequence[Entry] = ()
) -> Callable[[str], str]:
    """Return a message about a case, with what to know of its writer's phone and language."""
    reports = services.vault.reports
    seen, locale = reports.may_be_seen(case_id), reports.language_of_case(case_id)

    def text(chat: str) -> str:
        words = services.speaking_to(chat).words
        paragraphs = [words.say(message, case=name, parts=len(parts))]
        if language := language_text(services, words, locale):
            paragraphs.append(language)
        if seen:
            paragraphs.append(words.say("casework-seen", case=name))
        return "\n\n".join(paragraphs)

    return text


def name_of(services: Services, case_id: int) -> str:
    """Return the name of a sent case.

    Raises:
        KeyError: there is none.
    """
    case = services.store[VaultTables].cases.get(case_id)
    if case is None or case.name is None:
        raise KeyError(case_id)
    return case.name


def _files(entry: Entry) -> list[int]:
    return [file.id for file in entry.files]
