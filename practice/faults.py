"""Faults that a test or a demo puts in the way of the next calls."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from practice.refusals import CAPTCHA_REJECTED_ERROR, USER_ERROR, Refusal

FaultKind = Literal[
    "captcha", "refuse", "partial", "slow", "no answer", "drop before", "drop after"
]


@dataclass(frozen=True)
class Fault:
    """One kind of trouble.

    Args:
        kind: `captcha` (429 until the challenge is solved), `refuse` (an error), `partial` (some
            recipients fail), `slow`, `no answer` (signal-cli never says a word), `drop before`
            (the connection ends before anything happened)
            or `drop after` (it happened, but the answer is lost).
        times: for how many calls; None is until cleared.
        method: only for this HTTP method; empty is any.
        path: only for paths that begin with this.
        recipient: only for calls that name this recipient.
        status: for `refuse`: answer this at once, as a proxy would; 0 lets signal-cli refuse, so
            that the answer is what the endpoint makes of it.
        text: for `refuse`: the error.
        code: for `refuse`: its JSON-RPC code; -4 is an untrusted key, -5 a rate limit.
        reasons: for `partial`: account id, number or username to `UNREGISTERED_FAILURE`,
            `IDENTITY_FAILURE`, `NETWORK_FAILURE`, `RATE_LIMIT_FAILURE` or the like.
        seconds: for `slow`: how long signal-cli thinks.
        tokens: for `captcha`: the challenge tokens of the 429.
        captcha: for `captcha`: the only solution accepted, without `signalcaptcha://`; empty
            accepts any.
    """

    kind: FaultKind
    times: int | None = 1
    method: str = ""
    path: str = ""
    recipient: str = ""
    status: int = 0
    text: str = "Failed to send message"
    code: int = USER_ERROR
    reasons: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    tokens: tuple[str, ...] = ("challenge-token",)
    captcha: str = ""

    def meets(self, method: str, path: str, recipients: Iterable[str]) -> bool:
        """Whether a call is one that this fault is for."""
        return (
            self.method in ("", method)
            and path.startswith(self.path)
            and (not self.recipient or self.recipient in recipients)
            and not (self.kind == "captcha" and path.endswith("/rate-limit-challenge"))
        )


class FaultBook:
    """The faults still to come, oldest first."""

    def __init__(self) -> None:
        self._waiting: list[tuple[Fault, int | None]] = []

    @property
    def waiting(self) -> list[Fault]:
        """Every fault that has calls left to spoil."""
        return [fault for fault, _ in self._waiting]

    def add(self, fault: Fault) -> None:
        """Puts a fault in the way."""
        self._waiting.append((fault, fault.times))

    def clear(self) -> None:
        """Takes all faults away."""
        self._waiting.clear()

    def take(self, method: str, path: str, recipients: Iterable[str]) -> tuple[Fault, ...]:
        """The faults for one call: the oldest of each kind that meets it, used up by one."""
        if not self._waiting:
            return ()
        met: dict[FaultKind, Fault] = {}
        left: list[tuple[Fault, int | None]] = []
        for fault, times in self._waiting:
            if fault.kind in met or not fault.meets(method, path, recipients):
                left.append((fault, times))
                continue
            met[fault.kind] = fault
            remaining = None if times is None else times - 1
            if remaining != 0:
                left.append((fault, remaining))
        self._waiting = left
        return tuple(met.values())

    def solve(self, token: str, captcha: str) -> None:
        """Lifts the captcha that `token` belongs to.

        Raises:
            Refusal: an unknown token, or a wrong solution.
        """
        solution = captcha.replace("signalcaptcha://", "")
        for entry in self._waiting:
            fault = entry[0]
            if fault.kind == "captcha" and token in fault.tokens:
                if fault.captcha in ("", solution):
                    self._waiting.remove(entry)
                    return
                break
        text = (
            "Captcha rejected, it may be outdated, already used or solved from a different IP"
            " address."
        )
        raise Refusal(text, code=CAPTCHA_REJECTED_ERROR)
