from pathlib import Path

import aiohttp
import pytest

from practice.appview import PracticeAppView
from practice.pds import PdsMissing, PracticeAccount, PracticePds


def test_a_missing_installation_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(PdsMissing, match="make pds"):
        PracticePds(tmp_path / "data", installed=tmp_path / "nowhere")


def test_the_lock_file_names_no_place_to_download_from() -> None:
    lock = Path(__file__).parents[2] / "practice/pds/package-lock.json"
    text = lock.read_text()
    assert '"resolved"' not in text
    assert text.count('"integrity"') > 500


async def test_it_ends_with_the_process_that_started_it(tmp_path: Path) -> None:
    pds = PracticePds(tmp_path)
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{pds.url}/xrpc/_health") as response:
            assert response.status == 200
        pds.stop()
        with pytest.raises(aiohttp.ClientConnectorError):
            await session.get(f"{pds.url}/xrpc/_health")


def test_what_it_says_when_it_fails_is_passed_on(tmp_path: Path) -> None:
    installed = tmp_path / "pds"
    installed.mkdir()
    program = Path(__file__).parents[2] / "practice/pds/server.mjs"
    (installed / "server.mjs").write_bytes(program.read_bytes())
    with pytest.raises(PdsMissing, match="Cannot find package"):
        PracticePds(tmp_path / "data", installed=installed)


async def test_the_app_view_counts_replies_and_shows_the_newest_first(
    pds: PracticePds, account: PracticeAccount, member: PracticeAccount
) -> None:
    await pds.call(
        "com.atproto.repo.createRecord",
        {
            "repo": account.did,
            "collection": "app.bsky.feed.post",
            "record": {"text": "Meeting", "createdAt": "2026-11-22T11:00:00.000Z"},
        },
        sender=account,
    )
    (post,) = await pds.posts(account.did)
    await pds.reply(member, post, "Good")
    feed = [
        view
        for view in await PracticeAppView(lambda: pds).feed()
        if view["author"]["did"] in {account.did, member.did}
    ]
    assert [view["record"]["text"] for view in feed] == ["Good", "Meeting"]
    assert [view["author"]["handle"] for view in feed] == [member.handle, account.handle]
    assert [view["replyCount"] for view in feed] == [0, 1]
