"""Conduct: somebody is named a moderator, a spat, a complaint, a talk, a time-out that ends."""

import re
from datetime import timedelta

from practice.scenario import Scenario
from practice.seen import SeenMessage

BRANCH = "Hackney branch"
CHAT = "Hackney members"
SPAT = (
    "We do need a lift before anything else.",
    "Newcomers who have done nothing should shut up.",
)
EFFECT = "Somebody has not written in the chat since."
REASON = "You told people who are new to shut up. Please argue about what was said."
AGAIN = "And you people still have not learned to shut up."
APPEAL = "It was a quote from the sketch we all laughed at on Friday. I wrote that above it."
LESS = "The line above it says that it is a quote. Nobody was meant."
OPENS = "Hello Mo. You told people in the chat to shut up. What happened?"
ANSWERS = "I had a long day. But I stand by it."
_HARASSING, _TIMEOUT = "4", "3"
_MODERATORS = ("alex", "bea", "sam")
_COME_IN = re.compile(r"A complaint has come in: (\d+)")
_A_DAY = timedelta(days=1, minutes=2)


async def mandate(scenario: Scenario) -> None:
    """Sam is ready to moderate: two admins agree, and then Sam does."""
    say = scenario.words.say
    await scenario.chapter("mandate")
    await scenario.types("sam", "moderate")
    offer = await scenario.hears(
        "sam", say("moderate-offer", command="", code="").partition("\n")[0]
    )
    line = offer.text.splitlines()[-1]
    await scenario.types("alex", line)
    await scenario.hears("alex", "Sam", BRANCH)
    await scenario.types("alex", "yes")
    await scenario.hears("alex", say("mandate-proposed", number="").split(".")[0])
    shown = await scenario.hears("bea", "Sam", BRANCH)
    await scenario.reacts("bea", shown, "👍")
    await scenario.hears("alex", "is agreed to")
    await scenario.hears("bea", say("mandate-person-asked"))
    await scenario.hears("sam", "Two admins", BRANCH)
    await scenario.types("sam", "moderate yes")
    await scenario.hears("sam", f"You are a moderator of {BRANCH}")
    for name in ("alex", "bea"):
        await scenario.hears(name, "Sam", "has accepted")
    await scenario.narrate("tour-mandate-ends")


async def complaint(scenario: Scenario) -> None:
    """Noor forwards a message of Mo's; moderators read it, and not who sent it."""
    say, chat = scenario.words.say, scenario.groups["chat"]
    await scenario.chapter("complaint")
    await scenario.writes_in("noor", chat, SPAT[0])
    await scenario.writes_in("mo", chat, SPAT[1])
    await scenario.types("noor", "complain")
    await scenario.hears("noor", "They never learn who you are")
    await scenario.hears("noor", say("complaint-ask-message").partition("\n")[0])
    await scenario.types("noor", SPAT[1])
    await scenario.hears("noor", say("complaint-found", group=CHAT))
    await scenario.hears("noor", "Harassing")
    await scenario.types("noor", _HARASSING)
    await scenario.hears("noor", say("complaint-ask-words"))
    await scenario.types("noor", "I have only just come in, and I do not dare to write any more.")
    await scenario.hears("noor", "Is there anybody who should not deal with this?")
    await scenario.types("noor", "no")
    await scenario.hears("noor", SPAT[1], "Send it?")
    await scenario.types("noor", "yes")
    sent = await scenario.hears("noor", "Your complaint is number")
    number = _number_in(sent)
    for name in _MODERATORS:
        await scenario.hears(name, f"complaint {number}")
    await scenario.types("sam", f"complaint {number}")
    await scenario.hears("sam", SPAT[1], "Harassing", "Mo")
    # Sam has met Noor at the door of another group.
    for name in ("alex", "bea"):
        scenario.knows_nothing_of(name, "noor")
    await scenario.narrate("tour-complaint-unseen")


async def talk(scenario: Scenario) -> None:
    """Sam writes to Mo through the bot, and Mo answers; neither sees a number."""
    say, number = scenario.words.say, _matter(scenario, "sam")
    await scenario.chapter("talk")
    await scenario.types("sam", f"talk {number} {OPENS}")
    await scenario.hears("sam", OPENS, "Send it?")
    await scenario.types("sam", "yes")
    await scenario.hears("sam", say("talk-said").split(".")[0])
    for name in ("alex", "bea"):
        await scenario.hears(name, f"talk {number}")
    await scenario.hears("mo", OPENS, BRANCH)
    scenario.knows_nothing_of("mo", "sam")
    await scenario.types("mo", ANSWERS)
    await scenario.hears("mo", BRANCH)
    await scenario.hears("sam", f"talk {number}")
    await scenario.types("sam", f"talk {number}")
    await scenario.hears("sam", ANSWERS)


async def time_out(scenario: Scenario) -> None:
    """Two moderators decide, Mo reads why, and is back by itself when it ends."""
    say, chat, number = scenario.words.say, scenario.groups["chat"], _matter(scenario, "sam")
    mo = scenario.phones["mo"].aci
    await scenario.chapter("time-out")
    await _proposes(scenario, "sam", number, days="1")
    shown = await scenario.hears("alex", REASON)
    await scenario.hears("bea", REASON)
    await scenario.reacts("alex", shown, "👍")
    await scenario.hears("alex", say("decision-agreed", number=number))
    await scenario.hears("bea", say("decision-agreed-others", number=number))
    await scenario.hears("sam", say("decision-agreed-proposer", number=number))
    await scenario.hears("noor", say("decision-complainer-decided", branch=BRANCH, number=number))
    await scenario.hears("mo", REASON, CHAT, f"appeal {number}")
    await scenario.until(lambda: mo not in chat.members, "expected-out", group=CHAT)
    scenario.knows_nothing_of("mo", "noor")
    await scenario.narrate("tour-nobody-named")
    await scenario.moves_on_to(scenario.now() + _A_DAY)
    await scenario.until(lambda: mo in chat.members, "expected-in", name="Mo", group=CHAT)
    await scenario.hears("mo", CHAT)
    for name in _MODERATORS:
        await scenario.hears(name, "the time-out is over")


async def appeal(scenario: Scenario) -> None:
    """Mo is put out for a month for what was a quotation; Bea, who had no part in it, says so."""
    say, chat = scenario.words.say, scenario.groups["chat"]
    mo = scenario.phones["mo"].aci
    await scenario.chapter("appeal")
    await scenario.writes_in("mo", chat, AGAIN)
    await scenario.types("sam", "decide")
    await scenario.hears("sam", say("decision-which-message", groups="").partition("\n")[0])
    await scenario.types("sam", AGAIN)
    await scenario.hears("sam", "Do you know Mo closely")
    number = await _answers(scenario, "sam", days="30")
    await scenario.hears("sam", f"Matter {number} is decided.")
    for name in ("alex", "bea"):
        await scenario.hears(name, f"To read it: decisions {number}")
    await scenario.hears("mo", REASON, CHAT, f"appeal {number}")
    await scenario.until(lambda: mo not in chat.members, "expected-out", group=CHAT)
    await scenario.types("mo", f"appeal {number} {APPEAL}")
    await scenario.hears("mo", f"Your appeal about {number} is in.")
    for name in ("alex", "bea"):
        await scenario.hears(name, f"To read it: appeal {number}")
    await scenario.types("bea", f"appeal {number}")
    await scenario.hears("bea", REASON, APPEAL)
    await scenario.types("bea", f"appeal {number} overturn {LESS}")
    await scenario.hears("bea", LESS, "Send it?")
    await scenario.types("bea", "yes")
    await scenario.hears("mo", LESS, "It counts as never taken.")
    await scenario.until(lambda: mo in chat.members, "expected-in", name="Mo", group=CHAT)
    await scenario.hears("mo", "as if it had never been", CHAT)
    await scenario.hears("alex", f"The appeal about {number} has an answer")
    await scenario.hears("alex", f"Matter {number}: what was decided is taken back")
    await scenario.narrate("tour-appeal-over")


async def _proposes(scenario: Scenario, name: str, number: str, days: str) -> None:
    """Go through the questions of a time-out from the chat, and say yes."""
    await scenario.types(name, f"decide {number}")
    await scenario.hears(name, "Do you know Mo closely")
    await _answers(scenario, name, days)
    await scenario.hears(name, f"I have asked the other moderators about matter {number}")


async def _answers(scenario: Scenario, name: str, days: str) -> str:
    """Answer the questions of a time-out from the chat; return the number of its matter."""
    say = scenario.words.say
    await scenario.types(name, "no")
    await scenario.hears(name, "What was done?")
    await scenario.types(name, _HARASSING)
    await scenario.hears(name, say("decision-ask-effect", name="Mo"))
    await scenario.types(name, EFFECT)
    await scenario.hears(name, say("decision-ask-reason", name="Mo"))
    await scenario.types(name, REASON)
    await scenario.hears(name, "What should happen?")
    await scenario.types(name, _TIMEOUT)
    await scenario.hears(name, CHAT)
    await scenario.types(name, "1")
    await scenario.hears(name, "For how many days?")
    await scenario.types(name, days)
    preview = await scenario.hears(name, EFFECT, REASON, "appeal")
    await scenario.types(name, "yes")
    return _number_in(preview)


def _matter(scenario: Scenario, moderator: str) -> str:
    """Return the number of the complaint that a moderator was told of last."""
    told = scenario.phones[moderator].messages()
    found = [one[1] for seen in told for one in [_COME_IN.search(seen.text)] if one]
    return found[-1]


def _number_in(message: SeenMessage) -> str:
    found = re.search(r"(?:number|appeal) (\d+)", message.text)
    return "" if found is None else found[1]
