"""What is said to a message that no conversation understood.

It may be from somebody in danger, in words that no list holds, in any language. So the answer
begins with what to do then, says how to reach people in confidence, and guesses at nothing.
"""

from dataclasses import replace

from handlers.admins.confirming import paused_text
from handlers.announcements.announce import announce
from handlers.announcements.preview import refused_text
from handlers.answers.texts import list_text
from handlers.conversation.catalogue import Command, Section
from handlers.conversation.filters import new, officer, unofficial, whole
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.conversation.state import Pending
from handlers.limits import say_enough
from handlers.parsing import is_whole_command
from handlers.services import Services
from handlers.tongue import answering, guessed, with_offers
from relay.authenticity.links import has_address
from relay.language.recognised import NOTHING, Guess
from relay.language.vocabulary import clean

not_understood = Router("not_understood")


@not_understood.message(new)
async def say_what_can_be_typed(heard: HeardMessage) -> None:
    """Say what to do in danger, and what can be typed."""
    heard, guess = _in_their_language(heard)
    services, message = heard.services, heard.message
    admin = services.is_admin(heard.person)
    if admin and message.attachments and not clean(message.text):
        await _take_file(heard)
        return
    if not services.limits.not_understood.takes(heard.person):
        say_enough(heard)
        return
    if isinstance(heard.state, Pending):
        await heard.say_text(services.said_in_danger("fallback-still-waiting"))
        return
    if heard.answers("thanks"):
        await heard.say("fallback-thanks")
        return
    if services.admins.waits(heard.person):
        speaking = services.saying("admin-paused")
        await _say_apart(heard, speaking, paused_text(speaking, heard.person), guess)
        return
    if heard.answers("yes") or heard.answers("no") or whole("stop")(heard):
        await heard.say("announce-nothing-open" if admin else "fallback-nothing-open")
        return
    elsewhere = services.commands.known_elsewhere(heard)
    slip = services.commands.nearest(heard) if elsewhere is None else None
    meant = elsewhere or slip
    if slip is not None and slip.id == "announce" and heard.typed.rest:
        # A slip of the finger in the one word, and perhaps a long text after it. Nothing is
        # posted without a yes.
        await announce(heard)
    elif meant is not None and _is_meant(heard, meant):
        word = services.vocabulary.name(meant.id)
        said = services.words.say("fallback-did-you-mean", command=word)
        await _say_in_danger(heard, f"{said}\n{_reach(heard)}")
    else:
        await _say_in_danger(heard, _unclear(heard), guess)


def is_edit(heard: HeardMessage) -> bool:
    """Whether it is a newer version of a message, which is no command any more."""
    return heard.is_edit


@not_understood.message(is_edit)
async def ask_for_a_new_message(heard: HeardMessage) -> None:
    """Say that an edit is not read: the new words may be somebody's first."""
    heard, guess = _in_their_language(heard)
    services = heard.services
    if not services.limits.not_understood.takes(heard.person):
        say_enough(heard)
        return
    if officer(heard):
        # It may have been an answer, or a command about a case.
        await heard.say("casework-edit-too-late")
        return
    said = services.words.say("fallback-edit")
    await _say_in_danger(heard, f"{said}\n{_reach(heard)}", guess)


def _is_meant(heard: HeardMessage, command: Command) -> bool:
    """Whether nothing follows the slip that may be something else altogether.

    What officials have is followed by texts; what members have is not.
    """
    vocabulary = heard.services.vocabulary
    word = vocabulary.words(command.id)[0]
    if not unofficial(heard) or command.section is Section.KEEPING:
        return True
    return is_whole_command(vocabulary, command.id, word, heard.typed.rest)


def _unclear(heard: HeardMessage) -> str:
    """That it is not understood, and how to reach people."""
    services, words = heard.services, heard.services.words
    # What only officials read is in no language but English: one message is in one language, so
    # whoever calls out in another one reads what a member does.
    if services.is_admin(heard.person) and words.translates("fallback-admin"):
        said = words.say("fallback-admin")
    elif officer(heard) and words.translates("fallback-officer"):
        said = words.say("fallback-officer")
    else:
        alone = bool(heard.message.attachments) and not clean(heard.message.text)
        said = words.say("fallback-member", sent="file" if alone else "words")
    if words.translates("real-hint") and has_address(heard.message.text):
        # Somebody may have forwarded it who is worried.
        said = f"{said}\n{words.say('real-hint')}"
    text = f"{said}\n{_reach(heard)}"
    if words.translates("answers-list") and services.answers.concerns(heard.message.text):
        # It asks about an app, if not in words that any of the questions has.
        text = f"{text}\n\n{list_text(services)}"
    return text


def _reach(heard: HeardMessage) -> str:
    """How to reach people in confidence."""
    services = heard.services
    reads = any(team.officers for team in services.settings.safeguarding.teams)
    who = "member" if unofficial(heard) else "official"
    return services.words.say("fallback-reach", teams="yes" if reads else "no", who=who)


def _in_their_language(heard: HeardMessage) -> tuple[HeardMessage, Guess]:
    """The same, to be answered in the language that it seems to be in, and which that is."""
    guess = guessed(heard.services, heard.person, heard.message.text)
    return replace(heard, services=answering(heard.services, heard.person, guess)), guess


async def _say_in_danger(heard: HeardMessage, text: str, guess: Guess = NOTHING) -> None:
    said = heard.services.after_danger(text)
    await heard.say_text(with_offers(heard.services, heard.person, guess, said))


async def _say_apart(
    heard: HeardMessage, speaking: Services, text: str, guess: Guess = NOTHING
) -> None:
    """Say the same with a text that may be in another language: then by itself."""
    services = heard.services
    if speaking.words is services.words:
        await _say_in_danger(heard, text, guess)
        return
    danger = services.helplines.danger(services.words.say)
    await heard.say_text(with_offers(services, heard.person, guess, danger))
    await heard.say_text(text)


async def _take_file(heard: HeardMessage) -> None:
    """A picture that came alone, perhaps forwarded, with the text still to come."""
    services, entry = heard.services, heard.services.bot.entry
    arrivals = services.store.files.arrivals(entry.id) if entry is not None else ()
    if any(arrival.file is not None for arrival in arrivals):
        await heard.say("announce-file-first")
        await announce(heard)
    else:
        codes = [arrival.refused or "unsupported" for arrival in arrivals]
        speaking = services.saying("announce-file-refused")
        await _say_apart(heard, speaking, refused_text(speaking, codes))
