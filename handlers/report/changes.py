"""Edits and deletions, in Signal, of what a reporter wrote: followed before and after sending."""

from typing import Any

from signalbot import (
    DataMessageContext,
    DataMessageHandler,
    EditMessage,
    RemoteDeleteContext,
    RemoteDeleteHandler,
)
from signalbot.messages import ReceivedMessage

from handlers.casework.relaying import relay_deletion, relay_edit
from handlers.report.chat import OFFER, Desk
from handlers.report.writing import say_lost, written
from relay.safeguarding import Changed, Refusal


class ReportEdited(DataMessageHandler):
    """An edited message of somebody who writes a report or has sent one."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether it may be part of a report."""
        if not isinstance(message, EditMessage):
            return False
        person, services = message.source_uuid or "", self._desk.services
        if services.vault.reports.draft_of(person) is not None:
            return True
        if self._desk.is_elsewhere(person) or not services.vault.reports.cases_of(person):
            return False
        word = services.vocabulary.read(message.text).command
        posts = services.is_admin(person) and word in services.vocabulary.words("announce")
        return not posts

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Keep the new text, and hand it on where the old one is."""
        message, services = context.message, self._desk.services
        if not isinstance(message, EditMessage):
            return
        person = message.source_uuid or ""
        text = written(self._desk, message)
        waiting = _waiting(self._desk, person)
        named = message.target_sent_timestamp
        if any(_is_named(one, named) for one in waiting):
            new = [
                [one[0], text, *one[2:], message.timestamp] if _is_named(one, named) else one
                for one in waiting
            ]
            _keep(self._desk, person, new)
            return
        changed = services.vault.reports.edit(
            person, message.target_sent_timestamp, text, moment=message.timestamp
        )
        if isinstance(changed, Changed):
            self._say_lost(person, changed.case_id, message)
        if changed is Refusal.TOO_MANY:
            self._slow_down(person)
        elif isinstance(changed, Changed) and changed.sent:
            relay_edit(services, changed)

    def _say_lost(self, person: str, case_id: int, message: EditMessage) -> None:
        reports = self._desk.services.vault.reports
        for case in (reports.draft_of(person), *reports.cases_of(person)):
            if case is not None and case.id == case_id:
                say_lost(self._desk.chat(person, case), message)

    def _slow_down(self, person: str) -> None:
        reports = self._desk.services.vault.reports
        for case in (reports.draft_of(person), *reports.cases_of(person)):
            if case is not None:
                self._desk.chat(person, case).slow_down()
                return


class ReportDeleted(RemoteDeleteHandler):
    """A deleted message of somebody who writes a report or has sent one."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def handle_remote_delete(self, context: RemoteDeleteContext) -> None:
        """Destroy it here, and delete it where it was handed on to."""
        deleted, services = context.message, self._desk.services
        person = deleted.source_uuid or ""
        waiting = _waiting(self._desk, person)
        left = [one for one in waiting if not _is_named(one, deleted.timestamp)]
        if len(left) < len(waiting):
            _keep(self._desk, person, left)
            return
        changed = services.vault.reports.delete(person, deleted.timestamp)
        if changed is None:
            return
        if changed.sent:
            relay_deletion(services, changed)
        services.vault.post.answer(
            person, changed.case_id, self._desk.voice().say("report-removed")
        )


def _waiting(desk: Desk, person: str) -> list[list[Any]]:
    """What waits to be passed on: Signal's moment, the text, and the moments of its edits."""
    state, data = desk.state(person)
    return list(data["said"]) if state == OFFER else []


def _is_named(one: list[Any], moment: int) -> bool:
    """Whether a moment is that of any version of it."""
    return moment == one[0] or moment in one[2:]


def _keep(desk: Desk, person: str, said: list[list[Any]]) -> None:
    conversations = desk.services.store.conversations
    conversation = conversations.of(person)
    if conversation is not None and said:
        data = {**conversation.data, "said": said}
        conversations.set(person, conversation.name, data, conversation.expires_at)
    elif conversation is not None:
        conversations.end(person)
