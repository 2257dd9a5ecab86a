"""By which of Signal's timestamps people name a message of a case."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS


@MIGRATIONS()
def message_versions(db: Database) -> None:
    """Create the table of versions, with the one version that is known of each message."""
    db.execute(
        """
        CREATE TABLE case_relay_versions (
            delivery INTEGER NOT NULL REFERENCES case_relays (delivery) ON DELETE CASCADE,
            timestamp INTEGER NOT NULL,
            PRIMARY KEY (delivery, timestamp)
        ) WITHOUT ROWID
        """
    )
    db.execute("CREATE INDEX case_relay_versions_named ON case_relay_versions (timestamp)")
    db.execute(
        "INSERT INTO case_relay_versions (delivery, timestamp)"
        " SELECT delivery, timestamp FROM case_relays WHERE timestamp IS NOT NULL"
    )
