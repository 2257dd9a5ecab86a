"""Edits and deletions, in Signal, of what a reporter wrote: followed before and after sending."""

from typing import Any

from signalbot import EditMessage

from handlers.casework.relaying import relay_deletion, relay_edit
from handlers.conversation.heard import Heard, HeardDeletion, HeardMessage
from handlers.conversation.router import Router
from handlers.report.context import about, cases_of, draft_of, here
from handlers.report.passing_on import OfferToPassOn
from handlers.report.quoting import with_quoted
from handlers.report.said import Said
from handlers.report.writing import say_lost, written
from relay.safeguarding import Changed, Draft, ReporterCase, Wait

edited_parts = Router("report_edits")
deleted_parts = Router("report_deletions")


def may_change_part(heard: HeardMessage) -> bool:
    """Whether it is a newer version of a part, or of what may be one while a report is written."""
    message = heard.message
    if not isinstance(message, EditMessage):
        return False
    if draft_of(heard) is not None:
        return True
    services, named = heard.services, message.target_sent_timestamp
    if not here(heard) or not cases_of(heard):
        return False
    if not _waits(heard, named) and _report(heard, named) is None:
        return False
    announces = heard.typed.command in services.vocabulary.words("announce")
    return not (announces and services.is_admin(heard.person))


@edited_parts.message(may_change_part)
async def follow_edit(heard: HeardMessage) -> None:
    """Keep the new text, and hand it on in place of the old one."""
    message, services, person = heard.message, heard.services, heard.person
    if not isinstance(message, EditMessage):
        return
    text, named = written(services, message), message.target_sent_timestamp
    if _waits(heard, named):
        moment, said = message.timestamp, _waiting(heard)
        text = _with_quoted(heard, text, *_offered(heard))
        _keep(heard, [one.edited(text, moment) if one.is_named(named) else one for one in said])
        return
    report = _report(heard, named)
    text = _with_quoted(heard, text, *([] if report is None else [report]))
    changed = services.vault.reports.edit(person, named, text, moment=message.timestamp)
    if not isinstance(changed, Changed) or report is None:
        _say_not_followed(heard, report)
        return
    say_lost(about(heard, report), message)
    reached, waits = relay_edit(services, person, changed)
    if isinstance(report, ReporterCase):
        stands = "late" if reached.too_old else "deleted" if reached.asked else "waits"
        about(heard, report).say("report-changed", case=report.name, stands=stands)
        if waits is Wait.FLOOD:
            about(heard, report).say("report-waits-flood")


def deletes_part(heard: HeardDeletion) -> bool:
    """Whether it is of a part, also of a hidden one, or of what waits to be one."""
    moment = heard.signal.message.timestamp
    return _waits(heard, moment) or heard.services.vault.reports.may_delete(heard.person, moment)


@deleted_parts.deletion(deletes_part)
async def follow_deletion(heard: HeardDeletion) -> None:
    """Destroy it here, and delete it where it was handed on to."""
    services, person, moment = heard.services, heard.person, heard.signal.message.timestamp
    said = _waiting(heard)
    left = [one for one in said if not one.is_named(moment)]
    if len(left) < len(said):
        _keep(heard, left)
        return
    report = _report(heard, moment)
    changed = services.vault.reports.delete(person, moment)
    if changed is None:
        return
    reached = relay_deletion(services, changed)
    if report is not None:
        # Of what is hidden nothing is said.
        stays = "report-removed-late" if reached.too_old else "report-removed"
        about(heard, report).say(stays)


def _say_not_followed(heard: HeardMessage, report: Draft | ReporterCase | None) -> None:
    """Say that the new words went nowhere: they may be the first that matter."""
    writing = report or draft_of(heard)
    if writing is None:
        return
    context, limits = about(heard, writing), heard.services.limits
    if isinstance(report, ReporterCase) and report.muted:
        context.say_in_danger("report-muted", case=report.name)
    elif report is not None or not limits.not_understood.takes(heard.person):
        context.slow_down()
    else:
        context.say_in_danger("report-change-unknown")


def _report(heard: Heard[Any], moment: int) -> Draft | ReporterCase | None:
    """What a message of theirs, by its moment, is a part of; nothing of what is hidden."""
    found = heard.services.vault.reports.case_of_part(heard.person, moment)
    draft = draft_of(heard)
    reports = (*(() if draft is None else (draft,)), *cases_of(heard))
    return next((one for one in reports if one.id == found), None)


def _with_quoted(heard: HeardMessage, text: str, *reports: Draft | ReporterCase) -> str:
    """Return new words with what they answer, where it is certain which report they belong to."""
    if not text or len(reports) != 1:
        return text
    return with_quoted(about(heard, reports[0]), heard.message, text)


def _offered(heard: HeardMessage) -> list[ReporterCase]:
    """The cases to one of which what waits may be passed on."""
    return heard.state.choices(heard) if isinstance(heard.state, OfferToPassOn) else []


def _waits(heard: Heard[Any], moment: int) -> bool:
    """Whether a moment is that of something which waits to be passed on."""
    return any(one.is_named(moment) for one in _waiting(heard))


def _waiting(heard: Heard[Any]) -> tuple[Said, ...]:
    """What waits to be passed on."""
    return heard.state.said if isinstance(heard.state, OfferToPassOn) else ()


def _keep(heard: Heard[Any], said: list[Said]) -> None:
    if said and heard.state is not None:
        heard.services.revise(heard.person, heard.state.but(said=tuple(said)))
    else:
        heard.leave()
