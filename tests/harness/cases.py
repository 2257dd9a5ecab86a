"""Cases on stage: officers, and reports that reach them without the reporter's conversation."""

from collections.abc import Sequence
from typing import Unpack

from handlers.casework.relaying import relay_report
from harness.running import Beside, RelayHarness, from_bot, team
from practice.groups import Group
from practice.phones import Phone
from practice.seen import SeenMessage
from relay.safeguarding import Track
from relay.settings import SafeguardingSettings


class CaseHarness:
    """The stage and who is on it: `ada` and `ben` read for the local team, `cy` comes after."""

    def __init__(self, on_stage: RelayHarness) -> None:
        new = on_stage.signal.new_phone
        self.stage = on_stage
        self.ada, self.ben, self.cy = new("Ada Officer"), new("Ben Officer"), new("Cy Regional")
        self.alex, self.mo = on_stage.alex, on_stage.mo
        self.use()

    def use(
        self, *, without: Phone | None = None, group: Group | None = None, **more: object
    ) -> None:
        """Set the stage's safeguarding settings, before or between runs.

        Args:
            without: an officer who has left.
            group: where the local team reads.
            more: settings of `safeguarding`.
        """
        local = [(self.ada, "Lead"), (self.ben, "Deputy")]
        self.stage.safeguarding = SafeguardingSettings(
            teams=(
                team(
                    "local",
                    *(one for one in local if one[0] is not without),
                    next="region",
                    group=None if group is None else group.api_id,
                ),
                team("region", (self.cy, "Regional lead")),
            ),
            watch_names=("Sam Example",),
            **more,
        )

    async def ask(self, phone: Phone, text: str, **more: Unpack[Beside]) -> str:
        """Say something to the bot; return its one answer."""
        return await self.stage.ask(phone, text, **more)

    async def say(self, phone: Phone, text: str, **more: Unpack[Beside]) -> list[str]:
        """Say something to the bot; return what it answers."""
        return await self.stage.say(phone, text, **more)


async def report(
    on_stage: RelayHarness,
    phone: Phone,
    *texts: str,
    to: str = "local",
    track: Track = Track.SAFEGUARDING,
    without: Sequence[str] = (),
) -> str:
    """Let somebody send a report; return the name of the case."""
    services = on_stage.relay.services
    reports = services.vault.reports
    with on_stage.store.transaction():
        draft = reports.begin(phone.aci)
        reports.set_track(draft.id, track)
        reports.set_team(draft.id, to)
        reports.exclude(draft.id, without)
        for origin, text in enumerate(texts, start=1):
            reports.add(phone.aci, text=text, origin=origin)
        sent = reports.send(phone.aci)
        assert sent is not None, "nobody may read it"
        relay_report(services, sent.id, reports.parts(sent.id))
    await on_stage.settle()
    return sent.name


async def write_on(on_stage: RelayHarness, phone: Phone, text: str, origin: int = 1_000) -> None:
    """Let somebody write another part to the newest of their cases."""
    services = on_stage.relay.services
    with on_stage.store.transaction():
        case = services.vault.reports.cases_of(phone.aci)[0]
        added = services.vault.reports.add(phone.aci, text=text, origin=origin, to=case.id)
        parts = services.vault.reports.parts(added.case_id)
        relay_report(services, added.case_id, [p for p in parts if p.number == added.number])
    await on_stage.settle()


def seen(phone: Phone) -> list[str]:
    """Return the texts of the bot's messages in somebody's chat with it, deleted ones empty."""
    return [message.text for message in from_bot(phone)]


def message_with(phone: Phone, words: str) -> SeenMessage:
    """Return the newest message of the bot that holds some words."""
    return [message for message in from_bot(phone) if words in message.text][-1]
