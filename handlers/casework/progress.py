"""`claim`, `note`, `status` and `decide`: work on a case that does not end it."""

from handlers.casework.turn import Turn


async def claim(turn: Turn) -> None:
    """Answer `claim X`: this officer looks after the case."""
    found = await turn.about()
    if found is None:
        return
    case, _ = found
    turn.desk.claim(case)
    if case.mine:
        turn.say_about(case, "casework-claim-already")
        return
    turn.say_about(
        case,
        "casework-claimed",
        before="somebody" if case.claimed_by else "nobody",
        role=case.claimed_by or "",
        others=len(case.readers) - 1,
    )
    turn.tell_others(case, "casework-claimed-by")


async def note(turn: Turn) -> None:
    """Answer `note X …`: kept with the case, sent to nobody."""
    found = await turn.about()
    if found is None:
        return
    case, text = found
    if not text:
        turn.say_about(case, "casework-note-empty")
        return
    turn.desk.note(case, text)
    turn.say_about(case, "casework-noted")


async def set_status(turn: Turn) -> None:
    """Answer `status X …`: what whoever wrote the case reads when they ask for it."""
    found = await turn.about()
    if found is None:
        return
    case, text = found
    if not text:
        turn.say_about(case, "casework-status-empty")
        return
    turn.desk.set_status(case, text)
    turn.say_about(case, "casework-status-set")
    turn.tell_others(case, "casework-status-set-by", text=text)


async def decide(turn: Turn) -> None:
    """Answer `decide X …`: a decision with its reasons, for the records."""
    found = await turn.about()
    if found is None:
        return
    case, text = found
    if not text:
        turn.say_about(case, "casework-decide-empty")
        return
    number = turn.desk.decide(case, text)
    turn.say_about(case, "casework-decided", number=str(number))
    turn.tell_others(case, "casework-decided-by", text=text)
