"""What happens to cases by itself: reminders, second attempts, and the end of what was kept."""

from collections.abc import Callable

from handlers.casework.answering import hand_out_answers
from handlers.casework.context import hour
from handlers.casework.notice import notice
from handlers.casework.pausing import tell_of_pause
from handlers.casework.people import put_about
from handlers.casework.relaying import (
    name_of,
    post_digest,
    relay_again,
    relay_behind,
)
from handlers.services import Services
from relay.safeguarding import Waiting

_NEWS = {
    "taken": "casework-answer-taken",
    "waits": "casework-answer-waits",
    "kept": "casework-answer-kept",
    "slow": "casework-answer-slow",
    "failed": "casework-answer-failed",
}
"""What an officer hears of an answer (`Answered.news`)."""


class CaseworkJobs:
    """Runs every few seconds. Each job is a transaction, and changes nothing twice."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def steps(self) -> tuple[Callable[[], None], ...]:
        """Return the jobs, in order."""
        return (
            self.sweep,
            self.adopt_orphans,
            self.remind,
            self.escalate,
            self.try_again,
            self.tell_waiting,
            self.let_through,
            self.catch_up,
            self.tell_answers,
            self.tell_writers,
            self.tell_missed,
            self.tell_paused,
        )

    def sweep(self) -> None:
        """Destroy what is kept no longer."""
        with self._services.store.transaction():
            self._services.vault.timetable.sweep()

    def adopt_orphans(self) -> None:
        """Hand cases on whose readers have all left the settings."""
        with self._services.store.transaction():
            self._services.vault.timetable.orphans()

    def remind(self) -> None:
        """Remind the readers of cases that wait for an answer."""
        services = self._services
        for waiting in services.vault.timetable.reminders():
            with services.store.transaction():
                services.vault.post.to_waiting(waiting, _reminder(services, waiting))
                services.vault.timetable.reminded(waiting.case_id)

    def escalate(self) -> None:
        """Tell the next team that a case waits, and whoever wrote it how it stands."""
        services = self._services
        for waiting in services.vault.timetable.escalations():
            with services.store.transaction():
                if waiting.chats:
                    named = len(waiting.people.roles)
                    text = put_about(
                        services, "casework-escalation", people=waiting.people, named=named
                    )
                    services.vault.post.to_waiting(waiting, text)
                if waiting.tell_reporter:
                    self._tell_reporter_of_wait(waiting.case_id, told=bool(waiting.chats))
                services.vault.timetable.escalated(waiting.case_id)

    def try_again(self) -> None:
        """Send again what has reached none of those who may read it."""
        services = self._services
        for unreached in services.vault.timetable.unreached():
            with services.store.transaction():
                relay_again(services, unreached.case_id, unreached.numbers)
                if unreached.tell_reporter:
                    text = services.put("casework-unreached-reporter", case=unreached.name)
                    self._write(unreached.case_id, text)
                services.vault.timetable.retried(unreached.case_id)

    def tell_waiting(self) -> None:
        """Send officers the list of what waits, so that a flood buries nothing."""
        services, quarantine = self._services, self._services.vault.quarantine
        if quarantine.is_empty:
            return
        with services.store.transaction():
            for digest in quarantine.digests():
                post_digest(services, digest)
            for case_id in quarantine.untold_muted():
                text = services.put("casework-muted-before", case=name_of(services, case_id))
                services.vault.post.to_readers(case_id, text)

    def let_through(self) -> None:
        """Hand on what has waited longest, as far as there is room again."""
        services, quarantine = self._services, self._services.vault.quarantine
        if quarantine.is_empty:
            return
        with services.store.transaction():
            while (released := quarantine.due()) is not None:
                relay_again(services, released.case_id, released.numbers)

    def catch_up(self) -> None:
        """Send readers who came late, or were paused, what they lack."""
        services = self._services
        for behind in services.vault.timetable.behind():
            with services.store.transaction():
                relay_behind(services, behind)

    def tell_answers(self) -> None:
        """Tell officers what has become of their answers: none is called sent before it is."""
        services = self._services
        with services.store.transaction():
            answers = services.vault.timetable.answers()
        for answered in answers:
            with services.store.transaction():
                case, officer = answered.case, answered.officer
                cases = services.vault.for_officer(officer)
                text = put_about(
                    services,
                    _NEWS[answered.news],
                    role="" if cases is None else cases.called(case),
                    case=case.name,
                    others=len(case.readers) - 1,
                )
                services.vault.post.to_reader(officer, case.id, text(officer))
                services.vault.timetable.told_answer(answered)

    def tell_writers(self) -> None:
        """Tell who wrote cases of what was kept for them, once they may be written to."""
        services = self._services
        for kept in services.vault.timetable.kept():
            with services.store.transaction():
                # What is no answer they find where they ask how it stands.
                if not (kept.whole and hand_out_answers(services, kept.case_id, kept.name)):
                    services.vault.post.notice(kept.case_id, notice(services))

    def tell_missed(self) -> None:
        """Tell readers whom a message of a case has not reached."""
        services = self._services
        for missed in services.vault.timetable.missed():
            with services.store.transaction():
                text = put_about(
                    services,
                    "casework-missed-by",
                    role=missed.role or "",
                    case=missed.name,
                    who="writer" if missed.role is None else "officer",
                )
                services.vault.post.to_chats(missed.case_id, missed.chats, text)
                services.vault.timetable.told_missed(missed)

    def tell_paused(self) -> None:
        """Tell the admins of officers who wait until one of them confirms."""
        services = self._services
        for officer in services.vault.watch.paused():
            if not officer.told:
                with services.store.transaction():
                    tell_of_pause(services, officer)
                    services.vault.watch.told(officer)

    def _tell_reporter_of_wait(self, case_id: int, *, told: bool) -> None:
        services = self._services
        text = services.put(
            "casework-escalation-reporter",
            case=name_of(services, case_id),
            next="told" if told else "nobody",
        )
        self._write(case_id, text)

    def _write(self, case_id: int, text: Callable[[str], str]) -> None:
        post = self._services.vault.post
        post.write_first(case_id, text, notice=notice(self._services))


def _reminder(services: Services, waiting: Waiting) -> Callable[[str], str]:
    def text(chat: str) -> str:
        speaking = services.speaking_to(chat)
        since = hour(speaking, waiting.since)
        return speaking.words.say("casework-remind", case=waiting.name or "", since=since)

    return text
