"""The client and the stand-in for signal-cli-rest-api together: what people see on their phones."""

import asyncio
import random
from collections.abc import AsyncIterator, Coroutine
from dataclasses import dataclass
from typing import Any

import pytest
from played import tuning_of

from practice.attachments import Attachment as PracticeAttachment
from practice.faults import Fault
from practice.groups import Group as PracticeGroup
from practice.people import NumberSharing, Person
from practice.releases import DEPLOYED, NEWEST
from practice.server import PracticeSignal
from practice.signal_api import practice_signal
from relay.signal.client import SignalClient
from relay.signal.errors import (
    AnswerLost,
    ApiUnreachable,
    CallRefused,
    CaptchaNeeded,
    RateLimited,
    SendFailed,
)
from relay.signal.priority import Priority
from relay.signal.types import Attachment, FailureKind, Permission, Permissions, Quote


@dataclass
class Branch:
    server: PracticeSignal
    client: SignalClient
    group: PracticeGroup
    ada: Person
    ben: Person

    @property
    def group_id(self) -> str:
        return self.group.api_id


@pytest.fixture(params=[DEPLOYED, NEWEST])
async def branch(request: pytest.FixtureRequest) -> AsyncIterator[Branch]:
    async with practice_signal(tuning=tuning_of(request)) as server:
        world = server.world
        ada = world.add_person(Person("Ada", number="+447700900001"))
        ben = world.add_person(Person("Ben"))
        bot = world.account.self_.aci
        # signal-cli always lists its own account with its number.
        world.account.self_.sharing = NumberSharing.SHOWN
        group = PracticeGroup(
            "Announcements", members=dict.fromkeys([bot, ada.aci, ben.aci]), admins={bot}
        )
        world.add_group(group)
        async with SignalClient(server.url, server.number) as client:
            yield Branch(server, client, group, ada, ben)


async def test_the_server_introduces_itself(branch: Branch) -> None:
    assert (await branch.client.about()).mode == "json-rpc"
    assert await branch.client.accounts() == (branch.server.number,)


async def test_an_announcement_is_posted_corrected_and_deleted(branch: Branch) -> None:
    phone = branch.server.phone(branch.ada.aci)
    sent = await branch.client.send(
        branch.group_id,
        "Tuesday",
        attachments=[Attachment(b"%PDF-1.7", "application/pdf", "a.pdf")],
    )
    assert sent.failures == ()
    [seen] = phone.messages(branch.group)
    assert (seen.text, seen.timestamp) == ("Tuesday", sent.timestamp)
    assert [(a.data, a.filename) for a in seen.attachments] == [(b"%PDF-1.7", "a.pdf")]
    await branch.client.send(branch.group_id, "Wednesday", edit_timestamp=sent.timestamp)
    assert phone.messages(branch.group)[0].text == "Wednesday"
    await branch.client.remote_delete(branch.group_id, sent.timestamp)
    assert phone.messages(branch.group)[0].deleted


async def test_a_question_is_answered_with_a_quote_a_reaction_and_a_receipt(
    branch: Branch,
) -> None:
    phone = branch.server.phone(branch.ada.aci)
    asked = phone.say("When is the next meeting?")
    await branch.client.react(branch.ada.aci, "👍", branch.ada.aci, asked)
    await branch.client.send_receipt(branch.ada.aci, asked)
    await branch.client.send(
        branch.ada.aci, "On Tuesday", quote=Quote(branch.ada.aci, asked, "When?")
    )
    question, reply = phone.messages()
    assert list(question.reactions.values()) == ["👍"]
    assert question.receipts["read"]
    assert reply.quote is not None
    assert reply.quote.timestamp == asked
    await branch.client.set_expiration(branch.ada.aci, 3600)


async def test_groups_are_made_changed_and_listed(branch: Branch) -> None:
    [group] = await branch.client.groups()
    assert group == await branch.client.group(branch.group_id)
    assert (group.member, group.admin, group.name) == (True, True, "Announcements")
    assert {m.account_id for m in group.members} > {branch.ada.aci, branch.ben.aci}
    made = await branch.client.create_group(
        "New group",
        members=[branch.ada.aci],
        permissions=Permissions(send_messages=Permission.ONLY_ADMINS),
    )
    await branch.client.update_group(made, name="Newer", description="What it is for")
    new = await branch.client.group(made)
    assert (new.name, new.description) == ("Newer", "What it is for")
    assert new.permissions.send_messages is Permission.ONLY_ADMINS
    with pytest.raises(CallRefused) as caught:
        await branch.client.group("group.bm90IHRoZXJl")
    assert caught.value.code == "unknown_group"


async def test_a_poll_is_asked_and_closed(branch: Branch) -> None:
    timestamp = await branch.client.create_poll(branch.group_id, "When?", ["Mon", "Tue"])
    await branch.client.close_poll(branch.group_id, timestamp)
    [poll] = branch.server.phone(branch.ada.aci).messages(branch.group)
    assert (poll.question, poll.options, poll.poll_closed) == ("When?", ("Mon", "Tue"), True)


async def test_the_account_is_set_up(branch: Branch) -> None:
    await branch.client.update_profile("Hackney branch", about="A bot")
    username = await branch.client.set_username("hackney")
    assert username.name.startswith("hackney.")
    await branch.client.update_settings(discoverable_by_number=False, share_number=False)
    await branch.client.set_pin("12345678")


async def test_a_captcha_blocks_until_it_is_solved(branch: Branch) -> None:
    branch.server.put_in_the_way(Fault("captcha", times=None, tokens=("abc",), captcha="solution"))
    with pytest.raises(CaptchaNeeded) as caught:
        await branch.client.send(branch.ada.aci, "Hi")
    [token] = caught.value.challenge_tokens
    with pytest.raises(CallRefused) as refused:
        await branch.client.submit_challenge(token, "signalcaptcha://wrong")
    assert refused.value.code == "captcha_rejected"
    await branch.client.submit_challenge(token, "signalcaptcha://solution")
    await branch.client.send(branch.ada.aci, "Hi")


async def test_a_captcha_met_by_a_reaction_loses_its_token_on_the_way(branch: Branch) -> None:
    branch.server.put_in_the_way(Fault("captcha"))
    with pytest.raises(RateLimited):
        await branch.client.react(branch.group_id, "👍", branch.ada.aci, 1)


async def test_some_people_are_not_reached(branch: Branch) -> None:
    branch.server.put_in_the_way(Fault("partial", reasons={branch.ben.aci: "UNREGISTERED_FAILURE"}))
    sent = await branch.client.send(branch.group_id, "Hi")
    told = branch.server.tuning.release == NEWEST  # the deployed release names nobody
    named = [(FailureKind.UNREGISTERED, branch.ben.aci)] if told else []
    assert [(f.kind, f.account_id) for f in sent.failures] == named


async def test_a_group_without_the_bot_refuses_it(branch: Branch) -> None:
    chat = branch.server.world.group_chat(branch.group.internal_id)
    branch.server.world.leave(chat, branch.server.world.account.self_.aci)
    with pytest.raises(CallRefused) as caught:
        await branch.client.send(branch.group_id, "Hi")
    assert caught.value.code == "not_a_member"
    assert "Announcements" not in caught.value.reason


async def test_a_lost_answer_may_hide_a_message_that_was_sent(branch: Branch) -> None:
    phone = branch.server.phone(branch.ada.aci)
    branch.server.put_in_the_way(Fault("drop after"))
    with pytest.raises(AnswerLost):
        await branch.client.send(branch.ada.aci, "Hi")
    assert len(phone.messages()) == 1
    branch.server.put_in_the_way(Fault("drop before"))
    with pytest.raises(AnswerLost):
        await branch.client.send(branch.ada.aci, "Hi")
    assert len(phone.messages()) == 1


async def test_a_server_that_is_down_is_never_reached_and_found_again(branch: Branch) -> None:
    await branch.server.stop()
    with pytest.raises(ApiUnreachable):
        await branch.client.send(branch.ada.aci, "Hi")
    await branch.server.start()
    await branch.client.send(branch.ada.aci, "Hi")


async def test_nobody_was_reached_for_a_reason_that_may_pass(branch: Branch) -> None:
    branch.server.put_in_the_way(Fault("refuse", text="Failed to send message"))
    with pytest.raises(SendFailed):
        await branch.client.send(branch.ada.aci, "Hi")


async def test_files_are_fetched_and_deleted(branch: Branch) -> None:
    branch.server.phone(branch.ada.aci).say(
        "look", attachments=[PracticeAttachment(b"\x89PNG\r\n\x1a\n" + bytes(100), "image/png")]
    )
    [name] = branch.server.world.attachments.names()
    assert len(await branch.client.attachment(name, max_bytes=1000)) == 108
    with pytest.raises(CallRefused):
        await branch.client.attachment(name, max_bytes=50)
    await branch.client.delete_attachment(name)
    with pytest.raises(CallRefused) as caught:
        await branch.client.delete_attachment(name)
    assert caught.value.code == "not_found"


async def test_identities_can_be_trusted_again(branch: Branch) -> None:
    await branch.client.send(branch.ada.aci, "Hi")
    assert any(i.account_id == branch.ada.aci for i in await branch.client.identities())
    await branch.client.trust_known_keys(branch.ada.aci)


async def test_many_callers_who_come_and_go_never_crash_the_server(branch: Branch) -> None:
    """The stand-in aborts when two calls overlap, as the real server does."""
    branch.server.tuning.latency = 0.001
    chance = random.Random(1)
    client = branch.client
    everybody: list[asyncio.Task[Any]] = []
    for number in range(60):
        priority = chance.choice(list(Priority))
        if chance.random() < 0.7:
            call: Coroutine[Any, Any, Any] = client.send(
                branch.group_id, str(number), priority=priority
            )
        else:
            call = client.groups(priority=priority)
        everybody.append(asyncio.create_task(call))
        if chance.random() < 0.4:
            await client.about(priority=Priority.SAFEGUARDING)
            chance.choice(everybody).cancel()
    results = await asyncio.gather(*everybody, return_exceptions=True)
    assert branch.server.counters.crashes == []
    failures = [r for r in results if isinstance(r, Exception)]
    assert failures == []
