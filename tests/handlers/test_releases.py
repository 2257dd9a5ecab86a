"""The same story with each release of signal-cli-rest-api, and what some of them cannot do."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from harness.running import RelayHarness, branch, from_bot, relay_harness
from reporting import Cast, last, with_teams
from stage_picture import jpeg

from practice.attachments import Attachment
from practice.faults import Fault
from practice.groups import Group
from practice.releases import DEPLOYED, NEWEST, RELEASES
from practice.signal_cli import Tuning
from relay.check.findings import Report
from relay.check.versions import check_release
from relay.language.words import Words
from relay.signal.errors import SignalApiError

PICTURE = Attachment(jpeg(), "image/jpeg", "holiday.jpg")

LONG = ("It was after the meeting, and I have not told anybody about it yet. " * 60)[:3_999] + "."
"""4,000 bytes, which Signal sends as a file beside the message."""

TRUST = "/v1/identities/"

TUNINGS = [
    *(pytest.param(Tuning(release=release), id=release) for release in RELEASES),
    pytest.param(Tuning(release=NEWEST, signal_cli="0.14.8"), id=f"{NEWEST} with 0.14.8"),
]
"""Each release with the signal-cli that it brings along, and the newest of both."""


@pytest.fixture
async def on_stage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[RelayHarness]:
    async with relay_harness(tmp_path, tuning=replace(request.param)) as empty:
        yield empty


def test_every_release_with_its_own_signal_cli() -> None:
    """That is what is played unless a test asks for something else, and the deployed one it is."""
    assert Tuning().release == DEPLOYED
    assert {Tuning(release=release).speaks for release in RELEASES}.isdisjoint({"0.14.8"})


@pytest.mark.parametrize("on_stage", TUNINGS, indirect=True)
async def test_the_same_story_with_each_release(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await an_announcement_is_posted_changed_and_taken_back(on_stage, board)
        await a_report_is_sent_answered_and_erased(on_stage, cast)
        assert on_stage.signal.counters.crashes == []
        assert on_stage.store.inbox.next(on_stage.clock.now()) is None
        assert on_stage.signal.world.attachments.names() == []


async def an_announcement_is_posted_changed_and_taken_back(
    on_stage: RelayHarness, board: Group
) -> None:
    alex, mo = on_stage.alex, on_stage.mo
    question = await on_stage.ask(alex, "announce Supper at seven", attachments=[PICTURE])
    assert "describe the picture" in question
    preview = (await on_stage.say(alex, "A grey table."))[-1]
    assert "Board (1 person)" in preview
    alex.react(from_bot(alex)[-1].timestamp)
    await on_stage.settle()
    assert "Posted to 1 of 1 group." in last(alex)
    for text in ("Supper at eight", "Supper at nine"):
        await on_stage.say(alex, f"edit 1 {text}")
        assert "is changed in 1 of 1 group" in (await on_stage.say(alex, "yes"))[-1]
    [post] = from_bot(mo, board)
    assert list(post.history) == ["Supper at seven", "Supper at eight", "Supper at nine"]
    [picture] = post.attachments
    assert picture.content_type == "image/jpeg"
    await on_stage.say(alex, "retract 1")
    assert "deleted in 1 of 1 group" in (await on_stage.say(alex, "yes"))[-1]
    [post] = from_bot(mo, board)
    assert post.deleted


async def a_report_is_sent_answered_and_erased(on_stage: RelayHarness, cast: Cast) -> None:
    rio, una, vic = cast.rio, cast.una, cast.vic
    for answer in ("report", "1", "0"):
        await on_stage.say(rio, answer)
    assert "I have that" in await on_stage.ask(rio, LONG, attachments=[PICTURE])
    await on_stage.say(rio, "done")
    found = re.search(r"I call it (\w+ \w+ \d+)", "\n".join(await on_stage.say(rio, "send")))
    assert found is not None
    name = found[1]
    for officer in (vic, una):
        [part] = [message for message in from_bot(officer) if LONG in message.text]
        [picture] = part.attachments
        assert (picture.content_type, picture.data != PICTURE.data) == ("image/jpeg", True)
    await on_stage.say(una, "Thank you. Are you safe tonight?", quote=part)
    assert "Are you safe tonight?" in last(rio)
    await on_stage.say(rio, "erase")
    assert f"{name} is gone" in (await on_stage.say(rio, "yes"))[-1]
    for officer in (una, vic):
        assert not [message for message in from_bot(officer) if LONG in message.text]
    with on_stage.store.transaction():
        assert on_stage.relay.services.vault.reports.cases_of(rio.aci) == ()


# What some of them cannot do, and `relay check` says of them


async def loses_errors(on_stage: RelayHarness) -> bool:
    """A key that signal-cli did not trust is answered as trusted; other lines come as well."""
    on_stage.signal.put_in_the_way(Fault("refuse", path=TRUST, text="Failed to trust"))
    try:
        await on_stage.client.trust_known_keys(on_stage.mo.aci)
    except SignalApiError:
        assert on_stage.relay.webhook.other_lines == 0
        return False
    assert on_stage.relay.webhook.other_lines
    return True


async def never_reconnects(on_stage: RelayHarness) -> bool:
    """After a restart of signal-cli alone nothing arrives, until the API server is restarted."""
    on_stage.signal.signal_cli.lose_daemon()
    on_stage.signal.signal_cli.return_daemon()
    answered = bool(await on_stage.say(on_stage.mo, "help"))
    await on_stage.signal.stop()
    await on_stage.signal.start()
    assert await on_stage.say(on_stage.mo, "help")
    return not answered


async def no_permissions(on_stage: RelayHarness) -> bool:
    """Nobody can see that only admins write in the group."""
    [group] = await on_stage.client.groups()
    return group.permissions.send_messages is None


async def names_nobody(on_stage: RelayHarness) -> bool:
    """Of a member who was not reached the receipt says nothing."""
    [group] = await on_stage.client.groups()
    on_stage.signal.put_in_the_way(
        Fault("partial", recipient=group.id, reasons={on_stage.mo.aci: "NETWORK_FAILURE"})
    )
    await on_stage.say(on_stage.alex, "announce Supper")
    receipt = (await on_stage.say(on_stage.alex, "yes"))[-1]
    return "could not reach 1 person" not in receipt


CANNOT: dict[str, Callable[[RelayHarness], Awaitable[bool]]] = {
    "check-release-loses-errors": loses_errors,
    "check-release-never-reconnects": never_reconnects,
    "check-release-no-permissions": no_permissions,
    "check-release-names-nobody": names_nobody,
}
"""What `relay check` says of some releases, and what shows it."""


@pytest.mark.parametrize("on_stage", TUNINGS, indirect=True)
async def test_what_a_release_cannot_do_is_what_the_check_says(on_stage: RelayHarness) -> None:
    words, board = Words(), on_stage.group("Board", on_stage.mo, on_stage.bea)
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        version = (await on_stage.client.about()).version
        said = {finding.what for finding in check_release(Report(words), version)}
        for message, shows in CANNOT.items():
            what = words.say(message, version=version)
            assert await shows(on_stage) == (what in said), message
            said.discard(what)
        assert said == set()
