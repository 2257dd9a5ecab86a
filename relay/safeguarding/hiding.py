"""`hide`: a chat with nothing of the bot's left in it, and a bot that says nothing of any case.

It is about a chat, whoever's it is, and not about a case: somebody who looks for a case in the
bot's answers gets what everybody gets. A case comes back when its name is typed, or the code word.
"""

import unicodedata
from datetime import timedelta
from itertools import chain
from typing import Any

from relay.safeguarding.codes import EntryKind, State
from relay.safeguarding.internals import Internals
from relay.safeguarding.mailer import SIGNAL_DELETES, case_of
from relay.safeguarding.names import begins_with_name, fold
from relay.safeguarding.tables.cases import CaseRow
from relay.signal.outgoing import SIGNAL_LANE, SUBSCRIBERS_LANE
from relay.store.outbox import Delivery

SIGNAL_OBEYS = 2 * SIGNAL_DELETES
"""How long the apps follow a deletion (`MessageConstraintsUtil` in Signal-Android: twice as long as
they let people ask for one). Where a message stands is not remembered for longer."""

FIRST_WORDS, FIRST_LETTERS = 5, 16
"""How much of what was written opens a hidden draft: more than somebody guesses who knows what they
did, in the few tries that anybody has in an hour."""


class Hiding:
    """Empties chats, and keeps cases from being spoken of.

    Args:
        internals: the parts of the vault.
    """

    def __init__(self, internals: Internals) -> None:
        self._internals = internals
        self._chats = internals.tables.chats

    def got_there(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """Remember where a message to a person stands, or delete it if that was asked meanwhile.

        Joins the transaction in which it is noted that it went out.
        """
        timestamp = result.get("timestamp")
        is_new = delivery.action == "send" or "apart" in result or "replaces" in result
        by_signal = delivery.lane in (SIGNAL_LANE, SUBSCRIBERS_LANE)
        is_direct = by_signal and not delivery.target.startswith("group.")
        if timestamp is None or not is_new or not is_direct:
            return
        if self._chats.is_taken_back(delivery.id):
            self._chats.forget_delivery(delivery.id)
            self._internals.post.unsend(delivery.target, timestamp)
            return
        now = self._internals.clock.now()
        self._chats.said(delivery.id, self._chat(delivery.target), timestamp, now)

    def clean(self, person: str) -> None:
        """Delete everything that the bot has said to somebody, as far as Signal does.

        Of cases nothing more is sent that is on its way; answers of officers wait to be asked for.
        """
        internals, now, chat = self._internals, self._internals.clock.now(), self._chat(person)
        since, mine = now - SIGNAL_OBEYS, internals.writers.cases_of(person)
        said = set(self._chats.of(chat, since))
        for case_id in mine:
            # What was sent before chats were remembered.
            earlier = internals.post.take_said(person, case_id)
            said.update(timestamp for timestamp, sent_at in earlier if sent_at > since)
        for timestamp in sorted(said, reverse=True):
            internals.post.unsend(person, timestamp)
        for delivery, about in internals.store.topics.waiting_for(person):
            case = None if about is None else case_of(about)
            # What an officer is about to get of a case has not been said yet.
            if case is None or case in mine:
                self._chats.take_back(delivery, chat, now)
        for case_id in mine:
            if internals.post.hold_sends(person, case_id):
                internals.contact.keep(case_id)
        self._chats.forget(chat)
        self._chats.forget_language(chat)
        internals.store.shredder.shred(now)

    def hide(self, person: str) -> tuple[int, ...]:
        """Do so, and speak to them of none of their cases and drafts until they come back.

        Returns:
            Those that are sent, and of which their readers have not known yet that somebody else
            may look at the phone.
        """
        self.clean(person)
        exposed = tuple(
            case_id
            for case_id in self._internals.writers.cases_of(person)
            if self._internals.contact.expose(case_id)
        )
        self._internals.writers.hide(person, self._internals.clock.now())
        return exposed

    def warns(self, person: str, again_after: timedelta) -> bool:
        """Whether somebody is to be warned of what they write in groups: once in a while."""
        now = self._internals.clock.now()
        return self._chats.warn(self._chat(person), now - again_after, now)

    def is_named(self, person: str, text: str | None) -> bool:
        """Whether a text is, or begins with, the name of a hidden case of somebody's.

        It has to be the very name, but for capitals, blanks and punctuation: somebody else may have
        caught a glimpse of one, and try what is nearly it.
        """
        return self._named(person, text or "") is not None

    def has_hidden(self, person: str) -> bool:
        """Whether anything of somebody's is hidden."""
        return bool(self._internals.writers.hidden_of(person))

    def is_hidden(self, case_id: int) -> bool:
        """Whether a case is hidden from its writer."""
        link = self._internals.tables.links.of(case_id)
        return link is not None and link.hidden_at is not None

    def bring_back(self, person: str, text: str | None = None) -> None:
        """Speak again of a hidden case.

        Args:
            person: whose it is.
            text: what begins with its name; None for all that is hidden, drafts included.
        """
        hidden = self._internals.writers.hidden_of(person)
        named = None if text is None else self._named(person, text)
        for case_id in hidden if text is None else [] if named is None else [named]:
            if self._draft(case_id) is None or self._makes_room(person):
                self._internals.tables.links.show(case_id)

    def is_in_draft(self, person: str, text: str | None) -> bool:
        """Whether a text is what somebody wrote into a hidden draft, or how that begins.

        Who wrote it knows it, and no word that a branch or a partner knows opens it. A few words
        anybody can guess, so they open nothing; they are soon written again.
        """
        return self._draft_with(person, text or "") is not None

    def bring_back_draft(self, person: str, text: str | None) -> None:
        """Speak again of the hidden draft that a text was written into."""
        found = self._draft_with(person, text or "")
        if found is not None and self._makes_room(person):
            self._internals.tables.links.show(found)

    def speak_in_full(self, person: str) -> None:
        """Note that nobody else looks at somebody's phone any more, by their own words.

        What was begun in the discreet manner stays in it.
        """
        for case_id in self._internals.writers.cases_of(person):
            self._internals.tables.cases.change(case_id, seen=False)

    def _draft(self, case_id: int) -> CaseRow | None:
        row = self._internals.tables.cases.get(case_id)
        return None if row is None or row.state != State.DRAFT else row

    def _makes_room(self, person: str) -> bool:
        """Whether no other draft is open; one without a word in it is destroyed."""
        if self._writes(person):
            return False
        for case_id in self._internals.writers.cases_of(person):
            row = self._draft(case_id)
            if row is not None:
                self._internals.destroyer.case(row, None)
        return True

    def _draft_with(self, person: str, text: str) -> int | None:
        """The hidden draft that holds it, unless one with words in it is open."""
        said = _words(text)
        if len(said) < FIRST_WORDS or sum(map(len, said)) < FIRST_LETTERS or self._writes(person):
            return None
        for case_id in self._internals.writers.hidden_of(person):
            if self._draft(case_id) is None:
                continue
            parts = self._internals.file.entries(case_id, EntryKind.PART)
            if any(_words(part.text)[: len(said)] == said for part in parts):
                return case_id
        return None

    def _writes(self, person: str) -> bool:
        """Whether a draft is open that has words in it."""
        mine = self._internals.writers.cases_of(person)
        drafts = (case_id for case_id in mine if self._draft(case_id) is not None)
        return any(any(self._internals.file.counts(case_id)) for case_id in drafts)

    def _named(self, person: str, text: str) -> int | None:
        hidden = self._internals.writers.hidden_of(person)
        rows = (self._internals.tables.cases.get(case_id) for case_id in hidden)
        names = {row.name: row.id for row in rows if row is not None and row.name is not None}
        exact = (i for name, i in names.items() if begins_with_name(text, name))
        joined = (i for name, i in names.items() if fold(text) == fold(name))
        return next(chain(exact, joined), None)

    def _chat(self, person: str) -> str:
        return self._internals.writers.secret_hash("chat", person)


def _words(text: str) -> list[str]:
    """Words as they are compared: no case, none of the marks that phones change by themselves."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    words = (
        "".join(c for c in word if unicodedata.category(c)[0] in "LMN") for word in plain.split()
    )
    return [word for word in words if word]
