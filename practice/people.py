"""People with a Signal account, and the bot's own account on signal-cli-rest-api."""

import hashlib
import re
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
        key_version: counts how often they installed Signal anew; each time the key is another.
        known_key: the version of it that the bot's account has stored, `IdentityKeyStore` there.
        key_added: when it was stored, in milliseconds.
        trust: what the bot's account thinks of the key that it has stored.
        own: whether this is the account of signal-cli itself.
        profile_key: whether the bot's account has the key of their profile. Apps send it with the
            first message to somebody; without it, adding them to a group only invites them.
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
    known_key: int = 1
    key_added: int = 0
    trust: Trust = Trust.UNVERIFIED
    own: bool = False
    profile_key: bool = True

    @property
    def visible_number(self) -> str | None:
        """The number as others see it: None while the person hides it."""
        return self.number if self.sharing is NumberSharing.SHOWN else None

    @property
    def known_number(self) -> str | None:
        """The number as signal-cli knows it: its own account's too, which others may not see."""
        return self.number if self.own else self.visible_number

    @property
    def fingerprint(self) -> str:
        """The identity key that the bot's account has stored, in hexadecimal."""
        return self._fingerprint(self.known_key)

    @property
    def spaced_fingerprint(self) -> str:
        """The fingerprint as signal-cli lists it: `05 67 …`."""
        return " ".join(re.findall("..", self.fingerprint))

    @property
    def spaced_safety_number(self) -> str:
        """The safety number as signal-cli lists it and as phones show it, in groups of five."""
        return " ".join(re.findall(".....", self.safety_number))

    @property
    def safety_number(self) -> str:
        """Sixty digits that belong to the key that the bot's account has stored."""
        return self._digits(self.known_key)

    @property
    def shown_safety_number(self) -> str:
        """The sixty digits that the person's own phone shows for the chat with the bot."""
        return self._digits(self.key_version)

    @property
    def trusted(self) -> bool:
        """Whether the key that the person has now is one that the bot's account trusts."""
        return self.known_key == self.key_version and self.trust is not Trust.UNTRUSTED

    def _fingerprint(self, version: int) -> str:
        return "05" + hashlib.sha256(f"{self.aci}/{version}".encode()).hexdigest()

    def _digits(self, version: int) -> str:
        digest = hashlib.sha512(self._fingerprint(version).encode()).digest()
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
    picture: bytes | None = None
    discoverable: bool = True
    devices: dict[int, str] = field(default_factory=lambda: {1: "signal-cli"})
    contact_names: dict[str, str] = field(default_factory=dict)
    blocked_groups: set[str] = field(default_factory=set)
    sticker_packs: list[str] = field(default_factory=list)

    @property
    def aci(self) -> str:
        """The account id of the bot itself."""
        return self.self_.aci
