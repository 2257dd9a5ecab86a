"""The register of processing: what every table of the store holds of people, and why.

It is `config/personal_data.toml`, one entry a table. `docs/data-protection.md` and the privacy
notice are made from it, and a test compares it with the schema, so that no table can be forgotten.
"""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

from relay.language.words import shipped_config
from relay.store.copies.partition import BOTH, DATED, NOWHERE

FILE = "personal_data.toml"

Line = Annotated[str, StringConstraints(min_length=4, max_length=400, pattern=r"^[^\n|]*$")]
"""One line of plain words; a bar would break a table."""

People = Literal[
    "admins",
    "everybody who writes to the bot",
    "keepers of groups",
    "members",
    "moderators",
    "newcomers",
    "officers",
    "people complained about",
    "people in groups",
    "people in posts",
    "people named in a report",
    "people of imported lists",
    "people who complain",
    "people who read along",
    "people who report",
]

KeptAs = Literal["account id", "hash", "sealed", "words", "number", "name"]

Basis = Literal["6(1)(a)", "6(1)(c)", "6(1)(d)", "6(1)(f)"]

Special = Literal["9(2)(a)", "9(2)(c)", "9(2)(d)", "9(2)(e)", "9(2)(f)", "9(2)(g)"]

Unfound = Literal["nobody", "alike", "apart", "words", "key"]


class Backup(StrEnum):
    """In which file of a backup a table is."""

    DATED = "dated"
    NEWEST = "newest"
    BOTH = "both"
    NONE = "none"


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Purpose(_Strict):
    """Why something is kept.

    Attributes:
        name: what it is for, in a few words.
        why: in a sentence.
        basis: points of Article 6 of the UK GDPR that a branch usually rests it on.
        special: conditions of Article 9, because it can tell a political opinion or more.
        seen: who reads it.
    """

    name: Line
    why: Line
    basis: tuple[Basis, ...]
    special: tuple[Special, ...]
    seen: Line


class TableEntry(_Strict):
    """What a table holds of people.

    Attributes:
        what: in plain words.
        people: whom; empty where it is nobody.
        kept_as: in which form.
        purpose: the id of one.
        until: when it is gone.
        about_me: the item of `about me` in which somebody's own rows are named, if one does.
        unfound: else, why none can.
    """

    what: Line
    people: tuple[People, ...]
    kept_as: tuple[KeptAs, ...] = ()
    purpose: str
    until: Line
    about_me: str | None = None
    unfound: Unfound | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if (self.about_me is None) == (self.unfound is None):
            raise ValueError("it is either named in `about me` or says why not")
        if bool(self.people) != bool(self.kept_as):
            raise ValueError("it says whom it is about and in which form, or neither")
        if not self.people and self.unfound not in {"nobody", "key"}:
            raise ValueError("it is about nobody")
        if self.people and self.unfound in {"nobody", "key"}:
            raise ValueError("it is about somebody")
        return self


class Register(_Strict):
    """All of it.

    Attributes:
        purposes: by id.
        tables: by the name of the table.
    """

    purposes: Mapping[str, Purpose]
    tables: Mapping[str, TableEntry]

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        for name, entry in self.tables.items():
            if entry.purpose not in self.purposes:
                raise ValueError(f"{name} names no purpose that there is")
        return self

    def of_purpose(self, purpose: str) -> Mapping[str, TableEntry]:
        """Return the tables of a purpose, by name."""
        return {name: one for name, one in self.tables.items() if one.purpose == purpose}


@cache
def register() -> Register:
    """Return the register as shipped."""
    text = (shipped_config() / FILE).read_text(encoding="utf-8")
    return Register.model_validate(tomllib.loads(text))


def backup_of(table: str) -> Backup:
    """Return in which file of a backup a table's rows are."""
    if table in BOTH:
        return Backup.BOTH
    if table in DATED:
        return Backup.DATED
    return Backup.NONE if table in NOWHERE else Backup.NEWEST
