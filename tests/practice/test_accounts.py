"""The bot's own accounts, other people, and the service itself."""

from typing import Any

import aiohttp

from practice.people import NumberSharing
from practice.server import PracticeSignal


async def test_what_the_service_says_about_itself(signal: PracticeSignal, api: Any) -> None:
    assert await api("GET", "/v1/health") == (204, None)
    _, about = await api("GET", "/v1/about")
    assert about["mode"] == "json-rpc"
    assert about["capabilities"] == {"v2/send": ["quotes", "mentions"]}
    assert await api("GET", "/v1/configuration") == (200, {"logging": {"Level": ""}})
    level = {"logging": {"Level": "warn"}}
    assert await api("POST", "/v1/configuration", level) == (204, None)
    assert await api("GET", "/v1/configuration") == (200, level)
    level = {"logging": {"Level": "loud"}}
    assert (await api("POST", "/v1/configuration", level))[0] == 400
    trust = f"/v1/configuration/{signal.number}/settings"
    assert await api("GET", trust) == (200, {"trust_mode": "on-first-use"})


async def test_a_number_is_registered_and_verified(signal: PracticeSignal, api: Any) -> None:
    new = "+447700900055"
    assert await api("GET", "/v1/accounts") == (200, [signal.number])
    assert await api("POST", f"/v1/register/{new}") == (201, None)
    assert await api("POST", f"/v1/register/{new}/verify/123-456") == (201, None)
    assert await api("GET", "/v1/accounts") == (200, [signal.number, new])
    assert (await api("POST", f"/v1/register/{new}/verify/123-456"))[0] == 400
    assert await api("POST", f"/v1/unregister/{new}") == (204, None)
    assert await api("GET", "/v1/accounts") == (200, [signal.number])


async def test_two_accounts_hear_their_own_messages(signal: PracticeSignal, hook: Any) -> None:
    signal.webhook.url = hook.url
    other = signal.world.add_account("+447700900055", name="Other")
    ada = signal.new_phone("Ada")
    ada.say("to the first")
    ada.say("to the other", other.aci)
    await signal.signal_cli.drained()
    accounts = [notification["params"]["account"] for notification in hook.arrived]
    assert accounts == [signal.number, "+447700900055"]


async def test_the_account_is_named_and_protected(signal: PracticeSignal, api: Any) -> None:
    account = signal.world.account
    base = f"/v1/accounts/{signal.number}"
    settings = {"share_number": True, "discoverable_by_number": False}
    assert await api("PUT", base + "/settings", settings) == (201, None)
    assert (account.self_.sharing, account.discoverable) == (NumberSharing.SHOWN, False)
    status, named = await api("POST", base + "/username", {"username": "branch.12"})
    assert (status, named["username"]) == (201, "branch.12")
    assert named["username_link"].startswith("https://signal.me/#eu/")
    signal.new_phone("Ada", username="ada.42")
    assert await api("POST", base + "/username", {"username": "ada.42"}) == (
        400,
        {"error": "Couldn't process request - invalid signal-cli response"},
    )
    assert await api("DELETE", base + "/username") == (204, None)
    assert account.self_.username is None
    assert await api("POST", base + "/pin", {"pin": "1234"}) == (201, None)
    assert account.pin == "1234"
    assert await api("DELETE", base + "/pin") == (204, None)
    assert account.pin is None
    profile = {"name": "Hackney branch", "about": "News"}
    assert await api("PUT", f"/v1/profiles/{signal.number}", profile) == (204, None)
    assert account.self_.name == "Hackney branch"
    missing = (400, {"error": "Couldn't process request - profile name missing"})
    assert await api("PUT", f"/v1/profiles/{signal.number}", {}) == missing


async def test_devices_are_linked(signal: PracticeSignal, api: Any) -> None:
    status, body = await api("GET", "/v1/qrcodelink/raw?device_name=tablet")
    assert status == 200
    assert body["device_link_uri"].startswith("sgnl://linkdevice?uuid=")
    wanting = await api("GET", "/v1/qrcodelink/raw")
    assert wanting == (400, {"error": "Please provide a name for the device"})
    base = f"/v1/devices/{signal.number}"
    assert await api("POST", base, {"uri": body["device_link_uri"]}) == (204, None)
    assert [device["id"] for device in (await api("GET", base))[1]] == [1, 2]
    assert await api("DELETE", base + "/2") == (204, None)
    assert await api("DELETE", base + "/x") == (400, {"error": "deviceId must be numeric"})


async def test_contacts_and_identities_are_listed(signal: PracticeSignal, api: Any) -> None:
    ada = signal.new_phone("Ada", number="+447700900001")
    contacts = f"/v1/contacts/{signal.number}"
    named = {"recipient": ada.aci, "name": "Ada L."}
    assert await api("PUT", contacts, named) == (204, None)
    _, [contact] = await api("GET", contacts)
    assert (contact["uuid"], contact["number"], contact["name"]) == (ada.aci, "", "Ada L.")
    assert contact["profile"]["given_name"] == "Ada"
    assert (await api("GET", f"{contacts}/{ada.aci}"))[1] == contact
    assert (await api("GET", f"{contacts}/nobody"))[0] == 404
    assert await api("POST", contacts + "/sync") == (204, None)
    _, [identity] = await api("GET", f"/v1/identities/{signal.number}")
    assert identity["status"] == "TRUSTED_UNVERIFIED"
    assert [len(part) for part in identity["safety_number"].split(" ")] == [5] * 12
    trust = f"/v1/identities/{signal.number}/trust/{ada.aci}"
    safety = {"verified_safety_number": identity["safety_number"]}
    assert await api("PUT", trust, safety) == (204, None)
    assert ada.person.trust.value == "TRUSTED_VERIFIED"
    assert (await api("PUT", trust, {"verified_safety_number": "1"}))[0] == 400
    assert (await api("PUT", trust, {}))[0] == 400
    _, found = await api("GET", f"/v1/search/{signal.number}?numbers=%2B447700900001")
    assert found == [{"number": "+447700900001", "registered": True}]


async def test_an_unknown_account_is_refused(signal: PracticeSignal, api: Any) -> None:
    unknown = (400, {"error": "Specified account does not exist"})
    assert await api("GET", "/v1/groups/+440") == unknown
    assert await api("GET", "/v1/contacts/+440") == unknown


async def test_what_does_not_exist_is_not_found(
    signal: PracticeSignal, session: aiohttp.ClientSession
) -> None:
    for method, path in (("GET", "/v3/send"), ("GET", "/v2/send"), ("POST", "/v1/about")):
        async with session.request(method, signal.url + path) as response:
            assert (response.status, await response.text()) == (404, "404 page not found")


async def test_a_body_that_cannot_be_read_is_answered_without_a_json_type(
    signal: PracticeSignal, session: aiohttp.ClientSession
) -> None:
    async with session.post(signal.url + "/v2/send", data=b"{") as response:
        assert response.status == 400
        assert response.content_type == "text/plain"
        assert "invalid request" in await response.text()
