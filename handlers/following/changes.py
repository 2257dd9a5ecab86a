"""What was passed on is corrected and taken back here as it is there, by itself."""

from dataclasses import replace
from difflib import SequenceMatcher

from handlers.following.access import responsible, say_to_admins
from handlers.following.passing import is_untouched, standing
from handlers.following.saying import hash_of, passed_text, shown
from handlers.services import Services
from relay.announcements.service import NotPosted
from relay.following.tables import FollowedFeed, FollowedPost, Here, Kind, There
from relay.formatting import StyledText
from relay.store.announcements import Announcement, State

_ALIKE = 0.5
"""How many of the words have to stay for a correction of a feed that is not trusted."""

_WAITS = (State.DRAFT, State.PROPOSED, State.SCHEDULED)


def follow_change(services: Services, feed: FollowedFeed, post: FollowedPost) -> None:
    """Let an announcement become what the post is there now; joins a transaction."""
    announcement = standing(services, post)
    if announcement is None or announcement.state in (State.RETRACTED, State.DROPPED):
        _settle(services, feed, post)
    elif announcement.state in _WAITS:
        _take_out_of_queue(services, feed, post, announcement)
    elif _is_gone(post):
        _retract(services, feed, post, announcement)
    elif _is_day(services):
        _correct(services, feed, post, announcement)


def _is_gone(post: FollowedPost) -> bool:
    return post.kind is Kind.POST and (post.state is There.RETRACTED or not post.text)


def _is_day(services: Services) -> bool:
    """Whether nobody sleeps: a correction waits for that, as one of an admin's would."""
    now = services.clock.now()
    return not services.settings.announcements.is_night(now, services.time.zone)


def _settle(services: Services, feed: FollowedFeed, post: FollowedPost) -> None:
    """Nothing of it stands here: there is nothing to do."""
    gone = post.state is There.RETRACTED
    taken_back = standing(services, post) is not None
    here = post.here if taken_back else Here.IGNORED if gone else Here.OFFERED
    services.following.posts.save(replace(post, changed=False, here=here))
    if post.kind is Kind.FALSE and gone and not taken_back and post.told_at is not None:
        say_to_admins(services, feed, "following-warning-wrong", name=feed.name)


def _take_out_of_queue(
    services: Services, feed: FollowedFeed, post: FollowedPost, announcement: Announcement
) -> None:
    """What was agreed to, or is just being shown, is not what they say any more."""
    if announcement.state is State.DRAFT:
        services.store.announcements.drop_kept(announcement.id)
        services.store.announcements.discard(announcement.id)
    else:
        services.store.announcements.move_to(announcement.id, State.DROPPED)
    gone = post.state is There.RETRACTED
    services.following.posts.save(
        replace(post, changed=False, announcement=None, here=Here.IGNORED if gone else Here.OFFERED)
    )
    say_to_admins(
        services,
        feed,
        "following-changed-before-post",
        name=feed.name,
        number=str(post.number),
        announcement=str(announcement.id),
        gone="yes" if gone else "no",
    )


def _retract(
    services: Services, feed: FollowedFeed, post: FollowedPost, announcement: Announcement
) -> None:
    services.following.posts.save(replace(post, changed=False))
    person = responsible(services, feed)
    if person is None:
        return
    try:
        services.announcements.retract(announcement, asked_by=person)
    except NotPosted:
        return
    services.record(person, "retract-with-source", announcement.id)
    say_to_admins(
        services, feed, "following-retracted", name=feed.name, announcement=str(announcement.id)
    )


def _correct(
    services: Services, feed: FollowedFeed, post: FollowedPost, announcement: Announcement
) -> None:
    text = passed_text(services, feed, post)
    person = responsible(services, feed)
    services.following.posts.save(replace(post, changed=False))
    if person is None or text == announcement.text:
        return
    known = feed.trusted or post.kind is Kind.FALSE or _is_alike(announcement.text, text)
    follows = is_untouched(post, announcement) and known
    if not follows or not services.following.corrections.takes(str(feed.number)):
        touched = "often" if follows else "no" if is_untouched(post, announcement) else "yes"
        if services.following.comparisons.takes(str(feed.number)):
            say_to_admins(
                services,
                feed,
                "following-compare",
                name=feed.name,
                announcement=str(announcement.id),
                text=shown(services, post),
                touched=touched,
            )
        return
    words = services.in_public.words
    try:
        services.announcements.correct(
            announcement,
            StyledText(text),
            public_text=None,
            correction=lambda said: words.say("correction", text=said),
            asked_by=person,
        )
    except NotPosted:
        return
    services.following.posts.save(replace(post, changed=False, said=hash_of(text)))
    services.record(person, "correct-with-source", announcement.id)
    say_to_admins(
        services,
        feed,
        "following-corrected",
        name=feed.name,
        announcement=str(announcement.id),
        text=shown(services, post),
        withdrawn="yes" if post.state is There.RETRACTED else "no",
    )


def _is_alike(before: str, after: str) -> bool:
    """Whether a correction leaves enough of what an admin has passed on."""
    return SequenceMatcher(None, _words(before), _words(after)).ratio() >= _ALIKE


def _words(text: str) -> list[str]:
    return text.split()[:1_000]
