"""All tables of the vault in one place."""

from relay.safeguarding.tables.answers import Answers
from relay.safeguarding.tables.cases import Cases
from relay.safeguarding.tables.chats import Chats
from relay.safeguarding.tables.entries import Entries
from relay.safeguarding.tables.files import CaseFiles
from relay.safeguarding.tables.keys import Keys
from relay.safeguarding.tables.leftovers import Leftovers
from relay.safeguarding.tables.links import Links
from relay.safeguarding.tables.offers import Offers
from relay.safeguarding.tables.quarantine import Quarantined
from relay.safeguarding.tables.readers import Readers
from relay.safeguarding.tables.relays import Relays
from relay.safeguarding.tables.tries import Tries
from relay.store.records import Records
from relay.store.safety_numbers import SafetyNumbers
from relay.store.table import Database, Table


class VaultTables(Table):
    """What `relay.safeguarding` keeps; nothing else reads it."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.answers = Answers(database)
        self.cases = Cases(database)
        self.chats = Chats(database)
        self.entries = Entries(database)
        self.files = CaseFiles(database)
        self.keys = Keys(database)
        self.leftovers = Leftovers(database)
        self.links = Links(database)
        self.offers = Offers(database)
        self.officers = SafetyNumbers(database, "officer_keys", "officer")
        self.quarantined = Quarantined(database)
        self.readers = Readers(database)
        self.records = Records(database)
        self.relays = Relays(database)
        self.tries = Tries(database)
