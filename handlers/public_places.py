"""What is said of public places: what people call them, and each one's own sentences."""

from collections.abc import Iterable, Sequence

from handlers.services import Services
from relay.announcements import PublicPreview
from relay.destinations import KINDS, branch_of, kind_of
from relay.destinations.registry import place_of
from relay.settings import Branch
from relay.signal.outgoing import SUBSCRIBERS_LANE
from relay.store.announcements import Announcement, State
from relay.web.pages.addresses import Outside, announcement_path, branch_path


def place_name(services: Services, lane: str) -> str:
    """Return what people call what is at the end of a lane."""
    if lane == SUBSCRIBERS_LANE:
        return services.words.say("place-subscribers")
    found = place_of(lane, services.settings, services.words)
    return services.words.say("place-signal") if found is None else found


def place_and_branch(services: Services, lane: str) -> str:
    """Return the same, with the branch whose it is."""
    name, slug = place_name(services, lane), branch_of(lane)
    if kind_of(lane) is None:
        return name
    branch = services.branches.get(slug)
    return services.words.say("place-of-branch", place=name, branch=branch.name if branch else slug)


def branch_page(services: Services, slug: str) -> str | None:
    """Return the whole address of a branch's page, or None where the settings name none."""
    return Outside(services.settings.web.public_url).of(branch_path(slug))


def own_page(services: Services, announcement: Announcement) -> str:
    """Return what people call the public page, with where on it an announcement is."""
    link = Outside(services.settings.web.public_url).of(announcement_path(announcement.id))
    name = services.words.say("place-page")
    if link is None or announcement.state is State.RETRACTED:
        return name
    return services.words.say("receipt-place", place=name, link=link)


def say_of(services: Services, lane: str, sentence: str, **args: str | int) -> str:
    """Say one of a public place's own sentences.

    Args:
        services: the parts of the relay.
        lane: whose end the place is.
        sentence: one of `relay.destinations.kind.SENTENCES`.
        **args: what it mentions beside `place`.

    Raises:
        ValueError: it is no public place's lane.
    """
    kind = kind_of(lane)
    if kind is None:
        raise ValueError(lane)
    return services.words.say(kind.wording(sentence), place=place_name(services, lane), **args)


def absent_places(services: Services, branch: Branch) -> list[str]:
    """Return a line for each place that people expect and that a branch does without."""
    return [
        services.words.say(kind.wording("absent"))
        for kind in KINDS
        if kind.is_usual and branch.destination(kind) is None
    ]


def carries_whole(lane: str) -> bool:
    """Whether texts stand at the end of a lane as they are."""
    kind = kind_of(lane)
    return kind is not None and kind.carries_whole


def replies_shown(services: Services, replies: Sequence[PublicPreview]) -> list[str]:
    """Return the parts that show what is replied in public; a text that goes whole, only once."""
    parts: list[str] = []
    shown: set[str] = set()
    for public in replies:
        text = "\n\n".join(post.text for post in public.plan.posts)
        if not (carries_whole(public.lane) and text in shown):
            parts.append(say_of(services, public.lane, "told-text", text=text))
        shown.add(text)
        say = services.words.say
        parts += [say("preview-picture", description=one) for one in public.plan.pictures]
    return parts


def places_said(services: Services, names: Iterable[str]) -> str:
    """Return several places as one phrase; `none` for none of them."""
    several: Sequence[str] = tuple(names)
    if not several:
        return "none"
    phrase = several[0]
    for more in several[1:]:
        phrase = services.words.say("receipt-places", first=phrase, more=more)
    return phrase
