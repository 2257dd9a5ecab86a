"""What an admin is shown before anything is posted: what will stand, where, and what will not."""

from collections.abc import Sequence
from datetime import datetime

from handlers.announcements.arriving import arrival, night_text, wakes_people
from handlers.announcements.publicly import public_hints
from handlers.announcements.styled import lost_formatting, shown
from handlers.public_places import absent_places, branch_page, carries_whole, say_of
from handlers.services import Services
from relay.announcements import Preview, PublicPreview
from relay.formatting import StyledText
from relay.store.announcements import Announcement
from relay.store.groups import KnownGroup
from relay.store.on_page import OnPage

_NOTES = {
    "mentions": "left-out-mentions",
    "mention-unknown": "left-out-mention-unknown",
    "object": "left-out-object",
    "spoiler": "left-out-spoiler",
    "link-preview": "left-out-link-preview",
    "sticker": "left-out-sticker",
    "view-once": "left-out-view-once",
    "edit-files": "left-out-edit-files",
    "formatting": "left-out-formatting",
    "unclear-time": "left-out-unclear-time",
    "damaged": "left-out-file-damaged",
    "empty": "left-out-file-empty",
    "encrypted": "left-out-file-encrypted",
    "too_large": "left-out-file-too-large",
    "too_many_pixels": "left-out-file-too-many-pixels",
    "too_complex": "left-out-file-too-complex",
    "picture": "left-out-file-picture",
    "picture_kind": "left-out-file-picture-kind",
    "sound": "left-out-file-sound",
    "film": "left-out-file-film",
    "office": "left-out-file-office",
    "archive": "left-out-file-archive",
    "text": "left-out-file-text",
    "too_many": "left-out-file-too-many",
    "not_found": "left-out-file-missing",
    "stranger": "left-out-file-again",
    "moved": "left-out-file-moved",
    "pictured": "left-out-file-pictured",
}

_LEFT_OUT_OF_PUBLIC = {
    "too_many_pictures": "left-out-pictures",
    "files": "left-out-files",
    "text_too_long": "left-out-text",
}


def preview_text(
    services: Services,
    announcement: Announcement,
    preview: Preview,
    notes: Sequence[str],
    until: datetime,
    checks: Sequence[str] = (),
) -> StyledText:
    """Return the preview of a new announcement.

    Args:
        services: wording, names, the branch's time.
        announcement: the draft, complete.
        preview: where it would go.
        notes: codes of what was left out on the way in.
        until: when the offer ends (aware).
        checks: what is to be looked at again, because it was posted before.
    """
    say = services.words.say
    parts = [
        _heading(services, announcement),
        *checks,
        *body(services, announcement, announcement.text, preview),
        *left_out(services, announcement, preview, notes),
        *public_hints(services, announcement, preview),
        *arrival(services, announcement, preview),
    ]
    if services.branches[announcement.branch].approvals > 1:
        parts.append(say("preview-needs-second-admin"))
    if wakes_people(services, announcement):
        parts += [night_text(services), say("preview-night-answers")]
    else:
        parts.append(say("preview-answers", until=services.time.spoken(until)))
    return shown(services, announcement, "\n\n".join(parts))


def body(services: Services, announcement: Announcement, text: str, preview: Preview) -> list[str]:
    """Return the parts that show what will stand: groups, the text as it is, the public posts."""
    say = services.words.say
    parts = []
    if preview.groups:
        names = "\n".join(
            say("preview-group", group=group.name, people=group.members) for group in preview.groups
        )
        parts += [
            say("preview-groups", groups=len(preview.groups), names=names),
            say("preview-text", text=text),
        ]
        parts += _files(services, announcement)
    if preview.direct:
        parts.append(say("preview-direct", people=preview.direct))
    for public in preview.public:
        if public.plan.posts:
            parts.append(_public(services, public, text if preview.groups else ""))
    if preview.on_page is not OnPage.NOTHING:
        parts.append(_page(services, announcement, text if preview.groups else ""))
    return parts


def left_out(
    services: Services, announcement: Announcement, preview: Preview, notes: Sequence[str]
) -> list[str]:
    """Return one part that lists what will not be posted and why, or none."""
    say = services.words.say
    lines = groups_left_out(services, preview.closed, preview.unknown)
    lines += absent_places(services, services.branches[announcement.branch])
    for public in preview.public:
        lines += [_left_out_of_public(services, code, public) for code in public.plan.left_out]
    if preview.on_page is OnPage.POST and announcement.papers:
        lines.append(say("left-out-files-page"))
    lines += lost_formatting(services, announcement, preview)
    lines += dict.fromkeys(note(services, code) for code in notes)
    return [say("preview-left-out", lines="\n".join(lines))] if lines else []


def groups_left_out(services: Services, closed: Sequence[KnownGroup], unknown: int) -> list[str]:
    """Return a line for each group that does not get something, and what to do about it.

    Args:
        services: the parts of the relay.
        closed: groups the bot is in but may not post to.
        unknown: how many groups of the settings it is not in.
    """
    say = services.words.say
    lines = [say("left-out-closed-group", group=group.name) for group in closed]
    if unknown:
        lines.append(say("left-out-unknown-groups", count=unknown))
    return lines


def refused_text(services: Services, codes: Sequence[str]) -> str:
    """Return what is said to files that came alone and cannot be posted."""
    return services.words.say("announce-file-refused", lines=_lines(services, codes))


def left_out_text(services: Services, codes: Sequence[str]) -> str:
    """Return what is said of files that were left out while others were kept."""
    return services.words.say("preview-left-out", lines=_lines(services, codes))


def _lines(services: Services, codes: Sequence[str]) -> str:
    return "\n".join(dict.fromkeys(note(services, code) for code in codes))


def note(services: Services, code: str) -> str:
    """Return the sentence for something that was left out on the way in."""
    return services.words.say(_NOTES.get(code, "left-out-file-unsupported"))


def _heading(services: Services, announcement: Announcement) -> str:
    name = services.branches[announcement.branch].name
    if announcement.post_at is None:
        return services.words.say("preview-heading-now", branch=name)
    when = services.time.spoken(announcement.post_at)
    return services.words.say("preview-heading-later", branch=name, when=when)


def _files(services: Services, announcement: Announcement) -> list[str]:
    say = services.words.say
    lines = [
        say("preview-picture", description=picture.description or "")
        for picture in announcement.pictures
    ]
    lines += [say("preview-paper", name=paper.name) for paper in announcement.papers]
    return ["\n".join(lines)] if lines else []


def _public(services: Services, public: PublicPreview, shown: str) -> str:
    """What will stand at one place; what was `shown` and goes there as it is, is not repeated."""
    say, plan = services.words.say, public.plan
    count = len(plan.posts)
    verbatim = carries_whole(public.lane) and plan.posts[0].text == shown
    counts: dict[str, str | int] = {"posts": count, "pictures": len(plan.pictures)}
    heading = say_of(
        services, public.lane, "preview", verbatim="yes" if verbatim else "no", **counts
    )
    if verbatim:
        return heading
    posts = [
        say("preview-post", index=index, total=count, text=post.text)
        for index, post in enumerate(plan.posts, start=1)
    ]
    links = dict.fromkeys(
        mark.value for post in plan.posts for mark in post.marks if mark.kind == "link"
    )
    parts = [heading, *posts]
    if links:
        parts.append(say("preview-links", links="\n".join(links), count=len(links)))
    if (card := plan.card_link) is not None and len(links) > 1:
        parts.append(say("preview-card", link=card[1]))
    return "\n\n".join(parts)


def _page(services: Services, announcement: Announcement, shown: str) -> str:
    """That it will be on the branch's page; its text, unless just that was `shown`."""
    say = services.words.say
    where = say("preview-page", address=branch_page(services, announcement.branch) or "none")
    if announcement.public_text is None and shown == announcement.text:
        return where
    return "\n\n".join([where, say("preview-text", text=announcement.read_in_public)])


def _left_out_of_public(services: Services, code: str, public: PublicPreview) -> str:
    kept = len(public.plan.pictures)
    return say_of(services, public.lane, _LEFT_OUT_OF_PUBLIC[code], kept=kept)
