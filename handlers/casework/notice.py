"""What comes by itself where somebody else may look at the phone of whoever wrote a case."""

from collections.abc import Callable

from handlers.services import Services


def notice(services: Services) -> Callable[[str], str]:
    """Return what says that there is something, and nothing of what it is."""
    return services.put("report-notice")
