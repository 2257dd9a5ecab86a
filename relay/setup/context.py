"""What a step has in front of it: the host, the settings, the secrets, the session with Signal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from relay.language.words import Words
from relay.schema.values import ListenAddress
from relay.settings import Address
from relay.setup import draft as at
from relay.setup.checks import a_captcha
from relay.setup.draft import Draft, Path_
from relay.setup.progress import Progress
from relay.setup.secrets import STORE_KEY, WEBHOOK_TOKEN, SecretsFolder
from relay.setup.signal_session import AddressTaken, Ask, SessionEnds, SignalSession
from relay.setup.talk import SetupStopped, Talk
from relay.signal.errors import (
    AccountUnusable,
    ApiUnreachable,
    CaptchaNeeded,
    RateLimited,
    SignalApiError,
)
from relay.store import Store, StoreError

T = TypeVar("T")

CHALLENGE_PAGE = "https://signalcaptchas.org/challenge/generate.html"
DEFAULT_API = "http://127.0.0.1:8080"
DEFAULT_LISTEN = "127.0.0.1:8090"
_ADDRESS: TypeAdapter[Address] = TypeAdapter(ListenAddress)

__all__ = ["SetupContext", "SetupStopped", "Step"]


@dataclass(frozen=True)
class SetupContext:
    """Everything that a step works with.

    Args:
        talk: the host.
        draft: the settings file.
        secrets: the folder of secrets.
        progress: what was done that nothing else shows.
        environ: the environment; what stands there wins over the settings file.
        session: with the API server; opened by the first call.
    """

    talk: Talk
    draft: Draft
    secrets: SecretsFolder
    progress: Progress
    environ: Mapping[str, str]
    session: SignalSession = field(default_factory=SignalSession)

    @property
    def words(self) -> Words:
        """The wording."""
        return self.talk.words

    @property
    def branch(self) -> str:
        """The branch's name, as people read it."""
        return self.draft.text(at.NAME)

    def from_environment(self, path: Path_) -> str:
        """What the environment says of a setting, or nothing."""
        return self.environ.get("RELAY_" + "__".join(str(part) for part in path).upper(), "")

    def setting(self, path: Path_, usual: str) -> str:
        """A setting as the relay will see it."""
        return self.from_environment(path) or self.draft.text(path) or usual

    def listen(self) -> Address:
        """Where the relay will listen."""
        try:
            return _ADDRESS.validate_python(self.setting(at.LISTEN, DEFAULT_LISTEN))
        except ValidationError:
            raise self.stopped("setup-listen-unusable") from None

    def stopped(self, message_id: str, **args: str | int) -> SetupStopped:
        """The end of the conversation, with a sentence that says why."""
        return SetupStopped(self.words.say(message_id, **args))

    def signal(self, ask: Ask[T]) -> T:
        """Make a call to the API server as the bot's number.

        Where Signal wants a captcha first, the host is asked for it and the call is made again.

        Raises:
            SetupStopped: it cannot be made now; its text says what to do.
            SignalApiError: it was refused, in a way that the step can say more about.
        """
        self._open_session()
        try:
            return self.session.call(ask)
        except CaptchaNeeded as needed:
            if not needed.challenge_tokens:
                raise
            token = needed.challenge_tokens[0]
        self.talk.say("setup-challenge", page=CHALLENGE_PAGE)
        captcha = self.talk.ask("challenge", self.words.say("setup-captcha-ask"), a_captcha)
        self.session.call(lambda client: client.submit_challenge(token, captcha))
        return self.session.call(ask)

    def store(self) -> Store:
        """The relay's store, open until `hang_up`.

        Raises:
            SetupStopped: it cannot be opened now; its text says what to do.
        """
        self._open_session()
        return self.session.store

    def hang_up(self) -> None:
        """Close the session, so that the next call opens it with what is configured then."""
        self.session.close()

    def explained(self, error: SignalApiError) -> SetupStopped:
        """What a failed call means for the host."""
        match error:
            case ApiUnreachable():
                return self.stopped("setup-api-away", address=self.setting(at.API_URL, DEFAULT_API))
            case RateLimited():
                return self.stopped("setup-rate-limited")
            case CaptchaNeeded():
                return self.stopped("setup-captcha-lost")
            case AccountUnusable():
                return self.stopped("setup-number-gone")
            case _:
                return self.stopped("setup-call-failed", reason=str(error))

    def _open_session(self) -> None:
        if self.session.is_open:
            return
        number, listen = self.setting(at.NUMBER, ""), self.listen()
        token, key = self.secrets.get(WEBHOOK_TOKEN), self.secrets.get(STORE_KEY)
        if not token or not key:
            raise self.stopped("setup-first", step="keys")
        if not number:
            raise self.stopped("setup-first", step="number")
        try:
            path = Path(self.setting(at.STORE, "var/relay.db"))
            store = Store(path, key)
        except StoreError as error:
            raise self.stopped(error.wording, path=str(path)) from None
        ends = SessionEnds(self.setting(at.API_URL, DEFAULT_API), number, listen, token, store)
        try:
            self.session.open(ends)
        except AddressTaken:
            self.hang_up()
            raise self.stopped("setup-address-taken", address=str(listen)) from None


@dataclass(frozen=True)
class Step:
    """One step of the conversation.

    Args:
        name: what `--step` calls it.
        title: the wording of its heading.
        run: does it; returns when it is done or the host does without it.
        needs: the steps that must be done before.
        is_done: whether it is done, as far as can be seen here; None leaves it to the progress.
    """

    name: str
    title: str
    run: Callable[[SetupContext], None]
    needs: tuple[str, ...] = ()
    is_done: Callable[[SetupContext], bool] | None = None
