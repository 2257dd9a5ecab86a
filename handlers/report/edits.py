"""Edits and deletions, in Signal, of what a reporter wrote: followed before and after sending."""

from typing import Any

from signalbot import EditMessage

from handlers.casework.relaying import relay_deletion, relay_edit
from handlers.conversation.heard import Heard, HeardDeletion, HeardMessage
from handlers.conversation.router import Router
from handlers.report.context import about, cases_of, draft_of, here, plain_tone
from handlers.report.passing_on import OfferToPassOn, Said
from handlers.report.writing import say_lost, written
from relay.safeguarding import Changed, Draft, Refusal, ReporterCase

edited_parts = Router("report_edits")
deleted_parts = Router("report_deletions")


def may_change_part(heard: HeardMessage) -> bool:
    """Whether it is a newer version of what may be part of a report."""
    if not heard.is_edit:
        return False
    if draft_of(heard) is not None:
        return True
    if not here(heard) or not cases_of(heard):
        return False
    services = heard.services
    announces = heard.typed.command in services.vocabulary.words("announce")
    return not (announces and services.is_admin(heard.person))


@edited_parts.message(may_change_part)
async def follow_edit(heard: HeardMessage) -> None:
    """Keep the new text, and hand it on where the old one is."""
    message, services, person = heard.message, heard.services, heard.person
    if not isinstance(message, EditMessage):
        return
    text, named = written(services, message), message.target_sent_timestamp
    said = _waiting(heard)
    if any(one.is_named(named) for one in said):
        moment = message.timestamp
        _keep(heard, [one.edited(text, moment) if one.is_named(named) else one for one in said])
        return
    changed = services.vault.reports.edit(person, named, text, moment=message.timestamp)
    if changed is Refusal.TOO_MANY:
        if reports := _reports(heard):
            about(heard, reports[0]).slow_down()
    elif isinstance(changed, Changed):
        for report in _reports(heard):
            if report.id == changed.case_id:
                say_lost(about(heard, report), message)
        relay_edit(services, changed)


@deleted_parts.deletion()
async def follow_deletion(heard: HeardDeletion) -> None:
    """Destroy it here, and delete it where it was handed on to."""
    services, person, moment = heard.services, heard.person, heard.signal.message.timestamp
    said = _waiting(heard)
    left = [one for one in said if not one.is_named(moment)]
    if len(left) < len(said):
        _keep(heard, left)
        return
    changed = services.vault.reports.delete(person, moment)
    if changed is not None:
        relay_deletion(services, changed)
        if services.vault.hiding.is_hidden(changed.case_id):
            return
        text = plain_tone(services).say("report-removed")
        services.vault.post.answer(person, changed.case_id, text)


def _reports(heard: Heard[Any]) -> tuple[Draft | ReporterCase, ...]:
    draft = draft_of(heard)
    return (*(() if draft is None else (draft,)), *cases_of(heard))


def _waiting(heard: Heard[Any]) -> tuple[Said, ...]:
    """What waits to be passed on."""
    return heard.state.said if isinstance(heard.state, OfferToPassOn) else ()


def _keep(heard: Heard[Any], said: list[Said]) -> None:
    if said and heard.state is not None:
        heard.services.revise(heard.person, heard.state.but(said=tuple(said)))
    else:
        heard.leave()
