"""The way back in for somebody who lost their phone."""

from datetime import timedelta

from relay.safeguarding.codes import Act, PhraseVerdict, State
from relay.safeguarding.internals import TRIES_OF_A_PERSON, Internals
from relay.safeguarding.mailer import topic
from relay.safeguarding.names import fold
from relay.safeguarding.passphrases import fits, hash_phrase, judge
from relay.safeguarding.reporter_view import row_of, view_of
from relay.safeguarding.tables.cases import CaseRow
from relay.safeguarding.tables.relays import WRITER
from relay.safeguarding.views import ReporterCase

TRIES_OF_A_CASE = 10
_A_DAY = timedelta(days=1)


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

    def set_phrase(self, person: str, case_id: int, phrase: str) -> PhraseVerdict:
        """Keep a passphrase's memory-hard hash with somebody's case, if it is good enough."""
        row = row_of(self._internals, case_id)
        if not self._internals.writers.wrote(person, case_id):
            return PhraseVerdict.WRONG
        verdict = judge(phrase, row.name or "")
        if verdict is PhraseVerdict.OK:
            self._internals.tables.links.set_passphrase(case_id, hash_phrase(phrase))
        return verdict

    def resume(self, person: str, name: str, phrase: str) -> ReporterCase | PhraseVerdict:
        """Link a case to another account, whose owner knows its name and its passphrase.

        Args:
            person: who asks.
            name: the case's name; case and punctuation do not matter.
            phrase: the passphrase; only its words matter.

        Returns:
            The case, or `WRONG` (also for a case there is not), or `LOCKED`: 5 tries a day for one
            person, 10 for one name, whoever tries.
        """
        internals, now = self._internals, self._internals.clock.now()
        who = internals.writers.hash(person)
        subjects = {
            who: TRIES_OF_A_PERSON,
            internals.writers.secret_hash("tried", fold(name)): TRIES_OF_A_CASE,
        }
        tries = internals.tables.tries
        used_up = (tries.tries(one, now - _A_DAY) >= most for one, most in subjects.items())
        if any(used_up) or internals.tried.is_full(who):
            return PhraseVerdict.LOCKED
        internals.tried.note(who)
        for subject in subjects:
            tries.tried(subject, now)
        row = self._named_case(name)
        link = None if row is None else internals.tables.links.of(row.id)
        # Hashed in any case: how long an answer takes must not tell whether there is such a case.
        if not fits(phrase, None if link is None else link.passphrase) or row is None:
            return PhraseVerdict.WRONG
        self._move(row, person)
        return view_of(self._internals, row_of(self._internals, row.id))

    def _named_case(self, name: str) -> CaseRow | None:
        for row in self._internals.tables.cases.all(State.OPEN.value, State.CLOSED.value):
            if row.name is not None and fold(row.name) == fold(name):
                return row
        return None

    def _move(self, row: CaseRow, person: str) -> None:
        internals, now = self._internals, self._internals.clock.now()
        before = internals.writers.of(row.id)
        alias = None if before is None else internals.writers.alias(row.id, before)
        if before is not None and before != person and internals.teams.is_officer(before):
            # It is still them: they must not be given their own case to read.
            exclusions = internals.access.exclusions(row, before)
            internals.file.set_sealed(row.id, "exclusions", exclusions.to_json())
        internals.tables.entries.forget_origins(row.id)
        internals.writers.link(row.id, person)
        if before is not None and before != person:
            internals.destroyer.traces(row.id, before, alias)
            internals.tables.relays.forget_queued(row.id, WRITER)
        elif alias is not None:
            now_called = internals.writers.alias(row.id, person)
            internals.store.topics.rename_all(topic(row.id), alias, now_called or "")
        internals.file.record(row.id, Act.RESUMED, None)
        internals.store.shredder.shred(now)
