"""The privacy notice: what the program does with the settings of this installation.

Each purpose of the register has a part here, which is left out where the settings do without it; so
what a host changes changes the notice. The texts are in `config/wording/en-GB/privacy.ftl`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from relay.destinations import KINDS
from relay.language.words import Words
from relay.personal_data.register import register
from relay.settings import Settings
from relay.settings.groups import GroupKind

UNTOLD = frozenset({"running"})
"""Purposes that are about nobody."""


@dataclass(frozen=True)
class Part:
    """A part of the notice: what stands above it, and its paragraphs."""

    id: str
    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Notice:
    """The whole notice."""

    title: str
    parts: tuple[Part, ...]

    def text(self) -> str:
        """Return it as plain text, for a chat or a terminal."""
        parts = ("\n".join((one.heading.upper(), *one.paragraphs)) for one in self.parts)
        return "\n\n".join((self.title, *parts))


def privacy_notice(settings: Settings, words: Words) -> Notice:
    """Return the notice of an installation.

    Args:
        settings: complete and valid.
        words: in which it is said.
    """
    facts = _facts(settings, words)

    def part(name: str, *more: str) -> Part:
        said = (words.say(one, **facts) for one in more)
        return Part(name.removeprefix("privacy-"), words.say(name), tuple(said))

    parts = [
        part("privacy-who", "privacy-who-text", "privacy-who-ask"),
        part("privacy-short", "privacy-short-text", "privacy-short-political"),
        *(_purpose(words, name, facts) for name in purposes_of(settings)),
    ]
    public = () if facts["public"] == "none" else ("privacy-seen-public",)
    parts.append(part("privacy-seen", "privacy-seen-text", *public, "privacy-seen-nobody"))
    is_set_up = settings.backup.folder is not None and settings.backup.recipient is not None
    parts.append(
        part("privacy-backups", "privacy-backups-text" if is_set_up else "privacy-backups-none")
    )
    parts.append(part("privacy-rights", "privacy-rights-text", "privacy-rights-complain"))
    parts.append(part("privacy-children", "privacy-children-text"))
    return Notice(words.say("privacy-title"), tuple(parts))


def purposes_of(settings: Settings) -> tuple[str, ...]:
    """Return the purposes for which an installation keeps anything of people, in their order."""
    kinds = {group.kind for branch in settings.branches for group in branch.groups}
    needs: Mapping[str, Callable[[], bool]] = {
        "groups": lambda: bool(kinds),
        "adverts": lambda: GroupKind.BOARD in kinds,
        "contacts": lambda: any(branch.contact_list for branch in settings.branches),
        "conduct": lambda: bool(kinds),
        "moderators": lambda: bool(kinds),
        "safeguarding": lambda: any(team.officers for team in settings.safeguarding.teams),
    }
    return tuple(
        name
        for name in register().purposes
        if name not in UNTOLD and needs.get(name, lambda: True)()
    )


def _purpose(words: Words, name: str, facts: Mapping[str, Any]) -> Part:
    purpose = register().purposes[name]
    bases = "; ".join(
        words.say(f"privacy-basis-{one[0]}{one[-2]}") for one in (*purpose.basis, *purpose.special)
    )
    paragraphs = (
        purpose.why,
        words.say(f"privacy-{name}-text", **facts),
        words.say("privacy-basis", bases=bases),
    )
    return Part(name, words.say(f"privacy-{name}"), paragraphs)


def _facts(settings: Settings, words: Words) -> Mapping[str, Any]:
    kept, branches = settings.safeguarding, settings.branches
    unknown = words.say("privacy-controller-unknown")
    return {
        "controller": settings.data_protection.named(unknown),
        "branches": ", ".join(branch.name for branch in branches),
        "public": ", ".join(_public_places(settings, words)) or "none",
        "subscribers": "yes" if any(branch.subscribers for branch in branches) else "no",
        "record": max(branch.conduct.record_days for branch in branches),
        "content": kept.keep_content_days,
        "link": kept.keep_link_days,
        "draft": kept.draft_hours,
        "days": settings.backup.keep_days,
        "weeks": settings.backup.keep_weeks,
    }


def _public_places(settings: Settings, words: Words) -> list[str]:
    """What everybody can read: the pages, and each destination that a branch has."""
    places = []
    if settings.web.has_pages:
        places.append(words.say("privacy-pages"))
    for kind in KINDS:
        tables = [branch.destination(kind) for branch in settings.branches]
        places += [kind.place(words, table) for table in tables if table is not None]
    return list(dict.fromkeys(places))
