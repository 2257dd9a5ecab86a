"""The vault as the conversations see it."""

from zoneinfo import ZoneInfo

from relay.safeguarding.codes import Act, OfficerStatus
from relay.safeguarding.export import export_case
from relay.safeguarding.guesses import Guesses
from relay.safeguarding.hiding import Hiding
from relay.safeguarding.internals import build_internals
from relay.safeguarding.names import NameBook, fold
from relay.safeguarding.observer import CaseObserver
from relay.safeguarding.officer_cases import NoExportKey, OfficerCases
from relay.safeguarding.quarantine import Quarantine
from relay.safeguarding.reports import Reports
from relay.safeguarding.timetable import Timetable
from relay.safeguarding.watch import Watch
from relay.settings import Settings
from relay.store import Store
from relay.store.files import StoredFile
from relay.time.clock import Clock


class Vault:
    """Reports of harm and of conduct: who wrote them is sealed, who reads them is decided here.

    Everything joins the caller's transaction.

    Args:
        store: where it is kept.
        clock: the time.
        settings: teams and times.
        names: the words cases are named with; those of the locale by default.

    Attributes:
        reports: for whoever writes.
        post: the only way anything leaves.
        hiding: empties chats.
        guesses: in which language chats are answered.
        timetable: what is due.
        quarantine: what waits before it is handed on.
        watch: officers' safety numbers.
        observer: for the lanes.
    """

    def __init__(
        self, store: Store, clock: Clock, settings: Settings, names: NameBook | None = None
    ) -> None:
        zone: ZoneInfo = settings.timezone
        self._internals = build_internals(
            store,
            clock,
            settings.safeguarding,
            zone,
            names or NameBook.shipped(settings.locale),
        )
        self.reports = Reports(self._internals)
        self.post = self._internals.post
        self.hiding = Hiding(self._internals)
        self.guesses = Guesses(self._internals)
        self.timetable = Timetable(self._internals, zone)
        self.quarantine = Quarantine(self._internals)
        self.watch = Watch(self._internals)
        self.observer = CaseObserver(self._internals, clock)

    def standing(self, person: str | None) -> OfficerStatus | None:
        """Return whether an account id is an officer, and whether their access is paused."""
        return None if person is None else self._internals.access.standing(person)

    def for_officer(self, person: str | None) -> OfficerCases | None:
        """Return the cases of an officer; None for anybody else, and while their access is paused.

        Args:
            person: the account id of the envelope. Nothing else makes an officer.
        """
        if self.standing(person) is not OfficerStatus.ACTIVE or person is None:
            return None
        return OfficerCases(self._internals, person)

    def file(self, file_id: int) -> StoredFile:
        """Return a sealed file, opened to be sent.

        Raises:
            KeyError: it is destroyed.
        """
        return self._internals.files.open(file_id)

    def export(self, name: str) -> bytes | None:
        """Write one case into a file that its officers can open and whoever carries it cannot.

        Args:
            name: the case's, without slips.

        Returns:
            An age file; None if nobody in the settings reads a case of that name.

        Raises:
            NoExportKey: the settings name no key.
        """
        key = self._internals.settings.export_key
        if key is None:
            raise NoExportKey("no export key")
        for officer in self._internals.teams.everybody():
            desk = self.for_officer(officer)
            case = None if desk is None else desk.case(name)
            row = None if case is None else self._internals.access.case(officer, case.id)
            if case is not None and row is not None and fold(case.name) == fold(name):
                self._internals.file.record(row.id, Act.EXPORTED, None)
                return export_case(self._internals, row, case, key)
        return None
