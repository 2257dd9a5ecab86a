"""What the relay asks about Bluesky; what publishes there is loaded when it is needed."""

from typing import TYPE_CHECKING

from relay.destinations.base import Destination
from relay.destinations.bluesky.limits import MAX_BYTES, MAX_GRAPHEMES
from relay.destinations.bluesky.settings import BlueskyAccount
from relay.destinations.kind import AccountSettings, DestinationKind, Room, SessionKeeper
from relay.language.words import Words
from relay.time.clock import Clock

if TYPE_CHECKING:
    from relay.check.findings import Finding, Report
    from relay.setup.context import Step


class BlueskyKind(DestinationKind[BlueskyAccount]):
    """See `DestinationKind`."""

    name = "bluesky"
    table = BlueskyAccount
    secret_setting = "bluesky"  # noqa: S105 - the name of one
    room = Room(MAX_GRAPHEMES, MAX_BYTES)
    is_usual = True
    is_public = True
    counts = True
    answers = frozenset(
        {
            "bluesky.account",
            "bluesky.handle",
            "bluesky.service",
            "bluesky.app_password_file",
            "bluesky.fediverse",
        }
    )

    def place(self, words: Words, table: BlueskyAccount | None) -> str:
        """See `DestinationKind.place`."""
        return words.say("bluesky-place")

    def server(self, table: BlueskyAccount) -> str:
        """See `DestinationKind.server`."""
        return table.service

    def build(
        self, account: AccountSettings[BlueskyAccount], sessions: SessionKeeper, clock: Clock
    ) -> Destination:
        """See `DestinationKind.build`."""
        from relay.destinations.bluesky.destination import Bluesky
        from relay.destinations.bluesky.session import Credentials

        table = account.table
        credentials = Credentials(table.service, table.handle, account.secret)
        return Bluesky(credentials, sessions, clock, appview=table.appview)

    async def check(
        self, report: "Report", where: str, account: AccountSettings[BlueskyAccount]
    ) -> "Finding":
        """See `DestinationKind.check`."""
        from relay.destinations.bluesky.check import check_account

        return await check_account(report, where, account)

    def setup_steps(self) -> "tuple[Step, ...]":
        """See `DestinationKind.setup_steps`."""
        from relay.destinations.bluesky import fediverse_setup, setup

        return setup.STEP, fediverse_setup.STEP
