"""Putting the relay together.

The one package of `relay` that knows `handlers`.
"""

from handlers.routes import ROUTES
from relay.app.assembly import GRACE_SECONDS, Relay

__all__ = ["GRACE_SECONDS", "ROUTES", "Relay"]
