"""`/v1/contacts`, `/v1/identities`, `/v1/profiles`, `/v1/search`: people, and the bot's face."""

from typing import Any

from aiohttp import web

from relay.practice import traffic
from relay.practice.outgoing import Forced
from relay.practice.people import Account, Person, Trust
from relay.practice.refusals import Refusal
from relay.practice.rest.call import Body, Call, Denied, answer, empty


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


def contact_entry(account: Account, person: Person) -> dict[str, Any]:
    """A contact as `/v1/contacts` shows it.

    `message_expiration` is always empty: the real one looks for a field of another name.
    """
    name = account.contact_names.get(person.aci, "")
    return {
        "number": person.visible_number or "",
        "uuid": person.aci,
        "name": name,
        "profile_name": person.name,
        "username": person.username or "",
        "color": "",
        "blocked": False,
        "message_expiration": "",
        "note": "",
        "profile": {
            "given_name": person.name,
            "lastname": "",
            "about": person.about,
            "has_avatar": False,
            "last_updated_timestamp": person.key_added,
        },
        "given_name": name,
        "nickname": {"name": "", "given_name": "", "family_name": ""},
    }


def _someone(call: Call, identifier: str) -> Person:
    person = call.world.find(identifier)
    if person is None or not person.registered:
        raise Refusal(f"The user {identifier} is not registered.")
    return person


async def list_contacts(call: Call) -> web.Response:
    """GET /v1/contacts/{number}."""
    call.flag("all_recipients")

    def work(_: Forced) -> list[dict[str, Any]]:
        account = call.account()
        return [
            contact_entry(account, person)
            for person in call.world.people.values()
            if person is not account.self_
        ]

    return answer(200, await call.ask(work))


async def show_contact(call: Call) -> web.Response:
    """GET /v1/contacts/{number}/{uuid}."""
    call.flag("all_recipients")
    wanted = call.part("uuid")

    def work(_: Forced) -> dict[str, Any] | None:
        account = call.account()
        person = call.world.find(wanted)
        return contact_entry(account, person) if person else None

    found = await call.ask(work)
    if found is None:
        raise Denied(f"No user with that id ({wanted}) found", 404)
    return answer(200, found)


async def update_contact(call: Call) -> web.Response:
    """PUT /v1/contacts/{number}: a name for somebody, or a timer for the chat with them.

    `expiration_in_seconds` of 0 is left out of the real request, so that it changes nothing.
    """
    body = call.body(ContactBody)
    if not body.recipient:
        raise Denied("Couldn't process request - recipient missing")
    recipient = body.recipient

    def work(_: Forced) -> None:
        account = call.account()
        person = _someone(call, recipient)
        if body.expiration_in_seconds:
            chat = call.world.direct_chat(account.self_, person)
            traffic.set_timer(call.world, account.self_, chat, body.expiration_in_seconds)
        if body.name:
            account.contact_names[person.aci] = body.name

    await call.ask(work)
    return empty()


async def sync_contacts(call: Call) -> web.Response:
    """POST /v1/contacts/{number}/sync."""
    await call.ask(lambda _: call.account().number)
    return empty()


async def list_identities(call: Call) -> web.Response:
    """GET /v1/identities/{number}; an error is a 500 here."""

    def work(_: Forced) -> list[dict[str, str]]:
        account = call.account()
        return [
            {
                "number": person.visible_number or "",
                "status": person.trust.value,
                "fingerprint": person.fingerprint,
                "added": str(person.key_added),
                "safety_number": person.safety_number,
                "uuid": person.aci,
            }
            for person in call.world.people.values()
            if person is not account.self_
        ]

    try:
        return answer(200, await call.ask(work))
    except Refusal as refusal:
        raise Denied(refusal.text, 500) from refusal


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

    def work(_: Forced) -> None:
        call.account()
        person = _someone(call, other)
        if body.trust_all_known_keys:
            call.world.trust_key(person, Trust.UNVERIFIED)
            return
        given = (body.verified_safety_number or "").replace(" ", "")
        if given not in (person.safety_number, person.fingerprint):
            raise Refusal(
                "Failed to set the trust for this number, make sure the number and the"
                " fingerprint/safety number are correct."
            )
        call.world.trust_key(person, Trust.VERIFIED)

    await call.ask(work)
    return empty()


async def update_profile(call: Call) -> web.Response:
    """PUT /v1/profiles/{number}: 204, also when signal-cli refused (a shadowed error variable)."""
    body = call.body(ProfileBody)
    if not body.name:
        raise Denied("Couldn't process request - profile name missing")
    name = body.name

    def work(_: Forced) -> None:
        person = call.account().self_
        person.name = name
        person.about = person.about if body.about is None else body.about

    try:
        await call.ask(work)
    except Refusal:
        return empty()
    return empty()


async def search(call: Call) -> web.Response:
    """GET /v1/search/{number}?numbers=…: which numbers are on Signal."""
    if "numbers" not in call.request.query:
        raise Denied("Please provide numbers to query for")
    numbers = call.request.query.getall("numbers")

    def work(_: Forced) -> list[dict[str, Any]]:
        found = []
        for number in numbers:
            person = call.world.find(number)
            found.append({"number": number, "registered": bool(person and person.registered)})
        return found

    return answer(200, await call.ask(work))
