"""The register of what is kept of people has every table, and says what the program does."""

import re

import pytest
from sqlite_utils import Database

from relay.personal_data.register import Backup, TableEntry, backup_of, register
from relay.settings.announcements import AnnouncementSettings
from relay.settings.backup import BackupSettings
from relay.settings.conduct import ConductSettings
from relay.settings.contact_list import ContactListSettings
from relay.settings.safeguarding import SafeguardingSettings
from relay.store.copies.partition import is_confidential
from relay.store.copies.partition import tables as tables_of
from relay.store.migrations import MIGRATIONS

ENTRIES = sorted(register().tables.items())
_SETTING = re.compile(r"\b([a-z_]+_(?:days|hours|minutes)) \((\d+)\)")
_SECTIONS = (
    AnnouncementSettings,
    BackupSettings,
    ConductSettings,
    ContactListSettings,
    SafeguardingSettings,
)


@pytest.fixture(scope="module")
def schema() -> Database:
    database = Database(memory=True)
    MIGRATIONS.apply(database)
    return database


def test_no_table_is_forgotten_and_none_is_made_up(schema: Database) -> None:
    assert set(register().tables) == set(tables_of(schema.conn))


@pytest.mark.parametrize(("name", "entry"), ENTRIES, ids=[name for name, _ in ENTRIES])
def test_a_table_that_has_account_ids_in_the_clear_says_so(
    name: str, entry: TableEntry, schema: Database
) -> None:
    columns = schema[name].columns
    text = {column.name for column in columns if column.type == "TEXT"}
    # Where a person stands as a hash in text, the register says that, too.
    named = text & {
        *("person", "writer", "author", "approver", "asked_by", "actor", "officer", "admin"),
        *("source", "claimed_by", "keepers"),
    }
    if name == "told_warnings":
        # Whose warning it is: a branch or a feed.
        named -= {"source"}
    if named:
        assert {"account id", "hash"} & set(entry.kept_as), named


@pytest.mark.parametrize(("name", "entry"), ENTRIES, ids=[name for name, _ in ENTRIES])
def test_what_stands_in_a_backup_that_is_kept_for_weeks_holds_no_member(
    name: str, entry: TableEntry
) -> None:
    if backup_of(name) in {Backup.DATED, Backup.BOTH} and entry.about_me is not None:
        assert entry.about_me in {"posts", "on_its_way"}
    assert (backup_of(name) is Backup.NEWEST) == (is_confidential(name) and name != "outbox")


@pytest.mark.parametrize(("name", "entry"), ENTRIES, ids=[name for name, _ in ENTRIES])
def test_a_setting_that_it_names_is_one_and_has_that_default(name: str, entry: TableEntry) -> None:
    for setting, days in _SETTING.findall(entry.until):
        [section] = [one for one in _SECTIONS if setting in one.model_fields]
        assert section.model_fields[setting].default == int(days), name


def test_every_purpose_is_one_of_some_table_and_has_a_legal_basis() -> None:
    used = {entry.purpose for entry in register().tables.values()}
    assert used == set(register().purposes)
    for name, purpose in register().purposes.items():
        assert purpose.basis, name
        about = [one for one in register().of_purpose(name).values() if one.people]
        assert bool(purpose.special) == bool(about), name
