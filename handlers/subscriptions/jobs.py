"""What happens to subscribers by itself: a place becomes free, or a branch takes none any more."""

from handlers.services import Services

_AT_ONCE = 20
"""How many people are told in one round; there is another one in two seconds."""


def give_places(services: Services) -> None:
    """Let people in from the waiting lists, and tell them; called every round."""
    places = services.mailings.places
    if not places.has_waiting() and not places.have_closed():
        return
    with services.store.transaction():
        for one in places.give_free_places(at_most=_AT_ONCE):
            branch = services.branches[one.branch].name
            services.tell(one.person, "subscribe-on", branch=branch, scope=one.scope.value)
        for one in places.have_closed()[:_AT_ONCE]:
            places.forget(one)
            services.tell(one.person, "subscribe-closed")
