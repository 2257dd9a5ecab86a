"""What people read about a question: the answer, where it is from, and how to get going."""

from babel.dates import format_date

from handlers.services import Services
from relay.answers import Answer, Source
from relay.formatting import Style, StyledText
from relay.formatting.styles import Span
from relay.web.pages.addresses import Outside, answer_path


def answer_text(services: Services, answer: Answer) -> StyledText:
    """Return a question with its answer, ready to be sent.

    Args:
        services: the parts of the relay.
        answer: the question with its answer.
    """
    say = services.words.say
    parts: list[tuple[str, bool]] = [(answer.question, True)]
    parts += [(paragraph, False) for paragraph in answer.paragraphs]
    if answer.replaces:
        parts += [(say("answers-replaces"), True), (_listed(services, answer.replaces), False)]
    if answer.does_not:
        parts += [(say("answers-does-not"), True), (_listed(services, answer.does_not), False)]
    parts.append((_origin(services, answer), False))
    parts.append((begin_text(services), False))
    text, spans = "", []
    for part, is_heading in parts:
        if not part:
            continue
        # A list stands right below its heading.
        text += "" if not text else "\n" if part.startswith("•") else "\n\n"
        if is_heading:
            spans.append(Span(len(text), len(text) + len(part), Style.BOLD))
        text += part
    return StyledText.of_spans(text, spans)


def list_text(services: Services) -> str:
    """Return all questions, each with the number by which it is asked."""
    say = services.words.say
    lines = [
        say("answers-line", number=str(number), question=answer.question)
        for number, answer in enumerate(services.answers, start=1)
    ]
    return say("answers-list", lines="\n".join(lines)) if lines else say("answers-none")


def begin_text(services: Services) -> str:
    """Return how to get going, for somebody who may never have written before."""
    say = services.words.say
    can = ["answers-begin-next"]
    if any(group.listed for _, group in services.doors.open_groups()):
        can.insert(0, "answers-begin-groups")
    if services.mailings.places.open_branches:
        can.append("answers-begin-subscribe")
    can.append("answers-begin-questions")
    return say("answers-begin", lines="\n".join(map(say, can)))


def _listed(services: Services, lines: tuple[str, ...]) -> str:
    return "\n".join(services.words.say("answers-point", line=line) for line in lines)


def _origin(services: Services, answer: Answer) -> str:
    """Where its claims come from: on the public page, or line by line where there is none."""
    if not answer.sources:
        return ""
    page = Outside(services.settings.web.public_url).of(answer_path(answer.slug))
    if page is not None:
        return services.words.say("answers-origin", page=page)
    lines = "\n".join(source_text(services, source) for source in answer.sources)
    return services.words.say("answers-origins", lines=lines)


def source_text(services: Services, source: Source) -> str:
    """Return a source in one line: its name, its date and its address."""
    words = services.words
    day = source.published or source.read
    assert day is not None  # noqa: S101 -- one of them is asked for where files are read
    return words.say(
        "answers-source",
        name=source.name,
        kind="published" if source.published else "read",
        day=format_date(day, words.say("answers-day"), locale=words.locale.replace("-", "_")),
        link=source.link,
    )
