"""Finding the sizes at which everything a card says fits, the largest first."""

from collections.abc import Mapping

from relay.cards.typesetting import Paragraph, Typesetter

BETWEEN_DETAILS = 14
BELOW_TITLE = 24
"""Pixels."""

DETAILS = ("when", "place", "access")
"""Below the title, in this order."""

# Pixels to the em, largest and smallest. At 320 pixels wide, 38 are 10.
_SIZES = {
    "title": (112.0, 46.0),
    "when": (62.0, 42.0),
    "place": (50.0, 38.0),
    "access": (46.0, 38.0),
}
_STEPS = 12
_GROWN_FIRST = ("when", "place", "access", "title")
_EVENED = ("title", "place")
_GIVEN_LINES_FIRST = ("when", "title", "place", "access")

Room = Mapping[str, float]
"""Pixels across, for each text."""


def fitted(setters: Mapping[str, Typesetter], room: Room, height: float) -> dict[str, Paragraph]:
    """Set the title and the details within `height` pixels.

    Sizes shrink together until all fits, then each grows again while it can. Words are broken, and
    texts cut, only where the smallest size leaves no other way.
    """
    unbreakable = {
        name for name, setter in setters.items() if not _set(setters, room, name, _STEPS).broken
    }

    def fits(steps: Mapping[str, int]) -> dict[str, Paragraph] | None:
        paragraphs = {name: _set(setters, room, name, step) for name, step in steps.items()}
        if any(paragraphs[name].broken for name in unbreakable):
            return None
        return paragraphs if total_height(paragraphs) <= height else None

    steps: dict[str, int] = {}
    for step in range(_STEPS + 1):
        steps = dict.fromkeys(setters, step)
        if fits(steps) is not None:
            break
    else:
        return _cut_down(setters, room, height)
    for name in _GROWN_FIRST:
        while steps.get(name) and fits(steps | {name: steps[name] - 1}) is not None:
            steps[name] -= 1
    paragraphs = {name: _set(setters, room, name, step) for name, step in steps.items()}
    for name in _EVENED:
        if name in steps:
            even = setters[name].balanced(_size(name, steps[name]), room[name])
            # Other words in a line can make it higher.
            evened = paragraphs | {name: even}
            paragraphs = evened if total_height(evened) <= height else paragraphs
    return paragraphs


def total_height(paragraphs: Mapping[str, Paragraph]) -> float:
    """Pixels that the title and the details take, with what is between them."""
    details = [paragraphs[name].height for name in DETAILS if name in paragraphs]
    total = sum(details) + BETWEEN_DETAILS * max(0, len(details) - 1)
    if "title" in paragraphs:
        total += paragraphs["title"].height + (BELOW_TITLE if details else 0)
    return total


def _size(name: str, step: int) -> float:
    largest, smallest = _SIZES[name]
    return round(largest + (smallest - largest) * step / _STEPS)


def _set(setters: Mapping[str, Typesetter], room: Room, name: str, step: int) -> Paragraph:
    return setters[name].set(_size(name, step), room[name])


def _cut_down(setters: Mapping[str, Typesetter], room: Room, height: float) -> dict[str, Paragraph]:
    scale = 1.0
    while True:
        paragraphs = _shared_out(setters, room, height, scale)
        if total_height(paragraphs) <= height:
            return paragraphs
        # Only letters with marks piled up come here: single lines always fit otherwise.
        scale *= 0.9


def _shared_out(
    setters: Mapping[str, Typesetter], room: Room, height: float, scale: float
) -> dict[str, Paragraph]:
    """A line each at the smallest size, then more in order of what matters while there is room."""
    lines = dict.fromkeys(setters, 1)

    def cut(name: str) -> Paragraph:
        return setters[name].cut(_size(name, _STEPS) * scale, room[name], lines[name])

    paragraphs = {name: cut(name) for name in setters}
    hopeful = [name for name in _GIVEN_LINES_FIRST if name in setters]
    while hopeful:
        for name in tuple(hopeful):
            before = paragraphs[name]
            lines[name] += 1
            paragraphs[name] = cut(name)
            if not before.cut or total_height(paragraphs) > height:
                paragraphs[name] = before
                hopeful.remove(name)
    return paragraphs
