"""How the stand-in for Signal behaves, changeable while it runs."""

from dataclasses import dataclass
from typing import Literal

from practice.dialects import BROUGHT_ALONG, SignalCliVersion
from practice.releases import DEPLOYED, Release

Overlap = Literal["abort", "off"]


@dataclass
class Tuning:
    """How the stand-in behaves, changeable while it runs.

    Args:
        overlap: what two calls at once do: `abort` the server, as in reality, or nothing.
        latency: seconds that signal-cli takes for a call.
        reader_busy: seconds that a WebSocket reader is deaf after each message. The default loses
            about as much of a burst as was measured on the real one.
        release: which release of signal-cli-rest-api to be.
        signal_cli: which version of signal-cli writes down what is received; None is the one that
            the release brings along.
    """

    overlap: Overlap = "abort"
    latency: float = 0.0
    reader_busy: float = 0.0001
    release: Release = DEPLOYED
    signal_cli: SignalCliVersion | None = None

    @property
    def speaks(self) -> SignalCliVersion:
        """The version of signal-cli that writes down what is received."""
        return self.signal_cli or BROUGHT_ALONG[self.release]
