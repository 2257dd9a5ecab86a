"""What is said of something that somebody asks about, put together from what was found."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence

from handlers.authenticity.access import branches_known_to
from handlers.services import Services
from relay.authenticity.alike import Likeness
from relay.authenticity.finders import Kind
from relay.authenticity.known import KnownPost, PostState
from relay.authenticity.particulars import leads_on
from relay.authenticity.verdicts import Difference, Outcome, Verdict
from relay.groups.harmless import INVISIBLE, harmless
from relay.web.pages.addresses import Outside, verify_path

_MOST_SHOWN = 1_500
"""Characters of a post that are shown again for comparing."""
_MOST_BESIDE = 200
_MOST_PIECE = 160
_MOST_DIFFERENCES = 8
_LINK = "[link]"
_KEPT = frozenset("\n\u200d")
"""New lines, and what joins emoji and letters of several scripts."""
_GOOD = frozenset({Outcome.SAME, Outcome.SENT, Outcome.LINKED})


def answer_text(
    services: Services, person: str, text: str, verdicts: Sequence[Verdict], notes: Iterable[str]
) -> str:
    """Return the whole answer.

    Args:
        services: the parts of the relay, with the words of that person's language.
        person: account id of who asked.
        text: what was asked about; empty where it was files alone.
        verdicts: what was found.
        notes: codes of files that could not be looked at.
    """
    say = services.words.say
    parts = [_one(services, verdict) for verdict in verdicts]
    parts += [say("real-file-unreadable", why=note) for note in dict.fromkeys(notes)]
    doubtful = [one for one in verdicts if one.outcome not in _GOOD or _asks(services, one)]
    if doubtful:
        short = all(map(_is_harmless, doubtful)) and _costs_nothing(services, text)
        parts.append(_advice(services, person, "real-advice-short" if short else "real-advice"))
    parts.append(say("real-kept"))
    return "\n\n".join(dict.fromkeys(parts))


def _one(services: Services, verdict: Verdict) -> str:
    answer = _ANSWERS.get(verdict.outcome)
    if answer is not None and verdict.post is not None:
        return answer(services, verdict, verdict.post)
    say = services.words.say
    match verdict.outcome:
        case Outcome.SENT if verdict.sent_at is not None:
            sent = say("real-sent", when=services.time.spoken(verdict.sent_at))
            return _with_beside(services, sent, verdict)
        case Outcome.DIFFERS:
            return say("real-differs-hidden")
        case Outcome.ALIKE:
            return "\n\n".join(_alike(services, verdict.likenesses))
        case Outcome.SAME_SITE:
            return say("real-same-site", known="own", whose="")
    unknown = say("real-unknown", what="file" if verdict.media else "words")
    return f"{unknown}\n\n{say('real-unread-picture')}" if verdict.media == "picture" else unknown


def shown(post: KnownPost) -> str:
    """Return a post's words for comparing, whole or their beginning."""
    text = _visible(post.text).strip()
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN].rstrip()}…"


def _whose(services: Services, post: KnownPost) -> str:
    return services.words.say(
        "real-whose",
        own="yes" if post.own else "no",
        number=str(post.number),
        who=post.source_name,
        when=services.time.spoken(post.at),
    )


def _changed(services: Services, post: KnownPost) -> str:
    return services.time.spoken(post.changed_at or post.at)


def _same(services: Services, verdict: Verdict, post: KnownPost) -> str:
    say, whose = services.words.say, _whose(services, post)
    if verdict.media:
        return say("real-same-file", whose=whose)
    if verdict.partly:
        return say("real-same-part", whose=whose, text=shown(post))
    corrected = post.state is PostState.CORRECTED
    changed = _changed(services, post) if corrected else "no"
    message = "real-same-within" if _asks(services, verdict) else "real-same"
    text = say(message, whose=whose, changed=changed)
    return _with_beside(services, text, verdict)


def _with_beside(services: Services, text: str, verdict: Verdict) -> str:
    if not verdict.beside:
        return text
    beside = harmless(verdict.beside, _MOST_BESIDE, _LINK)
    return f"{text}\n\n{services.words.say('real-beside', beside=beside)}"


def _earlier(services: Services, verdict: Verdict, post: KnownPost) -> str:
    whose, changed = _whose(services, post), _changed(services, post)
    text = shown(post) if verdict.tells_text else "none"
    return services.words.say("real-earlier", whose=whose, changed=changed, text=text)


def _retracted(services: Services, _: Verdict, post: KnownPost) -> str:
    whose, changed = _whose(services, post), _changed(services, post)
    return services.words.say("real-retracted", whose=whose, changed=changed)


def _linked(services: Services, _: Verdict, post: KnownPost) -> str:
    return services.words.say("real-linked", whose=_whose(services, post), text=shown(post))


def _same_site(services: Services, _: Verdict, post: KnownPost) -> str:
    return services.words.say("real-same-site", known="posted", whose=_whose(services, post))


def _looks_like(services: Services, verdict: Verdict, post: KnownPost) -> str:
    return services.words.say(
        "real-looks-like",
        media=verdict.media,
        whose=_whose(services, post),
        text=shown(post) if post.text.strip() else "none",
    )


def _false(services: Services, _: Verdict, warning: KnownPost) -> str:
    return services.words.say(
        "real-false",
        who=warning.source_name,
        when=services.time.spoken(warning.at),
        text=untapped(warning.text),
    )


def _differs(services: Services, verdict: Verdict, post: KnownPost) -> str:
    say = services.words.say
    lines = [_difference(services, one) for one in verdict.differences[:_MOST_DIFFERENCES]]
    if len(verdict.differences) > _MOST_DIFFERENCES or not lines:
        lines.append(say("real-difference-more"))
    parts = [say("real-differs", whose=_whose(services, post), lines="\n".join(lines))]
    if verdict.likenesses:
        parts += _alike(services, verdict.likenesses)
    parts.append(say("real-differs-text", text=shown(post)))
    return "\n\n".join(parts)


def _difference(services: Services, one: Difference) -> str:
    if one.kind is Kind.ORDER:
        return services.words.say("real-difference-order")
    way = "changed"
    if one.known is None or one.asked is None:
        way = "added" if one.known is None else "missing"
    return services.words.say(
        "real-difference",
        kind=one.kind.value,
        way=way,
        known=_cut(one.known or ""),
        asked=_cut(untapped(one.asked or "")),
    )


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_PIECE else f"{text[:_MOST_PIECE].rstrip()}…"


def _alike(services: Services, likenesses: Iterable[Likeness]) -> list[str]:
    say = services.words.say
    lines = [
        say("real-alike", host=untapped(one.host), known=one.known, trick=one.trick.value)
        for one in likenesses
    ]
    return [*lines, say("real-alike-close")]


def untapped(text: str) -> str:
    """Return what somebody else wrote as one line in which nothing can be tapped, and still read.

    Dots between letters or digits stand in brackets, as those write it who warn of scams.
    """
    line = " ".join(_visible(text).split())
    bracketed = "".join(
        "[.]" if char == "." and _joins(line, place) else char for place, char in enumerate(line)
    )
    bracketed = bracketed.replace("://", "[:]//").replace("@", "[@]")
    return bracketed if len(bracketed) <= _MOST_SHOWN else f"{bracketed[:_MOST_SHOWN]}…"


def _visible(text: str) -> str:
    """A text of others without what hides in it or turns its direction (Unicode TR36, 2.5, 3.5)."""
    return "".join(
        char if char in _KEPT or unicodedata.category(char) not in INVISIBLE else " "
        for char in text
    )


def _joins(line: str, place: int) -> bool:
    """Whether a full stop stands within a name, and is none of a number or a sentence."""
    before, after = line[place - 1 : place], line[place + 1 : place + 2]
    return before.isalnum() and after.isalpha()


def _asks(services: Services, verdict: Verdict) -> bool:
    """Whether words that somebody has put round a post want something of whoever reads them."""
    return bool(verdict.beside) and not _costs_nothing(services, verdict.beside)


def _is_harmless(verdict: Verdict) -> bool:
    """Whether nobody is known to have made it up, and it is words alone."""
    return verdict.outcome not in (Outcome.FALSE, Outcome.ALIKE) and not verdict.media


def _costs_nothing(services: Services, text: str) -> bool:
    """Whether nothing in a text leads to money, an account or somebody else's page."""
    asks = services.vocabulary.phrase("asks_for_money_or_details")
    return bool(text) and not leads_on(text) and asks.search(text) is None


def _advice(services: Services, person: str, message: str) -> str:
    say, lines = services.words.say, []
    lines.append(say(message))
    reports = services.vault.reports
    # Nothing on the phone of whoever has reported may tell of it.
    has_reported = reports.draft_of(person) is not None or bool(reports.cases_of(person))
    reads = any(team.officers for team in services.settings.safeguarding.teams)
    if reads and not has_reported:
        lines.append(say("real-advice-report"))
    if (url := _page_of(services, person)) is not None:
        lines.append(say("real-advice-page", url=url))
    return "\n".join(lines)


def _page_of(services: Services, person: str) -> str | None:
    """Where a copy can be checked without asking the bot."""
    branches = [one for one in services.settings.branches if services.signed_feed.key(one.slug)]
    if not branches:
        return None
    known = branches_known_to(services, person)
    branch = next((one for one in branches if one.slug in known), branches[0])
    return Outside(services.settings.web.public_url).of(verify_path(branch.slug))


_ANSWERS: Mapping[Outcome, Callable[[Services, Verdict, KnownPost], str]] = {
    Outcome.FALSE: _false,
    Outcome.SAME: _same,
    Outcome.EARLIER: _earlier,
    Outcome.RETRACTED: _retracted,
    Outcome.DIFFERS: _differs,
    Outcome.LINKED: _linked,
    Outcome.SAME_SITE: _same_site,
    Outcome.LOOKS_LIKE: _looks_like,
}
