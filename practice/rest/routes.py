"""Which path does what: the table of src/main.go."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from practice.rest import (
    accounts,
    contacts,
    groups,
    marks,
    membership,
    polls,
    registration,
    sending,
    service,
)
from practice.rest.call import Call

Endpoint = Callable[[Call], Awaitable[web.StreamResponse]]

_GROUP = "/v1/groups/{number}/{groupid}"
_ACCOUNT = "/v1/accounts/{number}"

ROUTES: tuple[tuple[str, str, Endpoint], ...] = (
    ("GET", "/v1/about", service.about),
    ("GET", "/v1/health", service.health),
    ("GET", "/v1/configuration", service.show_configuration),
    ("POST", "/v1/configuration", service.set_configuration),
    ("GET", "/v1/configuration/{number}/settings", service.show_trust_mode),
    ("POST", "/v1/configuration/{number}/settings", service.set_trust_mode),
    ("POST", "/v1/register/{number}", registration.register),
    ("POST", "/v1/register/{number}/verify/{token}", registration.verify),
    ("POST", "/v1/unregister/{number}", registration.unregister),
    ("POST", "/v1/send", sending.send_v1),
    ("POST", "/v2/send", sending.send_v2),
    ("GET", "/v1/receive/{number}", service.receive),
    ("POST", "/v1/groups/{number}", groups.create_group),
    ("GET", "/v1/groups/{number}", groups.list_groups),
    ("GET", _GROUP, groups.show_group),
    ("PUT", _GROUP, groups.update_group),
    ("DELETE", _GROUP, membership.delete_group),
    ("GET", _GROUP + "/avatar", groups.show_avatar),
    ("POST", _GROUP + "/block", membership.block_group),
    ("POST", _GROUP + "/join", membership.join_group),
    ("POST", _GROUP + "/quit", membership.quit_group),
    ("POST", _GROUP + "/members", membership.add_members),
    ("DELETE", _GROUP + "/members", membership.remove_members),
    ("POST", _GROUP + "/admins", membership.add_admins),
    ("DELETE", _GROUP + "/admins", membership.remove_admins),
    ("POST", _GROUP + "/pin-message", membership.pin_message),
    ("DELETE", _GROUP + "/pin-message", membership.unpin_message),
    ("GET", "/v1/qrcodelink/raw", registration.link_uri),
    ("GET", "/v1/accounts", accounts.list_accounts),
    ("POST", _ACCOUNT + "/rate-limit-challenge", accounts.solve_challenge),
    ("PUT", _ACCOUNT + "/settings", accounts.update_settings),
    ("POST", _ACCOUNT + "/username", accounts.set_username),
    ("DELETE", _ACCOUNT + "/username", accounts.remove_username),
    ("POST", _ACCOUNT + "/pin", accounts.set_pin),
    ("DELETE", _ACCOUNT + "/pin", accounts.remove_pin),
    ("GET", "/v1/devices/{number}", accounts.list_devices),
    ("POST", "/v1/devices/{number}", accounts.add_device),
    ("DELETE", "/v1/devices/{number}/local-data", accounts.remove_local_data),
    ("DELETE", "/v1/devices/{number}/{device}", accounts.remove_device),
    ("GET", "/v1/attachments", service.list_attachments),
    ("GET", "/v1/attachments/{attachment}", service.serve_attachment),
    ("DELETE", "/v1/attachments/{attachment}", service.remove_attachment),
    ("PUT", "/v1/profiles/{number}", contacts.update_profile),
    ("GET", "/v1/identities/{number}", contacts.list_identities),
    ("PUT", "/v1/identities/{number}/trust/{other}", contacts.trust_identity),
    ("PUT", "/v1/typing-indicator/{number}", marks.start_typing),
    ("DELETE", "/v1/typing-indicator/{number}", marks.stop_typing),
    ("DELETE", "/v1/remote-delete/{number}", marks.remote_delete),
    ("POST", "/v1/reactions/{number}", marks.react),
    ("DELETE", "/v1/reactions/{number}", marks.unreact),
    ("POST", "/v1/receipts/{number}", marks.send_receipt),
    ("GET", "/v1/search", contacts.search),
    ("GET", "/v1/search/{number}", contacts.search),
    ("GET", "/v1/contacts/{number}", contacts.list_contacts),
    ("PUT", "/v1/contacts/{number}", contacts.update_contact),
    ("GET", "/v1/contacts/{number}/{uuid}", contacts.show_contact),
    ("GET", "/v1/contacts/{number}/{uuid}/avatar", contacts.show_contact_avatar),
    ("POST", "/v1/contacts/{number}/sync", contacts.sync_contacts),
    ("POST", "/v1/polls/{number}", polls.create),
    ("POST", "/v1/polls/{number}/vote", polls.vote),
    ("DELETE", "/v1/polls/{number}", polls.close),
)
