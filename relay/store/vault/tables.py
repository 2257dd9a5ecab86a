"""All tables of the vault in one place."""

from sqlite_utils import Database

from relay.store.safety_numbers import SafetyNumbers
from relay.store.vault.answers import Answers
from relay.store.vault.cases import Cases
from relay.store.vault.entries import Entries
from relay.store.vault.files import CaseFiles
from relay.store.vault.keys import Keys
from relay.store.vault.leftovers import Leftovers
from relay.store.vault.links import Links
from relay.store.vault.readers import Readers
from relay.store.vault.records import Records
from relay.store.vault.relays import Relays
from relay.store.vault.tries import Tries


class VaultTables:
    """What `relay.safeguarding` keeps; nothing else reads it."""

    def __init__(self, database: Database) -> None:
        self.answers = Answers(database)
        self.cases = Cases(database)
        self.entries = Entries(database)
        self.files = CaseFiles(database)
        self.keys = Keys(database)
        self.leftovers = Leftovers(database)
        self.links = Links(database)
        self.officers = SafetyNumbers(database, "officer_keys", "officer")
        self.readers = Readers(database)
        self.records = Records(database)
        self.relays = Relays(database)
        self.tries = Tries(database)
