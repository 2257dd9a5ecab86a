"""What becomes of files by who brings them: unread, published, or confidential."""

import io
import wave
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from practice.attachments import Attachment
from practice.server import PracticeSignal
from practice.signal_api import practice_signal
from relay.signal.client import SignalClient
from relay.signal.intake import AttachmentPolicy, Intake
from relay.store import Store
from relay.store.inbox import InboxEntry
from relay.time.clock import StillClock

SAM = "5b7e0f3a-0c8d-4d55-9a37-1f2e3d4c5b6a"
NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


def voice_note() -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(16_000)
        sound.writeframes(bytes(range(256)) * 100)
    return out.getvalue()


@dataclass
class Door:
    """An intake with a store behind it."""

    signal: PracticeSignal
    store: Store
    client: SignalClient
    looked_at: list[tuple[int, str]] = field(default_factory=list)

    def look_at(self, inbox: int, attachment: str, prints: str) -> None:
        self.looked_at.append((inbox, prints))

    async def bring(
        self, welcome: AttachmentPolicy, data: bytes, name: str
    ) -> tuple[str | None, str, str]:
        """Bring a file; return why it was refused, its name and its type."""
        kept = self.signal.world.attachments.keep(Attachment(data, "audio/wav", name))
        described = {"id": kept.id, "contentType": "audio/wav", "filename": name}
        content = {"timestamp": 1, "message": "", "attachments": [described]}
        body = {"envelope": {"timestamp": 1, "dataMessage": content}, "account": "+44"}
        with self.store.transaction():
            self.store.inbox.accept(account="+44", source=SAM, timestamp=1, body=body, now=NOW)
        entry = self.store.inbox.next(NOW)
        assert isinstance(entry, InboxEntry)
        intake = Intake(self.client, self.store, StillClock(NOW), lambda _: welcome, self.look_at)
        await intake.fetch(entry)
        (arrival,) = self.store.files.arrivals(entry.id)
        if arrival.file is None:
            return arrival.refused, "", ""
        file = self.store.files.get(arrival.file)
        return None, file.name, file.media_type


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[Door]:
    async with practice_signal() as signal:
        client = SignalClient(signal.url, signal.number)
        with Store(tmp_path / "relay.db", "ab" * 32) as store:
            async with client:
                yield Door(signal, store, client)


async def test_sound_is_taken_with_a_report_under_a_name_that_says_nothing(door: Door) -> None:
    brought = await door.bring(AttachmentPolicy.CONFIDENTIAL, voice_note(), "Sam to Alex 3 May.wav")
    assert brought == (None, "01.m4a", "audio/mp4")


async def test_sound_is_not_published(door: Door) -> None:
    assert await door.bring(AttachmentPolicy.PUBLISHED, voice_note(), "x.wav") == ("sound", "", "")


async def test_what_nobody_asked_for_is_not_even_fetched(door: Door) -> None:
    assert await door.bring(AttachmentPolicy.UNREAD, voice_note(), "x.wav") == ("stranger", "", "")
    assert door.signal.calls.paths() == []


async def test_a_program_is_refused_with_a_report_too(door: Door) -> None:
    refused, _, _ = await door.bring(
        AttachmentPolicy.CONFIDENTIAL, b"MZ\x90\x00\x03, a program", "x.exe"
    )
    assert refused == "unsupported"


async def test_thousands_of_files_of_a_stranger_hold_nobody_up(
    door: Door,
) -> None:
    """Each of them seen to by itself kept everybody waiting for seconds."""
    files = [{"id": f"file-{number}", "contentType": "image/png"} for number in range(2_000)]
    content = {"timestamp": 1, "message": "", "attachments": files}
    body = {"envelope": {"timestamp": 1, "dataMessage": content}, "account": "+44"}
    with door.store.transaction():
        door.store.inbox.accept(account="+44", source=SAM, timestamp=1, body=body, now=NOW)
    entry = door.store.inbox.next(NOW)
    assert entry is not None
    commits = []
    door.store._db.conn.set_trace_callback(
        lambda statement: commits.append(statement) if statement.startswith("COMMIT") else None
    )
    intake = Intake(
        door.client, door.store, StillClock(NOW), lambda _: AttachmentPolicy.UNREAD, door.look_at
    )
    await intake.fetch(entry)
    door.store._db.conn.set_trace_callback(None)
    assert len(door.store.files.arrivals(entry.id)) == 2_000
    assert door.store.outbox.queued() == 2_000
    assert len(commits) == 1
