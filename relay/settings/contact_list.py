"""Settings of a branch's contact list."""

from typing import Annotated

from pydantic import Field, StringConstraints

from relay.schema.parts import Part
from relay.settings.safeguarding import AgeRecipient

_Choice = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]


class ContactListSettings(Part):
    """The list of people who asked the branch to keep in touch; only who asked is on it.

    Attributes:
        areas: what people choose from; empty lets them write one in their own words.
        interests: the same for what they would like to do or hear of.
        ask_days: after how many days somebody is asked whether they want to stay on it.
        answer_days: how many days after that their entry is deleted if they have not answered.
        export_key: an age recipient (`age1…`) that the list is encrypted to; None for no export.
        invitations_a_day: how many people of an imported list are asked in a day at most, by
            messages to strangers, which Signal punishes; 0 asks nobody and takes no list.
    """

    areas: tuple[_Choice, ...] = Field(default=(), max_length=60)
    interests: tuple[_Choice, ...] = Field(default=(), max_length=40)
    ask_days: int = Field(default=365, ge=90, le=730)
    answer_days: int = Field(default=30, ge=14, le=90)
    export_key: AgeRecipient | None = None
    invitations_a_day: int = Field(default=0, ge=0, le=50)
