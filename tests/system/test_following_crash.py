"""Killed while it follows another branch: what is posted there is offered and passed on once."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from dying import LATENCY, PATIENCE, DyingHouse
from harness.following import CamdenServer, serving_camden
from harness.running import from_bot
from proxies import holding_proxy
from relayprocess import KEY, BranchTable, RelayProcess, Start, until

from practice.phones import Phone
from practice.server import PracticeSignal
from practice.signal_api import practice_signal
from relay.following.tables import FollowedFeeds, FollowedPosts, Here, Stage
from relay.store import Store
from relay.store.announcements import State

SEED = 20261129
TEXT, LATER = "The hall is open on Friday at seven.", "The hall is open on Friday at eight."


class House(DyingHouse):
    """Hackney, whose relay dies; Camden's feed stands beside it."""

    def __init__(
        self, folder: Path, signal: PracticeSignal, camden: CamdenServer, ca: Path, forks: Start
    ) -> None:
        self.alex, self.mo = signal.new_phone("Alex"), signal.new_phone("Mo")
        self.board = signal.new_group("Board", (self.mo,))
        self.camden = camden
        following = [
            "[following]",
            "minutes = 1",
            'private_networks = ["127.0.0.0/8", "::1/128"]',
            f'ca_file = "{ca}"',
        ]
        relay = RelayProcess(
            folder,
            number=signal.number,
            api_url=signal.url,
            branches=[BranchTable("hackney", (self.alex,), (self.board,))],
            teams="\n".join(following),
            begin=forks,
        )
        super().__init__(signal, relay, SEED)

    async def killed_at(self, text: str) -> None:
        """Say something, and die in the middle of what follows."""

        async def says() -> None:
            self.alex.say(text)

        await self.killed_after(says)

    async def killed_while_it_reads(self, times: int = 3) -> None:
        """Die in the middle of reading the feed and of what follows, each time a little later."""
        for _ in range(times):
            self.relay.ahead += timedelta(minutes=3)
            await self.killed_after(self.nothing)

    async def reads(self, holds: Callable[[], bool], what: str) -> None:
        """Live until something has come of what stands in the feed."""
        self.relay.ahead += timedelta(minutes=3)
        await self.lives_on()
        await until(holds, within=PATIENCE, what=what)
        await self.calm()
        await self.die()

    def told(self, words: str, phone: Phone | None = None) -> int:
        """How often the bot has said something to Alex."""
        return sum(words in one.text for one in from_bot(phone or self.alex))

    def shown(self) -> list[str]:
        """What stands in the group."""
        return [one.text for one in from_bot(self.mo, self.board) if not one.deleted]


@asynccontextmanager
async def house(folder: Path, forks: Start) -> AsyncIterator[House]:
    (folder / "camden").mkdir()
    async with (
        serving_camden(folder / "camden") as (camden, ca),
        practice_signal() as signal,
    ):
        signal.tuning.latency = LATENCY
        there = House(folder, signal, camden, ca, forks)
        try:
            async with holding_proxy(there.relay.port) as signal.webhook.url:
                yield there
        finally:
            await there.relay.kill()


@pytest.mark.timeout(280)
async def test_killed_at_every_step_a_post_is_offered_once_and_passed_on_once(
    tmp_path: Path, forks: Start, record_property: Callable[[str, object], None]
) -> None:
    async with house(tmp_path, forks) as there:
        feed = there.camden.feed
        await there.lives_on()
        await there.die()
        await there.killed_at(f"follow {there.camden.address}/b/camden")
        await there.killed_while_it_reads()
        await there.reads(lambda: there.told("Its key:") > 0, "its key")
        await there.killed_at("yes")
        await there.lives_on()
        await there.die()
        assert there.told("follows Camden branch now") > 0

        feed.post(1, TEXT)
        await there.killed_while_it_reads()
        await there.reads(lambda: there.told("have posted something") > 0, "an offer")
        await there.killed_at("pass on 1")
        await there.killed_at("yes")
        await there.killed_after(there.nothing)
        await there.reads(lambda: there.shown() != [], "the post")

        feed.correct(1, LATER)
        await there.killed_while_it_reads()
        await there.reads(lambda: LATER in "".join(there.shown()), "the correction")
        is_posted_once(there)

        feed.retract(1)
        await there.killed_while_it_reads()
        await there.reads(lambda: there.shown() == [], "the retraction")
        is_taken_back_once(there)
        assert TEXT not in there.relay.log
        assert "camden" not in there.relay.log.lower()
    record_property("kills", there.kills)


def is_posted_once(there: House) -> None:
    with Store(there.relay.store_path, KEY) as store:
        [feed] = store[FollowedFeeds].all()
        assert feed.stage is Stage.FOLLOWED
        [post] = store[FollowedPosts].current()
        assert (post.here, post.changed) == (Here.PASSED, False)
        assert post.announcement is not None
        announcement = store.announcements.get(post.announcement)
        assert announcement is not None
        assert announcement.state is State.POSTED
        assert len(store.announcements.newest(["hackney"], 10)) == 1
    # After a crash in the moment between Signal's answer and the note of it, at most once more.
    assert 1 <= there.told("have posted something") <= 2
    assert set(there.shown()) == {f"From Camden branch:\n\n{LATER}"}


def is_taken_back_once(there: House) -> None:
    with Store(there.relay.store_path, KEY) as store:
        [post] = store[FollowedPosts].current()
        assert post.text is None
        assert post.changed is False
        assert post.announcement is not None
        announcement = store.announcements.get(post.announcement)
        assert announcement is not None
        assert announcement.state is State.RETRACTED
    assert 1 <= there.told("I take it back here, too") <= 2
