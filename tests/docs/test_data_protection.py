"""The record of processing says what the register says."""

import re

from register_tables import PAGE, with_tables

from relay.personal_data.register import register

TEXT = PAGE.read_text(encoding="utf-8")


def test_its_tables_are_those_of_the_register() -> None:
    assert with_tables(TEXT) == TEXT, "run: make tables"


def test_every_table_of_the_store_is_named_in_it() -> None:
    named = re.findall(r"^\| `(\w+)` \|", TEXT, re.MULTILINE)
    assert sorted(named) == sorted(register().tables)
