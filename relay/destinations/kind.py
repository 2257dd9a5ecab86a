"""What the relay asks about a kind of public destination, all of it in one place.

A destination is a folder here and a line in `relay.destinations.KINDS`. Its table in the settings,
its secret, its check, its step of the set-up, its name in sentences and what it has room for are
asked through `DestinationKind`; its sentences are in `config/wording`, each with the kind's name in
front (`DestinationKind.wording`). What publishes is a `relay.destinations.Destination`.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from relay.destinations.base import Destination
from relay.language.words import Words
from relay.schema.parts import Part
from relay.schema.secret import Secret, variable
from relay.time.clock import Clock

if TYPE_CHECKING:
    from relay.check.findings import Finding, Report
    from relay.setup.context import Step

TableT = TypeVar("TableT", bound=Part)

SENTENCES = frozenset(
    {
        "preview",
        "correction",
        "told",
        "told-text",
        "left-out-pictures",
        "left-out-files",
        "left-out-text",
        "signed-out",
    }
)
"""The wording that every kind has; those that are `usual` have `absent` as well."""


class SessionKeeper(Protocol):
    """Keeps one account's session, encrypted."""

    def load(self) -> str | None:
        """Return what was saved last, or None."""
        ...

    def save(self, session: str) -> None:
        """Keep a session; it is a secret."""
        ...


@dataclass(frozen=True)
class Room:
    """What one post holds: so many grapheme clusters, and so many bytes of UTF-8."""

    graphemes: int
    bytes: int


@dataclass(frozen=True)
class AccountSettings(Generic[TableT]):
    """A branch's account at a destination.

    Args:
        table: its table in the settings.
        secret: in the clear.
    """

    table: TableT
    secret: str = field(repr=False)


class DestinationKind(ABC, Generic[TableT]):
    """One kind of public destination.

    Attributes:
        name: of its table in a branch's settings, of its lanes and of its step of the set-up.
        table: that table.
        secret_setting: the setting that holds a secret for each branch that has the table.
        secret_type: what such a secret is.
        room: what one post holds, or None where everything fits.
        is_usual: whether people expect it, and are told where a branch does not have it.
        is_public: whether everybody reads there what is sent: then it may be on the branch's own
            page, too.
        carries_whole: whether texts stand there as they are, neither cut nor numbered, so that a
            preview that has shown one need not repeat it.
        counts: whether it tells what people did with an announcement
            (`relay.destinations.base.Counting`).
        answers: the keys of its steps in an answers file.
    """

    name: str
    table: type[TableT]
    secret_setting: str
    secret_type: Any = Secret
    room: Room | None = None
    is_usual: bool = False
    is_public: bool = False
    carries_whole: bool = False
    counts: bool = False
    answers: frozenset[str] = frozenset()

    @abstractmethod
    def place(self, words: Words, table: TableT | None) -> str:
        """Return what people call it.

        Args:
            words: the wording.
            table: the branch's; None where its settings no longer have one.
        """

    @abstractmethod
    def server(self, table: TableT) -> str:
        """Return the web address of a server there whose clock can be asked."""

    @abstractmethod
    def build(
        self, account: AccountSettings[TableT], sessions: SessionKeeper, clock: Clock
    ) -> Destination:
        """Return what publishes for an account."""

    @abstractmethod
    async def check(
        self, report: "Report", where: str, account: AccountSettings[TableT]
    ) -> "Finding":
        """Look whether an account can be used, without publishing anything.

        Args:
            report: makes the finding.
            where: the setting it is about.
            account: whose.
        """

    @abstractmethod
    def setup_steps(self) -> "tuple[Step, ...]":
        """Return its steps of the set-up; the first has its name."""

    def lane(self, slug: str) -> str:
        """Return the name of a branch's lane in the outbox."""
        return f"{self.name}:{slug}"

    def secret_variable(self, slug: str) -> str:
        """Return the variable that gives a branch's secret."""
        return variable(self.secret_setting, slug)

    def wording(self, sentence: str) -> str:
        """Return the id of one of its sentences."""
        return f"{self.name}-{sentence}"
