"""A bare yes, no or stop of whoever was asked: by a list that a branch imported, or once a year.

An imported list knows phone numbers alone. Whose number shows is known again by it, and nobody
else: they type what the question named. A number decides nothing but what a yes is about.
"""

from typing import Any

from handlers.contact_list.asking import begin
from handlers.contact_list.own import say_they_stay
from handlers.contact_list.texts import branch_name
from handlers.conversation.filters import new, says_no, says_yes, without_files
from handlers.conversation.heard import Heard, HeardMessage, looked_up_once
from handlers.conversation.router import Router
from relay.contact_list.entries import Entry
from relay.contact_list.tables import Asked
from relay.language.vocabulary import clean

contact_list_meant = Router("contact_list_meant")


def has_nothing_open(heard: HeardMessage) -> bool:
    """Whether they are asked nothing else just now."""
    return heard.state is None


@looked_up_once
def _asked_to_stay(heard: Heard[Any]) -> list[Entry]:
    own = heard.services.contacts.of(heard.person)
    return [one for one in own if one.ends is not None]


@looked_up_once
def _invited(heard: Heard[Any]) -> Asked | None:
    return heard.services.invitations.asked(heard.signal.message.source_number)


def was_asked_to_stay(heard: HeardMessage) -> bool:
    """Whether they are on the list and were asked whether they want to stay."""
    return bool(_asked_to_stay(heard))


def was_invited(heard: HeardMessage) -> bool:
    """Whether their number was in a list, and they were asked of late."""
    return _invited(heard) is not None


def says_no_or_stop(heard: HeardMessage) -> bool:
    """Whether they say no, or want nothing more."""
    stops = heard.services.vocabulary.answers_with("stop_reminding", clean(heard.message.text))
    return stops or says_no(heard)


@contact_list_meant.message(new, without_files, has_nothing_open, says_yes, was_asked_to_stay)
async def stay(heard: HeardMessage) -> None:
    """Keep them on it."""
    await say_they_stay(heard, _asked_to_stay(heard))


@contact_list_meant.message(
    new, without_files, has_nothing_open, says_no_or_stop, was_asked_to_stay
)
async def leave(heard: HeardMessage) -> None:
    """Destroy what they gave."""
    entries = _asked_to_stay(heard)
    for entry in entries:
        heard.services.contacts.remove(entry)
    names = ", ".join(branch_name(heard.services, one.branch) for one in entries)
    await heard.say("contact-off", branch=names)


@contact_list_meant.message(new, without_files, has_nothing_open, says_yes, was_invited)
async def accept(heard: HeardMessage) -> None:
    """Ask them themself for what they want to give: nothing of the list is known."""
    services, asked = heard.services, _invited(heard)
    branch = None if asked is None else services.branches.get(asked.branch)
    if branch is None or branch.contact_list is None:
        await heard.say("contact-nowhere")
        return
    await begin(heard, branch)


@contact_list_meant.message(new, without_files, has_nothing_open, says_no_or_stop, was_invited)
async def refuse(heard: HeardMessage) -> None:
    """Ask them never again."""
    asked = _invited(heard)
    if asked is not None:
        heard.services.invitations.refuse(asked)
    await heard.say("contact-invite-refused")
