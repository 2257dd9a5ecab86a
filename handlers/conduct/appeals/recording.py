"""`decisions`: the record, for moderators; `my decisions`: what is kept about oneself.

The record names mandates, and shows a moderator what they may know of: nothing about themselves,
nothing that they complained of, and nothing they were left out of.
"""

from typing import Any

from handlers.conduct.appeals.texts import entry_text, name_of
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import moderator, new
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.router import Router
from handlers.parsing import read_number
from relay.conduct.record.export import export_record
from relay.conduct.record.record import FEWEST, Recorded
from relay.sealing.envelope import AGE_TYPE

recording = Router("recording")

_SHOWN = 6
_YEARS = range(2000, 2200)


def asks_for_own(heard: HeardMessage) -> bool:
    """Whether they ask for what is kept about themselves; of moderators only in full words."""
    if heard.services.vocabulary.means("own_decisions", heard.message.text):
        return True
    return not heard.typed.rest and not moderator(heard) and bool(_own(heard))


@recording.command("own_decisions", new, asks_for_own, section=Section.DECIDED)
async def show_own(heard: HeardMessage) -> None:
    """Show what moderators have decided about them."""
    services, own = heard.services, _own(heard)
    if not own:
        await heard.say("my-decisions-none")
        return
    lines = [entry_text(services, one, "my-decisions-line") for one in own]
    refusal = services.appeals.refusal
    open_to = [one.decision.matter for one in own if refusal(one.decision) is None]
    example = str(open_to[0]) if open_to else "none"
    await heard.say("my-decisions", lines="\n\n".join(lines), example=example)


def asks_for_report(heard: HeardMessage) -> bool:
    """Whether it is `decisions report`."""
    return heard.goes_on_with("decisions_report")


@recording.command("decisions", new, asks_for_report, may=moderator)
async def report(heard: HeardMessage) -> None:
    """Count what was decided in a year, without anybody."""
    services = heard.services
    year, _ = read_number(heard.further)
    if year is None or year not in _YEARS:
        now = services.clock.now().astimezone(services.settings.timezone)
        await heard.say("decisions-report-year", year=str(now.year))
        return
    for branch in services.moderators.branches_of(heard.person):
        lines = [
            services.words.say(
                "decisions-report-line",
                what=one.what,
                count=-1 if one.count is None else one.count,
                fewest=FEWEST,
            )
            for one in services.conduct_record.report(branch, year)
        ]
        await heard.say(
            "decisions-report",
            branch=name_of(services, branch),
            year=str(year),
            lines="\n".join(lines),
            fewest=FEWEST,
        )


def asks_for_export(heard: HeardMessage) -> bool:
    """Whether it is `decisions export`."""
    return heard.goes_on_with("decisions_export")


@recording.command("decisions", new, asks_for_export, may=moderator)
async def export(heard: HeardMessage) -> None:
    """Send what they may read of the record as a file that only the holder of the key opens."""
    services = heard.services
    for slug in services.moderators.branches_of(heard.person):
        branch, entries = services.branches[slug], _seen(heard, slug)
        if branch.conduct.export_key is None:
            await heard.say("decisions-export-no-key", branch=branch.name)
            continue
        if not entries:
            await heard.say("decisions-none")
            continue
        file = services.store.files.add(
            name=services.words.say("decisions-export-name"),
            media_type=AGE_TYPE,
            data=export_record(entries, branch.conduct.export_key),
            now=services.clock.now(),
        )
        text = services.words.say("decisions-export", branch=branch.name)
        sent = await heard.say_text(text, (file,))
        for number in {one.decision.matter for one in entries}:
            services.matters.shown(number, heard.person, sent.delivery)


@recording.command(
    "decisions",
    new,
    may=moderator,
    section=Section.MODERATING,
    usages=((), (Follows.NUMBER,), (Follows.REPORT, Follows.YEAR), (Follows.EXPORT,)),
)
async def show(heard: HeardMessage) -> None:
    """List what was decided, or show one decision in full."""
    services = heard.services
    number, _ = read_number(heard.typed.rest)
    branches = services.moderators.branches_of(heard.person)
    seen = {slug: _seen(heard, slug) for slug in branches}
    if number is not None:
        found = [one for all_ in seen.values() for one in all_ if one.decision.matter == number]
        if not found:
            await heard.say("decisions-unknown", number=str(number))
            return
        texts = [entry_text(services, one, "decisions-whole") for one in found]
        sent = await heard.say_text("\n\n".join(texts))
        services.matters.shown(number, heard.person, sent.delivery)
        return
    if not any(seen.values()):
        await heard.say("decisions-none")
    for slug, entries in seen.items():
        if entries:
            await _list(heard, slug, entries)


async def _list(heard: HeardMessage, slug: str, entries: list[Recorded]) -> None:
    services, shown = heard.services, entries[:_SHOWN]
    sent = await heard.say(
        "decisions",
        branch=name_of(services, slug),
        lines="\n\n".join(entry_text(services, one, "decisions-line") for one in shown),
        more=len(entries) - len(shown),
        example=str(shown[0].decision.matter),
    )
    for number in {one.decision.matter for one in shown}:
        services.matters.shown(number, heard.person, sent.delivery)


def _seen(heard: Heard[Any], branch: str) -> list[Recorded]:
    return heard.services.conduct_record.seen_by(heard.person, branch)


def _own(heard: Heard[Any]) -> list[Recorded]:
    return heard.services.conduct_record.of_person(heard.person)
