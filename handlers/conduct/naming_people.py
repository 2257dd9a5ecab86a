"""How somebody stands in a list of who is in a group; see `relay.conduct.hearing.people`."""

from datetime import timedelta

from handlers.services import Services
from relay.conduct.hearing.people import Hint, Person

_HOUR = timedelta(hours=1)


def person_line(services: Services, number: int, person: Person) -> str:
    """Return a line of a list, such as `3. Sam (wrote today)`.

    Args:
        services: the parts of the relay.
        number: their place in the list, which holds for this conversation.
        person: from `People.listed`.
    """
    say = services.words.say
    name = person.name or say("people-nameless")
    if person.hint is None:
        return say("people-line", number=str(number), name=name)
    hint = "; ".join(_hints(services, person.hint))
    return say("people-line-hint", number=str(number), name=name, hint=hint)


def _hints(services: Services, hint: Hint) -> list[str]:
    say = services.words.say
    found = []
    if hint.wrote is None:
        found.append(say("people-hint-silent"))
    else:
        now = services.clock.now()
        zone = services.time.zone
        days = (now.astimezone(zone).date() - hint.wrote.astimezone(zone).date()).days
        when = ("today", "yesterday", "earlier")[min(days, 2)]
        when = "hour" if now - hint.wrote < _HOUR else when
        found.append(say("people-hint-wrote", when=say("people-when", when=when)))
    if hint.is_new:
        found.append(say("people-hint-new"))
    if hint.others:
        found.append(say("people-hint-others", groups=", ".join(hint.others)))
    return found
