"""Killed at every step of a meeting: posted, moved and called off once, reminded of in time.

The relay runs behind the HAProxy that is deployed and is killed (`kill -9`) while meetings are
entered, published, changed, asked about and reminded of.
"""

from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import ClassVar
from zoneinfo import ZoneInfo

import pytest
from dying import LATENCY, PATIENCE, DyingHouse
from harness.running import from_bot
from proxies import holding_proxy
from relayprocess import BranchTable, RelayProcess, Start, until

from practice.groups import Group
from practice.pds import PracticeAccount, PracticePds
from practice.seen import SeenMessage
from practice.server import PracticeSignal
from practice.signal_api import practice_signal

SEED = 20261122
MEETINGS = 2
LONDON = ZoneInfo("Europe/London")


def evening(days: int, hour: int = 19) -> datetime:
    """Return an hour on the clocks in London, so many days from now."""
    day = datetime.now(LONDON).date() + timedelta(days=days)
    return datetime(day.year, day.month, day.day, hour, tzinfo=LONDON)


class House(DyingHouse):
    """A branch with two groups and a relay that dies."""

    longest: ClassVar[float] = 1.5

    def __init__(
        self,
        folder: Path,
        signal: PracticeSignal,
        bluesky: Mapping[str, str],
        secrets: Mapping[str, str],
        forks: Start,
    ) -> None:
        self.said = 0
        self.alex, self.mo = signal.new_phone("Alex"), signal.new_phone("Mo")
        self.boards = [signal.new_group(name, (self.mo,)) for name in ("Board", "Ward")]
        relay = RelayProcess(
            folder,
            number=signal.number,
            api_url=signal.url,
            branches=[BranchTable("hackney", (self.alex,), tuple(self.boards), bluesky=bluesky)],
            secrets=secrets,
            begin=forks,
        )
        super().__init__(signal, relay, SEED)

    def calls(self) -> int:
        """Messages, edits and polls: looks at groups are none of it."""
        return calls(self.signal)

    async def knows_its_groups(self) -> None:
        """Live for the first time, until what a preview needs is known."""
        await self.relay.spawn()
        await self.relay.ready()
        await self.die()

    def says(self, text: str) -> Callable[[], Awaitable[None]]:
        async def step() -> None:
            self.alex.say(text)
            self.said += 1

        return step

    def shown(self, board: Group, *parts: str) -> list[SeenMessage]:
        """Return what a group shows with all these texts in it."""
        texts = [(m, m.question or m.text) for m in from_bot(self.mo, board)]
        return [m for m, text in texts if all(part in text for part in parts)]


@pytest.mark.timeout(280)
async def test_killed_at_every_step_a_meeting_is_said_once_and_reminded_of_once(
    tmp_path: Path,
    forks: Start,
    pds: PracticePds,
    account: PracticeAccount,
    app_view: None,
    record_property: Callable[[str, object], None],
) -> None:
    password = await pds.create_app_password(account, "relay")
    bluesky = {"handle": account.handle, "service": pds.url}
    secrets = {"RELAY_BLUESKY__HACKNEY": password}
    async with house(tmp_path, bluesky, secrets, forks) as there:
        await there.knows_its_groups()
        for number in range(1, MEETINGS + 1):
            await is_entered_and_moved(there, number)
            await is_asked_about(there, number)
            if number % 2 == 0:
                await is_called_off(there, number)
            else:
                await is_moved_again(there, number)
        await there.lives_on()
        await there.die()
        await reminders_come(there)
        check_groups(there)
        await check_bluesky(pds, account)
        check_store(there)
        repeated = check_repeats(there)
    record_property("kills", there.kills)
    record_property("repeated", repeated)


async def test_a_day_offline_brings_late_only_what_still_helps(
    tmp_path: Path, forks: Start
) -> None:
    """Over; too near for a word a day before; and near enough to be reminded of late."""
    over, near, late = evening(3, 19), evening(5, 12), evening(5, 19)
    async with house(tmp_path, {}, {}, forks) as there:
        await there.relay.spawn()
        await there.relay.ready()
        for start in (over, near, late):
            title = f"Meeting {start:%d} {start:%H}"
            for text in (f"meeting Title: {title}\nWhen: {start:%d/%m/%Y %H:%M}", *["skip"] * 4):
                await there.says(text)()
            await there.says("yes")()
            await there.calm()
        await there.relay.kill()

        there.relay.ahead = evening(5, 9) - datetime.now(UTC)
        await there.lives_on()
        titles = [f"Meeting {start:%d} {start:%H}" for start in (over, near, late)]
        reminded = f"Today: {titles[2]}"
        board = there.boards[0]
        await until(lambda: bool(there.shown(board, reminded)), within=PATIENCE, what="reminded")
        await there.calm()
        for place in there.boards:
            said = Counter(m.text.split("\n")[0] for m in from_bot(there.mo, place))
            assert said == Counter([*titles, reminded])
        await there.relay.kill()

        there.relay.ahead = evening(5, 10) + timedelta(seconds=1) - datetime.now(UTC)
        await there.lives_on()
        soon = f"In 2 hours: {titles[1]}"
        await until(lambda: bool(there.shown(board, soon)), within=PATIENCE, what="reminded")
        await there.calm()
        for place in there.boards:
            assert [len(there.shown(place, text)) for text in (soon, reminded)] == [1, 1]


# What happens


async def is_entered_and_moved(there: House, number: int) -> None:
    lines = [f"meeting Title: {title(number)}", f"When: {evening(3):%d/%m/%Y} 19:00"]
    lines += ["Where: Town Hall", "Agenda: Rents", "Access: step-free"]
    await there.killed_after(there.says("\n".join(lines)))
    await there.killed_after(there.says("skip"))
    await there.killed_after(there.says("yes"))
    await there.killed_after(there.nothing)
    await is_moved(there, number, evening(5 if number % 2 else 4))


async def is_moved_again(there: House, number: int) -> None:
    """To a day on which nobody was asked whether they come."""
    await is_moved(there, number, evening(4))


async def is_moved(there: House, number: int, start: datetime) -> None:
    await there.killed_after(there.says(f"move {number} to {start:%d/%m/%Y} 19:00"))
    await there.killed_after(there.says("yes"))
    await there.killed_after(there.nothing)


async def is_asked_about(there: House, number: int) -> None:
    async def votes() -> None:
        board = there.boards[0]
        await until(
            lambda: bool(there.shown(board, "Are you coming", title(number))),
            within=PATIENCE,
            what="the poll",
        )
        # Of one that was put up twice, the relay only knows the second.
        poll = there.shown(board, "Are you coming", title(number))[-1]
        there.mo.vote(poll.timestamp, (0,), board)

    await there.killed_after(there.says(f"rsvp {number}"))
    await there.killed_after(there.says("yes"))
    await there.lives_on()
    await there.die()
    await there.killed_after(votes)


async def is_called_off(there: House, number: int) -> None:
    await there.killed_after(there.says(f"cancel {number} because the roof leaks"))
    await there.killed_after(there.says("yes"))
    await there.killed_after(there.nothing)


async def reminders_come(there: House) -> None:
    """A day before, and two hours before; killed again and again as they go out."""
    for moment in (evening(3), evening(4, 17)):
        there.relay.ahead = moment + timedelta(seconds=1) - datetime.now(UTC)
        for _ in range(4):
            await there.killed_after(there.nothing)
        await there.lives_on()
        last = [title(number) for number in range(1, MEETINGS + 1, 2)]
        heading = "Tomorrow: " if moment == evening(3) else "In 2 hours: "
        reminders = [heading + one for one in last]
        await until(partial(_all_are_shown, there, reminders), within=PATIENCE, what="reminders")
        await there.calm()
        await there.die()


# Checking


def check_groups(there: House) -> None:
    """Every group has everything, and of what is off no reminder."""
    for board in there.boards:
        for number in range(1, MEETINGS + 1):
            off, name = number % 2 == 0, title(number)
            # What is called off takes the place of what was moved.
            notices = ["CANCELLED: "] if off else ["CHANGED: ", "Tomorrow: ", "In 2 hours: "]
            for notice in notices:
                assert there.shown(board, notice + name), (notice, name)
            if off:
                assert not there.shown(board, "Tomorrow: " + name)
                assert not there.shown(board, "In 2 hours: " + name)
            check_entries(there, board, number)
            check_question(there, board, number)


def check_entries(there: House, board: Group, number: int) -> None:
    """One UID for ever, and SEQUENCE raised by one for each change."""
    about = [m for m in from_bot(there.mo, board) if title(number) in "\n".join(m.history)]
    entries = [
        file.data.decode().replace("\r\n ", "").split("\r\n")
        for message in about
        for file in message.attachments
        if file.content_type == "text/calendar"
    ]
    said = [line for entry in entries for line in entry]
    assert len({line for line in said if line.startswith("UID:")}) == 1
    last = 2
    found = [int(line.removeprefix("SEQUENCE:")) for line in said if line.startswith("SEQUENCE:")]
    # Each new post is the newest thing that the group has, and what stood before is deleted: but
    # for what was sent twice, of which the relay knows only the second.
    assert found[-1] == last
    assert set(found) <= set(range(last + 1))
    assert len(found) - 1 <= there.kills
    assert ("STATUS:CANCELLED" in said) == (number % 2 == 0)


def check_question(there: House, board: Group, number: int) -> None:
    """Who is coming is asked about the date as it is, and not at all about what is off."""
    asked = there.shown(board, "Are you coming", title(number))
    standing = [poll.question for poll in asked if not poll.deleted]
    if number % 2:
        assert f"{evening(4):%A} {evening(4).day} " in standing[-1]
    # Of one that was put up twice, the relay only knows the second.
    outdated = standing[:-1] if number % 2 else standing
    assert len(outdated) <= there.kills
    assert len(outdated) == len(asked) - len({poll.question for poll in asked})


async def check_bluesky(pds: PracticePds, account: PracticeAccount) -> None:
    """Each meeting once, and each of its changes once as a reply."""
    values = [post["value"] for post in await pds.posts(account.did)]
    for number in range(1, MEETINGS + 1):
        own = [value for value in values if title(number) in value["text"]]
        replies = [value["text"] for value in own if "reply" in value]
        assert len(own) - len(replies) == 1, own
        moves = len([text for text in replies if "CHANGED" in text])
        assert moves == (1 if number % 2 == 0 else 2), replies
        off = len([text for text in replies if "CANCELLED" in text])
        assert off == (1 if number % 2 == 0 else 0), replies


def check_store(there: House) -> None:
    rows = there.relay.rows
    assert rows("SELECT DISTINCT state FROM inbox") == [("done",)]
    assert rows("SELECT count(*) FROM inbox WHERE attempts > 0 OR fault IS NOT NULL") == [(0,)]
    assert rows("SELECT DISTINCT state FROM outbox") == [("delivered",)]
    assert rows("SELECT count(*) FROM operations WHERE settled_at IS NULL") == [(0,)]
    numbers = range(1, MEETINGS + 1)
    expected = [(n, 2, "cancelled" if n % 2 == 0 else "scheduled") for n in numbers]
    assert rows("SELECT id, sequence, state FROM meetings ORDER BY id") == expected
    # Each reminder went out in one transaction, whatever was killed.
    sent = "SELECT meeting, lead FROM reminders WHERE state IN ('sent', 'over') ORDER BY 1, 2"
    assert rows(sent) == [(n, lead) for n in numbers if n % 2 for lead in (7200, 86400)]
    # Of those that were taken back nothing is left.
    # Of a date that has moved the counts are kept beside the question that stands.
    stands = "result IS NULL OR json_type(result) = 'array'"
    asked = rows(
        f"SELECT meeting, sum({stands}), count(*) FROM meeting_polls"  # noqa: S608
        " GROUP BY meeting ORDER BY meeting"
    )
    assert [(n, now) for n, now, _ in asked] == [(n, 1) for n in numbers if n % 2]
    assert all(kept <= 2 for _, _, kept in asked)
    assert rows("SELECT count(*) FROM meeting_votes") == [(0,)]


def check_repeats(there: House) -> int:
    """At most one call is repeated for each kill; return how many were."""
    sends = "lane = 'signal' AND action IN ('send', 'renew', 'edit', 'poll')"
    delivered = there.relay.rows(f"SELECT count(*) FROM outbox WHERE {sends}")[0][0]  # noqa: S608
    repeated = calls(there.signal) - int(delivered)
    assert 0 <= repeated <= there.kills
    twice = 0
    for board in there.boards:
        shown = Counter(m.question or m.history[0] for m in from_bot(there.mo, board))
        twice += sum(count - 1 for count in shown.values())
    assert twice <= repeated
    return repeated


def calls(signal: PracticeSignal) -> int:
    """How many messages, edits and polls the bot has sent, repeats included."""
    return sum(
        call.method == "POST" and call.path.startswith(("/v2/send", "/v1/polls"))
        for call in signal.calls
    )


def title(number: int) -> str:
    return f"Assembly {number} of all"


@asynccontextmanager
async def house(
    folder: Path, bluesky: Mapping[str, str], secrets: Mapping[str, str], forks: Start
) -> AsyncIterator[House]:
    async with practice_signal() as signal:
        signal.tuning.latency = LATENCY
        there = House(folder, signal, bluesky, secrets, forks)
        try:
            async with holding_proxy(there.relay.port) as signal.webhook.url:
                yield there
        finally:
            await there.relay.kill()


def _all_are_shown(there: House, texts: list[str]) -> bool:
    return all(there.shown(board, text) for text in texts for board in there.boards)
