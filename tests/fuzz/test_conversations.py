"""Conversations of an admin, officers, a reporter, a member and a stranger, in any order at all.

Hypothesis makes up who says what; every message runs through a whole relay. `make test` plays a
few short evenings, `make fuzz` thousands.
"""

import asyncio
import os
import tempfile
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

from harness.running import RelayHarness, branch, from_bot, relay_harness
from hostile_calls import JUNK, WORDS
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from reporting import Cast, with_teams

from practice.phones import Phone

EXAMPLES = max(1, int(os.environ.get("RELAY_FUZZ_EXAMPLES", "40")) // 20)
STEPS = 30

MOST_ANSWERS = 6
"""To one message: the longest is a case as officers read it, with the texts that wait in it."""

T = TypeVar("T")

_junk = st.sampled_from([str(one) for one in JUNK if "\ud800" not in str(one)]) | st.text(
    alphabet=st.characters(exclude_categories=["Cs"]), max_size=60
)
_word = st.sampled_from(
    (
        *WORDS,
        *("queue", "cancel 1", "edit 1 New", "retract 1", "agree 1", "refuse 1", "post it", "2"),
        *(
            "announce at tomorrow 7pm Hello",
            "meeting 1",
            "meeting 1 cancel",
            "move 1 to friday 7pm",
        ),
        *("Branch meeting", "friday 7pm", "every first monday 7pm", "Town Hall", "skip", "draft"),
        *("whoami", "agenda", "papers", "case", "phrase", "reply", "missed", "export", "close 1"),
        *("confirm", "mute", "reopen", "withdraw", "delete all", "3", "0", "no thanks", "skip it"),
    )
)
_said = st.one_of(
    _word,
    _word,
    _word,
    st.tuples(_word, _junk).map(" ".join),
    _junk,
).map(lambda text: text[:6_000])
_who = st.sampled_from(("alex", "bea", "mo", "stan", "rio", "una", "vic", "nia"))


class Evening(RuleBasedStateMachine):
    """One relay, eight phones."""

    def __init__(self) -> None:
        super().__init__()
        self._loop = asyncio.new_event_loop()
        self._open = AsyncExitStack()
        self.stage: RelayHarness
        self.phones: dict[str, Phone]

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        return self._loop.run_until_complete(work)

    @initialize()
    def begin(self) -> None:
        self._run(self._begin())

    async def _begin(self) -> None:
        folder = Path(self._open.enter_context(tempfile.TemporaryDirectory()))
        self.stage = on = await self._open.enter_async_context(relay_harness(folder))
        cast = with_teams(on)
        board = on.group("North board", on.mo)
        hackney = branch("hackney", on.alex, on.bea, groups=[board])
        await self._open.enter_async_context(on.running(hackney))
        stan = on.signal.new_phone("Stan Stranger")
        admins = {"alex": on.alex, "bea": on.bea}
        self.phones = {**admins, "mo": on.mo, "stan": stan, **vars(cast)}
        self.cast: Cast = cast

    @rule(who=_who, text=_said)
    def say(self, who: str, text: str) -> None:
        self._heard(who, lambda phone: phone.say(text))

    @rule(who=_who, text=_said, back=st.integers(0, 5))
    def answer_by_quote(self, who: str, text: str, back: int) -> None:
        shown = from_bot(self.phones[who])
        if shown:
            quote = shown[-1 - back % len(shown)]
            self._heard(who, lambda phone: phone.say(text, quote=quote))

    @rule(who=_who, back=st.integers(0, 5), emoji=st.sampled_from("👍👎❤"))
    def react(self, who: str, back: int, emoji: str) -> None:
        shown = from_bot(self.phones[who])
        if shown:
            message = shown[-1 - back % len(shown)]
            self._heard(
                who, lambda phone: phone.react(message.timestamp, emoji, author=message.sender)
            )

    @rule(who=_who, back=st.integers(0, 3), text=_said)
    def edit(self, who: str, back: int, text: str) -> None:
        own = self._own(who)
        if own:
            self._heard(who, lambda phone: phone.edit(own[-1 - back % len(own)], text))

    @rule(who=_who, back=st.integers(0, 3))
    def delete(self, who: str, back: int) -> None:
        own = self._own(who)
        if own:
            self._heard(who, lambda phone: phone.delete(own[-1 - back % len(own)]))

    @rule(hours=st.sampled_from((0.1, 1, 5, 30, 24 * 8)))
    def wait(self, hours: float) -> None:
        self._run(self.stage.wait(timedelta(hours=hours)))

    @rule(texts=st.lists(_junk, min_size=1, max_size=2), about=st.sampled_from("012"))
    def report(self, texts: list[str], about: str) -> None:
        """A whole report, which hardly comes about by chance."""
        for text in ("report", "1", about, *texts, "done", "send"):
            self._heard("rio", lambda phone, text=text: phone.say(text))

    def _own(self, who: str) -> list[int]:
        phone = self.phones[who]
        return [m.timestamp for m in phone.messages() if m.sender == phone.aci and not m.deleted]

    def _heard(self, who: str, act: Any) -> None:
        """Let somebody do something, and look at what they are answered."""
        phone = self.phones[who]
        before, posted = len(from_bot(phone)), self._posted()
        act(phone)
        self._run(self.stage.settle())
        assert len(from_bot(phone)) - before <= MOST_ANSWERS
        if who not in {"alex", "bea"}:
            assert self._posted() == posted, "somebody who is no admin changed what is announced"

    def _posted(self) -> list[tuple[Any, ...]]:
        ask = self.stage.store._db.execute
        rows = ask("SELECT id, text, state FROM announcements").fetchall()
        return [*rows, *ask("SELECT id, title, state, start_at FROM meetings").fetchall()]

    @invariant()
    def nothing_could_not_be_handled(self) -> None:
        faults = self.stage.store._db.execute(
            "SELECT fault FROM inbox WHERE attempts > 0 OR state = 'dead'"
        ).fetchall()
        assert faults == []
        assert self.stage.store.intact()

    @invariant()
    def nobody_reads_who_reports(self) -> None:
        rio = self.cast.rio
        marks = (rio.aci, "+447700900777", "Rio Reporter")
        for name, phone in self.phones.items():
            if name != "rio":
                shown = "\n".join(text for m in from_bot(phone) for text in m.history)
                assert not any(mark in shown for mark in marks), name

    @invariant()
    def only_officers_read_cases(self) -> None:
        for name in ("alex", "bea", "mo", "stan"):
            shown = "\n".join(m.text for m in from_bot(self.phones[name]))
            assert "I call it" not in shown or self._reports(name)
            assert ", part 1" not in shown

    def _reports(self, who: str) -> bool:
        """Whether somebody else than Rio happened upon writing a report of their own."""
        own = [m.text for m in self.phones[who].messages() if m.sender == self.phones[who].aci]
        return any("report" in text for text in own)

    def teardown(self) -> None:
        self._run(self._open.aclose())
        self._loop.close()


TestEvening = Evening.TestCase
TestEvening.settings = settings(
    max_examples=EXAMPLES,
    derandomize="RELAY_FUZZ_EXAMPLES" not in os.environ,
    stateful_step_count=STEPS,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
