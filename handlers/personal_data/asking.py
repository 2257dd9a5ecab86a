"""`about me`: what is kept of whoever asks, in the chat or as a file; and `privacy`.

Of reports and complaints everybody is told the same words, whoever they are: somebody else may hold
the phone (`docs/threat-model.md`, "Somebody with the phone asks what is kept").
"""

from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import asked_for, new, without_files
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.personal_data.texts import about_text, file_text, held_by_all
from relay.personal_data.notice import privacy_notice
from relay.personal_data.sent_files import PLAIN_TEXT, TOPIC
from relay.web.pages.addresses import PRIVACY, Outside

asking = Router("personal_data")

LONGEST = 6_000
"""Characters of a message: what is longer comes as a file."""


def asks_for_file(heard: HeardMessage) -> bool:
    """Whether it is to be a file."""
    return heard.answers("about_me_file")


@asking.message(new, without_files, asks_for_file)
async def send_file(heard: HeardMessage) -> None:
    """Send it as a file."""
    await _send_file(heard, "about-me-file")


@asking.command(
    "about_me",
    new,
    without_files,
    by=asked_for,
    section=Section.ATTENDING,
    usages=((), (Follows.FILE,)),
)
async def say_about_me(heard: HeardMessage) -> None:
    """Say all that is kept of them."""
    text = about_text(heard.services, held_by_all(heard.services, heard.person))
    if len(text) > LONGEST:
        await heard.say("about-me-long")
        await _send_file(heard, "about-me-file")
        return
    await heard.say_text(text)


@asking.command("privacy", new, without_files, by=asked_for, section=Section.ATTENDING)
async def say_privacy(heard: HeardMessage) -> None:
    """Say what the notice says, and where it stands."""
    settings, words = heard.services.settings, heard.services.words
    link = Outside(settings.web.public_url).of(PRIVACY)
    if link is None:
        await heard.say_text(privacy_notice(settings, words).text())
        return
    await heard.say(
        "privacy-short-answer",
        controller=settings.data_protection.named(words.say("privacy-controller-unknown")),
        link=link,
    )


async def _send_file(heard: HeardMessage, message: str) -> None:
    """Send it; it is destroyed as soon as it is sent (`relay.personal_data.sent_files`)."""
    services = heard.services
    file = services.store.files.add(
        name=services.words.say("about-me-file-name"),
        media_type=PLAIN_TEXT,
        data=file_text(services, held_by_all(services, heard.person)).encode(),
        now=services.clock.now(),
    )
    sent = await heard.say_text(services.words.say(message), (file,))
    services.store.topics.assign(sent.delivery, TOPIC)
