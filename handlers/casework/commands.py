"""All commands of officers, and what else an officer does about a case: names, quotes and edits."""

from dataclasses import replace

from handlers.casework import answering, ending, listing, passing, progress
from handlers.casework.answering import offer
from handlers.casework.context import CaseContext, CommandContext, names_exactly
from handlers.casework.routing import is_not_reporting, names_a_case
from handlers.conversation.filters import new, officer
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from relay.language.vocabulary import clean
from relay.safeguarding import EntryKind, Quoted

commands = Router("casework")
commands.include(*(part.commands for part in (listing, answering, progress, ending, passing)))

quotes = Router("quotes")
unknown_quotes = Router("unknown_quotes")
late_edits = Router("late_edits")
bare_names = Router("bare_names")

_SEVERAL = 2
"""Of one message there is no doubt which one is meant."""


def is_command(heard: HeardMessage) -> bool:
    """Whether a message begins with a word for any command of officers."""
    return any(command.is_typed(heard) for command in commands.declared())


def quotes_a_case(heard: HeardMessage) -> bool:
    """Whether it quotes a message about a case that its sender may read."""
    quote, cases = heard.message.quote, heard.services.vault.for_officer(heard.person)
    return quote is not None and cases is not None and cases.by_quote(quote.id) is not None


@quotes.message(new, quotes_a_case)
async def take_quote(heard: HeardMessage) -> None:
    """Answer whoever wrote the case, or carry out a command that was typed with the quote."""
    cases, quote = heard.services.vault.for_officer(heard.person), heard.message.quote
    quoted = None if cases is None or quote is None else cases.by_quote(quote.id)
    if cases is None or quoted is None:
        return
    if not is_not_reporting(heard):
        await heard.say("casework-busy")
        return
    command, text = is_command(heard), clean(heard.message.text)
    context = CaseContext(heard, cases, quoted.case, text)
    other = cases.find(heard.typed.rest if command else text)
    if other is not None and other[0].id != quoted.case.id:
        # A quote of one case and the name of another: one of them is a slip.
        context.tell("casework-two-cases", other=other[0].name)
    elif other is not None and (route := commands.find(heard)) is not None:
        await route.carry_out(heard)
    else:
        # "note …" or "hold on, …" with a quote: meant for the case, or for whoever wrote it?
        context = replace(context, text=_with_quoted(context, quoted))
        offer(context, "reply", sure=not command, origins=(heard.message.timestamp,))


def _with_quoted(context: CaseContext, quoted: Quoted) -> str:
    """An answer after which message of theirs it is about: whoever wrote it sees no quote.

    Their words are not repeated: somebody else may hold the phone.
    """
    entries = context.cases.entries(quoted.case)
    parts = [one.number for one in entries if one.kind is EntryKind.PART and not one.deleted]
    if not context.text or len(parts) < _SEVERAL or quoted.number not in parts:
        return context.text
    number, count = parts.index(quoted.number) + 1, len(parts)
    said = context.services.in_public.words.say(
        "casework-about-theirs", number=str(number), count=str(count)
    )
    return f"{said}\n\n{context.text}"


def quotes_something(heard: HeardMessage) -> bool:
    """Whether it quotes anything."""
    return heard.message.quote is not None


@unknown_quotes.message(new, quotes_something, officer)
async def refuse_quote(heard: HeardMessage) -> None:
    """Say that nothing was sent, and how to answer."""
    await heard.say("casework-quote-unknown")


def was_about_a_case(heard: HeardMessage) -> bool:
    """Whether it is a newer version of a command or an answer that was carried out already."""
    if not heard.is_edit:
        return False
    return (is_command(heard) and names_a_case(heard)) or quotes_a_case(heard)


@late_edits.message(was_about_a_case)
async def refuse_edit(heard: HeardMessage) -> None:
    """Say that what was done stands."""
    await heard.say("casework-edit-too-late")


def is_a_name(heard: HeardMessage) -> bool:
    """Whether an officer types exactly the name of a case that they may read."""
    if heard.message.attachments:
        return False
    cases, text = heard.services.vault.for_officer(heard.person), clean(heard.message.text)
    found = None if cases is None else cases.find(text)
    return found is not None and not found[1] and names_exactly(text, found[0])


@bare_names.message(new, is_a_name)
async def show_named(heard: HeardMessage) -> None:
    """Show it, as after `case`."""
    context = CommandContext.of(heard, "case")
    found = context.cases.find(clean(heard.message.text))
    if found is not None:
        listing.show(CaseContext(heard, context.cases, *found))
