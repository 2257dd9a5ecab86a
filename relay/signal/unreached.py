"""Whom a message to a group did not reach because of a new phone.

signal-cli sends nothing to a key that took the place of another, until it is trusted, and tells so
among the results (`IDENTITY_FAILURE`). signal-cli-rest-api passes that on only after 0.100; before,
one has to look which keys are not trusted right after, and who of their owners is in the group.
"""

from collections.abc import Iterable, Sequence

from relay.delivery.errors import DeliveryRefused
from relay.signal.client import SignalClient
from relay.signal.priority import Priority
from relay.signal.types import FailureKind, Identity, Sent


async def unreached(client: SignalClient, group: str, sent: Sent) -> tuple[str, ...]:
    """Return the account ids of members with a new key that is not trusted.

    Args:
        client: the one way to the API server.
        group: the group's id, `group.…`.
        sent: what the API answered. People it names by no account id are left out.

    Raises:
        DeliveryError: the API cannot tell for now.
    """
    if sent.names_failures:
        failures = (one for one in sent.failures if one.kind is FailureKind.UNTRUSTED)
        return tuple(one.account_id for one in failures if one.account_id)
    identities = await client.identities(priority=Priority.ANNOUNCEMENT)
    return await untrusted_members(client, group, identities)


async def untrusted_members(
    client: SignalClient, group: str, identities: Iterable[Identity]
) -> tuple[str, ...]:
    """Return the account ids of a group's members whose key among these is not trusted.

    Raises:
        DeliveryError: the API cannot tell for now.
    """
    untrusted = untrusted_people(identities)
    if not untrusted:
        return ()
    try:
        members = (await client.group(group, priority=Priority.ANNOUNCEMENT)).members
    except DeliveryRefused:
        # The bot is no longer in it.
        return ()
    return tuple(
        key.account_id
        for key in untrusted
        if key.account_id
        and any(m.is_called(key.account_id) or m.is_called(key.number or "") for m in members)
    )


def untrusted_people(identities: Iterable[Identity]) -> Sequence[Identity]:
    """Return the keys that are not trusted, of people with an account id."""
    return [one for one in identities if one.is_untrusted and one.account_id]
