"""Two whole relays: Hackney follows Camden, and both admins see in their chats what happens."""

import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from pathlib import Path

import pytest
from aiohttp.test_utils import TestServer, unused_port
from certificates import certificate
from harness.running import RelayHarness, branch, from_bot, relay_harness

from practice.groups import Group


@dataclass
class Town:
    """A branch, its relay, its admin Alex and a group with Mo in it."""

    stage: RelayHarness
    group: Group
    link: str

    async def say(self, text: str) -> str:
        """Say something as its admin; return all that the bot says to them."""
        return "\n---\n".join(await self.stage.say(self.stage.alex, text))

    @property
    def last(self) -> str:
        return from_bot(self.stage.alex)[-1].text

    def told(self) -> str:
        """All that the bot has ever said to its admin."""
        return "\n---\n".join(one.text for one in from_bot(self.stage.alex))

    def shown(self) -> list[str]:
        """What its members see in the group now."""
        posts = from_bot(self.stage.mo, self.group)
        return [one.text for one in posts if not one.deleted]


@dataclass
class Towns:
    """Camden posts; Hackney follows."""

    camden: Town
    hackney: Town

    async def pass_time(self, **by: float) -> None:
        """Let time pass in both, and let each read what the other has posted."""
        for town in (self.camden, self.hackney):
            town.stage.clock.move(timedelta(**by))
            await town.stage.settle()
            await town.stage.relay.feeds.pull_due()
            await town.stage.settle()

    async def follow(self) -> None:
        """Let Hackney follow Camden."""
        await self.hackney.say(f"follow {self.camden.link}")
        await self.pass_time()
        await self.hackney.say("yes")


@asynccontextmanager
async def _running(stage: RelayHarness, slug: str, files: tuple[Path, Path]) -> AsyncIterator[Town]:
    """Let a branch's relay run, with its pages on a real https server."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*files)
    address = f"https://localhost:{(port := unused_port())}"
    stage.more_settings["web"] = {"public_url": address}
    stage.more_settings["following"] = {
        "private_networks": (ip_network("127.0.0.0/8"), ip_network("::1/128")),
        "ca_file": files[0],
    }
    group = stage.group(f"{slug.capitalize()} news", stage.mo)
    there = branch(slug, stage.alex, groups=[group], page_announcements="all")
    async with stage.running(there):
        application = stage.relay.web_application()
        pages = TestServer(application, host="localhost", scheme="https", port=port)
        await pages.start_server(ssl=context)
        try:
            yield Town(stage, group, f"{address}/b/{slug}")
        finally:
            await pages.close()


@pytest.fixture
async def towns(tmp_path: Path) -> AsyncIterator[Towns]:
    """Both relays, each with a Signal of its own."""
    files = certificate(tmp_path, until=datetime.now(UTC) + timedelta(days=30))
    folders = [tmp_path / name for name in ("camden", "hackney")]
    for folder in folders:
        folder.mkdir()
    async with (
        relay_harness(folders[0]) as one,
        relay_harness(folders[1]) as other,
        _running(one, "camden", files) as camden,
        _running(other, "hackney", files) as hackney,
    ):
        yield Towns(camden, hackney)


async def test_a_post_is_offered_passed_on_corrected_and_taken_back(towns: Towns) -> None:
    camden, hackney = towns.camden, towns.hackney
    await towns.follow()
    key = camden.stage.relay.services.signed_feed.key("camden")
    assert key is not None
    assert key.fingerprint in hackney.told()
    assert "follows Camden branch now" in hackney.last

    await camden.say("announce The hall is open on Friday at seven.")
    await camden.say("yes")
    assert camden.shown() == ["The hall is open on Friday at seven."]
    await towns.pass_time(minutes=10)
    assert "Camden branch have posted something" in hackney.last
    assert hackney.shown() == []

    await hackney.say("pass on 1")
    await hackney.say("yes")
    assert hackney.shown() == ["From Camden branch:\n\nThe hall is open on Friday at seven."]

    await camden.say("edit 1 The hall is open on Friday at eight.")
    await camden.say("yes")
    await towns.pass_time(minutes=10)
    assert hackney.shown() == ["From Camden branch:\n\nThe hall is open on Friday at eight."]
    assert "Camden branch have corrected" in hackney.told()

    await camden.say("retract 1")
    await camden.say("yes")
    assert camden.shown() == []
    await towns.pass_time(minutes=10)
    assert hackney.shown() == []
    assert "I take it back here, too" in hackney.told()


async def test_a_warning_is_in_the_other_branchs_groups_within_minutes(towns: Towns) -> None:
    await towns.follow()
    await towns.hackney.say("trust 1")
    await towns.hackney.say("yes")
    await towns.camden.say("false: An email about a portal at https://camden-portal.example")
    await towns.camden.say("yes")
    await towns.pass_time(minutes=6)
    [warning] = towns.hackney.shown()
    assert warning.startswith("Warning from Camden branch.")
    assert "An email about a portal at camden-portal(dot)example" in warning
    await towns.camden.say("not false 1")
    await towns.camden.say("yes")
    await towns.pass_time(minutes=10)
    [warning] = towns.hackney.shown()
    assert "have taken back their warning" in warning


async def test_a_new_key_is_followed_and_a_lost_one_is_asked_about(towns: Towns) -> None:
    await towns.follow()
    stage = towns.camden.stage
    with stage.store.transaction():
        stage.relay.services.signed_feed.rotate("camden")
    await towns.camden.say("announce Under the second key.")
    await towns.camden.say("yes")
    await towns.pass_time(minutes=10)
    assert "Under the second key." in towns.hackney.last
    with stage.store.transaction():
        stage.relay.services.signed_feed.replace("camden")
    await towns.camden.say("announce Under a key that nobody knows.")
    await towns.camden.say("yes")
    await towns.pass_time(minutes=10)
    await towns.pass_time(minutes=10)
    assert "signed with another key" in towns.hackney.told()
    assert "Under a key that nobody knows." not in towns.hackney.told()
    await towns.hackney.say(f"follow {towns.camden.link}")
    await towns.pass_time()
    assert "with a new key" in towns.hackney.last
    await towns.hackney.say("yes")
    await towns.camden.say("announce Known again.")
    await towns.camden.say("yes")
    await towns.pass_time(minutes=10)
    assert "Known again." in towns.hackney.last


async def test_two_that_follow_and_trust_each_other_do_not_go_round_in_circles(
    towns: Towns,
) -> None:
    await towns.follow()
    await towns.hackney.say("trust 1")
    await towns.hackney.say("yes")
    await towns.camden.say(f"follow {towns.hackney.link}")
    await towns.pass_time()
    for text in ("yes", "trust 1", "yes"):
        await towns.camden.say(text)
    await towns.camden.say("announce Said once.")
    await towns.camden.say("yes")
    for _ in range(4):
        await towns.pass_time(minutes=10)
    assert towns.hackney.shown() == ["From Camden branch:\n\nSaid once."]
    assert towns.camden.shown() == ["Said once."]
    assert "have posted" not in towns.camden.told()
