"""The parts of the vault, as its two sides share them."""

from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from relay.safeguarding.access import Access
from relay.safeguarding.casefile import CaseFile
from relay.safeguarding.contact import ContactRules
from relay.safeguarding.destroying import Destroyer
from relay.safeguarding.files import CaseFiles
from relay.safeguarding.mailer import CaseMailer
from relay.safeguarding.names import NameBook
from relay.safeguarding.people import Writers
from relay.safeguarding.records import CaseRecords
from relay.safeguarding.roles import CaseRoles
from relay.safeguarding.sealing import Sealer
from relay.safeguarding.tables import VaultTables
from relay.safeguarding.teams import Teams
from relay.settings import SafeguardingSettings
from relay.store import Store
from relay.time.clock import Clock
from relay.time.limiter import SlidingWindowLimiter

TRIES_OF_A_PERSON = 5
"""With a passphrase, in a day."""


@dataclass(frozen=True)
class Internals:
    """What the sides of the vault are built of. Conversations get none of it.

    Attributes:
        wrote, tried: how much somebody wrote this hour, and tried passphrases today, by the hash of
            who. What the store knows of that is destroyed with their report, so that to begin one
            and to stop would begin the count anew.
    """

    store: Store
    clock: Clock
    settings: SafeguardingSettings
    teams: Teams
    sealer: Sealer
    files: CaseFiles
    records: CaseRecords
    file: CaseFile
    access: Access
    roles: CaseRoles
    writers: Writers
    contact: ContactRules
    post: CaseMailer
    destroyer: Destroyer
    names: NameBook
    wrote: SlidingWindowLimiter
    tried: SlidingWindowLimiter

    @property
    def tables(self) -> VaultTables:
        """The vault's tables."""
        return self.store[VaultTables]


def build_internals(
    store: Store, clock: Clock, settings: SafeguardingSettings, zone: ZoneInfo, names: NameBook
) -> Internals:
    """Put the parts of the vault together."""
    teams = Teams(settings)
    sealer = Sealer(store[VaultTables].keys)
    files = CaseFiles(store, sealer)
    access = Access(store, teams, sealer)
    roles = CaseRoles(store, teams, access)
    records = CaseRecords(store, clock, sealer, roles)
    writers = Writers(store, sealer)
    contact = ContactRules(store[VaultTables], clock, zone)
    return Internals(
        store=store,
        clock=clock,
        settings=settings,
        teams=teams,
        sealer=sealer,
        files=files,
        records=records,
        file=CaseFile(store, clock, sealer, files, records, roles),
        access=access,
        roles=roles,
        writers=writers,
        contact=contact,
        post=CaseMailer(store, clock, access, writers, contact),
        destroyer=Destroyer(store, clock, writers),
        names=names,
        wrote=SlidingWindowLimiter(clock, settings.messages_per_hour, timedelta(hours=1)),
        tried=SlidingWindowLimiter(clock, TRIES_OF_A_PERSON, timedelta(days=1)),
    )
