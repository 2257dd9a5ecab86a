"""What is said of an entry, of a question for it, and of how many there are."""

from handlers.contact_list.fields import FIELDS, MOST, MOST_INTERESTS, choices_of
from handlers.services import Services
from relay.contact_list.entries import Given
from relay.settings import Branch

_QUESTIONS = {
    "name": "contact-ask-name",
    "area": "contact-ask-area",
    "interests": "contact-ask-interests",
    "speaks": "contact-ask-speaks",
    "reach": "contact-ask-reach",
}


def command_of(services: Services) -> str:
    """Return what people type for it."""
    return services.words.say("contact-command")


def question(services: Services, branch: Branch, field: str) -> str:
    """Return the question for a field, with what there is to choose from."""
    choices = choices_of(branch, field)
    lines = [
        services.words.say("contact-choice", index=str(index), choice=choice)
        for index, choice in enumerate(choices, start=1)
    ]
    return services.words.say(
        _QUESTIONS[field],
        branch=branch.name,
        lines="\n".join(lines) or "none",
        most=str(MOST_INTERESTS),
    )


def problem_text(services: Services, branch: Branch, field: str, problem: str) -> str:
    """Return why an answer was not taken, and the question again."""
    said = services.words.say(
        "contact-not-taken", why=problem, most=str(MOST[field]), count=str(MOST_INTERESTS)
    )
    return f"{said}\n\n{question(services, branch, field)}"


def lines_of(services: Services, given: Given) -> str:
    """Return what somebody gives, a line for each field, also for what they left out."""
    values = {
        "name": given.name,
        "area": given.area,
        "interests": ", ".join(given.interests),
        "speaks": given.speaks,
        "reach": given.reach,
    }
    return "\n".join(
        services.words.say("contact-line", field=one, value=values[one] or "none") for one in FIELDS
    )


def branch_name(services: Services, slug: str) -> str:
    """Return what a branch is called, or its slug once there is none."""
    branch = services.branches.get(slug)
    return slug if branch is None else branch.name


def letter_text(services: Services, slug: str, text: str) -> str:
    """Return what somebody on the list reads of what the admins write, in their words."""
    return services.words.say(
        "contact-letter",
        branch=branch_name(services, slug),
        text=text,
        command=command_of(services),
    )
