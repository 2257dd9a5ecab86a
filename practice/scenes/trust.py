"""Trust: what people ask before they come, whether something is real, what is kept of them."""

from practice.scenario import Scenario
from practice.scenes.announcing import MOVED

BRANCH = "Hackney branch"
FORGED = MOVED.replace("7pm", "9pm")
PORTAL = "https://hackney-members-portal.example.com/join"
SCAM = (
    "Hackney branch has a new membership portal. Please cancel your direct debit and sign up"
    f" again today, or you lose your vote: {PORTAL}"
)


async def answers(scenario: Scenario) -> None:
    """Rio asks why not simply WhatsApp."""
    await scenario.chapter("answers")
    await scenario.types("rio", "Why not WhatsApp?")
    await scenario.hears("rio", "Meta", "What they do not do", "To get going")


async def is_this_real(scenario: Scenario) -> None:
    """Mo has got a copy with another hour in it, and then a link that nobody here has posted."""
    say = scenario.words.say
    await scenario.chapter("real")
    await scenario.types("mo", "is this real")
    await scenario.hears("mo", say("real-ask").partition("\n")[0])
    await scenario.types("mo", FORGED)
    await scenario.hears("mo", "7pm", "9pm", MOVED)
    await scenario.narrate("tour-another")
    await scenario.types("mo", f"is this real? {SCAM}")
    await scenario.hears("mo", say("real-kept"), "direct debit")
    await scenario.types("alex", f"false {SCAM}")
    await scenario.hears("alex", "Nothing has happened yet", BRANCH)
    await scenario.types("alex", "yes")
    await scenario.hears("alex", "Warning 1 stands")
    await scenario.hears("mo", "You asked me whether something is real. It is not")
    await scenario.narrate("tour-signed")
    await scenario.page_shows("/b/hackney/verify", BRANCH)


async def about_me(scenario: Scenario) -> None:
    """Noor asks what is kept, and lets it be destroyed."""
    await scenario.chapter("about-me")
    await scenario.types("noor", "what do you know about me?")
    await scenario.hears("noor", "You are in a group", BRANCH)
    await scenario.types("noor", "forget me")
    await scenario.hears("noor", "What is destroyed nobody can bring back")
    await scenario.types("noor", "yes")
    await scenario.hears("noor", "It is destroyed")
