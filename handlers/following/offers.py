"""`pass on 3` and `ignore 3`: what admins do with what other branches have posted.

What is passed on becomes an announcement like any other: it is shown first, and a second admin
agrees where the branch wants two.
"""

from handlers.announcements.drafts import ConfirmDraft, Draft, ask_next
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import admin, new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.following.access import post_of
from handlers.following.numbered import numbered
from handlers.following.passing import draft_of, standing
from relay.following.looks import SILENT
from relay.following.tables import Here, There

following_offers = Router("following_offers")


def names_known_post(heard: HeardMessage) -> bool:
    """Whether the number is one of theirs: that leaves no doubt, whatever they are asked for."""
    number = numbered(heard).number
    return number is not None and post_of(heard, number) is not None


def passes_on(heard: HeardMessage) -> bool:
    """Whether it is `pass on 3`, or asks how: "pass me the minutes" is no command."""
    said = numbered(heard)
    vocabulary = heard.services.vocabulary
    in_one = heard.typed.command in vocabulary.words("pass_on")[1:] and not said.before
    return (in_one or vocabulary.answers_with("pass_on", said.before)) and not said.after


@following_offers.command(
    "pass_on",
    new,
    passes_on,
    may=admin,
    section=Section.RUNNING,
    usages=((Follows.NUMBER,),),
)
async def pass_on(heard: HeardMessage) -> None:
    """Show it as an announcement of the branch, and ask."""
    services, number = heard.services, numbered(heard).number
    found = None if number is None else post_of(heard, number)
    if number is None:
        await heard.say("following-number-missing", example="pass on 3")
        return
    if found is None:
        await heard.say("following-post-unknown", number=str(number))
        return
    post, feed = found
    announcement = standing(services, post)
    if announcement is not None:
        await heard.say("following-passed-already", announcement=str(announcement.id))
    elif post.state is There.RETRACTED or not post.text:
        await heard.say("following-post-gone", name=feed.name)
    elif feed.trouble not in ("", SILENT):
        await heard.say("following-in-trouble", name=feed.name)
    else:
        if isinstance(heard.state, Draft):
            await heard.say("announce-draft-replaced")
        draft = draft_of(services, feed, post, heard.person)
        origins = (heard.message.timestamp,)
        await ask_next(
            services, heard.signal, heard.person, ConfirmDraft(number=draft, origins=origins)
        )


def names_post(heard: HeardMessage) -> bool:
    """Whether a number follows, and nothing else."""
    return numbered(heard).is_alone


@following_offers.command(
    "ignore",
    new,
    names_post,
    may=admin,
    section=Section.RUNNING,
    usages=((Follows.NUMBER,),),
)
async def ignore(heard: HeardMessage) -> None:
    """Ask no admin about it any more."""
    services, number = heard.services, numbered(heard).number
    found = None if number is None else post_of(heard, number)
    if found is None:
        await heard.say("following-post-unknown", number=str(number))
        return
    announcement = standing(services, found[0])
    if announcement is not None:
        await heard.say("following-passed-already", announcement=str(announcement.id))
        return
    services.following.mark(found[0], Here.IGNORED)
    await heard.say("following-ignored", number=str(number))
