"""`appeals`, `appeal 412 …`: moderators who did not decide look again.

moderator: appeal 412 overturn The message was a quotation.
bot:       They will read: … Send it? yes or no
"""

from typing import Any

from handlers.conduct.appeals.states import ConfirmOutcome, What
from handlers.conduct.appeals.texts import name_of, outcome_text, review_text
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import moderator, new
from handlers.conversation.heard import Heard, HeardMessage, looked_up_once
from handlers.conversation.router import Router
from handlers.parsing import first_word, read_number
from relay.conduct.appeals.appeal import Appeal, AppealState
from relay.conduct.decisions.decision import end_after
from relay.conduct.talks.talks import MAX_TEXT
from relay.language.cries import cries_out
from relay.language.graphemes import is_within
from relay.language.vocabulary import clean

appeal_reviews = Router("appeal_reviews")

_ANSWERS: tuple[tuple[str, What, AppealState], ...] = (
    ("appeal_upholds", "uphold", AppealState.UPHELD),
    ("appeal_shortens", "shorten", AppealState.SHORTENED),
    ("appeal_overturns", "overturn", AppealState.OVERTURNED),
)
_FEWEST_LETTERS = 3


def names_one(heard: HeardMessage) -> bool:
    """Whether the number of an appeal follows that they may answer."""
    return _found(heard) is not None


@appeal_reviews.command("appeals", new, may=moderator, section=Section.MODERATING)
async def list_appeals(heard: HeardMessage) -> None:
    """List what they may answer."""
    services = heard.services
    waiting = services.appeals.waiting_for(heard.person)
    if not waiting:
        await heard.say("appeals-none")
        return
    lines = [
        services.words.say(
            "appeals-line",
            number=str(one.matter),
            branch=name_of(services, one.decision.branch),
            deadline=services.time.spoken(one.deadline),
        )
        for one in waiting
    ]
    await heard.say("appeals", lines="\n".join(lines))


@appeal_reviews.command(
    "appeal",
    new,
    names_one,
    may=moderator,
    section=Section.MODERATING,
    usages=(
        (Follows.NUMBER,),
        (Follows.NUMBER, Follows.UPHOLD),
        (Follows.NUMBER, Follows.SHORTEN),
        (Follows.NUMBER, Follows.OVERTURN),
        (Follows.NUMBER, Follows.ASIDE),
    ),
)
async def answer(heard: HeardMessage) -> None:
    """Show an appeal, or take the answer to it."""
    services, appeal = heard.services, _found(heard)
    assert appeal is not None  # noqa: S101 -- what the filter let through
    number, (_, rest) = str(appeal.matter), read_number(heard.typed.rest)
    word = first_word(rest)
    if cries_out(rest) or cries_out(rest[len(word) :]):
        await heard.say_text(services.said_in_danger("appeal-danger"))
        return
    if services.vocabulary.answers_with("appeal_aside", word):
        services.matters.exclude(appeal.matter, heard.person)
        await heard.say("appeal-aside", number=number)
        return
    for answers, what, state in _ANSWERS:
        if services.vocabulary.answers_with(answers, word):
            await _preview(heard, appeal, what, state, clean(rest[len(word) :]).strip())
            return
    sent = await heard.say_text(review_text(services, appeal))
    services.matters.shown(appeal.matter, heard.person, sent.delivery)


async def _preview(
    heard: HeardMessage, appeal: Appeal, what: What, state: AppealState, said: str
) -> None:
    services, number = heard.services, str(appeal.matter)
    decision, days, reason = appeal.decision, 0, said
    if what == "shorten":
        if not services.appeals.may_shorten(appeal):
            await heard.say("appeal-cannot-shorten", number=number)
            return
        found = services.vocabulary.phrase("appeal_days").match(said)
        begun = decision.decided or decision.created
        days = 0 if found is None else int(found["count"])
        until = end_after(begun, days, services.settings.timezone) if days else None
        if found is None or until is None or decision.until is None or until >= decision.until:
            await heard.say("appeal-shorten-how", number=number)
            return
        reason = said[found.end() :].strip(" .,:;–-")
        decision = decision.but(until=until)
    if sum(char.isalpha() for char in reason) < _FEWEST_LETTERS:
        await heard.say("appeal-reason-needed", number=number, what=what)
        return
    if not is_within(reason, MAX_TEXT):
        await heard.say("talk-too-long", most=str(MAX_TEXT))
        return
    answered = Appeal(
        decision=decision,
        court=appeal.court,
        words=appeal.words,
        reason=reason,
        state=state,
        asked=appeal.asked,
        deadline=appeal.deadline,
    )
    shown = outcome_text(services, answered)
    sent = await heard.say("appeal-preview", text=shown)
    heard.enter(
        ConfirmOutcome(
            matter=appeal.matter, what=what, days=days, reason=reason, preview=sent.delivery
        )
    )


@looked_up_once
def _found(heard: Heard[Any]) -> Appeal | None:
    assert isinstance(heard, HeardMessage)  # noqa: S101 -- only messages have words
    number, _ = read_number(heard.typed.rest)
    if number is None:
        return None
    return heard.services.appeals.to_answer(heard.person, number)
