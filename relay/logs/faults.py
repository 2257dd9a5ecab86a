"""An exception told by its type and its way through the code, without what it was about."""

import traceback
from collections.abc import Iterator

from relay.logs.scrub import Scrubber

_MOST_FRAMES = 12
_MOST_CAUSES = 8


class Told(str):
    """A text made by `told`, which passes the redaction as it stands."""

    __slots__ = ()


def told(error: BaseException, scrub: Scrubber) -> Told:
    """Several lines: the type, the innermost places first, then each cause in the same way.

    Args:
        error: the exception. Its text is kept only if its class says `safe_to_log = True`.
        scrub: takes identities and secrets out of such a text.
    """
    parts = [_one(one, scrub) for one in _chain(error)]
    return Told("\ncaused by ".join(parts))


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    waiting: list[BaseException] = [error]
    while waiting and len(seen) < _MOST_CAUSES:
        one = waiting.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        if isinstance(one, BaseExceptionGroup):
            waiting.extend(one.exceptions)
        cause = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
        if cause is not None:
            waiting.append(cause)


def _one(error: BaseException, scrub: Scrubber) -> str:
    kind = type(error)
    head = f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")
    if getattr(kind, "safe_to_log", False) is True:
        head = f"{head}: {' '.join(scrub(str(error)).split())}"
    frames = [
        f"  {frame.f_globals.get('__name__', '?')}:{line} {frame.f_code.co_qualname}"
        for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    return "\n".join([head, *reversed(frames[-_MOST_FRAMES:])])
