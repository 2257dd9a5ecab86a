"""Feeds and calendars in the programs that people read them with, as Debian brings them."""

import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from catalogues import meeting
from debian_programs import run
from servedpages import Served

from relay.meetings.meeting import MeetingState


async def test_a_feed_reader_shows_the_next_date_of_a_series_as_new(
    served: Served, tmp_path: Path
) -> None:
    weekly = meeting(14, rule="FREQ=WEEKLY")
    served.catalogue.known = {14: weekly}
    urls, cache, settings = (tmp_path / name for name in ("urls", "cache.db", "config"))
    address = served.client.make_url("/b/hackney/feed.atom")
    urls.write_text(f"{address}\n")
    settings.write_text(f'reset-unread-on-update "{address}"\n')

    async def read() -> list[tuple[int, str]]:
        for command in ("reload", "print-unread"):
            await run(
                "newsboat", "-u", urls, "-c", cache, "-C", settings, "-x", command, home=tmp_path
            )
        with sqlite3.connect(cache) as database:
            return database.execute("SELECT unread, content FROM rss_item").fetchall()

    [(unread, first)] = await read()
    assert unread == 1
    with sqlite3.connect(cache) as database:
        database.execute("UPDATE rss_item SET unread = 0")
    served.clock.move(weekly.start - served.clock.now() + timedelta(days=2))
    [(unread, second)] = await read()
    assert second != first
    assert unread == 1


async def test_a_calendar_takes_a_move_and_a_cancellation_for_the_same_entry(
    served: Served, tmp_path: Path
) -> None:
    folder, settings = tmp_path / "calendar", tmp_path / "khal.conf"
    folder.mkdir()
    settings.write_text(
        f"[calendars]\n[[meetings]]\npath = {folder}\n"
        f"[sqlite]\npath = {tmp_path}/khal.db\n"
        "[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        "local_timezone = UTC\ndefault_timezone = UTC\n[default]\ndefault_calendar = meetings\n"
    )

    async def entered() -> list[str]:
        answer = await served.client.get("/m/14.ics")
        assert answer.status == 200, await answer.text()
        entry = tmp_path / "meeting.ics"
        entry.write_bytes(await answer.read())
        await run("khal", "-c", settings, "import", "--batch", entry, home=tmp_path)
        listed = await run(
            "khal", "-c", settings, "list", "--day-format", "", "--format",
            "{start-date} {start-time} {title} {status}", "2026-11-01", "90d", home=tmp_path,
        )  # fmt: skip
        return [line for line in listed.splitlines() if line.strip()]

    once = meeting(14)
    served.catalogue.known = {14: once}
    assert len(await entered()) == 1
    moved = meeting(14, start=once.start + timedelta(days=1), sequence=1)
    served.catalogue.known = {14: moved}
    [line] = await entered()
    assert line.startswith(f"{moved.start:%Y-%m-%d}")
    off = replace(moved, state=MeetingState.CANCELLED, sequence=2)
    served.catalogue.known = {14: off}
    [line] = await entered()
    assert line.strip().endswith("CANCELLED")
