"""A report, and what whom it is about hears of it."""

from practice.scenario import Scenario

STORY = "The chair shouts at people in meetings, and on Monday he stood in my way."
ANSWER = "Thank you for telling us. We believe you. What would help you now?"


async def report(scenario: Scenario) -> None:
    """Somebody reports, the team answers, and whom it is about hears of nothing."""
    say = scenario.words.say
    await scenario.chapter("report")
    await scenario.types("rio", "report")
    await scenario.hears("rio", "call 999", "type send")
    await scenario.hears("rio", say("report-ask-track"))
    await scenario.types("rio", "2")
    await scenario.hears("rio", "1. Chair", "2. Welfare officer")
    await scenario.narrate("tour-about-chair")
    await scenario.types("rio", "1")
    await scenario.hears("rio", "One person", "(Welfare officer)")
    await scenario.types("rio", STORY)
    await scenario.hears("rio", say("report-first-part"))
    await scenario.types("rio", "done")
    await scenario.hears("rio", say("report-left-out", roles="Chair"))
    await scenario.types("rio", "send")
    sent = await scenario.hears("rio", "I call it ")
    case = sent.text.partition("I call it ")[2].partition(".")[0]
    await scenario.hears("rio", "passphrase")
    await scenario.hears("rio", say("report-ask-contact"))
    await scenario.hears("una", say("casework-new", case=case, parts=1))
    part = await scenario.hears("una", say("casework-part", case=case, number=1), STORY)
    scenario.knows_nothing_of("una", "rio")
    await scenario.narrate("tour-no-reporter")
    await scenario.quotes("una", part, ANSWER)
    await scenario.hears("rio", say("casework-answer", case=case, text=ANSWER))
    await scenario.hears(
        "una", say("casework-answer-taken", case=case, role="Welfare officer", others=0)
    )
    scenario.knows_nothing_of("rio", "una")
    await scenario.narrate("tour-chair-asks")
    await scenario.types("vic", "cases")
    await scenario.hears("vic", say("casework-list-empty"))
    await scenario.types("vic", f"case {case}")
    await scenario.hears("vic", say("casework-unknown"))
    scenario.nobody_heard_more()
    scenario.group_is_silent(STORY)
