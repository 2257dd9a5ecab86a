"""What is kept of anybody by no feature: language, roles, what they did as an admin."""

from collections.abc import Sequence

from handlers.conversation.holders import Held, QuietHolder
from handlers.services import Services
from relay.store.authors import Authors


class BasicsHolder(QuietHolder):
    """Implements `handlers.conversation.holders.Holder`."""

    items = frozenset({"language", "posts", "roles", "officer", "on_its_way"})

    def held(self, services: Services, person: str) -> Sequence[Held]:
        """Name the language, what is on its way, the roles, and what was done as an admin."""
        say, store = services.words.say, services.store
        found = []
        if (locale := services.languages.chosen(person)) is not None:
            name = services.languages.names.get(locale, locale)
            found.append(Held("language", say("held-language", language=name)))
        if store.outbox.went_to(person) or store.missed_messages.is_missing(person):
            found.append(Held("on_its_way", say("held-on-its-way")))
        if branches := services.admins.branches_of(person):
            names = ", ".join(branch.name for branch in branches)
            found.append(Held("roles", say("held-admin", branches=names)))
        if services.vault.standing(person) is not None:
            found.append(Held("officer", say("held-officer")))
        if store.admin_keys.of(person) is not None or services.vault.watch.knows(person):
            found.append(Held("roles", say("held-safety-number")))
        if count := store[Authors].acts(person):
            found.append(Held("posts", say("held-posts", count=count), say("held-posts-stays")))
        return found

    def duties(self, services: Services, person: str) -> Sequence[str]:
        """An admin and an officer are in the settings, which whoever runs the server changes."""
        say, found = services.words.say, []
        if branches := services.admins.branches_of(person):
            names = ", ".join(branch.name for branch in branches)
            found.append(say("forget-first-admin", branches=names))
        if services.vault.standing(person) is not None:
            found.append(say("forget-first-officer"))
        return found

    def forget(self, services: Services, person: str) -> None:
        """Forget the language, the safety number, and whom what was sent went to."""
        store = services.store
        services.languages.forget(person)
        store.missed_messages.forget_person(person)
        store.outbox.forget_target(person)
        store.admin_keys.forget(person)
        services.vault.watch.forget(person)
