"""What can be done in Signal here: asked before something is offered, proposed or queued."""

import structlog

from relay.signal.direct import DELETES_OTHERS, Direct
from relay.signal.errors import SignalApiError

LOOK_MINUTES = 60
"""How often signal-cli is asked which release it is. Hosts update it while the relay runs."""

log = structlog.get_logger(__name__)


class Abilities:
    """What only signal-cli itself can do, because signal-cli-rest-api has no path to it.

    Not for whether the bot is an admin of a group: without that, none of it works there. Where one
    of these is false, nothing that needs it may be queued; people are told how to do it in Signal.
    One that is true may become false once signal-cli has said which release it is.

    Args:
        direct: the calls to it; None where the settings do not say where it listens.
    """

    def __init__(self, direct: Direct | None) -> None:
        self._direct = direct

    @property
    def is_asked(self) -> bool:
        """Whether there is anybody to `look` at."""
        return self._direct is not None

    async def look(self) -> None:
        """Ask signal-cli which release it is; called at the start and every `LOOK_MINUTES`."""
        if self._direct is None:
            return
        try:
            await self._direct.version()
        except SignalApiError as error:
            log.warning("signal_cli_not_reached", fault=type(error).__name__)

    @property
    def delete_others(self) -> bool:
        """Whether a message of somebody else can be deleted (`DeleteTheirs`)."""
        if self._direct is None:
            return False
        return self._direct.release is None or self._direct.release >= DELETES_OTHERS

    @property
    def ban(self) -> bool:
        """Whether somebody can be kept from joining by link (`Ban`, `Unban`)."""
        return self._direct is not None

    @property
    def reset_link(self) -> bool:
        """Whether a group can be given another link (`ResetLink`)."""
        return self._direct is not None

    @property
    def refresh(self) -> bool:
        """Whether signal-cli can be made to ask Signal how a group is (`Refresh`)."""
        return self._direct is not None
