"""Edits as phones take them, and how a message with several versions is named.

Signal-iOS `EditManagerImpl`, `EditManagerAttachmentsImpl` and `TSMessage`; Signal-Android
`EditMessageProcessor`, `DataMessageProcessor` and `MessageTable`; Signal-Desktop
`handleEditMessage`.
"""

from typing import Any

import pytest

from practice import traffic
from practice.attachments import Attachment
from practice.messages import (
    CHANGE_WINDOW_MS,
    EDITS_AT_MOST,
    Content,
    Poll,
    SharedContact,
)
from practice.people import Person
from practice.phones import Phone
from practice.seen import SeenMessage
from practice.server import PracticeSignal
from practice.world import World

CARD = Attachment(b"\x89PNG\r\n\x1a\nold", "image/png", "card.png")
NEW_CARD = Attachment(b"\x89PNG\r\n\x1a\nnew", "image/png", "card.png")


class Talk:
    """A bot and Ada, who sees what the bot writes; the time is ours."""

    def __init__(self) -> None:
        self.now = 1_800_000_000_000
        self.world = World(time=lambda: self.now)
        self.ada = Phone(self.world, self.world.add_person(Person("Ada")))
        self.bot = self.world.account.self_
        self.chat = self.ada.chat()

    def post(self, content: Content) -> int:
        return traffic.post(self.world, self.bot, self.chat, content)

    def edit(self, target: int, content: Content) -> int:
        return traffic.edit(self.world, self.bot, self.chat, target, content)

    @property
    def seen(self) -> SeenMessage:
        return self.ada.messages()[-1]


def test_files_of_an_edit_are_ignored_and_those_before_it_stay() -> None:
    talk = Talk()
    stamp = talk.post(Content("Thursday", attachments=(CARD,)))
    talk.edit(stamp, Content("Friday", attachments=(NEW_CARD,)))
    assert talk.seen.text == "Friday"
    assert [file.data for file in talk.seen.attachments] == [CARD.data]
    bare = talk.post(Content("Thursday"))
    talk.edit(bare, Content("Friday", attachments=(NEW_CARD,)))
    assert (talk.seen.text, talk.seen.attachments) == ("Friday", ())


def test_each_edit_names_the_version_before_it_or_is_ignored() -> None:
    talk = Talk()
    first = talk.post(Content("one"))
    second = talk.edit(first, Content("two"))
    talk.edit(first, Content("lost"))
    assert list(talk.seen.history) == ["one", "two"]
    talk.edit(second, Content("three"))
    assert talk.seen.history == ("one", "two", "three")


def test_nobody_edits_what_somebody_else_wrote() -> None:
    talk = Talk()
    stamp = talk.ada.say("mine")
    talk.edit(stamp, Content("theirs"))
    assert talk.seen.history == ("mine",)


@pytest.mark.parametrize(
    "content",
    [
        Content(attachments=(CARD,), view_once=True),
        Content(attachments=(Attachment(b"\x00", "audio/aac", voice=True),)),
        Content(contacts=(SharedContact("Cy"),)),
        Content(sticker="9a32eda01a7a28574f2eb48668ae0dc4:3"),
    ],
)
def test_what_is_no_text_is_never_edited(content: Content) -> None:
    talk = Talk()
    talk.edit(talk.post(content), Content("words"))
    assert talk.seen.history == ("",)


def test_a_poll_is_never_edited() -> None:
    talk = Talk()
    poll = Poll("When?", ("a", "b"), allow_multiple=False)
    talk.edit(traffic.open_poll(talk.world, talk.bot, talk.chat, poll), Content("words"))
    assert talk.seen.history == ("When?",)


def test_two_days_after_the_original_neither_edits_nor_deletions_are_followed() -> None:
    talk = Talk()
    first = talk.post(Content("one"))
    talk.now = first + CHANGE_WINDOW_MS - 1
    second = talk.edit(first, Content("two"))
    talk.now = first + CHANGE_WINDOW_MS
    talk.edit(second, Content("three"))
    traffic.erase(talk.world, talk.bot, talk.chat, second)
    assert (talk.seen.text, talk.seen.deleted) == ("two", False)


def test_a_hundred_edits_are_followed_and_no_more() -> None:
    talk = Talk()
    newest = talk.post(Content("0"))
    for count in range(EDITS_AT_MOST + 1):
        newest = talk.edit(newest, Content(str(count + 1)))
    assert talk.seen.text == str(EDITS_AT_MOST) == "100"


def test_a_deletion_and_a_reaction_find_a_message_by_any_of_its_versions() -> None:
    for named in range(3):
        talk = Talk()
        versions = [talk.post(Content("one"))]
        for text in ("two", "three"):
            versions.append(talk.edit(versions[-1], Content(text)))
        target = (talk.bot.aci, versions[named])
        traffic.react(talk.world, talk.ada.person, talk.chat, "👍", target)
        assert talk.seen.reactions == {talk.ada.aci: "👍"}
        traffic.erase(talk.world, talk.bot, talk.chat, versions[named])
        assert (talk.seen.text, talk.seen.deleted, talk.seen.reactions) == ("", True, {})


def test_an_edit_keeps_the_quote_or_takes_it_away_but_makes_none() -> None:
    talk = Talk()
    asked = talk.ada.say("When?")
    talk.ada.say("Thursday", quote=talk.ada.messages()[0])
    answer = talk.seen
    assert answer.quote
    assert answer.quote.timestamp == asked
    edited = traffic.edit(
        talk.world, talk.ada.person, talk.chat, answer.timestamp, Content("Fri", quote=answer.quote)
    )
    assert talk.seen.quote == answer.quote
    traffic.edit(talk.world, talk.ada.person, talk.chat, edited, Content("Saturday"))
    assert talk.seen.quote is None


async def test_phones_name_the_newest_version_whatever_they_do_with_a_message(
    signal: PracticeSignal, hook: Any
) -> None:
    signal.webhook.url = hook.url
    ada, bot = signal.new_phone("Ada"), signal.world.account.self_
    chat = ada.chat()
    theirs = traffic.post(signal.world, bot, chat, Content("7 pm", attachments=(CARD,)))
    newest = traffic.edit(signal.world, bot, chat, theirs, Content("8 pm"))
    ada.react(theirs)
    ada.unreact(theirs)
    ada.say("Really?", quote=ada.messages()[0])
    mine = ada.say("I come")
    second = ada.edit(mine, "I do not come")
    third = ada.edit(mine, "I do come")
    ada.delete(mine)
    await signal.signal_cli.drained()
    reaction, back, reply, _, one, two, deletion = hook.envelopes
    for envelope in (reaction, back):
        assert envelope["dataMessage"]["reaction"]["targetSentTimestamp"] == newest
    quote = reply["dataMessage"]["quote"]
    assert (quote["id"], quote["text"]) == (newest, "8 pm")
    assert quote["attachments"][0]["thumbnail"]["contentType"] == "image/jpeg"
    assert one["editMessage"]["targetSentTimestamp"] == mine
    assert two["editMessage"]["targetSentTimestamp"] == second
    assert deletion["dataMessage"]["remoteDelete"] == {"timestamp": third}


def test_phones_send_a_receipt_for_each_version_that_they_take() -> None:
    talk = Talk()
    talk.world.receipts = "delivery"
    told: list[Any] = []
    talk.world.deliver = lambda item: told.append(item["params"]["envelope"]["receiptMessage"])
    first = talk.post(Content("one"))
    second = talk.edit(first, Content("two"))
    talk.edit(first, Content("ignored"))
    assert [receipt["timestamps"] for receipt in told] == [[first], [second]]
    assert all(receipt["isDelivery"] for receipt in told)
