"""Does a branch's webhook take what we sign?"""

from relay.check.findings import Finding, Report
from relay.delivery.errors import DeliveryDelayed, DeliveryRefused, LaneBlocked
from relay.destinations.kind import AccountSettings
from relay.destinations.webhook.destination import new_id
from relay.destinations.webhook.messages import Checked, body_of
from relay.destinations.webhook.sender import Failure, Sender
from relay.destinations.webhook.settings import WebhookTable, keys_of
from relay.time.clock import SystemClock


async def check_webhook(
    report: Report, where: str, account: AccountSettings[WebhookTable]
) -> Finding:
    """Send one signed message that says that nothing has happened."""
    refusal = await try_webhook(account.table.url, account.secret)
    if refusal is None:
        return report.ok(where, "check-webhook-fine")
    if not isinstance(refusal, LaneBlocked):
        return report.problem(where, "check-webhook-answers", reason=refusal.reason)
    if refusal.cause == "rate_limited":
        return report.note(where, "check-webhook-busy")
    if refusal.cause == "unreachable":
        return report.problem(where, "check-webhook-unreachable", reason=refusal.reason)
    return report.problem(where, "check-webhook-refused", reason=refusal.reason)


async def try_webhook(url: str, secret: str) -> Failure | None:
    """Send one such message; return why it was not taken, or None if it was.

    Args:
        url: of the webhook.
        secret: what it is signed with.
    """
    clock = SystemClock()
    body = body_of(Checked(timestamp=clock.now()))
    try:
        await Sender(url, keys_of(secret), clock).send(new_id(), body)
    except (DeliveryDelayed, DeliveryRefused, LaneBlocked) as refusal:
        return refusal
    return None
