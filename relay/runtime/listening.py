"""The socket that the relay listens on."""

import socket

from relay.schema.values import Address


class Listener:
    """The socket it listens on, which stays open while the settings are read anew.

    Who connects meanwhile waits in the kernel's queue.

    Args:
        passed: what the service manager listens on for this process; it wins over the settings.
    """

    def __init__(self, passed: socket.socket | None = None) -> None:
        self._passed = passed
        self._own: tuple[Address, socket.socket] | None = None

    def at(self, address: Address) -> socket.socket:
        """Return a listening socket, which the caller closes.

        Args:
            address: where, unless a socket was passed.

        Raises:
            OSError: the address is not free.
        """
        if self._passed is not None:
            return self._passed.dup()
        if self._own is None or self._own[0] != address:
            self.close()
            family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
            own = socket.create_server((address.host, address.port), family=family, backlog=128)
            self._own = (address, own)
        return self._own[1].dup()

    def close(self) -> None:
        """Close what it has opened itself."""
        own, self._own = self._own, None
        if own is not None:
            own[1].close()
