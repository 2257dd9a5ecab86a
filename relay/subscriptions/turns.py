"""What somebody gets when it is their turn, by what they have of it already. Pure functions."""

from collections.abc import Callable, Sequence

from relay.signal.outgoing import (
    Delete,
    Earlier,
    Edit,
    Message,
    Outgoing,
    Renewal,
    read_outgoing,
)
from relay.subscriptions.tables import Copy, Mailing, Subscriber

Turn = Sequence[tuple[str, Outgoing]]
"""Messages in order, each with the role it has in the chat (`Copy.role`)."""


def kind_of(outgoing: Sequence[Outgoing]) -> str:
    """Return what happens to a post (`Mailing.kind`), by what goes to each group."""
    match outgoing:
        case [Message()]:
            return "post"
        case [Edit()]:
            return "edit"
        case [Edit(), Message()]:
            return "amend"
        case [Renewal(), *_]:
            return "renew"
    return "retract"


def turn_of(
    mailing: Mailing,
    person: Subscriber,
    copies: Sequence[Copy],
    as_it_stands: Callable[[], Turn],
) -> Turn:
    """Return what somebody gets of a post or of what has become of it.

    Args:
        mailing: as it was before their turn.
        person: whose turn it is.
        copies: what they have of it, oldest first.
        as_it_stands: returns the post as it is now.
    """
    if mailing.kind == "retract":
        return [("step", deletion_of(one)) for one in copies if one.role != "step"]
    posts = [one for one in copies if one.role == "post"]
    had_their_turn = person.id <= mailing.reached or person.id > mailing.first_last
    if mailing.kind == "post" or not (posts or had_their_turn):
        return as_it_stands()
    steps = [read_outgoing(one) for one in mailing.steps]
    if isinstance(steps[0], Renewal):
        return [("post", Message(text=steps[0].text, files=steps[0].files))]
    if posts:
        return _changed(mailing, person, steps, posts[-1])
    return _told_anew(mailing, person, steps)


def deletion_of(copy: Copy) -> Delete:
    """Return what deletes a copy."""
    return Delete(earlier=Earlier(delivery=copy.delivery))


def _changed(mailing: Mailing, person: Subscriber, steps: Sequence[Outgoing], post: Copy) -> Turn:
    """For somebody who has the post in an earlier version."""
    is_owed = mailing.owed_after is not None and person.id > mailing.owed_after
    earlier = Earlier(delivery=post.delivery)
    match steps:
        case [Edit() as edit] if not is_owed:
            return [("step", edit.model_copy(update={"earlier": earlier}))]
        case [Edit() as edit]:
            told = Message(text=edit.instead or edit.text)
        case [Edit() as edit, Message() as notice]:
            told = _whole(notice, edit) if is_owed else notice
        case _:
            return ()
    # What says it aloud follows: where it is too late for an edit, nothing else is sent.
    quiet = edit.model_copy(update={"earlier": earlier, "instead": None})
    if post.sent_at is None:
        # It waits as it stands by now, unless it is being sent at this moment.
        return [("step", quiet)]
    return [("step", quiet), ("beside", told)]


def _told_anew(mailing: Mailing, person: Subscriber, steps: Sequence[Outgoing]) -> Turn:
    """For somebody who has nothing of it that could be changed, or never had."""
    match steps:
        case [Edit() as edit] if person.id <= mailing.first_last:
            return [("beside", Message(text=edit.instead or edit.text))]
        case [Edit() as edit, Message() as notice]:
            return [("post", _whole(notice, edit))]
    return ()


def _whole(notice: Message, edit: Edit) -> Message:
    """What has changed, and then all of it."""
    return Message(text=f"{notice.text}\n\n{edit.text}", files=notice.files)
