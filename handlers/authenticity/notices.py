"""What admins and those who asked hear unasked. Nobody is named, and no text is told on."""

from collections.abc import Iterable
from functools import partial

from handlers.authenticity.answering import untapped
from handlers.services import Services
from handlers.unasked import tell_late
from relay.authenticity.enquiries import Counted
from relay.authenticity.known import KnownPost

_LONGEST_LINK = 200


def tell_admins(services: Services, counted: Iterable[Counted]) -> None:
    """Tell the admins that several people have asked about the same, while it is in hand.

    Of a link its site and path, so that nothing in it can be tapped, and of all else nothing. A
    link says more than a text: then the text that it stands in is not told of as well.
    """
    telling = [one for one in counted if one.tells]
    links = [one for one in telling if one.thing.kind == "link"]
    for one in links or telling[:1]:
        if not services.authenticity.telling.takes("all"):
            return
        for admin in _admins(services):
            if one.thing.kind == "link":
                link = untapped(one.thing.value)[:_LONGEST_LINK]
                services.tell(admin, "real-asked", people=one.people, link=link)
            else:
                services.tell(admin, "real-asked-text", people=one.people, what=one.thing.kind)


def tell_of_warnings(services: Services) -> None:
    """Tell those who have asked of warnings that stand now, and of those that stand no more.

    Looks only when other warnings may stand. Each warning is one transaction with the deliveries
    that tell of it, so that whoever is killed in between tells nobody twice.
    """
    authenticity = services.authenticity
    if authenticity.has_unnoted():
        with services.store.transaction():
            authenticity.note_followed()
    if not authenticity.has_other_warnings():
        return
    told = authenticity.warnings.told()
    standing = {(one.source, one.number): one for one in authenticity.all_warnings()}
    for key, warning in standing.items():
        if key not in told:
            with services.store.transaction():
                _tell_asked(services, warning.text, warning)
                authenticity.warnings.note_told(warning)
    for key, text in told.items():
        if key not in standing:
            with services.store.transaction():
                _tell_asked(services, text, None)
                authenticity.warnings.forget_told(*key)
    authenticity.note_warnings()


def _tell_asked(services: Services, text: str, warning: KnownPost | None) -> None:
    shown = untapped(text)
    for person in sorted(services.authenticity.who_asked(text)):
        tell_late(services, person, partial(_told, shown=shown, warning=warning))


def _told(speaking: Services, shown: str, warning: KnownPost | None) -> str:
    if warning is None:
        return speaking.words.say("real-now-not-false", text=shown)
    return speaking.words.say("real-now-false", text=shown, who=warning.source_name)


def _admins(services: Services) -> list[str]:
    found = {admin: None for branch in services.settings.branches for admin in branch.admins}
    return [one for one in found if services.is_admin(one)]
