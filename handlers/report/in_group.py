"""A report that somebody types into a group: they are told at once, alone, that others can read it.

What was written is looked at once, where it comes in, and no word of it is kept. Nobody in the
group hears of it, whether it was meant or not; and what is said to its writer, in the language of
what they wrote, is true in both cases.
"""

from datetime import timedelta

from handlers.report.parsing import is_codeword, starts_report
from handlers.report.tone import Tone
from handlers.services import Services
from handlers.tongue import answering, guessed, is_unknown, with_offers
from relay.language.recognised import begins_report_in
from relay.language.telling import despairs, tells
from relay.safeguarding import Manner
from relay.signal.notification import SaidInGroup

AGAIN_AFTER = timedelta(hours=1)
"""How long nobody is told a second time: neither for each line of a story, nor for an envelope that
comes twice."""


def warn_in_private(services: Services, said: SaidInGroup) -> None:
    """Tell somebody who seems to report something in a group, alone, that others can read it.

    So is whoever says there that they cannot go on: what to do in danger comes with it.

    Where nobody reads reports there is nothing to be told instead, and officers talk of such things
    in a group of their own.

    Args:
        services: the parts of the relay; the store is in no transaction.
        said: what was written where.
    """
    teams = services.settings.safeguarding.teams
    if (
        not said.text
        or not any(team.officers for team in teams)
        or _is_officers_group(services, said.group)
    ):
        return
    speaking = services.speaking_to(said.person)
    manner = _taken_for(speaking, said.text)
    if manner is None:
        return
    with services.store.transaction():
        if not services.vault.hiding.warns(said.person, AGAIN_AFTER):
            return
        guess = guessed(speaking, said.person, said.text)
        if not guess.locales and is_unknown(speaking, said.person):
            guess = begins_report_in(said.text)
        speaking = answering(speaking, said.person, guess)
        tone = Tone(speaking.words, manner)
        text = tone.say("report-in-group")
        if manner is Manner.PLAIN:
            text = f"{text}\n\n{tone.danger(services.helplines)}"
        services.vault.post.farewell(said.person, with_offers(speaking, said.person, guess, text))


def _taken_for(services: Services, text: str) -> Manner | None:
    """In which manner somebody reports, if it is taken for that."""
    if is_codeword(text, services.settings.safeguarding.codeword):
        return Manner.DISCREET
    if starts_report(text, services.vocabulary) or begins_report_in(text).locales:
        return Manner.PLAIN
    vocabulary = services.vocabulary
    return Manner.PLAIN if tells(vocabulary, text) or despairs(vocabulary, text) else None


def _is_officers_group(services: Services, group: str) -> bool:
    for team in services.settings.safeguarding.teams:
        known = None if team.group is None else services.store.groups.get(team.group)
        if known is not None and known.internal_id == group:
            return True
    return False
