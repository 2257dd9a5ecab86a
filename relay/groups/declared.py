"""What a group is declared to be: its settings, what its kind adds, and the disclaimer."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import time, timedelta
from typing import Literal

from relay.language.graphemes import is_within
from relay.language.words import Words
from relay.settings import Branch, Settings
from relay.settings.groups import (
    KINDS,
    LONGEST_DESCRIPTION,
    Entry,
    GroupKind,
    GroupSettings,
)
from relay.signal.types import LinkState, Permission, Permissions

PERMISSIONS = {"members": Permission.EVERY_MEMBER, "admins": Permission.ONLY_ADMINS}
LINKS = {
    "off": LinkState.DISABLED,
    "approval": LinkState.ENABLED_WITH_APPROVAL,
    "open": LinkState.ENABLED,
}

Aspect = Literal["name", "description", "posts", "adds", "link"]
"""What can be compared. Who edits the group, how its link lets people in, and how long messages
stay are not in the API's answers (`relay.signal.types.Group`)."""

ASPECTS: tuple[Aspect, ...] = ("name", "description", "posts", "adds", "link")


@dataclass(frozen=True)
class DeclaredGroup:
    """A group as it should be.

    Attributes:
        id: in the `group.` form.
        branch: slug of whose it is.
        kind: what it is for.
        name: as its members see it.
        description: the branch's words and the disclaimer.
        permissions: who may do what; all three are given.
        link: whether it has an invitation link.
        timer: after how long messages vanish; None where that is the group's affair.
        quiet: from when until when only admins write there, by the clock on the wall.
        about: the branch's own words, without the disclaimer.
        disclaimer: what is added to them.
        entry: how the bot lets people in who ask it.
        vouches: how many of its members vouch for somebody where `entry` is `vouched`.
        listed: whether the directory shows it.
        keepers: account ids of those who let people in: the admins of the branch, where the group
            has none of its own.
        reserves: account ids of those who let people in once no keeper is in it; only of a group
            that was made in chat, whose keeper is whoever suggested it.
    """

    id: str = field(repr=False)
    branch: str
    kind: GroupKind
    name: str = field(repr=False)
    description: str = field(repr=False)
    permissions: Permissions
    link: LinkState
    timer: timedelta | None = None
    quiet: tuple[time, time] | None = None
    about: str = field(default="", repr=False)
    disclaimer: str = field(default="", repr=False)
    entry: Entry = "open"
    vouches: int = 2
    listed: bool = True
    keepers: tuple[str, ...] = field(default=(), repr=False)
    reserves: tuple[str, ...] = field(default=(), repr=False)

    def is_named_keeper(self, person: str) -> bool:
        """Return whether a host has named an account id as one who lets people in.

        Not whoever suggested a group: they may have been put out of it.
        """
        return person in self.keepers and not self.reserves

    def value(self, aspect: Aspect) -> str:
        """Return one thing about it, as it is compared and kept."""
        match aspect:
            case "name":
                return self.name
            case "description":
                return self.description
            case "posts":
                return str(self.permissions.send_messages)
            case "adds":
                return str(self.permissions.add_members)
            case "link":
                return "off" if self.link is LinkState.DISABLED else "on"

    def paused(self, sentence: str) -> "DeclaredGroup":
        """Return it while only admins write there, which its description says first."""
        paused = f"{sentence}\n\n{self.description}"
        fits = is_within(paused, LONGEST_DESCRIPTION)
        return replace(
            self,
            description=paused if fits else sentence,
            permissions=replace(self.permissions, send_messages=Permission.ONLY_ADMINS),
        )

    def but(self, aspect: Aspect, value: str) -> "DeclaredGroup":
        """Return it with one thing as somebody else made it, in the form of `value`."""
        match aspect:
            case "name":
                return replace(self, name=value)
            case "description":
                return replace(self, description=value)
            case "posts":
                posts = replace(self.permissions, send_messages=Permission(value))
                return replace(self, permissions=posts)
            case "adds":
                adds = replace(self.permissions, add_members=Permission(value))
                return replace(self, permissions=adds)
            case "link":
                # How a link that somebody else made lets people in cannot be read: the careful one.
                on = LinkState.ENABLED_WITH_APPROVAL
                return replace(self, link=LinkState.DISABLED if value == "off" else on)


def declared_groups(settings: Settings, words: Words) -> Iterator[DeclaredGroup]:
    """Return every group of the settings as it should be.

    Args:
        settings: complete and valid.
        words: in which the disclaimer is written.
    """
    for branch in settings.branches:
        for group in branch.groups:
            yield declared_group(branch, group, words)


def declared_group(branch: Branch, group: GroupSettings, words: Words) -> DeclaredGroup:
    """Return one group of a branch as it should be.

    Args:
        branch: whose it is.
        group: as it was declared.
        words: in which the disclaimer is written.
    """
    usual = KINDS[group.kind]
    disclaimer = words.say("group-disclaimer", kind=group.kind.value, branch=branch.name)
    return DeclaredGroup(
        id=group.id,
        branch=branch.slug,
        kind=group.kind,
        name=group.name,
        description="\n\n".join(part for part in (group.description.strip(), disclaimer) if part),
        permissions=Permissions(
            add_members=PERMISSIONS[group.adds or usual.adds],
            edit_group=PERMISSIONS[group.edits or usual.edits],
            send_messages=PERMISSIONS[group.posts or usual.posts],
        ),
        link=LINKS[group.link or usual.link],
        timer=group.timer,
        quiet=group.quiet,
        about=group.description.strip(),
        disclaimer=disclaimer,
        entry=group.entry or usual.entry,
        vouches=group.vouches,
        listed=usual.listed if group.listed is None else group.listed,
        keepers=group.keepers or branch.admins,
    )
