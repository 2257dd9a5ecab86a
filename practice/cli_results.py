"""What signal-cli answers to calls, as its JSON classes write it (`org.asamk.signal.json`)."""

from collections.abc import Iterable
from typing import Any

from practice.groups import Group, Permission
from practice.people import Account, Person
from practice.world import World

Json = dict[str, Any]

_PERMISSIONS = {Permission.EVERY_MEMBER: "EVERY_MEMBER", Permission.ONLY_ADMINS: "ONLY_ADMINS"}


def address(person: Person, account: Account) -> Json:
    """Somebody as a group's list shows them; signal-cli always knows its own number."""
    own = person.aci == account.aci
    return {"uuid": person.aci, "number": person.number if own else person.visible_number}


def group_entry(world: World, group: Group, account: Account) -> Json:
    """One group of `listGroups` (`ListGroupsCommand.JsonGroup`)."""

    def people(acis: Iterable[str]) -> list[Json]:
        return [address(world.people[aci], account) for aci in acis]

    return {
        "id": group.internal_id,
        "name": group.name,
        "description": group.description,
        "isMember": account.aci in group.members,
        "isBlocked": group.internal_id in account.blocked_groups,
        "messageExpirationTime": group.timer,
        "members": [
            {**person, "isAdmin": person["uuid"] in group.admins}
            for person in people(group.members)
        ],
        "pendingMembers": people(sorted(group.invited)),
        "requestingMembers": people(sorted(group.seen_requests)),
        "admins": people(aci for aci in group.members if aci in group.admins),
        "banned": people(sorted(group.banned)),
        "permissionAddMember": _PERMISSIONS[group.add_members],
        "permissionEditDetails": _PERMISSIONS[group.edit_group],
        "permissionSendMessage": _PERMISSIONS[group.send_messages],
        "groupInviteLink": group.invite_link or None,
    }


def contact_entry(account: Account, person: Person) -> Json:
    """One contact of `listContacts` (`JsonContact`)."""
    name = account.contact_names.get(person.aci)
    return {
        "number": person.visible_number,
        "uuid": person.aci,
        "username": person.username,
        "name": name or None,
        "givenName": name or None,
        "familyName": None,
        "nickName": None,
        "nickGivenName": None,
        "nickFamilyName": None,
        "note": None,
        "color": None,
        "isArchived": False,
        "isBlocked": False,
        "isHidden": False,
        "messageExpirationTime": 0,
        "profileSharing": True,
        "unregistered": not person.registered,
        "profile": {
            "lastUpdateTimestamp": person.key_added,
            "givenName": person.name,
            "familyName": None,
            "about": person.about,
            "aboutEmoji": None,
            "hasAvatar": False,
            "mobileCoinAddress": None,
        },
    }


def identity_entry(person: Person) -> Json:
    """One key of `listIdentities` (`ListIdentitiesCommand.JsonIdentity`)."""
    return {
        "number": person.visible_number,
        "uuid": person.aci,
        "fingerprint": person.spaced_fingerprint,
        "safetyNumber": person.spaced_safety_number,
        "scannableSafetyNumber": None,
        "trustLevel": person.trust.value,
        "addedTimestamp": person.key_added,
    }
