"""What can be done in Signal here: asked before something is offered, proposed or queued."""


class Abilities:
    """What only signal-cli itself can do, because signal-cli-rest-api has no path to it.

    Not for whether the bot is an admin of a group: without that, none of it works there. Where one
    of these is false, nothing that needs it may be queued; people are told how to do it in Signal.

    Args:
        has_rpc: whether the settings say where signal-cli's own socket is (`[signal] rpc`).
    """

    def __init__(self, has_rpc: bool) -> None:
        self._has_rpc = has_rpc

    @property
    def delete_others(self) -> bool:
        """Whether a message of somebody else can be deleted (`DeleteTheirs`)."""
        return self._has_rpc

    @property
    def ban(self) -> bool:
        """Whether somebody can be kept from joining by link (`Ban`, `Unban`)."""
        return self._has_rpc

    @property
    def reset_link(self) -> bool:
        """Whether a group can be given another link (`ResetLink`)."""
        return self._has_rpc

    @property
    def refresh(self) -> bool:
        """Whether signal-cli can be made to ask Signal how a group is (`Refresh`)."""
        return self._has_rpc
