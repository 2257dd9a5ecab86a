"""The way back in for somebody who lost their phone.

Whoever has that phone for a minute must not make it theirs: a passphrase that is set is only
changed with the one before, and the suggestion of it is deleted from the chat. Where a case goes on
from another account, both sides hear of it.
"""

from collections.abc import Iterable
from datetime import timedelta

from relay.safeguarding.codes import Act, PhraseVerdict, State
from relay.safeguarding.internals import TRIES_OF_A_PERSON, Internals
from relay.safeguarding.mailer import topic
from relay.safeguarding.names import fold
from relay.safeguarding.passphrases import fits, hash_phrase, judge
from relay.safeguarding.relayed import Text
from relay.safeguarding.reporter_view import row_of, view_of
from relay.safeguarding.tables.cases import CaseRow
from relay.safeguarding.tables.relays import WRITER
from relay.safeguarding.views import Hidden, Resumed

TRIES_OF_A_CASE = 10
_A_DAY = timedelta(days=1)

SAME_ACCOUNT = "the same account"
"""What is recorded where a case is picked up by the account that it was written from before."""


class Passphrases:
    """The way back in, by a case's name and the passphrase that its writer chose.

    Args:
        internals: the parts of the vault.
    """

    def __init__(self, internals: Internals) -> None:
        self._internals = internals

    def offer_phrase(self) -> str:
        """Return four plain words that can be a passphrase."""
        return self._internals.names.phrase()

    def suggested(self, words: Iterable[str]) -> tuple[bool, ...]:
        """Return of each word whether it is one of those that are suggested."""
        return self._internals.names.are_words(words)

    def has_phrase(self, person: str, case_id: int) -> bool:
        """Return whether there is a passphrase for somebody's case."""
        link = self._internals.tables.links.of(case_id)
        wrote = self._internals.writers.wrote(person, case_id)
        return wrote and link is not None and link.passphrase is not None

    def set_phrase(self, person: str, case_id: int, phrase: str) -> PhraseVerdict:
        """Keep a passphrase's memory-hard hash with somebody's case, if it is good enough.

        Returns:
            `SET_ALREADY` where there is one: see `change_phrase`.
        """
        row = row_of(self._internals, case_id)
        if not self._internals.writers.wrote(person, case_id):
            return PhraseVerdict.WRONG
        if self.has_phrase(person, case_id):
            return PhraseVerdict.SET_ALREADY
        verdict = judge(phrase, row.name or "")
        if verdict is PhraseVerdict.OK:
            self._internals.tables.links.set_passphrase(case_id, hash_phrase(phrase))
        return verdict

    def change_phrase(
        self, person: str, case_id: int, readings: Iterable[tuple[str, str]]
    ) -> PhraseVerdict:
        """Keep another passphrase in place of the one there is.

        Args:
            person: who asks.
            case_id: their case.
            readings: the passphrase so far and the new one, in every way that what was typed can
                be read.

        Returns:
            `WRONG` or `LOCKED` as of `resume`, whose tries it shares.
        """
        internals = self._internals
        row, link = row_of(internals, case_id), internals.tables.links.of(case_id)
        if link is None or not internals.writers.wrote(person, case_id):
            return PhraseVerdict.WRONG
        if not self._may_try(person, row.name or ""):
            return PhraseVerdict.LOCKED
        for before, after in readings:
            if fits(before, link.passphrase):
                verdict = judge(after, row.name or "")
                if verdict is PhraseVerdict.OK:
                    internals.tables.links.set_passphrase(case_id, hash_phrase(after))
                return verdict
        return PhraseVerdict.WRONG

    def take_offers_back(self, person: str, case_id: int) -> Hidden:
        """Delete the messages that suggest a passphrase for a case; see `CaseMailer`."""
        return self._internals.post.take_offers_back(person, case_id)

    def resume(
        self, person: str, name: str, phrase: str, *, parting: Text = ""
    ) -> Resumed | PhraseVerdict:
        """Link a case to another account, whose owner knows its name and its passphrase.

        Args:
            person: who asks.
            name: the case's name; case and punctuation do not matter.
            phrase: the passphrase; only its words matter.
            parting: what the account from before is told where it is another one; nothing if that
                waits for the passphrase itself, since it may be in other hands.

        Returns:
            The case, or `WRONG` (also for a case there is not), or `LOCKED`: 5 tries a day for one
            person, 10 for one name, whoever tries.
        """
        internals = self._internals
        if not self._may_try(person, name):
            return PhraseVerdict.LOCKED
        row = self._named_case(name)
        link = None if row is None else internals.tables.links.of(row.id)
        # Hashed in any case: how long an answer takes must not tell whether there is such a case.
        if not fits(phrase, None if link is None else link.passphrase) or row is None:
            return PhraseVerdict.WRONG
        waited = internals.writers.waits(row.id)
        moved = self._move(row, person, parting)
        return Resumed(view_of(internals, row_of(internals, row.id)), moved, waited)

    def _may_try(self, person: str, name: str) -> bool:
        """Count a try of somebody with the passphrase of a case, unless there were too many."""
        internals, now = self._internals, self._internals.clock.now()
        who = internals.writers.hash(person)
        subjects = {
            who: TRIES_OF_A_PERSON,
            internals.writers.secret_hash("tried", fold(name)): TRIES_OF_A_CASE,
        }
        tries = internals.tables.tries
        used_up = (tries.tries(one, now - _A_DAY) >= most for one, most in subjects.items())
        if any(used_up) or internals.tried.is_full(who):
            return False
        internals.tried.note(who)
        for subject in subjects:
            tries.tried(subject, now)
        return True

    def _named_case(self, name: str) -> CaseRow | None:
        for row in self._internals.tables.cases.all(State.OPEN.value, State.CLOSED.value):
            if row.name is not None and fold(row.name) == fold(name):
                return row
        return None

    def _move(self, row: CaseRow, person: str, parting: Text) -> bool:
        """Link a case to somebody; return whether it was another account before."""
        internals, now = self._internals, self._internals.clock.now()
        before = internals.writers.of(row.id)
        moved = before is not None and before != person
        waits = internals.writers.waits(row.id)
        alias = None if before is None else internals.writers.alias(row.id, before)
        if before is not None and moved and internals.teams.is_officer(before):
            # It is still them: they must not be given their own case to read.
            exclusions = internals.access.exclusions(row, before)
            internals.file.set_sealed(row.id, "exclusions", exclusions.to_json())
        internals.tables.entries.forget_origins(row.id)
        internals.writers.link(row.id, person)
        if before is not None and moved:
            internals.destroyer.traces(row.id, before, alias)
            internals.tables.relays.forget_queued(row.id, WRITER)
            internals.tables.offers.forget(row.id)
            if parting and not waits:
                internals.post.farewell(before, parting)
        elif alias is not None:
            now_called = internals.writers.alias(row.id, person)
            internals.store.topics.rename_all(topic(row.id), alias, now_called or "")
        internals.file.record(row.id, Act.RESUMED, None, "" if moved else SAME_ACCOUNT)
        internals.store.shredder.shred(now)
        return moved
