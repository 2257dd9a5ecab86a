"""Fetching from addresses that strangers chose, without reaching into the network we run in.

The check is made on the very address a connection is about to be opened to, so it holds for every
redirect, for names that change their answer between two questions, and for addresses written in
unusual ways.
"""

import ipaddress
import socket
import ssl
from collections.abc import Sequence
from typing import Any, Protocol

import aiohttp
from aiohttp.abc import AbstractCookieJar

_WEB_PORTS = (80, 443)
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")  # RFC 4291: all that is in use
_NOT_PLAIN = (
    ipaddress.IPv6Network("2001::/23"),  # RFC 2928: Teredo and other protocols
    ipaddress.IPv6Network("2002::/16"),  # RFC 3056: 6to4, an IPv4 address inside
    ipaddress.IPv6Network("3fff::/20"),  # RFC 9637: documentation
    ipaddress.IPv4Network("192.0.0.0/24"),  # RFC 6890: protocols
    ipaddress.IPv4Network("192.88.99.0/24"),  # RFC 7526: what was the 6to4 relay
)
_ISATAP = (0x0000_5EFE, 0x0200_5EFE)  # RFC 5214: an IPv4 address in the last half


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
            if ip.ipv4_mapped is not None:
                ip = ip.ipv4_mapped
            elif ip not in _GLOBAL_UNICAST or int(ip) >> 32 & 0xFFFF_FFFF in _ISATAP:
                return False
        plain = not any(ip.version == odd.version and ip in odd for odd in _NOT_PLAIN)
        return plain and ip.is_global and not ip.is_multicast


class AddressesWith:
    """Allows the public internet, and some networks of one's own, on any port of theirs.

    Args:
        networks: of one's own.
    """

    def __init__(self, networks: Sequence[ipaddress.IPv4Network | ipaddress.IPv6Network]) -> None:
        self._networks = tuple(networks)
        self._public = PublicAddresses()

    def allows(self, address: str, port: int) -> bool:
        ip = ipaddress.ip_address(address.partition("%")[0])
        if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped is not None:
            ip = ip.ipv4_mapped
        own = any(ip.version == one.version and ip in one for one in self._networks)
        return own or self._public.allows(address, port)


class AddressRefused(OSError):
    """The policy does not allow the connection."""


def guarded_connector(
    policy: AddressPolicy, vouching: ssl.SSLContext | None = None
) -> aiohttp.TCPConnector:
    """Return what connects only where the policy allows it.

    Args:
        policy: which addresses may be connected to.
        vouching: who vouches for servers; None for whom this computer trusts.
    """

    def checked_socket(
        info: tuple[socket.AddressFamily | int, socket.SocketKind | int, int, str, tuple[Any, ...]],
    ) -> socket.socket:
        family, kind, protocol, _, address = info
        if not policy.allows(str(address[0]), int(address[1])):
            raise AddressRefused("not an address to fetch from")
        return socket.socket(family, kind, protocol)

    return aiohttp.TCPConnector(
        socket_factory=checked_socket, force_close=True, ssl=vouching or True
    )


def guarded_session(policy: AddressPolicy, timeout: aiohttp.ClientTimeout) -> aiohttp.ClientSession:
    """Return a client that connects only where the policy allows it, and through no proxy."""
    jar: AbstractCookieJar = aiohttp.DummyCookieJar()
    return aiohttp.ClientSession(
        connector=guarded_connector(policy), cookie_jar=jar, timeout=timeout, trust_env=False
    )
