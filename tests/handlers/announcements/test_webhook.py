"""From an admin's message to what a website is told: published, changed, corrected, retracted."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from harness.running import RelayHarness, branch, from_bot
from webhookserver import SECRET, WebhookServer, answer, webhook_server

from practice.groups import Group
from relay.destinations.webhook.destination import Webhook
from relay.destinations.webhook.messages import MESSAGE, body_of
from relay.destinations.webhook.sender import Sender
from relay.destinations.webhook.settings import keys_of

PAGES = "https://hackney.example.org"
ZOOM = "https://us02web.zoom.us/j/81234567890?pwd=abc"
LANE = "webhook:hackney"


class Told:
    """A branch whose website is told."""

    def __init__(self, stage: RelayHarness, site: WebhookServer, board: Group) -> None:
        self.stage, self.site, self.board = stage, site, board

    async def say(self, text: str) -> str:
        """Say something as an admin; return everything that is answered."""
        return "\n\n".join(await self.stage.say(self.stage.alex, text))

    async def meet(self, **fields: str) -> str:
        """Put a meeting up; return the preview."""
        known = {"Title": "Rents", "When": "Thursday 7pm", "Where": "Town Hall", "Access": "lift"}
        lines = [f"{name}: {value}" for name, value in {**known, **fields}.items()]
        asked = await self.say("meeting " + "\n".join(lines))
        while "Type yes to post it" not in asked:
            asked = await self.say("skip")
        await self.say("yes")
        return asked


@asynccontextmanager
async def telling(stage: RelayHarness, site: WebhookServer, **settings: Any) -> AsyncIterator[Told]:
    board = stage.group("Board")
    stage.more_settings |= {
        "webhook_secret": {"hackney": SECRET},
        "web": {"public_url": PAGES},
    }
    table = {"url": site.url, "name": "Union website"}
    hackney = branch("hackney", stage.alex, groups=[board], webhook=table, **settings)
    webhook = Webhook(Sender(site.url, keys_of(SECRET), stage.clock))
    async with stage.running(hackney, destinations={"hackney": {LANE: webhook}}):
        yield Told(stage, site, board)


@pytest.fixture
async def site() -> AsyncIterator[WebhookServer]:
    async with webhook_server() as server:
        yield server


@pytest.fixture
async def told(on_stage: RelayHarness, site: WebhookServer) -> AsyncIterator[Told]:
    async with telling(on_stage, site) as ready:
        yield ready


async def test_an_announcement_is_told_after_the_yes_and_not_before(told: Told) -> None:
    preview = await told.say("announce The hall is open from 6.")
    assert "Union website: the same text. Strangers may read it there." in preview
    assert told.site.calls == []
    receipt = await told.say("yes")
    assert "Posted to 1 of 1 group and Union website." in receipt
    (call,) = told.site.calls
    assert call.is_signed_with(SECRET)
    assert call.message == {
        "type": "announcement.published",
        "timestamp": "2026-11-22T13:00:00Z",
        "data": {
            "announcement": 1,
            "branch": {"slug": "hackney", "name": "Hackney branch"},
            "text": "The hall is open from 6.",
            "language": "en-GB",
        },
    }


async def test_a_correction_and_a_retraction_are_told_about_the_same_number(told: Told) -> None:
    await told.say("announce The hall is open from 6.")
    await told.say("yes")
    preview = await told.say("edit 1 The hall is open from 7.")
    assert "Union website is told the new text and that it takes the place of the old one" in (
        preview
    )
    assert "Number 1 is changed in 1 of 1 group and on Union website." in await told.say("yes")
    await told.say("retract 1")
    assert "Number 1 is deleted in 1 of 1 group and on Union website." in await told.say("yes")
    published, corrected, retracted = told.site.messages
    assert (corrected["type"], corrected["data"]["text"]) == (
        "announcement.corrected",
        "The hall is open from 7.",
    )
    assert retracted["type"] == "announcement.retracted"
    assert retracted["data"] == {
        "announcement": 1,
        "branch": {"slug": "hackney", "name": "Hackney branch"},
    }
    assert {message["data"]["announcement"] for message in (published, corrected)} == {1}
    assert len({call.id for call in told.site.calls}) == 3


async def test_an_old_one_that_stays_in_groups_is_still_retracted_there(told: Told) -> None:
    await told.say("announce Hello")
    await told.say("yes")
    await told.stage.wait(timedelta(days=2))
    asked = await told.say("retract 1")
    assert "It will stay in the groups. I will delete it on Union website." in asked
    assert "Number 1 is deleted on Union website." in await told.say("yes")
    assert told.site.messages[-1]["type"] == "announcement.retracted"


async def test_a_meeting_is_told_as_an_event(told: Told) -> None:
    await told.meet()
    (message,) = told.site.messages
    assert message["type"] == "announcement.published"
    event = message["data"]["event"]
    assert event == event | {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Rents",
        "startDate": "2026-11-26T19:00:00+00:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "url": f"{PAGES}/m/1",
        "image": f"{PAGES}/m/1/card.png",
    }


async def test_what_becomes_of_a_meeting_is_told_with_how_it_stands_then(told: Told) -> None:
    await told.meet()
    for command in ("move 1 to Friday 8pm", "cancel 1 because of the flood"):
        shown = await told.say(command)
        assert "• Union website: the change, and how everything stands now." in shown
        assert "What Union website is told:" in shown
        await told.say("yes")
    _, moved, cancelled = told.site.messages
    assert [moved["type"], cancelled["type"]] == ["announcement.changed"] * 2
    assert moved["data"]["event"]["startDate"] == "2026-11-27T20:00:00+00:00"
    assert moved["data"]["event"]["previousStartDate"] == "2026-11-26T19:00:00+00:00"
    assert moved["data"]["event"]["eventStatus"] == "https://schema.org/EventRescheduled"
    assert "8 pm" in moved["data"]["text"]
    assert cancelled["data"]["event"]["eventStatus"] == "https://schema.org/EventCancelled"
    assert "flood" in cancelled["data"]["text"]


async def test_the_way_in_is_for_members(told: Told) -> None:
    await told.meet(Where=f"Town Hall\n{ZOOM}", Agenda="Passcode 424242\nRents")
    await told.say("move 1 to Friday 8pm")
    await told.say("yes")
    assert len(told.site.calls) == 2
    for call in told.site.calls:
        assert not [one for one in (b"zoom", b"pwd", b"424242") if one in call.body.lower()]
    assert [m for m in from_bot(told.stage.mo, told.board) if ZOOM in m.text]


async def test_no_person_is_in_what_is_told(told: Told) -> None:
    stage = told.stage
    await told.say("announce Hello")
    await told.say("yes")
    await told.meet()
    mo = stage.mo
    mo.say("report")
    await stage.settle()
    await told.say("retract 1")
    await told.say("yes")
    assert len(told.site.calls) == 3
    canaries = [stage.signal.number, "Alex", "Mo Member"]
    canaries += [
        value
        for one in (stage.alex, stage.bea, mo)
        for value in (one.aci, one.person.number)
        if value
    ]
    canaries += [told.board.api_id, told.board.internal_id]
    for call in told.site.calls:
        whole = f"{call.path}\n{call.headers}\n{call.body.decode()}"
        assert [one for one in canaries if one in whole] == []


async def test_a_picture_is_left_out_and_said_so(told: Told, on_stage: RelayHarness) -> None:
    preview = await told.meet()
    assert "• Pictures and files on Union website, because it gets text only." in preview


async def test_each_message_is_of_the_documented_shape(told: Told) -> None:
    await told.meet()
    await told.say("move 1 to Friday 8pm")
    await told.say("yes")
    await told.say("announce Hello")
    await told.say("yes")
    await told.say("edit 2 Hello!")
    await told.say("yes")
    await told.say("retract 2")
    await told.say("yes")
    read = [MESSAGE.validate_json(call.body) for call in told.site.calls]
    assert [body_of(message) for message in read] == [call.body for call in told.site.calls]
    assert [type(message).__name__ for message in read] == [
        "Published",
        "Changed",
        "Published",
        "Corrected",
        "Retracted",
    ]


async def test_a_failure_is_tried_again_with_the_same_id_and_the_same_words(told: Told) -> None:
    told.site.ways += [answer(500), answer(503), answer(204)]
    await told.say("announce Hello")
    await told.say("yes")
    await told.stage.wait(timedelta(minutes=2))
    assert "Posted to 1 of 1 group and Union website." not in await told.say("status 1")
    await told.stage.wait(timedelta(minutes=20))
    first, *others = told.site.calls
    assert len(others) == 2
    assert {(call.id, call.body) for call in others} == {(first.id, first.body)}
    assert first.headers["webhook-timestamp"] != others[-1].headers["webhook-timestamp"]
    assert [m for m in from_bot(told.stage.alex) if "1 group and Union website." in m.text]


async def test_what_was_given_up_is_said_and_can_be_taken_back(told: Told) -> None:
    told.site.ways.append(answer(422))
    await told.say("announce Hello")
    receipt = await told.say("yes")
    assert "Posted to 1 of 1 group, but not to Union website." in receipt
    assert "• Union website: failed. The answer was: it answered 422" in receipt
    await told.say("retract 1")
    assert "deleted in 1 of 1 group and on Union website" in await told.say("yes")
    published, retracted = told.site.calls
    assert retracted.id == f"{published.id}_retracted"


async def test_admins_hear_when_it_wants_no_more(told: Told) -> None:
    told.site.ways.append(answer(410))
    await told.say("announce Hello")
    said = await told.say("yes")
    assert "Union website no longer takes what I send." in said
    status = await told.say("status")
    assert "Union website of Hackney branch" in status
    await told.stage.wait(timedelta(hours=1))
    assert [m.text for m in from_bot(told.stage.alex) if "Union website works again." in m.text]
    assert len({call.id for call in told.site.calls}) == 1


async def test_without_a_group_it_is_told_alone(
    on_stage: RelayHarness, site: WebhookServer
) -> None:
    on_stage.more_settings |= {"webhook_secret": {"hackney": SECRET}}
    hackney = branch("hackney", on_stage.alex, webhook={"url": site.url})
    webhook = Webhook(Sender(site.url, keys_of(SECRET), on_stage.clock))
    async with on_stage.running(hackney, destinations={"hackney": {LANE: webhook}}):
        preview = await on_stage.ask(on_stage.alex, "announce Hello")
        assert "127.0.0.1, where strangers may read it:\n\n———\nHello\n———" in preview
        said = await on_stage.say(on_stage.alex, "yes")
        assert said[-1].startswith("Posted to 127.0.0.1.")
