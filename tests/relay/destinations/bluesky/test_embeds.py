import io
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from PIL import Image

from practice.pds import PracticeAccount, PracticePds
from relay.delivery.errors import DeliveryRefused
from relay.destinations import Picture
from relay.destinations.bluesky.cards import CardReader
from relay.destinations.bluesky.destination import Bluesky

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Anywhere:
    def allows(self, address: str, port: int) -> bool:
        return True


def photo(width: int, height: int, description: str) -> Picture:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "A phone"
    Image.effect_noise((width, height), 90).convert("RGB").save(out, "JPEG", quality=98, exif=exif)
    return Picture(out.getvalue(), "image/jpeg", description)


async def stored(pds: PracticePds, did: str, image: dict[str, Any]) -> bytes:
    params = {"did": did, "cid": image["ref"]["$link"]}
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{pds.url}/xrpc/com.atproto.sync.getBlob", params=params) as response,
    ):
        return await response.read()


async def test_pictures_go_with_the_first_post_described_and_without_hidden_data(
    bluesky: Bluesky, pds: PracticePds, account: PracticeAccount
) -> None:
    pictures = [photo(3000, 1500, "A hall"), *(photo(40, 30, f"Poster {n}") for n in range(4))]
    plan = bluesky.plan(
        "Photos of the rally. " * 20,
        [picture.description for picture in pictures],
        now=NOON,
        langs=["en-GB"],
    )
    await bluesky.publish(plan, pictures)
    first, *others = await pds.posts(account.did)
    embed = first["value"]["embed"]
    assert embed["$type"] == "app.bsky.embed.images"
    alts = [image["alt"] for image in embed["images"]]
    assert alts == ["A hall", "Poster 0", "Poster 1", "Poster 2"]
    hall = embed["images"][0]
    assert hall["image"]["size"] <= 1_000_000
    data = await stored(pds, account.did, hall["image"])
    with Image.open(io.BytesIO(data)) as shown:
        assert shown.size == (hall["aspectRatio"]["width"], hall["aspectRatio"]["height"])
        assert not shown.getexif()
    assert others
    assert not any("embed" in post["value"] for post in others)


async def test_a_picture_that_cannot_be_read_refuses_the_post(bluesky: Bluesky) -> None:
    plan = bluesky.plan("Photo", ["A hall"], now=NOON, langs=["en-GB"])
    with pytest.raises(DeliveryRefused) as refused:
        await bluesky.publish(plan, [Picture(b"junk", "image/jpeg", "A hall")])
    assert refused.value.code == "picture_unreadable"


async def test_the_first_link_becomes_a_card_on_the_post_that_has_it(
    open_bluesky: Any, pds: PracticePds, account: PracticeAccount
) -> None:
    async def show(request: web.Request) -> web.Response:
        if request.path == "/p.jpg":
            return web.Response(body=photo(300, 200, "").data, content_type="image/jpeg")
        html = '<title>Join</title><meta property="og:image" content="/p.jpg">'
        return web.Response(text=html, content_type="text/html")

    application = web.Application()
    application.router.add_get("/{path:.*}", show)
    async with TestServer(application) as server:
        link = str(server.make_url("/join"))
        bluesky = open_bluesky(cards=CardReader(Anywhere()))
        plan = bluesky.plan("All are welcome. " * 20 + link, now=NOON, langs=["en-GB"])
        await bluesky.publish(plan, [])
    first, second = await pds.posts(account.did)
    assert "embed" not in first["value"]
    external = second["value"]["embed"]["external"]
    assert (external["uri"], external["title"]) == (link, "Join")
    assert len(await stored(pds, account.did, external["thumb"])) == external["thumb"]["size"]


async def test_a_link_whose_page_cannot_be_had_is_posted_without_a_card(
    open_bluesky: Any, pds: PracticePds, account: PracticeAccount, unused_tcp_port: int
) -> None:
    bluesky = open_bluesky(cards=CardReader(Anywhere()))
    text = f"See http://127.0.0.1:{unused_tcp_port}/join"
    await bluesky.publish(bluesky.plan(text, now=NOON, langs=["en-GB"]), [])
    (post,) = await pds.posts(account.did)
    assert "embed" not in post["value"]
    assert post["value"]["facets"]
