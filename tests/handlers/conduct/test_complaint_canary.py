"""A marked complaint: who wrote it about whom shows in no log, page, store or backup."""

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from canaries import Findings, identity, leaks
from harness.complaints import Chat
from harness.running import KEY, TOKEN, from_bot, relay_harness
from opened import opened

from practice.people import NumberSharing
from practice.releases import DEPLOYED, NEWEST, OLDEST
from practice.signal_cli import Tuning
from relay.logs import logging_to
from relay.settings import LogSettings
from relay.store.copies import partition, snapshot

SAID = "Quaggafaced rats, the lot of you"
WORDS = "Floccinaucical nights without sleep"
ADDED = "Zugzwanged once more on Tuesday"
ASKED = "Widdershins or not, when was that"
PAGES = ("/metrics", "/healthz", "/", "/b/hackney", "/b/hackney/feed.atom")


@pytest.mark.parametrize("release", [OLDEST, DEPLOYED, NEWEST])
async def test_nothing_tells_who_complained_of_whom(tmp_path: Path, release: Any) -> None:
    log = io.StringIO()
    async with relay_harness(tmp_path, tuning=Tuning(release=release)) as stage:
        stage.mo = stage.signal.new_phone(
            "Zebulonia Writer", number="+447700900655", sharing=NumberSharing.SHOWN
        )
        chat = Chat(stage)
        writer = identity("writer", chat.mo)
        moderator = {"moderator": chat.bea.aci, "moderator's name": "Bea Moss"}
        people = {**writer, **moderator, "subject": chat.ned.aci, "subject's name": "Ned Neighb"}
        texts = {"said": SAID, "words": WORDS, "added": ADDED, "asked": ASKED}
        found = Findings(texts | writer)
        with logging_to(log, LogSettings(level="debug"), (TOKEN,)):
            async with chat.open():
                number = await chat.complain(text=SAID, words=WORDS)
                await chat.say(chat.bea, f"complaint {number}")
                await chat.say(chat.bea, f"ask {number} {ASKED}")
                await chat.say(chat.mo, f"complaint {number} {ADDED}")
                await chat.say(chat.bea, f"complaint {number}")
                async with ClientSession() as session:
                    for path in PAGES:
                        async with session.get(stage.server.make_url(path)) as response:
                            found.look(path, await response.read())
                for phone in (stage.alex, chat.bea, chat.cai, chat.ned, chat.una, chat.sam):
                    for message in from_bot(phone):
                        assert leaks(message.text, writer) == []
                for message in from_bot(chat.mo):
                    assert leaks(message.text, moderator) == []
                for phone in (stage.alex, chat.ned, chat.una, chat.sam):
                    assert leaks("\n".join(chat.heard(phone)), texts) == []
                rows = conduct_rows(stage.store)
                assert leaks(rows, people | texts) == []
                sent = str(
                    stage.store._db.execute(
                        "SELECT * FROM outbox WHERE topic LIKE 'matter:%'"
                    ).fetchall()
                )
                assert leaks(sent, people | texts) == []
                store = tmp_path / "relay.db"
                await stage.wait(timedelta(minutes=2))
                assert leaks(opened(store, KEY), texts) == []
                copy, dated, other = (tmp_path / name for name in ("copy.db", "dated", "other"))
                snapshot(store, KEY, copy, lambda: False)
                partition(copy, KEY, dated=dated, confidential=other)
                assert leaks(opened(dated, KEY), people | texts) == []
                assert leaks(opened(other, KEY), texts | writer) == []
                await chat.play(chat.mo, f"complaint {number} withdraw", "yes")
                await stage.wait(timedelta(minutes=2))
                assert leaks(opened(store, KEY), texts | writer) == []
    assert "delivered" in log.getvalue()
    found.look("log", log.getvalue())
    assert found.leaked == []


def conduct_rows(store: Any) -> str:
    """Every row of every table of conduct's complaints."""
    tables = store._db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name IN"
        " ('conduct_matters', 'conduct_links', 'conduct_entries', 'conduct_copies',"
        " 'conduct_pace', 'conduct_keys', 'conversations')"
    ).fetchall()
    return "\n".join(
        str(cell)
        for (table,) in tables
        for row in store._db.execute(f"SELECT * FROM {table}")  # noqa: S608
        for cell in row
    )
