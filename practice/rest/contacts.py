"""`/v1/contacts`, `/v1/identities`, `/v1/profiles`, `/v1/search`: people, and the bot's face."""

import re
from typing import Any

from aiohttp import web

from practice import traffic
from practice.cli_results import contact_entry, identity_entry
from practice.outgoing import Forced
from practice.people import Person, Trust
from practice.refusals import Refusal
from practice.rest.call import Body, Call, Denied, answer, empty, rows
from practice.rest.groups import decoded_picture, picture

_FINGERPRINT = re.compile(r"05[0-9a-f]{64}", re.IGNORECASE)
_SAFETY_NUMBER = re.compile(r"[0-9]{60}")
_MALFORMED = (
    "Safety number has invalid format, either specify the old hex fingerprint or the new safety"
    " number"
)


class ContactBody(Body):
    """The body of PUT /v1/contacts/{number}."""

    recipient: str | None = None
    name: str | None = None
    expiration_in_seconds: int | None = None


class TrustBody(Body):
    """The body of PUT /v1/identities/{number}/trust/{other}."""

    verified_safety_number: str | None = None
    trust_all_known_keys: bool | None = None


class ProfileBody(Body):
    """The body of PUT /v1/profiles/{number}."""

    name: str | None = None
    base64_avatar: str | None = None
    about: str | None = None


def shown(listed: dict[str, Any]) -> dict[str, Any]:
    """A contact of signal-cli's `listContacts` as `/v1/contacts` shows it.

    `message_expiration` and `profile_name` are always empty: the real one looks for fields of other
    names.
    """
    profile = listed["profile"] or {}
    return {
        "number": listed["number"] or "",
        "uuid": listed["uuid"] or "",
        "name": listed["name"] or "",
        "profile_name": "",
        "username": listed["username"] or "",
        "color": listed["color"] or "",
        "blocked": False,
        "message_expiration": "",
        "note": listed["note"] or "",
        "profile": {
            "given_name": profile.get("givenName") or "",
            "lastname": profile.get("familyName") or "",
            "about": profile.get("about") or "",
            "has_avatar": bool(profile.get("hasAvatar")),
            "last_updated_timestamp": profile.get("lastUpdateTimestamp") or 0,
        },
        "given_name": listed["givenName"] or "",
        "nickname": {
            "name": listed["nickName"] or "",
            "given_name": listed["nickGivenName"] or "",
            "family_name": listed["nickFamilyName"] or "",
        },
    }


def _someone(call: Call, identifier: str) -> Person:
    person = call.world.find(identifier)
    if person is None or not person.registered:
        raise Refusal(f"The user {identifier} is not registered.")
    return person


async def list_contacts(call: Call) -> web.Response:
    """GET /v1/contacts/{number}."""
    if call.since("0.98"):
        call.flag("all_recipients")

    def work(_: Forced) -> list[dict[str, Any]]:
        account = call.account()
        return [
            contact_entry(account, person)
            for person in call.world.people.values()
            if person is not account.self_
        ]

    return answer(200, [shown(one) for one in _contacts(await call.ask("listContacts", work))])


def _contacts(result: Any) -> list[dict[str, Any]]:
    if result is not None and not isinstance(result, list):
        raise Denied("Couldn't process request - invalid signal-cli response")
    return result or []


async def show_contact(call: Call) -> web.Response:
    """GET /v1/contacts/{number}/{uuid}."""
    if call.since("0.98"):
        call.flag("all_recipients")
    wanted = call.part("uuid")

    def work(_: Forced) -> list[dict[str, Any]]:
        account = call.account()
        person = call.world.find(wanted)
        return [contact_entry(account, person)] if person else []

    for found in _contacts(await call.ask("listContacts", work)):
        if wanted in (found["uuid"], found["number"]):
            return answer(200, shown(found))
    what = "user" if call.since("0.98") else "contact"
    raise Denied(f"No {what} with that id ({wanted}) found", 404)


async def show_contact_avatar(call: Call) -> web.Response:
    """GET /v1/contacts/{number}/{uuid}/avatar: nobody here shows a picture."""

    def work(_: Forced) -> dict[str, str]:
        call.account()
        raise Refusal("Could not find avatar")

    return await picture(call, work, status=400)


async def update_contact(call: Call) -> web.Response:
    """PUT /v1/contacts/{number}: a name for somebody, or a timer for the chat with them.

    `expiration_in_seconds` of 0 is left out of the real request, so that it changes nothing.
    """
    body = call.body(ContactBody)
    if not body.recipient:
        raise Denied("Couldn't process request - recipient missing")
    recipient = body.recipient

    def work(_: Forced) -> dict[str, Any]:
        account = call.account()
        person = _someone(call, recipient)
        if body.expiration_in_seconds:
            chat = call.world.direct_chat(account.self_, person)
            traffic.set_timer(call.world, account.self_, chat, body.expiration_in_seconds)
        if body.name:
            account.contact_names[person.aci] = body.name
        return {}

    await call.ask("updateContact", work, heard_since="0.99")
    return empty()


async def sync_contacts(call: Call) -> web.Response:
    """POST /v1/contacts/{number}/sync."""
    await call.ask("sendContacts", lambda _: {"account": call.account().number})
    return empty()


async def list_identities(call: Call) -> web.Response:
    """GET /v1/identities/{number}; an error is a 500 here."""

    def work(_: Forced) -> list[dict[str, Any]]:
        account = call.account()
        people = call.world.people.values()
        return [identity_entry(person) for person in people if person is not account.self_]

    try:
        listed = await call.ask("listIdentities", work, heard_since="0.99")
    except Refusal as refusal:
        raise Denied(refusal.text, 500) from refusal
    return answer(
        200,
        [
            {
                "number": one["number"] or "",
                "status": one["trustLevel"],
                "fingerprint": one["fingerprint"],
                "added": str(one["addedTimestamp"]),
                "safety_number": one["safetyNumber"],
                "uuid": one["uuid"],
            }
            for one in rows(listed, "SignalCliIdentityEntry", 500)
        ],
    )


def _check_trust(body: TrustBody) -> None:
    either = "Couldn't process request - please either provide a safety number"
    if body.verified_safety_number is None and not body.trust_all_known_keys:
        raise Denied(either + " (preferred & more secure) or set 'trust_all_known_keys' to true")
    if body.verified_safety_number is not None and body.trust_all_known_keys:
        raise Denied(
            either + " or set 'trust_all_known_keys' to true. But do not set both parameters at"
            " once!"
        )
    if body.verified_safety_number == "":
        raise Denied("Couldn't process request - please provide a valid safety number")


async def trust_identity(call: Call) -> web.Response:
    """PUT /v1/identities/{number}/trust/{other}."""
    other = call.part("other")
    body = call.body(TrustBody)
    _check_trust(body)

    def work(_: Forced) -> dict[str, Any]:
        call.account()
        person = _someone(call, other)
        if body.trust_all_known_keys:
            call.world.trust_key(person, Trust.UNVERIFIED)
            return {}
        given = (body.verified_safety_number or "").replace(" ", "")
        if not _FINGERPRINT.fullmatch(given) and not _SAFETY_NUMBER.fullmatch(given):
            raise Refusal(_MALFORMED)
        if given not in (person.safety_number, person.fingerprint):
            raise Refusal(
                "Failed to set the trust for this number, make sure the number and the"
                " fingerprint/safety number are correct."
            )
        call.world.trust_key(person, Trust.VERIFIED)
        return {}

    await call.ask("trust", work, heard_since="0.99")
    return empty()


async def update_profile(call: Call) -> web.Response:
    """PUT /v1/profiles/{number}: 204, also when signal-cli refused (a shadowed error variable).

    Without a picture the one that is there is deleted: the real one then passes `remove-avatar`.
    """
    body = call.body(ProfileBody)
    if not body.name:
        raise Denied("Couldn't process request - profile name missing")
    name = body.name
    picture_given = decoded_picture(body.base64_avatar) if body.base64_avatar else None

    def work(_: Forced) -> dict[str, Any]:
        account = call.account()
        account.self_.name = name
        account.self_.about = body.about or account.self_.about
        account.picture = picture_given
        return {}

    try:
        await call.ask("updateProfile", work)
    except Refusal:
        return empty()
    return empty()


async def search(call: Call) -> web.Response:
    """GET /v1/search/{number}?numbers=…: which numbers are on Signal."""
    if "numbers" not in call.request.query:
        raise Denied("Please provide numbers to query for")
    numbers = call.request.query.getall("numbers")

    def work(_: Forced) -> list[dict[str, Any]]:
        call.account(None if "number" in call.request.match_info else "")
        found = []
        for number in numbers:
            person = call.world.find(number)
            there = person if person and person.registered else None
            found.append(
                {
                    "recipient": number,
                    "number": number,
                    "uuid": there.aci if there else None,
                    "isRegistered": bool(there),
                }
            )
        return found

    listed = rows(await call.ask("getUserStatus", work), "SignalCliResponse")
    return answer(
        200,
        [{"number": one.get("number") or "", "registered": one["isRegistered"]} for one in listed],
    )
