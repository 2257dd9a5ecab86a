"""A key that cannot be compared is never trusted: nobody's rights would wait for it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from relay.signal.client import SignalClient
from relay.signal.new_phones import NewPhones
from relay.signal.types import Identity, newest_keys
from relay.store import Store
from relay.time.clock import StillClock

NUMBER = "+447700900000"
ADA = "a1a1a1a1-0000-4000-8000-0000000000a1"
BEN = "b2b2b2b2-0000-4000-8000-0000000000b2"


class NoCopies:
    async def look(self, identities: Sequence[Identity]) -> None:
        """Nobody has missed anything."""

    def send(self, identities: Sequence[Identity], trusted: Sequence[str]) -> None:
        """Nobody has missed anything."""


def key(person: str, **more: Any) -> dict[str, Any]:
    return {"uuid": person, "status": "UNTRUSTED", "added": "17", "fingerprint": "05 67"} | more


@pytest.mark.parametrize("number", [{}, *({"safety_number": odd} for odd in (None, "", 5, ["1"]))])
async def test_what_could_not_be_noted_is_not_trusted(
    number: dict[str, Any], scripted: Any, signal: SignalClient, tmp_path: Path
) -> None:
    noted: list[str] = []
    clock = StillClock(datetime(2026, 11, 22, 13, tzinfo=UTC))
    with Store(tmp_path / "relay.db", "ab" * 32) as store:
        phones = NewPhones(
            signal, store, clock, lambda keys: noted.extend(newest_keys(keys)), NoCopies()
        )
        scripted.will_answer(200, [key(ADA, **number), key(BEN, safety_number="1" * 60)])
        scripted.will_answer(204)
        await phones.check()
    assert noted == [BEN]
    assert [path for method, path, _ in scripted.calls if method == "PUT"] == [
        f"/v1/identities/{NUMBER}/trust/{BEN}"
    ]
