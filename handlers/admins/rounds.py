"""What happens by itself while an admin waits: those who may confirm are told, once."""

from collections.abc import Callable

from handlers.admins.confirming import tell_of_waiting
from handlers.services import Services


class AdminRounds:
    """Goes round every few seconds."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def steps(self) -> tuple[Callable[[], None], ...]:
        """Return what to do in a round."""
        return (self.tell_waiting,)

    def tell_waiting(self) -> None:
        """Tell of admins who wait until somebody confirms them."""
        services = self._services
        for admin in services.admins.paused():
            if not admin.told:
                with services.store.transaction():
                    tell_of_waiting(services, admin)
                    services.admins.told(admin)
