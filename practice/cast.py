"""The people, groups and branches of the tour and the demo, and the settings that fit them."""

import json
from dataclasses import dataclass
from pathlib import Path

from practice.groups import Group, LinkState, Permission
from practice.people import NumberSharing
from practice.phones import Phone
from practice.server import PracticeSignal
from relay.language.words import Words

HACKNEY, HARINGEY = "hackney", "haringey"

_LINK = "https://signal.me/#eu/" + "practice" * 8
"""As Signal makes one of a username: 48 bytes in base64. It leads nowhere."""

_BLUESKY = """
[branches.bluesky]
handle = {handle}
service = {service}
appview = {appview}
"""

_SETTINGS = """\
[signal]
number = {number}
link = {link}
api_url = {api_url}

[web]
listen = {listen}
public_url = {public_url}

[store]
path = {store}

# What is shown works at any hour: nobody is asked whether to post at night.
[announcements]
night_from = "00:00"
night_until = "00:00"

[[branches]]
slug = "hackney"
name = "Hackney branch"
admins = {hackney_admins}
moderators = {hackney_admins}
announcement_groups = {hackney_groups}
{bluesky}
[[branches.groups]]
id = {chat}
kind = "chat"
name = "Hackney members"
description = "Everybody in the branch. Please be kind."

[[branches.groups]]
id = {caucus}
kind = "caucus"
name = "Disabled members"
keepers = {keepers}

[[branches.groups]]
id = {noticeboard}
kind = "board"
name = "Hackney noticeboard"

[[branches]]
slug = "haringey"
name = "Haringey branch"
admins = {haringey_admins}
announcement_groups = {haringey_groups}
approvals = 2

[[safeguarding.teams]]
slug = "hackney"
name = "Hackney safeguarding team"
officers = [
    { id = {vic}, role = "Chair" },
    { id = {una}, role = "Welfare officer" },
]
"""


@dataclass(frozen=True)
class Account:
    """A branch's account on the practice Bluesky.

    Args:
        handle: such as `hackney.test`.
        password: an app password.
        service: the server's address.
        appview: where likes and reposts are counted.
    """

    handle: str
    password: str
    service: str
    appview: str


@dataclass(frozen=True)
class Cast:
    """Everybody. Alex and Bea look after Hackney; Bea and Cy after Haringey, which wants two.

    Una and Vic read reports in Hackney. Rio and Noor are in no group; Noor is
    new, and shows a number.

    Args:
        phones: by their owner's first name, in lower case.
        groups: by a short name.
    """

    phones: dict[str, Phone]
    groups: dict[str, Group]

    def settings(
        self,
        signal: PracticeSignal,
        account: Account | None,
        listen: str,
        folder: Path,
        public_url: str,
    ) -> str:
        """Return a settings file.

        Args:
            signal: where the bot's number is.
            account: Hackney's Bluesky account, if it has one.
            listen: where the relay listens.
            folder: where its store lies.
            public_url: what the outside calls its pages.
        """
        bluesky = ""
        if account is not None:
            bluesky = _filled(
                _BLUESKY,
                handle=account.handle,
                service=account.service,
                appview=account.appview,
            )
        text = _filled(
            _SETTINGS,
            number=signal.number,
            link=_LINK,
            api_url=signal.url,
            listen=listen,
            public_url=public_url,
            store=str(folder / "relay.db"),
            hackney_admins=[self.phones["alex"].aci, self.phones["bea"].aci],
            hackney_groups=[self.groups[name].api_id for name in ("board", "chat", "ward")],
            chat=self.groups["chat"].api_id,
            caucus=self.groups["caucus"].api_id,
            keepers=[self.phones["sam"].aci],
            noticeboard=self.groups["noticeboard"].api_id,
            haringey_admins=[self.phones["bea"].aci, self.phones["cy"].aci],
            haringey_groups=[self.groups["haringey"].api_id],
            una=self.phones["una"].aci,
            vic=self.phones["vic"].aci,
        )
        return text.replace("{bluesky}", bluesky)


def assemble(signal: PracticeSignal) -> Cast:
    """Put everybody on a practice Signal."""
    signal.world.account.self_.name = "Branch bot"
    names = ("Alex", "Bea", "Cy", "Mo", "Sam", "Una", "Vic")
    alex, bea, cy, mo, sam, una, vic = (signal.new_phone(name) for name in names)
    rio = signal.new_phone("Rio", number="+447700900777")
    noor = signal.new_phone("Noor", number="+447700900888")
    noor.person.sharing = NumberSharing.SHOWN
    closed = Permission.ONLY_ADMINS
    board = signal.new_group("Hackney announcements", (alex, bea, mo, sam), send_messages=closed)
    chat = _declared(
        signal.new_group("Hackney members", (mo, sam), admins=(alex,)),
        "chat",
        "Everybody in the branch. Please be kind.",
    )
    caucus = _declared(signal.new_group("Disabled members", (sam, mo)), "caucus")
    caucus.link = LinkState.DISABLED
    noticeboard = _declared(
        signal.new_group("Hackney noticeboard", (alex, mo, sam), send_messages=closed), "board"
    )
    ward = signal.new_group("Dalston ward", (bea, sam), send_messages=closed)
    haringey = signal.new_group("Haringey announcements", (bea, cy, mo), send_messages=closed)
    return Cast(
        {
            phone.person.name.lower(): phone
            for phone in (alex, bea, cy, mo, sam, rio, noor, una, vic)
        },
        {
            "board": board,
            "chat": chat,
            "ward": ward,
            "caucus": caucus,
            "noticeboard": noticeboard,
            "haringey": haringey,
        },
    )


def _declared(group: Group, kind: str, description: str = "") -> Group:
    """Let a group of Hackney's be as the settings declare it, so that nothing is to be agreed."""
    disclaimer = Words().say("group-disclaimer", kind=kind, branch="Hackney branch")
    group.description = f"{description}\n\n{disclaimer}".strip()
    group.add_members = group.edit_group = Permission.ONLY_ADMINS
    group.link = LinkState.WITH_APPROVAL
    return group


def _filled(template: str, **values: object) -> str:
    """Put values in as TOML, whose strings and lists of strings are written as in JSON."""
    for name, value in values.items():
        template = template.replace("{" + name + "}", json.dumps(value))
    return template
