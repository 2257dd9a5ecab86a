"""The pages beside the webhook and the health checks, over a real store."""

from datetime import timedelta
from pathlib import Path

from aiohttp.test_utils import TestClient, TestServer
from catalogues import meeting
from harness.running import START, branch, relay_harness

from relay.language.words import Words
from relay.meetings.tables import Meetings
from relay.web.pages import add_pages
from relay.web.pages.stored import Kept, StoredCatalogue, public_branches


async def test_pages_and_webhook_do_not_get_in_each_others_way(tmp_path: Path) -> None:
    async with relay_harness(tmp_path) as play, play.running(branch("hackney", play.alex)):
        number = play.store.announcements.draft(
            branch="hackney", text="", author=play.alex.aci, now=START
        )
        start = START + timedelta(days=3)
        play.store[Meetings].add(meeting(number, "From the store", start=start))
        settings = play.settings([branch("hackney", play.alex)])
        catalogue = StoredCatalogue(Kept.of(play.store), public_branches(settings), play.clock)
        application = play.relay.web_application()
        add_pages(application, catalogue, Words(), play.clock, public_url=None)
        async with TestClient(TestServer(application)) as client:
            page = await (await client.get(f"/m/{number}")).text()
            assert "From the store" in page
            assert play.alex.aci not in page
            assert (await client.get(f"/m/{number}/card.png")).status == 200
            missing = await client.get("/signal/nothing")
            assert missing.status == 404
            assert "This page does not exist" in await missing.text()
            unknown = await client.post("/signal/receive", data=b"{}")
            assert unknown.status == 401
            assert "Content-Security-Policy" not in unknown.headers
            assert (await client.get("/healthz/live")).content_type == "application/json"
            assert "relay_inbox" in await (await client.get("/metrics")).text()
