"""Settings of how the feeds of other branches are followed."""

from ipaddress import IPv4Network, IPv6Network
from pathlib import Path

from pydantic import Field

from relay.schema.parts import Part


class FollowingSettings(Part):
    """How the feeds of other branches are followed.

    Attributes:
        minutes: how often each feed is looked at.
        private_networks: addresses of this computer or of a network of one's own that feeds may be
            read from, such as `10.1.0.0/16`. All others that are not public are refused.
        ca_file: certificates that vouch for servers of feeds besides those that this computer
            trusts, in PEM; None for no others.
    """

    minutes: int = Field(default=5, ge=1, le=24 * 60)
    private_networks: tuple[IPv4Network | IPv6Network, ...] = ()
    ca_file: Path | None = None
