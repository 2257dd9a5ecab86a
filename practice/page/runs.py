"""One rehearsal after another: each begins with nobody having said anything."""

import asyncio
from typing import Any

from practice.cast import HACKNEY, HARINGEY
from practice.narration import Narration
from practice.page.feed import FeedWatch
from practice.page.hub import Hub
from practice.page.places import Place, phone_ids, places_of
from practice.page.reading import Reading
from practice.page.refused import Refused
from practice.page.relay_view import RelayWatch
from practice.page.story import Story
from practice.page.views import PhoneViews
from practice.page.watching import PhoneWatch
from practice.rehearsal import Rehearsal, Step, rehearsal
from practice.scenes import SCENES

Json = dict[str, Any]

_ROLES = {
    "alex": "served-role-alex",
    "bea": "served-role-bea",
    "cy": "served-role-cy",
    "mo": "served-role-mo",
    "noor": "served-role-noor",
    "rio": "served-role-rio",
    "sam": "served-role-sam",
    "una": "served-role-una",
    "vic": "served-role-vic",
}


_PAGES = (
    ("served-public-page", "/"),
    ("served-public-hackney", f"/b/{HACKNEY}"),
    ("served-public-haringey", f"/b/{HARINGEY}"),
)


class Run:
    """A rehearsal and what the page knows of it.

    Args:
        rehearsal: what runs.
        hub: who is told of changes.
        narration: how things are said.
    """

    def __init__(self, rehearsal: Rehearsal, hub: Hub, narration: Narration) -> None:
        self.rehearsal = rehearsal
        self._hub = hub
        self.reading = Reading()
        world, cast = rehearsal.signal.world, rehearsal.cast
        self.views = PhoneViews(
            world, cast, self.reading, lambda name: narration.tell(_ROLES[name])
        )
        self.phones = PhoneWatch(rehearsal, self.views, hub)
        self.feed = FeedWatch(rehearsal.bluesky, self.tell_feed)
        self.relay = RelayWatch(rehearsal, self.tell_relay)
        self.story = Story(rehearsal, SCENES, narration, self.tell_story)

    @property
    def untouched(self) -> bool:
        """Whether nothing has happened since the beginning."""
        silent = self.rehearsal.signal.world.events.last == 0
        relay = self.rehearsal.relay
        whole = relay.state == "running" and not self.rehearsal.signal.faults.waiting
        fine = whole and not self.rehearsal.bluesky.paused and self.feed.is_empty
        return silent and fine and not self.rehearsal.time.ahead

    def tell_feed(self) -> None:
        """Tell every page what stands on Bluesky."""
        self._hub.publish("feed", self.feed.view)

    def tell_relay(self) -> None:
        """Tell every page how the relay is."""
        self._hub.publish("relay", self.relay.view)

    def tell_story(self) -> None:
        """Tell every page where the tour is."""
        self._hub.publish("tour", self.story.view)

    def tell_time(self) -> None:
        """Tell every page that it is later."""
        self.tell_relay()
        for phone_id in phone_ids(self.rehearsal.cast):
            for place in places_of(self.rehearsal.cast, phone_id):
                self.phones.tell_chat(place)

    def read(self, place: Place) -> None:
        """Somebody opens a chat."""
        if self.reading.unread(place):
            self.reading.read(place)
            self.phones.tell_chat(place)

    async def watch(self) -> None:
        """Notice everything, for ever."""
        async with asyncio.TaskGroup() as watches:
            watches.create_task(self.phones.watch())
            watches.create_task(self.phones.watch_timers())
            watches.create_task(self.feed.watch())
            watches.create_task(self.relay.watch())
            watches.create_task(self.relay.watch_status())
            watches.create_task(self.story.run())


class Runs:
    """Keeps one rehearsal going, and begins anew when told to.

    Args:
        hub: who is told.
        narration: how things are said.
        step: hears what is being started.
        url: where the page is served, without a slash at the end.
        note: what the page says about where it can be reached from, or None.
    """

    def __init__(
        self, hub: Hub, narration: Narration, step: Step, url: str, note: str | None
    ) -> None:
        self.number = 0
        self._hub = hub
        self._narration = narration
        self._step = step
        self._url = url
        self._note = note
        self._run: Run | None = None
        self._again = asyncio.Event()
        self._ready = asyncio.Event()

    @property
    def run(self) -> Run:
        """The one that runs.

        Raises:
            Refused: it is being started.
        """
        if self._run is None:
            raise Refused("served-starting")
        return self._run

    @property
    def free(self) -> Run:
        """The one that runs, where no story is being played that this would spoil.

        Raises:
            Refused: one is being started, or a story is being played.
        """
        run = self.run
        if run.story.state == "playing":
            raise Refused("served-story-plays")
        return run

    def holds(self, run: Run) -> bool:
        """Whether this is the one that runs."""
        return self._run is run

    def state(self) -> Json:
        """Everything, as JSON."""
        tell = self._narration.tell
        common = {
            "run": self.number,
            "practice_url_note": self._note,
            "pages": [{"name": tell(name), "url": f"/public{path}"} for name, path in _PAGES],
        }
        if self._run is None:
            return {**common, **_NOTHING_YET}
        run = self._run
        return {
            **common,
            "phones": [run.views.whole_phone(name) for name in phone_ids(run.rehearsal.cast)],
            "feed": run.feed.view,
            "relay": run.relay.view,
            "tour": run.story.view,
        }

    async def ready(self) -> None:
        """Wait until one runs."""
        await self._ready.wait()

    async def restart(self) -> Run:
        """End the one that runs, and return the next one once it does.

        Raises:
            Refused: it is being started already.
        """
        if self._run is None:
            raise Refused("served-starting")
        self._run = None
        self._ready.clear()
        self._again.set()
        self._hub.publish("relay", _NOTHING_YET["relay"])
        await self._ready.wait()
        return self.run

    async def keep_running(self) -> None:
        """Run one after another, for ever.

        Raises:
            RelayNotRunningError, PdsMissing: one of them could not be started.
        """
        while True:
            self._again.clear()
            async with rehearsal(self._step, public_url=f"{self._url}/public") as running:
                await self._perform(Run(running, self._hub, self._narration))

    async def _perform(self, run: Run) -> None:
        self.number += 1
        self._run = run
        watching = asyncio.create_task(run.watch())
        again = asyncio.create_task(self._again.wait())
        try:
            self._ready.set()
            self._hub.forget()
            self._hub.publish("restarted", {"run": self.number})
            self._hub.publish("state", self.state())
            await asyncio.wait({watching, again}, return_when=asyncio.FIRST_COMPLETED)
            if watching.done():
                watching.result()
        finally:
            for task in (watching, again):
                task.cancel()
            await asyncio.gather(watching, again, return_exceptions=True)


_NOTHING_YET: Json = {
    "phones": [],
    "feed": {"up": True, "posts": []},
    "relay": {
        "state": "starting",
        "now": None,
        "captcha": False,
        "bluesky": True,
        "waiting": {"inbox": 0, "lanes": []},
        "held": 0,
        "status": [],
        "last_words": None,
    },
    "tour": {
        "state": "idle",
        "chapters": [],
        "chapter": None,
        "caption": "",
        "who": None,
        "step": 0,
    },
}
