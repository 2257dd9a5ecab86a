"""`public: …`: another text for the public than for the groups, where theirs is too long.

It stands on Bluesky, on websites that are told, and wherever else everybody reads; groups get
theirs. It is typed as an answer to a preview, or as the last lines of a text.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from signalbot import DataMessage

from handlers.announcements.styled import styled_from
from handlers.conversation.heard import HeardMessage
from handlers.left_out import without_lost
from handlers.public_places import carries_whole, place_name, places_said
from handlers.services import Services
from relay.announcements import Preview
from relay.announcements.service import MAX_TEXT
from relay.destinations import KINDS
from relay.formatting import StyledText
from relay.language.vocabulary import Vocabulary
from relay.settings import Branch
from relay.store.announcements import Announcement
from relay.store.on_page import OnPage


def has_public_places(branches: Iterable[Branch]) -> bool:
    """Whether one of some branches posts where everybody can read it."""
    return any(branch.destination(kind) is not None for branch in branches for kind in KINDS)


def parted(known: Vocabulary, text: str) -> tuple[str, str | None]:
    """Return a text without its last lines for the public, and those; None for none.

    Args:
        known: what is typed.
        text: `… public: …`, the word at the beginning of a line.
    """
    words = "|".join(map(re.escape, known.words("public")))
    found = list(re.finditer(rf"(?:\A|\n)[ \t]*(?:{words})[ \t]*:", text, re.IGNORECASE))
    if not found or not text[found[-1].end() :].strip():
        return text, None
    return text[: found[-1].start()].strip(), text[found[-1].end() :].strip()


def texts_of(
    services: Services,
    message: DataMessage,
    branches: Iterable[Branch],
    text: str,
    before: StyledText | None = None,
) -> tuple[StyledText, str | None]:
    """Return the text for the groups, formatted, and the one for the public if there is one.

    Args:
        services: the parts of the relay.
        message: what was sent.
        branches: the branch that it is for, or all that it may be for.
        text: what of the message is the text.
        before: what the groups have, which stays where only a text for the public is given.
    """
    text, public = without_lost(text), None
    if has_public_places(branches):
        text, public = parted(services.vocabulary, text)
    if public is None:
        return styled_from(message, text), None
    for_groups = styled_from(message, text)
    if before is not None and not for_groups.text:
        for_groups = before
    return for_groups, styled_from(message, public).text


def gives_public_text(heard: HeardMessage) -> bool:
    """Whether an answer to what is shown is a text for the public, or takes it away."""
    return heard.begins_with("public")


async def public_answer(heard: HeardMessage, announcement: Announcement) -> str | None:
    """Return the text for the public that is answered; empty for none of its own.

    Returns:
        None where it cannot be taken, and that is said.
    """
    services, typed = heard.services, heard.typed
    if not has_public_places([services.branches[announcement.branch]]):
        await heard.say("public-nowhere")
        return None
    if not typed.rest or services.vocabulary.answers_with("same_in_public", typed.rest):
        return ""
    text = styled_from(heard.message, without_lost(typed.rest)).text
    if len(text) > MAX_TEXT:
        await heard.say("announce-too-long", length=len(text), most=MAX_TEXT)
        return None
    return text


def with_public(announcement: Announcement, public: str | None) -> Announcement:
    """Return an announcement with another text for the public.

    Args:
        announcement: as it is.
        public: the text; empty for the same as in groups, None to leave it as it is.
    """
    return announcement if public is None else replace(announcement, public_text=public or None)


def public_hints(services: Services, announcement: Announcement, preview: Preview) -> list[str]:
    """Return parts of a preview: that the public may get another text, or that it does."""
    say = services.words.say
    shown = [one for one in preview.public if one.plan.posts]
    if announcement.public_text is not None and shown:
        names = dict.fromkeys(place_name(services, one.lane) for one in shown)
        if preview.on_page is not OnPage.NOTHING:
            names[say("place-page")] = None
        return [say("public-own", places=places_said(services, names))]
    long = [one for one in shown if len(one.plan.posts) > 1 and not carries_whole(one.lane)]
    long += [one for one in preview.public if "text_too_long" in one.plan.left_out]
    if not long or services.is_meeting(announcement.id):
        return []
    names = dict.fromkeys(place_name(services, one.lane) for one in long)
    return [say("public-may-be-short", places=places_said(services, names))]
