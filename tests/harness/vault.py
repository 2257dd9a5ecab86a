"""A house with a vault in it: writers, officers and a post that a test carries by hand."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypedDict, Unpack
from uuid import UUID

from harness.stores import put_empty_store
from relay.safeguarding import Entry, ReporterCase, Track, Vault
from relay.settings import Branch, Officer, SafeguardingSettings, SafeguardingTeam, Settings
from relay.signal.outgoing import SIGNAL_LANE, Message, read_outgoing
from relay.store import Store
from relay.store.files import Arrival
from relay.store.outbox import Delivery
from relay.time.clock import StillClock

KEY = "cd" * 32
NOON = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
"""A Tuesday, far from any clock change and from the quiet hours."""


def person(number: int) -> str:
    """Return an account id."""
    return str(UUID(int=0xABCD_0000_0000_4000_8000_0000_0000_0000 + number))


WRITER = person(900)


class DraftParts(TypedDict, total=False):
    """What a test may say of a report, beside its texts and who writes it."""

    team: str
    excluding: Sequence[str]
    track: Track


@dataclass
class Letter:
    """Something that was carried."""

    target: str
    action: str
    text: str
    timestamp: int
    payload: dict[str, Any] = field(repr=False)


class VaultHarness:
    """A store, a clock, a vault, and a post."""

    def __init__(self, folder: Path, *teams: SafeguardingTeam, **more: Any) -> None:
        self.path = folder / "relay.db"
        self.clock = StillClock(NOON)
        self.letters: list[Letter] = []
        self.unreachable: set[str] = set()
        self._stamp = 1_000_000
        put_empty_store(self.path, KEY)
        self.store = Store(self.path, KEY)
        self.settle_in(*teams, **more)

    def settle_in(self, *teams: SafeguardingTeam, **more: Any) -> None:
        """Begin with these settings, as after a restart."""
        self.settings = Settings(
            signal={"number": "+447700900000"},
            branches=(Branch(slug="hackney", name="Hackney", admins=(person(1),)),),
            safeguarding=SafeguardingSettings(teams=teams, **more),
            webhook_token="token",
            store_key=KEY,
        )
        self.vault = Vault(self.store, self.clock, self.settings)

    @contextmanager
    def at_work(self) -> Iterator[Vault]:
        """One transaction, as a conversation has."""
        with self.store.transaction():
            yield self.vault

    def moment(self) -> int:
        """Return a moment of Signal that comes once."""
        self._stamp += 1
        return self._stamp

    def write(self, text: str, origin: int | None = None, **more: Any) -> Any:
        """Write a part."""
        with self.at_work() as vault:
            return vault.reports.add(
                more.pop("by", WRITER), text=text, origin=origin or self.moment(), **more
            )

    def draft(
        self,
        *texts: str,
        team: str = "hackney",
        by: str = WRITER,
        excluding: Sequence[str] = (),
        track: Track = Track.SAFEGUARDING,
    ) -> int:
        """Begin a report and write these parts."""
        with self.at_work() as vault:
            draft = vault.reports.begin(by)
            vault.reports.set_track(draft.id, track)
            vault.reports.set_team(draft.id, team)
            vault.reports.exclude(draft.id, excluding)
        for text in texts:
            self.write(text, by=by)
        return draft.id

    def report(
        self, *texts: str, by: str = WRITER, **more: Unpack[DraftParts]
    ) -> ReporterCase | None:
        """Write and send a report, relayed as the conversation does it."""
        self.draft(*texts, by=by, **more)
        with self.at_work() as vault:
            case = vault.reports.send(by)
            if case is not None:
                for part in vault.reports.parts(case.id):
                    self.relay(case, part)
        return case

    def relay(self, case: ReporterCase, part: Entry) -> int:
        """Relay a part to the readers."""
        files = [file.id for file in part.files]
        text = f"{case.name} {part.number}: {part.text}"
        return self.vault.post.to_readers(case.id, text, entry=part.number, files=files)

    def next_letter(self) -> Delivery | None:
        """Return what the lane would take now."""
        return self.store.outbox.next(SIGNAL_LANE, self.clock.now())

    def carry(self) -> list[Letter]:
        """Carry everything that waits; return what arrived."""
        carried = []
        while (delivery := self.next_letter()) is not None:
            letter = self.deliver(delivery)
            if letter is not None:
                carried.append(letter)
        self.letters += carried
        return carried

    def deliver(self, delivery: Delivery) -> Letter | None:
        """Carry one delivery, or fail to, as a lane does."""
        now, observer = self.clock.now(), self.vault.observer
        if delivery.target in self.unreachable:
            with self.store.transaction():
                self.store.outbox.failed(delivery, "unreachable", now)
                observer.failed(delivery, "unreachable")
            return None
        outgoing = read_outgoing(delivery.payload)
        text = getattr(outgoing, "text", "")
        timestamp = self.moment()
        result = {"timestamp": timestamp} if isinstance(outgoing, Message) else {}
        with self.store.transaction():
            self.store.outbox.delivered(delivery, result, now)
            observer.delivered(delivery, result)
        return Letter(delivery.target, delivery.action, text, timestamp, delivery.payload)

    def letters_to(self, someone: str) -> list[Letter]:
        """Return what somebody got."""
        return [letter for letter in self.letters if letter.target == someone]

    def bring(self, data: bytes, media_type: str = "image/jpeg") -> Arrival:
        """Have a file arrive, cleaned."""
        with self.store.transaction():
            file = self.store.files.add(
                name="01.jpg", media_type=media_type, data=data, now=self.clock.now()
            )
        return Arrival("a", file, None)

    def shred(self) -> None:
        """Rewrite the file, as the rounds do."""
        self.clock.move(timedelta(minutes=2))
        self.store.shredder.work(self.clock.now())


def team(slug: str, *officers: int, roles: Iterable[str] = (), **more: Any) -> SafeguardingTeam:
    """Return a team of the people with these numbers; roles are `officer 1` and so on."""
    named = tuple(roles) or tuple(f"officer {number}" for number in officers)
    return SafeguardingTeam(
        slug=slug,
        name=f"{slug.capitalize()} team",
        officers=tuple(
            Officer(id=person(number), role=role)
            for number, role in zip(officers, named, strict=True)
        ),
        **more,
    )
