"""Fetching from addresses that strangers chose, without reaching into the network we run in.

The check is made on the very address a connection is about to be opened to, so it holds for every
redirect, for names that change their answer between two questions, and for addresses written in
unusual ways.
"""

import ipaddress
import socket
from typing import Any, Protocol

import aiohttp
from aiohttp.abc import AbstractCookieJar

_WEB_PORTS = (80, 443)
_MAPPED_PREFIXES = (
    ipaddress.IPv6Network("64:ff9b::/96"),  # RFC 6052
    ipaddress.IPv6Network("64:ff9b:1::/48"),  # RFC 8215
)


class AddressPolicy(Protocol):
    """Decides which addresses may be connected to."""

    def allows(self, address: str, port: int) -> bool:
        """Say whether a connection to an IP address may be opened."""
        ...


class PublicAddresses:
    """Allows the web ports of the public internet and nothing else."""

    def allows(self, address: str, port: int) -> bool:
        if port not in _WEB_PORTS:
            return False
        ip = ipaddress.ip_address(address.partition("%")[0])
        if isinstance(ip, ipaddress.IPv6Address):
            hidden = ip.ipv4_mapped or ip.sixtofour
            if hidden is not None:
                ip = hidden
            elif ip.teredo is not None or any(ip in prefix for prefix in _MAPPED_PREFIXES):
                return False
        return ip.is_global and not ip.is_multicast


class AddressRefused(OSError):
    """The policy does not allow the connection."""


def guarded_session(policy: AddressPolicy, timeout: aiohttp.ClientTimeout) -> aiohttp.ClientSession:
    """Return a client that connects only where the policy allows it, and through no proxy."""

    def checked_socket(
        info: tuple[socket.AddressFamily | int, socket.SocketKind | int, int, str, tuple[Any, ...]],
    ) -> socket.socket:
        family, kind, protocol, _, address = info
        if not policy.allows(str(address[0]), int(address[1])):
            raise AddressRefused("not an address to fetch from")
        return socket.socket(family, kind, protocol)

    jar: AbstractCookieJar = aiohttp.DummyCookieJar()
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(socket_factory=checked_socket, force_close=True),
        cookie_jar=jar,
        timeout=timeout,
        trust_env=False,
    )
