"""What admins get to print: a PDF for each size of paper."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from handlers.services import Services
from relay.media import PDF

if TYPE_CHECKING:
    from relay.cards.contact import PaperSize


def keep_prints(
    services: Services, name: str, draw: "Callable[[PaperSize], bytes]"
) -> tuple[int, ...]:
    """Draw something for each size of paper; return the ids of the stored files.

    Args:
        services: the parts of the relay.
        name: of the files, without the size and the ending.
        draw: returns the PDF for a size.
    """
    # Imported late: what draws is 3 MB, and cards are printed once.
    from relay.cards.contact import PaperSize

    return tuple(
        services.store.files.add(
            name=f"{name}-{size.name.lower()}.pdf",
            media_type=PDF,
            data=draw(size),
            now=services.clock.now(),
        )
        for size in PaperSize
    )
