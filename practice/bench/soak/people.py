"""What people do in the hour: each activity is one conversation, from its first word to its end."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import aiohttp

from practice.attachments import Attachment
from practice.bench.soak.environment import Environment, House
from practice.bench.soak.expectations import Expectations
from practice.faults import Fault
from practice.phones import Phone
from practice.poster import poster
from relay.language.words import Words

PATIENCE = 60.0
"""Seconds that people wait for an answer."""

_LONDON = ZoneInfo("Europe/London")
_LEAD = timedelta(minutes=15)
_CAPTCHA = "solved-by-a-person"
_PAUSE_SECONDS = 5.0
_CASE = re.compile(r"I call it ([^.]+)\.")
_CALENDARS = ("", "/calendar.ics", "/feed.atom")

Activity = Callable[[House], Awaitable[None]]


class People:
    """Everybody's doings, written into a record of expectations.

    Args:
        environment: where they are.
        expectations: what they are promised.
        random: makes them differ.
        session: reads the public pages.
    """

    def __init__(
        self,
        environment: Environment,
        expectations: Expectations,
        random: Random,
        session: aiohttp.ClientSession,
    ) -> None:
        self._environment = environment
        self._expectations = expectations
        self._random = random
        self._session = session
        self._words = Words()
        self._posting = self._words.say("announce-posting", number="@").rpartition("@")[2]
        self._photo = poster()
        self._busy: dict[str, asyncio.Lock] = {}
        self._said = 0

    async def announces(self, house: House) -> None:
        """Post a text."""
        await self._announce(house, ())

    async def announces_a_picture(self, house: House) -> None:
        """Post a text with a picture, and describe it."""
        await self._announce(house, (Attachment(self._photo, "image/jpeg", "photo.jpg"),))

    async def meets(self, house: House) -> None:
        """Enter a meeting; it is soon enough that its reminder comes meanwhile."""
        title = f"Meeting {self._number()}"
        begin = (datetime.now(UTC) + _LEAD + timedelta(minutes=2)).replace(second=0, microsecond=0)
        local = begin.astimezone(_LONDON)
        when = f"When: {local:%d/%m/%Y %H:%M}"
        lines = (f"meeting Title: {title}", when, "Where: Hall", "Agenda: Rents", "Access: lift")
        async with self._alone(house.admin) as admin:
            admin.say("\n".join(lines))
            await _hears(admin, self._words.say("meeting-ask-papers"))
            admin.say(text="skip")
            await _hears(admin, title)
            admin.say(text="yes")
            await _hears(admin, self._posting)
        self._expectations.meetings.setdefault(house.slug, {})[title] = begin - _LEAD

    async def asks(self, house: House) -> None:
        """Ask what the bot can do."""
        member = self._random.choice(house.members[1:])
        self._expectations.questions[member.aci] += 1
        async with self._alone(member):
            member.say(text="help")
            await member.next(within=PATIENCE)

    async def looks_up(self, house: House) -> None:
        """Ask for the next meeting and for the list of them."""
        async with self._alone(self._random.choice(house.members[1:])) as member:
            for question in ("next", "meetings"):
                member.say(question)
                await member.next(within=PATIENCE)

    async def reports(self, house: House) -> None:
        """Report something; the team answers, and the writer reads it.

        The first member does that and asks nothing: what they write belongs to their report.
        """
        number = self._number()
        answer = f"Thank you for report {number}, we believe you."
        async with self._alone(house.members[0]) as member:
            for text in ("report", "1", "0", f"It happened {number}.", "done"):
                member.say(text)
                await member.next(within=PATIENCE)
            member.say(text="send")
            sent = await _hears(member, "I call it")
            case = _CASE.search(sent)
            if case is None:
                return
            self._expectations.answers.append((member, answer))
            self._random.choice(self._environment.officers).say(f"reply {case[1]} {answer}")
            await _hears(member, answer)
            member.say(text="stop")
            await member.next(within=PATIENCE)

    async def reads(self, house: House) -> None:
        """Read the branch's public page, its calendar and its feed."""
        for rest in _CALENDARS:
            address = f"{self._environment.relay.url}/b/{house.slug}{rest}"
            async with self._session.get(address) as answer:
                answer.raise_for_status()
                await answer.read()

    async def proves(self, house: House) -> None:
        """Signal wants a captcha; somebody solves it a little later."""
        solved = Fault("captcha", times=None, path="/v2/send", captcha=_CAPTCHA)
        self._environment.signal.put_in_the_way(solved)
        await asyncio.sleep(_PAUSE_SECONDS)
        # Sent without waiting for an answer: nothing else gets through meanwhile.
        while solved in self._environment.signal.faults.waiting:
            house.admin.say(f"captcha signalcaptcha://{_CAPTCHA}")
            await asyncio.sleep(_PAUSE_SECONDS)

    async def waits_for_bluesky(self, house: House) -> None:
        """Bluesky stops answering for a while."""
        pds = self._environment.pds
        if pds is None:
            return
        pds.pause()
        try:
            await asyncio.sleep(_PAUSE_SECONDS)
        finally:
            pds.resume()

    async def _announce(self, house: House, files: tuple[Attachment, ...]) -> None:
        text = f"Announcement {self._number()}"
        async with self._alone(house.admin) as admin:
            admin.say(f"announce {text}", attachments=files)
            if files:
                await _hears(admin, self._words.say("announce-ask-description", total=1, index=1))
                admin.say(f"A poster of {text}")
            await _hears(admin, text)
            admin.say(text="yes")
            await _hears(admin, self._posting)
        self._expectations.notices.setdefault(house.slug, []).append(text)

    @asynccontextmanager
    async def _alone(self, phone: Phone) -> AsyncIterator[Phone]:
        """One conversation of a person at a time."""
        async with self._busy.setdefault(phone.aci, asyncio.Lock()):
            phone.skip()
            yield phone

    def _number(self) -> str:
        self._said += 1
        return f"{self._said:05}"


async def _hears(phone: Phone, part: str) -> str:
    while True:
        text = (await phone.next(within=PATIENCE)).text
        if part in text:
            return text
