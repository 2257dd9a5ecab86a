"""Cases on stage: reports that reach officers without the reporter's conversation."""

from collections.abc import Sequence

from stage import Stage, from_bot

from handlers.casework.relaying import relay_report
from relay.practice.phones import Phone, SeenMessage
from relay.safeguarding import Listening, Track


async def report(
    on_stage: Stage,
    phone: Phone,
    *texts: str,
    team: str = "local",
    track: Track = Track.SAFEGUARDING,
    without: Sequence[str] = (),
) -> str:
    """Let somebody send a report; return the name of the case."""
    services = on_stage.relay.services
    reports = services.vault.reports
    with on_stage.store.transaction():
        draft = reports.begin(phone.aci)
        reports.set_track(draft.id, track)
        reports.set_team(draft.id, team)
        reports.exclude(draft.id, without)
        for origin, text in enumerate(texts, start=1):
            reports.add(phone.aci, text=text, origin=origin)
        sent = reports.send(phone.aci)
        assert sent is not None, "nobody may read it"
        reports.listen(sent.id, Listening.YES)
        relay_report(services, sent.id, reports.parts(sent.id))
    await on_stage.settle()
    return sent.name


async def write_on(on_stage: Stage, phone: Phone, text: str, origin: int = 1_000) -> None:
    """Let somebody write another part to the case that listens to them."""
    services = on_stage.relay.services
    with on_stage.store.transaction():
        added = services.vault.reports.add(phone.aci, text=text, origin=origin)
        parts = services.vault.reports.parts(added.case_id)
        relay_report(services, added.case_id, [p for p in parts if p.number == added.number])
    await on_stage.settle()


def seen(phone: Phone) -> list[str]:
    """Return the texts of the bot's messages in somebody's chat with it, deleted ones empty."""
    return [message.text for message in from_bot(phone)]


def message_with(phone: Phone, words: str) -> SeenMessage:
    """Return the newest message of the bot that holds some words."""
    return [message for message in from_bot(phone) if words in message.text][-1]
