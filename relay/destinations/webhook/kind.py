"""What the relay asks about webhooks; what sends is loaded when it is needed."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from relay.destinations.base import Destination
from relay.destinations.kind import AccountSettings, DestinationKind, SessionKeeper
from relay.destinations.webhook.settings import SigningSecret, WebhookTable, keys_of
from relay.language.words import Words
from relay.time.clock import Clock

if TYPE_CHECKING:
    from relay.check.findings import Finding, Report
    from relay.setup.context import Step


class WebhookKind(DestinationKind[WebhookTable]):
    """See `DestinationKind`."""

    name = "webhook"
    table = WebhookTable
    secret_setting = "webhook_secret"  # noqa: S105 - the name of one
    secret_type = SigningSecret
    carries_whole = True
    answers = frozenset({"webhook.use", "webhook.url", "webhook.name"})

    def place(self, words: Words, table: WebhookTable | None) -> str:
        """See `DestinationKind.place`."""
        if table is None:
            return words.say("webhook-place")
        return table.name or urlsplit(table.url).hostname or table.url

    def server(self, table: WebhookTable) -> str:
        """See `DestinationKind.server`."""
        return table.url

    def build(
        self, account: AccountSettings[WebhookTable], sessions: SessionKeeper, clock: Clock
    ) -> Destination:
        """See `DestinationKind.build`."""
        from relay.destinations.webhook.destination import Webhook
        from relay.destinations.webhook.sender import Sender

        return Webhook(Sender(account.table.url, keys_of(account.secret), clock))

    async def check(
        self, report: "Report", where: str, account: AccountSettings[WebhookTable]
    ) -> "Finding":
        """See `DestinationKind.check`."""
        from relay.destinations.webhook.check import check_webhook

        return await check_webhook(report, where, account)

    def setup_steps(self) -> "tuple[Step, ...]":
        """See `DestinationKind.setup_steps`."""
        from relay.destinations.webhook.setup import STEP

        return (STEP,)
