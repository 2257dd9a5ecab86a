"""Every recorded kind of message in every state of a report or a case, on both sides.

Whatever is sent by whatever means is carried over, or whoever sent it is told at once that it was
not. Each kind is handed to the routers as the webhook keeps it, in a transaction that is taken back
afterwards: so hundreds of them are tried on one relay, each from the same moment.
"""

import json
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from harness.running import RelayHarness, branch, from_bot, relay_harness, team
from recorded_kinds import ANSWERED, TOLD, TOLD_ABOUT_A_REPORT
from recordings import WITH_NEWER_SIGNAL_CLI, WebhookBody, webhook_bodies
from reporting import TELLING, hours, last, send, shown, with_teams, write

from handlers.report.consent import PassingOn
from handlers.report.contact import AskContact, AskHours
from handlers.report.context import Paced
from handlers.report.erasing import ConfirmErasure
from handlers.report.passing_on import OfferToPassOn
from handlers.report.questions import AskLane
from handlers.report.said import Said
from handlers.states import STATES
from practice.phones import Phone
from relay.people.reply_limits import ReplyLimits
from relay.safeguarding import ReporterCase
from relay.settings import SafeguardingSettings
from relay.signal.envelope import attachments
from relay.signal.notification import read_notification

CODEWORD = "garden rota"
MEANT = 1_789_499_999_000
"""The message that reactions, edits, deletions, pins and quotes of the recordings mean."""
TOO_MANY = 1000
DISCREET = frozenset({"about", "half", "review", "sent", "passing"})
"""Where it is also looked at what they read who began with the code word."""
SILENT = TOLD_ABOUT_A_REPORT
"""What nobody who has nothing open is answered."""
SAID = ("Hello there", "And again")
WAITING = Said(moment=5, text="There is more.")


def kinds() -> dict[str, WebhookBody]:
    """Everything that somebody may send to the bot, by its name."""
    wanted = ANSWERED | TOLD_ABOUT_A_REPORT | TOLD.keys()
    return {b.name: b for b in webhook_bodies(WITH_NEWER_SIGNAL_CLI) if b.name in wanted}


class TakenBackError(Exception):
    """Ends a transaction of which nothing is to stay."""


@dataclass(frozen=True)
class Outcome:
    """What came of one thing.

    Attributes:
        answers: what its sender is told.
        carried: whether what is kept of reports and cases has changed by it.
        told: what others are told.
    """

    answers: list[str]
    carried: bool
    told: list[str]


@dataclass
class World:
    """One relay, and somebody in each state.

    Attributes:
        only: the names of the places that are wanted; none for all.
        places: who is where, and whether what they read must give nothing away.
    """

    stage: RelayHarness
    una: Phone
    vic: Phone
    only: frozenset[str]
    places: dict[str, tuple[Phone, bool]]

    def wants(self, name: str, *, discreet: bool = False) -> bool:
        """Whether somebody is to be there; everywhere, if nothing is said."""
        return (not self.only or name in self.only) and (not discreet or name in DISCREET)

    def meant(self, phone: Phone, *, own: bool) -> int:
        """The message that is meant: a part of theirs or what they typed, or the bot's."""
        if not own:
            return from_bot(phone)[-1].timestamp
        mine = [m for m in phone.messages() if m.sender == phone.aci]
        parts = [m for m in mine if m.text in SAID]
        return (parts or mine)[-1].timestamp

    def tried(self, body: WebhookBody, phone: Phone, *, target: int | None = None) -> Outcome:
        """Let somebody do it, see what comes of it, and let it not have happened."""
        own = "edit" in body.name or "delete" in body.name
        at = self.meant(phone, own=own) if target is None else target
        params = json.loads(body.text.replace(str(MEANT), str(at)))["params"]
        params["envelope"] |= {"source": phone.aci, "sourceUuid": phone.aci, "sourceNumber": None}
        notification = read_notification({"method": "receive", "params": params})
        relay, store = self.stage.relay, self.stage.store
        services = relay.services
        vars(services.limits).update(vars(ReplyLimits(services.settings, services.clock)))
        found: list[Outcome] = []
        with suppress(TakenBackError), store.transaction():
            before, outbox = self._kept(), self._last()
            store.inbox.accept(
                account="",
                source=phone.aci,
                timestamp=notification.timestamp,
                body=notification.params,
                now=self.stage.clock.now(),
            )
            entry = store.inbox.next(self.stage.clock.now())
            assert entry is not None
            for file in attachments(entry.body):
                kept = store.files.add(
                    name="01.png", media_type="image/png", data=b"x", now=self.stage.clock.now()
                )
                store.files.arrived(inbox=entry.id, attachment=file["id"], file=kept)
            services.bot.dispatch(entry)
            said = self._said(outbox)
            found.append(
                Outcome(
                    [text for target, text in said if target == phone.aci],
                    self._kept() != before,
                    [text for target, text in said if target != phone.aci],
                )
            )
            raise TakenBackError
        return found[0]

    def _kept(self) -> list[Any]:
        rows = "SELECT case_id, number, sealed FROM case_entries ORDER BY 1, 2"
        return self.stage.store._db.execute(rows).fetchall()

    def _last(self) -> int:
        found = self.stage.store._db.execute("SELECT coalesce(max(id), 0) FROM outbox").fetchone()
        return int(found[0])

    def _said(self, after: int) -> Iterator[tuple[str, str]]:
        rows = "SELECT target, payload FROM outbox WHERE id > ? AND action = 'send' ORDER BY id"
        for target, payload in self.stage.store._db.execute(rows, [after]).fetchall():
            yield target, json.loads(payload)["text"]


@asynccontextmanager
async def world(folder: Path, *only: str) -> AsyncIterator[World]:
    """Put somebody into each state, or into some."""
    async with relay_harness(folder) as stage:
        una, vic, nia = (stage.signal.new_phone(name) for name in ("Una", "Vic", "Nia"))
        stage.safeguarding = SafeguardingSettings(
            teams=(
                team("hackney", (vic, "Chair"), (una, "Welfare"), next="national"),
                team("national", (nia, "Lead")),
            ),
            codeword=CODEWORD,
            watch_names=("Sam Example",),
            messages_per_hour=TOO_MANY,
            strangers_per_hour=TOO_MANY,
        )
        async with stage.running(branch("hackney", stage.alex)):
            new = World(stage, una, vic, frozenset(only), {})
            await _lane(new)
            for discreet in (False, True):
                await _draft(new, discreet=discreet)
                await _sent(new, discreet=discreet)
            if new.wants("officer"):
                await _officer(new)
            yield new


async def _draft(world: World, *, discreet: bool) -> None:
    steps = {"track": (), "team": ("1",), "about": ("1", "1"), "writing": ("1", "1", "0")}
    said = {**steps, "half": (*steps["writing"], *SAID), "review": (*steps["writing"], *SAID)}
    for name, texts in said.items():
        if not world.wants(name, discreet=discreet):
            continue
        phone = world.stage.signal.new_phone(f"{name} {discreet}")
        for text in (CODEWORD if discreet else "report", *texts):
            await world.stage.say(phone, text)
        if name == "review":
            await world.stage.say(phone, "done")
        world.places[f"report.{name}, {discreet=}"] = (phone, discreet)


async def _lane(world: World) -> None:
    """Nobody who writes discreetly is asked to whom it goes."""
    if not world.wants("lane"):
        return
    phone, services = world.stage.signal.new_phone("lane"), world.stage.relay.services
    await world.stage.say(phone, "report")
    draft = services.vault.reports.draft_of(phone.aci)
    assert draft is not None
    with world.stage.store.transaction():
        services.enter(phone.aci, AskLane(case=draft.id))
    world.places["report.lane, discreet=False"] = (phone, False)


async def _sent(world: World, *, discreet: bool) -> None:
    vault, services = world.stage.relay.services.vault, world.stage.relay.services
    enters: dict[str, Callable[[int], Any]] = {
        "sent": lambda case: None,
        "closed": lambda case: None,
        "muted": lambda case: None,
        "offer": lambda case: OfferToPassOn(case=case, cases=(case,), said=(WAITING,)),
        "passing": lambda case: PassingOn(case=case),
        "erase": lambda case: ConfirmErasure(case=case, cases=(case,)),
        "contact": lambda case: AskContact(case=case),
        "hours": lambda case: AskHours(case=case),
        "paced": lambda case: Paced(case=case, paced=True),
    }
    for name, enter in enters.items():
        if not world.wants(name, discreet=discreet):
            continue
        phone = world.stage.signal.new_phone(f"{name} {discreet}")
        word = CODEWORD if discreet else "report"
        await world.stage.say(phone, word)
        for text in ("1", "1", "0", *SAID, "done", "send"):
            await world.stage.say(phone, text)
        (case,) = vault.reports.cases_of(phone.aci)
        assert isinstance(case, ReporterCase)
        if name in ("closed", "muted"):
            told = f"close {case.name} resolved" if name == "closed" else f"mute {case.name}"
            await world.stage.say(world.una, told)
        with world.stage.store.transaction():
            world.stage.store.conversations.end(phone.aci)
            if (state := enter(case.id)) is not None:
                services.enter(phone.aci, state)
        world.places[f"report.{name}, {discreet=}"] = (phone, discreet)


async def _officer(world: World) -> None:
    rio = world.stage.signal.new_phone("Rio")
    for text in ("report", "1", "1", "0", *SAID, "done", "send"):
        await world.stage.say(rio, text)
    (case,) = world.stage.relay.services.vault.reports.cases_of(rio.aci)
    await world.stage.say(world.vic, f"case {case.name}")
    world.places["casework.rest"] = (world.vic, False)
    await world.stage.say(world.una, f"reply {case.name} Ring Sam Example.")
    world.places["casework.confirm"] = (world.una, False)


@pytest.mark.timeout(300)
async def test_it_is_carried_over_or_said_that_it_was_not(tmp_path: Path) -> None:
    tried = kinds()
    assert tried.keys() == ANSWERED | TOLD_ABOUT_A_REPORT | TOLD.keys()
    async with world(tmp_path) as on:
        await on.stage.say(on.stage.mo, "hello")
        names = {place.partition(",")[0] for place in on.places}
        wanted = {name for name in STATES if name.startswith(("report.", "casework."))}
        assert wanted <= names
        silent, telling = [], []
        for place, (phone, discreet) in on.places.items():
            for name, body in tried.items():
                notification = read_notification(body.notification)
                if not notification.is_for_us:
                    # Kept, and its sender is told in the round that follows.
                    assert notification.unreadable == TOLD[name]
                    continue
                came = on.tried(body, phone)
                if not (came.answers or came.carried):
                    silent.append(f"{place}: {name}")
                if discreet:
                    # What is said to everybody says nothing about anybody.
                    same = on.tried(body, on.stage.mo).answers
                    telling += [
                        f"{place}: {name}: {t}"
                        for t in came.answers
                        if TELLING.search(t) and t not in same
                    ]
        assert silent == []
        assert telling == []


@pytest.mark.timeout(300)
async def test_of_what_is_hidden_nothing_is_said(tmp_path: Path) -> None:
    async with world(tmp_path, "about", "half", "sent", "passing") as on:
        stranger = on.stage.mo
        await on.stage.say(stranger, "hello")
        tried = {name: body for name, body in kinds().items() if name in SILENT}
        for place, (phone, _) in on.places.items():
            part = on.meant(phone, own=True)
            await on.stage.say(phone, "hide")
            for name, body in tried.items():
                target = part if name == "remote delete" else on.meant(phone, own=False)
                came = on.tried(body, phone, target=target)
                assert came.answers == [], f"{place}: {name}"
                # Just what a stranger gets; only their own words are still taken back.
                assert on.tried(body, stranger) == Outcome([], carried=False, told=[])
                assert came.told == []


async def test_it_is_said_once_and_to_nobody_who_has_nothing_open(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(cast.rio, "hello")
        assert await marks(on_stage, cast.rio) == []
        name = await send(on_stage, cast.rio)
        (told,) = await marks(on_stage, cast.rio)
        assert "go to nobody" in told
        assert await marks(on_stage, cast.rio) == []
        # The officer sees nothing of it, and is told the same of theirs.
        assert "go to nobody" not in shown(cast.una)
        (told,) = await marks(on_stage, cast.una)
        assert told.startswith(f"{name}: marks on a message")
        assert await marks(on_stage, cast.una) == []
        await on_stage.wait(hours(0.2))
        assert len(await marks(on_stage, cast.rio)) == 1


async def test_a_timer_is_about_the_chat_alone(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        cast.rio.set_timer(3600)
        await on_stage.settle()
        assert from_bot(cast.rio) == []
        # It is told with the first words that it does not hold for.
        await write(on_stage, cast.rio, "It happened.")
        assert "the people who read what you send keep it" in shown(cast.rio)
        before = len(from_bot(cast.rio))
        for text in ("And again.", "done", "send"):
            await on_stage.say(cast.rio, text)
        assert not any("disappear" in m.text for m in from_bot(cast.rio)[before:])
        cast.rio.set_timer(60)
        await on_stage.settle()
        assert "the people who read what you send keep it" in last(cast.rio)
        cast.una.set_timer(60)
        await on_stage.settle()
        assert "the other readers keep theirs" in last(cast.una)


async def test_an_officer_is_told_that_what_they_edit_or_delete_stands(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        at = cast.una.say(f"reply {name} We meet at the mill.")
        await on_stage.settle()
        edited = cast.una.edit(at, "We meet nowhere.")
        await on_stage.settle()
        assert "what I did with it stands" in last(cast.una)
        cast.una.delete(edited)
        await on_stage.settle()
        assert "An answer that went out stays" in last(cast.una)
        answer = [m for m in from_bot(cast.rio) if "at the mill" in m.text]
        assert len(answer) == 1
        assert not answer[0].deleted


async def marks(stage: RelayHarness, phone: Phone) -> list[str]:
    """Put a heart on what the bot said last, and take it off; return what it answers."""
    before = from_bot(phone)
    phone.react(before[-1].timestamp, "❤")
    await stage.settle()
    phone.unreact(before[-1].timestamp)
    await stage.settle()
    return [message.text for message in from_bot(phone)[len(before) :]]
