"""What happens by itself while an admin waits: those who may confirm are told, once."""

from handlers.admins.confirming import tell_of_waiting
from handlers.services import Services


def tell_waiting(services: Services) -> None:
    """Tell of admins who wait until somebody confirms them."""
    for admin in services.admins.paused():
        if not admin.told:
            with services.store.transaction():
                tell_of_waiting(services, admin)
                services.admins.told(admin)
