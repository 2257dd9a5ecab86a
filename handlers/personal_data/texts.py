"""What is read of what is kept: in the chat, and as a file."""

from collections.abc import Sequence

from handlers.conversation.holders import Held
from handlers.services import Services
from relay.personal_data.register import Backup, backup_of, register

_IN_DOUBT = (Backup.DATED, Backup.BOTH, Backup.NEWEST, Backup.NONE)
"""Of several tables, the one that is kept for longest counts."""


def held_by_all(services: Services, person: str) -> list[Held]:
    """Return all that any feature keeps of somebody.

    Args:
        services: the parts of the relay, with the words of that person's language.
        person: account id.
    """
    return [one for holder in services.holders for one in holder.held(services, person)]


def without_gaps(text: str) -> str:
    """Return a text without the empty lines that what was left out of it leaves."""
    lines = [line.rstrip() for line in text.splitlines()]
    kept = [line for before, line in zip(["", *lines], lines, strict=False) if line or before]
    return "\n".join(kept).strip()


def as_lines(services: Services, texts: Sequence[str]) -> str:
    """Return texts as a list, each beginning with a point."""
    return "\n\n".join(services.words.say("about-me-line", text=one) for one in texts)


def stays_text(services: Services, held: Sequence[Held]) -> str:
    """Return what stays of it as a list, `none` for nothing."""
    stays = dict.fromkeys(one.stays for one in held if one.stays)
    return as_lines(services, list(stays)) or "none"


def has_reports(services: Services) -> str:
    """Return whether anything can be reported here, as the wording wants it."""
    teams = services.settings.safeguarding.teams
    return "yes" if any(team.officers for team in teams) else "no"


def everybody_text(services: Services) -> str:
    """Return what everybody is told in the same words, whoever they are."""
    kept = services.settings.safeguarding
    said = services.words.say(
        "about-me-everybody",
        reports=has_reports(services),
        content=kept.keep_content_days,
        link=kept.keep_link_days,
        draft=kept.draft_hours,
        open=services.settings.announcements.draft_minutes,
        record=max(branch.conduct.record_days for branch in services.settings.branches),
    )
    return "\n".join(line for line in said.splitlines() if line.strip())


def about_text(services: Services, held: Sequence[Held]) -> str:
    """Return all of it as a message."""
    text = services.words.say(
        "about-me",
        count=len(held),
        lines=as_lines(services, [one.text for one in held]),
        everybody=everybody_text(services),
    )
    return without_gaps(text)


def file_text(services: Services, held: Sequence[Held]) -> str:
    """Return all of it as the file that somebody takes with them, with where and on which basis."""
    say = services.words.say
    entries = [_entry(services, one) for one in held]
    text = say(
        "about-me-file-text",
        day=services.time.day(services.clock.now()),
        entries="\n\n".join(entries) or say("about-me-file-nothing"),
        everybody=everybody_text(services),
        controller=services.settings.data_protection.named(say("privacy-controller-unknown")),
    )
    return without_gaps(text)


def _entry(services: Services, one: Held) -> str:
    tables = {
        name: entry for name, entry in register().tables.items() if entry.about_me == one.item
    }
    purpose = register().purposes[next(iter(tables.values())).purpose]
    where = {backup_of(name) for name in tables}
    return services.words.say(
        "about-me-file-entry",
        text=one.text,
        why=purpose.why,
        basis=", ".join((*purpose.basis, *purpose.special)),
        tables=", ".join(tables),
        backups=next(backup.value for backup in _IN_DOUBT if backup in where),
        stays=one.stays or "none",
    )
