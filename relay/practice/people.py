"""People with a Signal account, and the bot's own account on signal-cli-rest-api."""

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import uuid4


class NumberSharing(StrEnum):
    """Whether others see a person's phone number; Signal hides it unless told otherwise."""

    SHOWN = "shown"
    HIDDEN = "hidden"


class Trust(StrEnum):
    """Trust levels of an identity key, as signal-cli names them."""

    UNVERIFIED = "TRUSTED_UNVERIFIED"
    VERIFIED = "TRUSTED_VERIFIED"
    UNTRUSTED = "UNTRUSTED"


@dataclass
class Person:
    """Somebody with Signal on a phone.

    Args:
        aci: the account id, a UUID in lower case; what identifies a person.
        name: the profile name.
        number: the phone number in E.164 form, or None.
        sharing: whether others see the number.
        username: such as `ada.42`, or None.
        registered: False once the person has left Signal; sending to them then fails.
        device: the number of the device that they write from.
        key_version: counts how often their safety number changed.
        trust: what the bot's account thinks of their current key.
    """

    name: str
    aci: str = field(default_factory=lambda: str(uuid4()))
    number: str | None = None
    sharing: NumberSharing = NumberSharing.HIDDEN
    username: str | None = None
    about: str = ""
    registered: bool = True
    device: int = 1
    key_version: int = 1
    key_added: int = 0
    trust: Trust = Trust.UNVERIFIED

    @property
    def visible_number(self) -> str | None:
        """The number as others see it: None while the person hides it."""
        return self.number if self.sharing is NumberSharing.SHOWN else None

    @property
    def fingerprint(self) -> str:
        """The identity key's fingerprint, in hexadecimal."""
        return "05" + hashlib.sha256(f"{self.aci}/{self.key_version}".encode()).hexdigest()

    @property
    def safety_number(self) -> str:
        """Sixty digits that change whenever the key does."""
        digest = hashlib.sha512(self.fingerprint.encode()).digest()
        return str(int.from_bytes(digest, "big"))[:60]


@dataclass
class Account:
    """An account that signal-cli-rest-api holds: the bot.

    It appears in chats as the person `self_`; the rest is kept by signal-cli. `primary` is False
    where the number lives on a phone and the server is only linked to it.
    """

    number: str
    self_: Person
    primary: bool = True
    pin: str | None = None
    username_link: str | None = None
    discoverable: bool = True
    devices: dict[int, str] = field(default_factory=lambda: {1: "signal-cli"})
    contact_names: dict[str, str] = field(default_factory=dict)
    blocked_groups: set[str] = field(default_factory=set)
    sticker_packs: list[str] = field(default_factory=list)

    @property
    def aci(self) -> str:
        """The account id of the bot itself."""
        return self.self_.aci
