"""The kinds of values settings are made of, each checked with an error that says what to do.

The type of every `PydanticCustomError` raised here is the id of its message in `settings.ftl`.
No error quotes the value: it may be somebody's number or account id.
"""

import base64
import binascii
import re
from datetime import timedelta
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Annotated, NamedTuple
from urllib.parse import urlsplit
from uuid import UUID
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from relay.language.words import shipped_locales

_E164 = re.compile(r"\+[1-9]\d{6,14}")
_LIKE_A_NUMBER = re.compile(r"\+?[\d\s().-]{6,20}")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_GROUP = re.compile(r"group\.[A-Za-z0-9+/_-]{4,}={0,2}")
DOMAIN = re.compile(r"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?")
_THIS_COMPUTER = frozenset({"localhost", "127.0.0.1", "::1"})
_LEAD = re.compile(r"([1-9]\d{0,3})([mhd])")
_LEAD_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}
_SHORTEST_LEAD = timedelta(minutes=15)
_LONGEST_LEAD = timedelta(days=60)
# A username's link: 32 bytes of entropy and a UUID, base64url without padding
# (Usernames.UsernameLink in Signal-iOS); or the one of a number (SignalMeUtil in Signal-Android).
_CONTACT = re.compile(r"https://signal\.me/#(eu/[A-Za-z0-9_-]{64}|p/\+[1-9][0-9]{6,14})")
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_INTERNAL_ID_BYTES = (16, 32)  # groups of Signal's first and second kind


class Address(NamedTuple):
    """Where a server listens."""

    host: str
    port: int

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


def _number(value: str) -> str:
    if not _E164.fullmatch(value):
        raise PydanticCustomError("settings-number", "not an E.164 number")
    return value


def _aci(value: str) -> str:
    if _LIKE_A_NUMBER.fullmatch(value):
        raise PydanticCustomError("settings-aci-is-number", "a phone number")
    if value.upper().startswith("PNI:"):
        raise PydanticCustomError("settings-aci-is-pni", "an id that hides behind a number")
    try:
        return str(UUID(value))
    except ValueError:
        raise PydanticCustomError("settings-aci", "not a UUID") from None


def _group(value: str) -> str:
    if _GROUP.fullmatch(value):
        return value
    try:
        internal = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        internal = b""
    if len(internal) in _INTERNAL_ID_BYTES:
        raise PydanticCustomError("settings-group-is-internal", "the internal form of a group id")
    raise PydanticCustomError("settings-group", "not a group id")


def _slug(value: str) -> str:
    if not _SLUG.fullmatch(value):
        raise PydanticCustomError("settings-slug", "not a slug")
    return value


def _url(value: str) -> str:
    try:
        parts = urlsplit(value)
        valid = parts.scheme in {"http", "https"} and bool(parts.hostname)
        valid = valid and not (parts.query or parts.fragment) and parts.port != 0
    except ValueError:
        valid = False
    if not valid:
        raise PydanticCustomError("settings-url", "not a web address")
    return value.rstrip("/")


def is_this_computer(host: str) -> bool:
    """Whether an address is one that only this computer reaches."""
    return host in _THIS_COMPUTER or host.startswith("127.")


def is_private_on_its_way(url: str) -> bool:
    """Whether nobody reads what is sent to an address: `https`, or `http` on this computer.

    One that holds a name, a password or a query is refused too: those end up in logs.
    """
    try:
        parts = urlsplit(url)
        safe = parts.scheme == "https" or (
            parts.scheme == "http" and parts.hostname in _THIS_COMPUTER
        )
        valid = safe and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return valid and not (parts.query or parts.fragment or parts.username or parts.password)


def is_contact_link(text: str) -> bool:
    """Whether it is a link by which anybody can write to an account of Signal."""
    return _CONTACT.fullmatch(text) is not None


def _contact_link(value: str) -> str:
    if not is_contact_link(value):
        raise PydanticCustomError("settings-contact-link", "not a link to a Signal account")
    return value


def _address(value: object) -> Address:
    if isinstance(value, Address):
        return value
    host, _, port = str(value).rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    if not host or not re.fullmatch(r"[0-9]{1,5}", port) or int(port) > 65535:
        raise PydanticCustomError("settings-address", "not HOST:PORT")
    return Address(host, int(port))


def _rpc(value: object) -> Address | Path:
    if isinstance(value, Address | Path):
        return value
    if str(value).startswith("/"):
        return Path(str(value))
    try:
        return _address(value)
    except PydanticCustomError:
        raise PydanticCustomError("settings-rpc", "neither HOST:PORT nor a path") from None


@cache
def _zones() -> frozenset[str]:
    """Return the names of all time zones. Read once: they are some 600 files."""
    return frozenset(available_timezones())


def _zone(value: object) -> ZoneInfo:
    if isinstance(value, ZoneInfo):
        return value
    # Not ZoneInfo(value) at once: it would open any file of that name below its folders.
    if not isinstance(value, str) or value not in _zones():
        nearest = get_close_matches(str(value), _zones(), n=1)
        raise PydanticCustomError(
            "settings-timezone", "no such time zone", {"nearest": nearest[0] if nearest else "none"}
        )
    return ZoneInfo(value)


def _locale(value: str) -> str:
    if value not in shipped_locales():
        known = ", ".join(shipped_locales())
        raise PydanticCustomError("settings-locale", "no such locale", {"known": known})
    return value


def length_of_time(value: object) -> timedelta | None:
    """Read what is written like `90m`, `2h` or `7d`; None for what is written otherwise."""
    if isinstance(value, timedelta):
        return value
    match = _LEAD.fullmatch(str(value).strip())
    return int(match[1]) * _LEAD_UNITS[match[2]] if match else None


def _lead(value: object) -> timedelta:
    lead = length_of_time(value)
    if lead is None or not _SHORTEST_LEAD <= lead <= _LONGEST_LEAD:
        raise PydanticCustomError("settings-reminder", "not a time before a meeting")
    return lead


def _colour(value: str) -> str:
    colour = value.strip().lower()
    if not _COLOUR.fullmatch(colour):
        raise PydanticCustomError("settings-colour", "not a colour")
    return colour


def _site(value: str) -> str:
    site = value.strip().lower().removeprefix("www.")
    if not DOMAIN.fullmatch(site):
        raise PydanticCustomError("settings-site", "not the name of a website")
    return site


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
PhoneNumber = Annotated[str, AfterValidator(_number)]
Aci = Annotated[str, AfterValidator(_aci)]
GroupId = Annotated[str, AfterValidator(_group)]
Slug = Annotated[str, AfterValidator(_slug), StringConstraints(max_length=40)]
Url = Annotated[str, AfterValidator(_url)]
Site = Annotated[str, AfterValidator(_site)]
ContactLink = Annotated[str, AfterValidator(_contact_link)]
ListenAddress = Annotated[Address, BeforeValidator(_address)]
RpcAddress = Annotated[Address | Path, BeforeValidator(_rpc)]
Zone = Annotated[ZoneInfo, BeforeValidator(_zone)]
LocaleName = Annotated[str, AfterValidator(_locale)]
Lead = Annotated[timedelta, BeforeValidator(_lead)]
Colour = Annotated[str, AfterValidator(_colour)]
