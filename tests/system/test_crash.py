"""Killed at any moment, as often as it takes: nothing is lost, hardly anything is said twice.

The relay runs behind the HAProxy that is deployed, under a stream of announcements and direct
messages, and is killed (`kill -9`) and started again more than fifty times. Halfway the API server
becomes the newest.
"""

import asyncio
import json
import re
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from random import Random

import pytest
from harness.running import from_bot
from proxies import holding_proxy
from relayprocess import BranchTable, MakeRelay, RelayProcess, executed

from practice.dialects import NEWEST_SIGNAL_CLI
from practice.groups import Group
from practice.helping import help_of_member
from practice.pds import PracticeAccount, PracticePds
from practice.phones import Phone
from practice.releases import NEWEST
from practice.seen import SeenMessage
from practice.server import PracticeSignal
from relay.language.words import Words
from relay.safeguarding.helplines import load_helplines

SEED = 20261122
LATENCY = 0.01
PATIENCE = 500.0
STARTS_WITHIN = 0.5
"""Seconds that a start takes: most of what is drawn from them is before it has ended."""
CHANGED = ", now in the library"
_NUMBER = re.compile(r"It is number (\d+)\.")

Fate = Callable[[RelayProcess, PracticeSignal, "People", Random], Awaitable[None]]


@pytest.mark.timeout(900)
async def test_fifty_crashes_lose_nothing_and_repeat_almost_nothing(
    signal: PracticeSignal,
    make_relay: MakeRelay,
    pds: PracticePds,
    account: PracticeAccount,
    app_view: None,
    record_property: Callable[[str, object], None],
) -> None:
    random = Random(SEED)
    signal.tuning.latency = LATENCY
    reader = signal.new_phone("Reader")
    boards = [signal.new_group(f"Board {number}", (reader,)) for number in range(5)]
    admins = [signal.new_phone(f"Admin {number}") for number in range(4)]
    members = [signal.new_phone(f"Member {number}") for number in range(12)]
    password = await pds.create_app_password(account, "relay")
    relay: RelayProcess = make_relay(
        [
            BranchTable(
                "hackney",
                tuple(admins[:2]),
                tuple(boards[:3]),
                bluesky={"handle": account.handle, "service": pds.url},
            ),
            BranchTable("leyton", tuple(admins[2:]), tuple(boards[3:])),
        ],
        secrets={"RELAY_BLUESKY__HACKNEY": password},
    )
    people = People(
        Crowd(members),
        [
            Office(admin, boards[:3] if admin in admins[:2] else boards[3:], Random(SEED + number))
            for number, admin in enumerate(admins)
        ],
    )
    crowd, offices = people.crowd, people.offices

    async with holding_proxy(relay.port) as signal.webhook.url:
        over = asyncio.Event()
        first = await first_lives(relay, random)
        async with asyncio.TaskGroup() as group:
            for office in offices:
                group.create_task(office.work(over, people.news))
            kills = first + await live_and_die(relay, signal, people, random)
            # The last life begins as a host begins it.
            relay.begin = executed
            await relay.start()
            over.set()
        await signal.signal_cli.drained()
        await relay.idle(PATIENCE)
        assert await relay.stop() == 0

    assert kills >= 50
    assert signal.webhook.forgotten == 0
    assert not signal.counters.crashes
    announced = [notice for office in offices for notice in office.notices]
    assert len(announced) >= 10
    said = sum(crowd.said.values()) + sum(office.said for office in offices)
    check_store(relay, said, announced)
    crowd.check_answers()
    check_boards(boards, reader, announced)
    await check_bluesky(pds, account, [notice for notice in announced if notice.board is boards[0]])
    repeated = sends(signal) - sends_needed(relay)
    for name, count in (("kills", kills), ("said", said), ("repeated", repeated)):
        record_property(name, count)
    assert 0 <= repeated <= kills


# Living and dying


async def first_lives(relay: RelayProcess, random: Random) -> int:
    """Two that end while the store is being made, and one that comes to know the groups."""
    for _ in range(2):
        await relay.spawn()
        await asyncio.sleep(random.uniform(0.0, STARTS_WITHIN))
        await relay.kill()
    await relay.start()
    await relay.ready()
    await relay.kill()
    return 3


async def live_and_die(
    relay: RelayProcess, signal: PracticeSignal, people: "People", random: Random
) -> int:
    fates: list[Fate] = [
        *[while_starting] * 8,
        *[while_taking] * 12,
        *[while_sending] * 18,
        *[at_any_moment] * 8,
        *[after_an_announcement] * 8,
    ]
    random.shuffle(fates)
    for number, fate in enumerate(fates):
        if number == len(fates) // 2:
            signal.tuning.release, signal.tuning.signal_cli = NEWEST, NEWEST_SIGNAL_CLI
        await relay.spawn()
        # However slow the machine is, there is as much to say as there are lives to say it in.
        for member in random.sample(people.crowd.members, 3):
            people.crowd.say_next(member)
        await fate(relay, signal, people, random)
        assert relay.running, relay.log[-3000:]
        await relay.kill()
    return len(fates)


async def while_starting(
    relay: RelayProcess, signal: PracticeSignal, people: "People", random: Random
) -> None:
    await asyncio.sleep(random.uniform(0.0, STARTS_WITHIN))


async def while_taking(
    relay: RelayProcess, signal: PracticeSignal, people: "People", random: Random
) -> None:
    await relay.alive()
    for member in random.sample(people.crowd.members, 6):
        people.crowd.say_next(member)
    await asyncio.sleep(random.uniform(0.0, 0.03))


async def while_sending(
    relay: RelayProcess, signal: PracticeSignal, people: "People", random: Random
) -> None:
    """In a send, between it and its record, or shortly after."""
    await relay.alive()
    people.crowd.say_next(random.choice(people.crowd.members))
    seen = signal.world.events.last
    await signal.world.events.next(
        lambda event: signal.world.is_account(event.actor), after=seen, within=PATIENCE
    )
    await asyncio.sleep(random.uniform(0.0, 20 * LATENCY))


async def at_any_moment(
    relay: RelayProcess, signal: PracticeSignal, people: "People", random: Random
) -> None:
    await relay.alive()
    await asyncio.sleep(random.uniform(0.0, 1.0))


async def after_an_announcement(
    relay: RelayProcess, signal: PracticeSignal, people: "People", random: Random
) -> None:
    """Long enough that one more stands everywhere and its admin has heard so, or shortly after."""
    await relay.alive()
    async with asyncio.timeout(PATIENCE), people.news:
        before = people.announced
        await people.news.wait_for(lambda: people.announced > before)
    await asyncio.sleep(random.uniform(0.0, 1.0))


# People


class Crowd:
    """Members who ask things, in turns, without waiting for the answers."""

    def __init__(self, members: Sequence[Phone]) -> None:
        self.members = list(members)
        self.said: Counter[str] = Counter()
        say = Words().say
        who = say("whoami", role="member")
        self._asks = ("help", "whoami", "mumble mumble")
        danger = load_helplines(None).danger(say)
        unclear = say("fallback-member", sent="words")
        reach = say("fallback-reach", teams="no", who="member")
        not_understood = f"{danger}\n\n{unclear}\n{reach}"
        self._answers = ([help_of_member(Words())], [who, ""], [not_understood])

    def say_next(self, member: Phone) -> None:
        member.say(self._asks[self.said[member.aci] % len(self._asks)])
        self.said[member.aci] += 1

    def check_answers(self) -> None:
        """Every message was answered, in order. What was said twice stands twice in a row."""
        for member in self.members:
            expected = [
                answer or member.aci
                for number in range(self.said[member.aci])
                for answer in self._answers[number % len(self._answers)]
            ]
            assert without_repeats([m.text for m in from_bot(member)]) == expected


@dataclass
class Notice:
    """An announcement as its admin remembers it."""

    first: str
    board: Group
    boards: Sequence[Group]
    number: int = 0
    now: str | None = field(default=None)


class Office:
    """An admin who announces, corrects and retracts, one thing after another."""

    def __init__(self, phone: Phone, boards: Sequence[Group], random: Random) -> None:
        self.phone = phone
        self.said = 0
        self.notices: list[Notice] = []
        self._boards = boards
        self._random = random
        self._heard = 0

    async def work(self, over: asyncio.Event, news: asyncio.Condition) -> None:
        """Announce until it is over.

        Args:
            over: when to begin no more.
            news: told each time an announcement stands everywhere.
        """
        while not over.is_set():
            notice = await self._announce()
            async with news:
                news.notify_all()
            await self._change(notice)

    async def _announce(self) -> Notice:
        text = f"Meeting {len(self.notices)} of {self.phone.person.name}"
        notice = Notice(text, self._boards[0], self._boards, now=text)
        self.notices.append(notice)
        await self._ask(f"announce {text}", "Nothing has been posted yet", text)
        self._say("yes")
        notice.number = await self._receipt()
        return notice

    async def _change(self, notice: Notice) -> None:
        text = notice.first
        change = self._random.random()
        if change < 0.3:
            notice.now = f"{text}{CHANGED}"
            await self._ask(f"edit {notice.number} {notice.now}", "Nothing has changed yet")
            self._say("yes")
            await self._hear(f"Number {notice.number} is changed in")
        elif change < 0.5:
            notice.now = None
            await self._ask(f"retract {notice.number}", f"Delete number {notice.number}")
            self._say("yes")
            await self._hear(f"Number {notice.number} is deleted in")

    async def _ask(self, text: str, *parts: str) -> None:
        """Say something, and mostly wait for the answer."""
        self._say(text)
        if self._random.random() < 0.7:
            await self._hear(*parts)

    def _say(self, text: str) -> None:
        self.phone.say(text)
        self.said += 1

    async def _receipt(self) -> int:
        known = {notice.number for notice in self.notices}
        while True:
            found = _NUMBER.search((await self._hear("It is number")).text)
            if found is not None and int(found[1]) not in known:
                return int(found[1])

    async def _hear(self, *parts: str) -> SeenMessage:
        while True:
            message = await self.phone.next(within=PATIENCE)
            if all(part in message.text for part in parts):
                return message


class People:
    """The members and the admins."""

    def __init__(self, crowd: Crowd, offices: Sequence[Office]) -> None:
        self.crowd = crowd
        self.offices = offices
        self.news = asyncio.Condition()
        """Told each time an announcement stands everywhere."""

    @property
    def announced(self) -> int:
        """How many announcements stand everywhere."""
        return sum(notice.number > 0 for office in self.offices for notice in office.notices)


# Checking


def check_store(relay: RelayProcess, said: int, announced: Sequence[Notice]) -> None:
    assert relay.rows("SELECT state, count(*) FROM inbox GROUP BY state") == [("done", said)]
    assert relay.rows("SELECT count(*) FROM inbox WHERE attempts > 0 OR fault IS NOT NULL") == [
        (0,)
    ]
    assert relay.rows("SELECT DISTINCT state FROM outbox") == [("delivered",)]
    assert relay.rows("SELECT count(*) FROM operations WHERE settled_at IS NULL") == [(0,)]
    assert relay.rows("SELECT count(*) FROM announcements") == [(len(announced),)]
    posts = relay.rows("SELECT subject, count(*) FROM audit WHERE action = 'post' GROUP BY subject")
    assert sorted(posts) == sorted((f"announcement {notice.number}", 1) for notice in announced)
    with relay.open_store() as store:
        assert store.audit.broken_at() is None


def check_boards(boards: Sequence[Group], reader: Phone, announced: Sequence[Notice]) -> None:
    """Each stands in its groups, and nowhere else, as its admin left it."""
    for board in boards:
        standing: dict[str, list[SeenMessage]] = {}
        for message in from_bot(reader, board):
            # An edit of which no answer came is sent anew, and so begins with the new text.
            standing.setdefault(message.history[0].removesuffix(CHANGED), []).append(message)
        expected = {notice.first: notice for notice in announced if board in notice.boards}
        assert standing.keys() == expected.keys()
        for first, messages in standing.items():
            # Of a message that was sent twice, the relay only knows the second.
            last = messages[-1]
            assert (None if last.deleted else last.text) == expected[first].now


async def check_bluesky(
    pds: PracticePds, account: PracticeAccount, announced: Sequence[Notice]
) -> None:
    posts = [post["value"]["text"] for post in await pds.posts(account.did)]
    assert sorted(posts) == sorted(notice.now for notice in announced if notice.now is not None)


def sends(signal: PracticeSignal) -> int:
    """How many messages, edits and deletions the bot has sent, repeats included."""
    return sum(
        call.method in ("POST", "DELETE")
        and call.path.startswith(("/v2/send", "/v1/remote-delete"))
        for call in signal.calls
    )


def sends_needed(relay: RelayProcess) -> int:
    """How many it takes if each is made once; one deletion may be of several messages."""
    return sum(
        len(json.loads(result).get("deleted", "1")) if action in ("delete", "tidy") else 1
        for action, result in relay.rows(
            "SELECT action, result FROM outbox WHERE state = 'delivered'"
            " AND action IN ('send', 'edit', 'delete', 'tidy')"
        )
    )


def without_repeats(texts: Sequence[str]) -> list[str]:
    return [text for text, before in zip(texts, [None, *texts], strict=False) if text != before]
