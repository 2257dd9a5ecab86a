"""A report, and what whom it is about hears of it."""

from practice.show import Show

STORY = "The chair shouts at people in meetings, and on Monday he stood in my way."
ANSWER = "Thank you for telling us. We believe you. What would help you now?"


async def report(show: Show) -> None:
    """Somebody reports, the team answers, and whom it is about hears of nothing."""
    say = show.words.say
    await show.chapter("report")
    await show.types("rio", "report")
    await show.hears("rio", "• Hackney safeguarding team: 2 people (Chair, Welfare officer)")
    await show.hears("rio", "call 999")
    await show.hears("rio", say("report-ask-track"))
    await show.types("rio", "2")
    await show.hears("rio", "1. Chair", "2. Welfare officer")
    await show.narrate("tour-about-chair")
    await show.types("rio", "1")
    await show.hears("rio", "One person", "(Welfare officer)")
    await show.types("rio", STORY)
    await show.hears("rio", say("report-first-part"))
    await show.types("rio", "done")
    await show.hears("rio", say("report-left-out", roles="Chair"))
    await show.types("rio", "send")
    sent = await show.hears("rio", "I call it ")
    case = sent.text.partition("I call it ")[2].partition(".")[0]
    await show.hears("rio", "passphrase")
    await show.hears("una", say("casework-new", case=case, parts=1))
    part = await show.hears("una", say("casework-part", case=case, number=1), STORY)
    show.knows_nothing_of("una", "rio")
    await show.narrate("tour-no-reporter")
    await show.quotes("una", part, ANSWER)
    await show.hears("rio", say("casework-answer", case=case, text=ANSWER))
    await show.hears(
        "una", say("casework-answer-taken", case=case, role="Welfare officer", others=0)
    )
    show.knows_nothing_of("rio", "una")
    await show.narrate("tour-chair-asks")
    await show.types("vic", "cases")
    await show.hears("vic", say("casework-list-empty"))
    await show.types("vic", f"case {case}")
    await show.hears("vic", say("casework-unknown"))
    show.nobody_heard_more()
    show.group_is_silent(STORY)
