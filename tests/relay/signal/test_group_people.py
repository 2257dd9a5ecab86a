"""Who is in a group, asks to be and was invited, by account id, from what each release answers."""

from datetime import UTC, datetime

import pytest

from practice.groups import LinkState
from practice.people import NumberSharing
from practice.releases import RELEASES
from practice.signal_api import practice_signal
from practice.signal_cli import Tuning
from relay.signal.client import SignalClient
from relay.signal.groups import NOBODY_FOR
from relay.signal.types import Member
from relay.time.clock import StillClock


def ids(people: tuple[Member, ...]) -> set[str | None]:
    return {one.account_id for one in people}


@pytest.mark.parametrize("release", RELEASES)
async def test_each_list_has_the_people_that_belong_there(release: str) -> None:
    async with (
        practice_signal(tuning=Tuning(release=release)) as signal,  # type: ignore[arg-type]
        SignalClient(signal.url, signal.number) as client,
    ):
        ada, ben, cy, dee = (
            signal.new_phone(name, number=f"+44770090004{index}")
            for index, name in enumerate(("Ada", "Ben", "Cy", "Dee"))
        )
        for shown in (ada, cy):
            shown.person.sharing = NumberSharing.SHOWN
        for writer in (ada, cy):
            writer.say("hello")
        group = signal.new_group("Hackney", [ada, ben])
        group.link = LinkState.WITH_APPROVAL
        cy.ask_to_join(group)
        dee.person.profile_key = False
        chat = signal.world.group_chat(group.internal_id)
        signal.world.add_or_invite(chat, dee.aci)
        signal.world.fetch_group(chat)
        [found] = await client.groups()
        assert {ada.aci, ben.aci} <= ids(found.members)
        assert ids(found.requesting) == {cy.aci}
        assert ids(found.pending) == {dee.aci}
        [shows] = [one for one in found.members if one.account_id == ada.aci]
        assert shows.number == ada.person.number == "+447700900040"
        asked = signal.signal_cli.asked.count("listContacts")
        await client.groups()
        assert signal.signal_cli.asked.count("listContacts") == asked


async def test_a_number_that_nobody_knew_is_asked_about_again_after_a_while() -> None:
    clock = StillClock(datetime(2026, 11, 22, 13, tzinfo=UTC))
    async with (
        practice_signal(tuning=Tuning(release="0.98")) as signal,
        SignalClient(signal.url, signal.number, clock=clock) as client,
    ):
        ada = signal.new_phone("Ada", number="+447700900040")
        ada.person.sharing = NumberSharing.SHOWN
        ada.say("hello")
        signal.new_group("Hackney", [ada])
        client._nobodys = frozenset({"+447700900040"})
        client._nobodys_until = clock.now() + NOBODY_FOR
        [found] = await client.groups()
        assert ada.aci not in ids(found.members)
        clock.move(NOBODY_FOR)
        [found] = await client.groups()
        assert ada.aci in ids(found.members)
