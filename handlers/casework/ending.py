"""`close`, `reopen`, `mute`, `unmute`, `hold` and `release`: how long a case goes on."""

from handlers.casework.turn import Turn
from relay.safeguarding import OUTCOMES, OfficerCase, Outcome, State


async def close(turn: Turn) -> None:
    """Answer `close X outcome …`."""
    found = await turn.about()
    if found is None:
        return
    case, rest = found
    if case.state is State.CLOSED:
        turn.say_about(case, "casework-close-already")
        return
    outcome, reason = _read_outcome(turn, rest)
    if outcome is None:
        turn.say_about(case, "casework-close-outcome", outcomes=_outcomes(turn))
        return
    turn.desk.close(case, outcome, reason)
    keep = turn.services.settings.safeguarding
    turn.say_about(
        case,
        "casework-closed",
        outcome=_spoken(turn, outcome),
        told=told(case),
        link=keep.keep_link_days if case.reachable else 0,
        held="no" if case.held is None else "yes",
        content=keep.keep_content_days,
    )
    turn.tell_others(case, "casework-closed-by", outcome=_spoken(turn, outcome))
    tell_reporter(turn, case, "casework-closed-reporter", days=keep.keep_link_days)


async def reopen(turn: Turn) -> None:
    """Answer `reopen X …`."""
    found = await turn.about()
    if found is None:
        return
    case, reason = found
    if case.state is not State.CLOSED:
        turn.say_about(case, "casework-reopen-open")
        return
    turn.desk.reopen(case, reason)
    turn.say_about(case, "casework-reopened", told=told(case))
    turn.tell_others(case, "casework-reopened-by")
    tell_reporter(turn, case, "casework-reopened-reporter")


async def mute(turn: Turn) -> None:
    """Answer `mute X …`: what its writer sends is not taken any more."""
    found = await turn.about()
    if found is None:
        return
    case, reason = found
    if case.muted:
        turn.say_about(case, "casework-mute-already")
        return
    turn.desk.mute(case, reason)
    turn.say_about(case, "casework-muted")
    turn.tell_others(case, "casework-muted-by")


async def unmute(turn: Turn) -> None:
    """Answer `unmute X`."""
    found = await turn.about()
    if found is None:
        return
    case, _ = found
    if not case.muted:
        turn.say_about(case, "casework-unmute-already")
        return
    turn.desk.unmute(case)
    turn.say_about(case, "casework-unmuted")
    turn.tell_others(case, "casework-unmuted-by")


async def hold(turn: Turn) -> None:
    """Answer `hold X reason`: nothing of the case is destroyed while it is held."""
    found = await turn.about()
    if found is None:
        return
    case, reason = found
    if not reason:
        turn.say_about(case, "casework-hold-reason")
        return
    turn.desk.hold(case, reason)
    turn.say_about(case, "casework-held")
    turn.tell_others(case, "casework-held-by", reason=reason)


async def release(turn: Turn) -> None:
    """Answer `release X …`: what is kept of the case ends when it would have."""
    found = await turn.about()
    if found is None:
        return
    case, reason = found
    if case.held is None:
        turn.say_about(case, "casework-release-already")
        return
    turn.desk.release(case, reason)
    turn.say_about(case, "casework-released")
    turn.tell_others(case, "casework-released-by")


def told(case: OfficerCase) -> str:
    """Return whether whoever wrote a case hears of what is done to it now, as the wording asks."""
    if not case.reachable:
        return "no"
    return "waits" if case.waits_for_writer else "yes"


def tell_reporter(turn: Turn, case: OfficerCase, message: str, **args: str | int) -> None:
    """Tell whoever wrote a case what has become of it, in words that give nothing away."""
    text = turn.services.words.say(message, case=case.name, **args)
    turn.services.vault.post.to_reporter(case.id, text)


def _read_outcome(turn: Turn, rest: str) -> tuple[Outcome | None, str]:
    """Find an outcome at the start of what was typed, in the words it is offered in."""
    typed = rest.strip()
    folded = typed.casefold().replace("-", " ")
    names = [(name, o) for o in OUTCOMES for name in (_spoken(turn, o), o.value)]
    for name, outcome in sorted(names, key=lambda pair: -len(pair[0])):
        plain = name.casefold().replace("-", " ")
        after = folded[len(plain) :]
        if folded.startswith(plain) and not after[:1].isalnum():
            return outcome, typed[len(plain) :].lstrip(" .,:;-").strip()
    return None, typed


def _outcomes(turn: Turn) -> str:
    return "\n".join(
        turn.services.words.say("casework-outcome-line", outcome=_spoken(turn, outcome))
        for outcome in OUTCOMES
    )


def _spoken(turn: Turn, outcome: Outcome) -> str:
    return turn.services.words.say("casework-outcome", outcome=outcome.value)
