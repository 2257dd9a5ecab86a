"""Everything that conversations ask about what goes round."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from relay.authenticity.enquiries import Counted, Enquiries, Thing, file_of, link_of, things_of
from relay.authenticity.files import FileMatcher
from relay.authenticity.known import KnownPost, PostState, Sources
from relay.authenticity.library import Library
from relay.authenticity.matcher import Asked, Matcher, Tells, asked_about
from relay.authenticity.own_posts import OwnPosts
from relay.authenticity.recent import RecentTexts
from relay.authenticity.sent import SentTexts
from relay.authenticity.tables import FilePrints, TextSent
from relay.authenticity.verdicts import UNKNOWN, Outcome, Verdict
from relay.authenticity.warnings import WarningFeed, Warnings
from relay.media.prints import Prints
from relay.settings import Settings
from relay.store import Store
from relay.time.clock import Clock
from relay.time.limiter import SlidingWindowLimiter

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
MOST_AN_HOUR = 20
"""Things that one person may have looked at; a file takes a second of a processor."""
MOST_NOTED = 15
"""Posts of those who are followed that are noted in one round."""
MOST_TELLINGS = 6
"""Times a day that admins are told of what people ask about: nobody uses that to write to them."""
MOST_GUESSES = 5
"""Times a day that whoever is no member may be nearly right about what is for members alone."""
MOST_GUESSES_OF_ALL = 40
"""The same of all of them together: one person may have many accounts."""
_MOST_THINGS = 12
"""Of one text that are counted: its words and so many addresses."""
_ALL = "all"
_SURE = (Outcome.FALSE, Outcome.SAME, Outcome.RETRACTED)
_COUNTED = (Outcome.UNKNOWN, Outcome.DIFFERS, Outcome.ALIKE, Outcome.FALSE, Outcome.LOOKS_LIKE)


@dataclass(frozen=True)
class Found:
    """What is found about all of one message.

    Attributes:
        verdicts: one for its text, if it has any, and one for each file, in their order.
        counted: what it is counted under, where it is not surely real.
    """

    verdicts: tuple[Verdict, ...]
    counted: tuple[Thing, ...] = field(default=(), repr=False)


class Authenticity:
    """Says whether something is real. It reaches no network, and keeps nothing that is asked.

    Args:
        store: where posts, prints and counts are.
        clock: the time.
        settings: the branches.
        feed: where warnings stand for everybody.
        followed: what those have posted whom the branches follow.

    Attributes:
        followed: the same.
        warnings: what admins have said is false.
        enquiries: who has asked about what.
        sent: what has gone to groups.
        recent: what people sent just now, in memory.
        limits: how often each person has asked in the last hour.
        telling: how often admins were told today of what people ask about.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        settings: Settings,
        feed: WarningFeed,
        followed: Sources,
    ) -> None:
        self._own = OwnPosts(store, settings)
        self.prints = store[FilePrints]
        self.followed = followed
        self.enquiries = Enquiries(store, clock)
        branches = {branch.slug: branch for branch in settings.branches}
        self.warnings = Warnings(store, clock, branches, self.enquiries, feed)
        self.sent = SentTexts(store, clock)
        self.recent = RecentTexts(clock)
        self.limits = SlidingWindowLimiter(clock, MOST_AN_HOUR, HOUR)
        self.telling = SlidingWindowLimiter(clock, MOST_TELLINGS, DAY)
        self._seen: int | None = None
        self._followed_seen: int | None = None
        self._held: Library | None = None
        self._guesses = SlidingWindowLimiter(clock, MOST_GUESSES, DAY)
        self._guesses_of_all = SlidingWindowLimiter(clock, MOST_GUESSES_OF_ALL, DAY)

    def has_unnoted(self) -> bool:
        """Whether those whom the branches follow may have posted what is not noted yet."""
        return self.followed.version != self._followed_seen

    def note_followed(self) -> None:
        """Note some of it; joins a transaction."""
        version = self.followed.version
        if self.sent.note_followed(self.followed.current(), MOST_NOTED):
            self._followed_seen = version

    def has_other_warnings(self) -> bool:
        """Whether other warnings may stand than when `note_warnings` was last called."""
        return self._version() != self._seen

    def note_warnings(self) -> None:
        """Note that everybody is told of the warnings that stand now."""
        self._seen = self._version()

    def _version(self) -> int:
        return hash((self.warnings.version, self.followed.version))

    def look(
        self, person: str, text: str, files: Sequence[Prints], branches: Collection[str]
    ) -> Found:
        """Return what is found about a message.

        Args:
            person: account id of who asks.
            text: what was forwarded or pasted; may be empty.
            files: prints of what came with it.
            branches: slugs of those of which they are a member or an admin.
        """
        library = self._library()

        def tells(post: KnownPost) -> bool:
            return post.is_public or post.source in branches

        matcher = Matcher(library, self._own.sites, tells)
        verdicts, counted = [], []
        if text.strip():
            asked = asked_about(text)
            verdict = self._guarded(person, self._of_text(matcher, library, text), tells)
            told = verdict.post is not None and tells(verdict.post)
            verdict = replace(verdict, tells_text=told)
            verdicts.append(verdict)
            if verdict.outcome in _COUNTED:
                counted += self._counted(asked, library)
        posts = [one.post for one in library.all] if files else []
        looked = FileMatcher(posts, self.prints.all() if files else {}, matcher, tells)
        for file in files:
            verdict = replace(looked.look(file), media=file.media)
            verdicts.append(verdict)
            if verdict.outcome in _COUNTED:
                counted.append(file_of(file))
        return Found(tuple(verdicts), tuple(dict.fromkeys(counted)))

    def note(self, person: str, found: Found) -> list[Counted]:
        """Count that somebody has asked; joins the caller's transaction."""
        return self.enquiries.note(person, found.counted)

    def all_warnings(self) -> list[KnownPost]:
        """Return every warning that stands, of this branch and of those whom it follows."""
        theirs = (one for one in self.followed.current() if one.state is PostState.FALSE)
        return [*self.warnings.known(), *theirs]

    def who_asked(self, text: str) -> frozenset[str]:
        """Return the account ids of those who have asked about what is false."""
        real = frozenset(_real_links(self._library()))
        return self.warnings.who_asked(text, real.__contains__)

    def tidy(self) -> None:
        """Forget what is over for long; joins the caller's transaction."""
        # It takes some memory, and is made in a moment when somebody asks.
        self._held = None
        self.recent.tidy()
        self.enquiries.tidy()
        self.sent.tidy()
        self.warnings.tidy()
        self.prints.forget_answered()

    def _library(self) -> Library:
        """Everything that is known now, laid out; the same as last time where nothing is new."""
        known = [*self._own.current(), *self.warnings.known(), *self.followed.current()]
        if self._held is None or self._held.posts != known:
            self._held = Library(known)
        return self._held

    def _counted(self, asked: Asked, library: Library) -> list[Thing]:
        """What a text is counted under: no link that really stands in a post."""
        real = frozenset(_real_links(library))
        return [one for one in things_of(asked)[:_MOST_THINGS] if one not in real]

    def _of_text(self, matcher: Matcher, library: Library, text: str) -> Verdict:
        found = matcher.look(text)
        if found.outcome not in _SURE and (sent := self.sent.find(text)) is not None:
            return _of_sent(*sent, library.posts) or found
        theirs = self.sent.find_followed(text) if found.outcome not in _SURE else None
        return _of_followed(theirs, library.posts) or found

    def _guarded(self, person: str, found: Verdict, tells: Tells) -> Verdict:
        """What is said of what is for members alone to whoever is none.

        Whoever guesses at what they do not know is nearly right many times before they are right.
        """
        if found.outcome is Outcome.DIFFERS and found.post is None:
            self._guesses.note(person)
            self._guesses_of_all.note(_ALL)
        elif found.post is None or tells(found.post):
            return found
        if self._guesses.is_full(person) or self._guesses_of_all.is_full(_ALL):
            return UNKNOWN
        return found


def _real_links(library: Library) -> Iterable[Thing]:
    """The links that posts of the branch itself give as real."""
    for one in library.all:
        if one.post.own and one.post.state is not PostState.FALSE:
            yield from map(link_of, one.vouched)


def _of_sent(sent: TextSent, beside: str, known: Iterable[KnownPost]) -> Verdict | None:
    """What a text is that was once sent to groups."""
    if sent.announcement is None:
        return Verdict(Outcome.SENT, beside=beside, sent_at=sent.at, score=1.0)
    own = (one for one in known if one.own and one.state is not PostState.FALSE)
    post = next((one for one in own if one.number == sent.announcement), None)
    if post is None:
        return Verdict(Outcome.SENT, beside=beside, sent_at=sent.at, score=1.0)
    return Verdict(_once_said(post), post, sent_at=sent.at, score=1.0)


def _of_followed(found: tuple[str, int] | None, known: Iterable[KnownPost]) -> Verdict | None:
    """What a text is that those once posted whom a branch follows."""
    if found is None:
        return None
    posts = (one for one in known if not one.own and one.state is not PostState.FALSE)
    post = next((one for one in posts if (one.source, one.number) == found), None)
    if post is None:
        return None
    return Verdict(_once_said(post), post, score=1.0)


def _once_said(post: KnownPost) -> Outcome:
    """What words are that a post once had, and has no more."""
    return Outcome.RETRACTED if post.state is PostState.RETRACTED else Outcome.EARLIER
