"""What people read of a decision: the person, just as other moderators are shown it."""

from collections.abc import Sequence
from datetime import UTC, datetime

from handlers.services import Services
from relay.conduct.decisions.decision import Change, Decision, Place, Step, end_after
from relay.conduct.matters.matter import MatterView


def notice_text(services: Services, decision: Decision) -> str:
    """Return what the person reads, in the words of `services`.

    Args:
        services: speaking to whoever reads it.
        decision: drafts too; what ends with time ends then as if it were decided now.
    """
    words = services.words
    if decision.change is not Change.NEW:
        return change_text(services, decision)
    return words.say(
        "decision-notice",
        branch=branch_name(services, decision.branch),
        step=decision.step.value,
        days=decision.days or 1,
        until=services.time.spoken(_end(services, decision)),
        groups=group_names(services, decision),
        standard=decision.standard,
        where=where_text(services, decision),
        effect=words.say("decision-quoted", text=decision.effect),
        reason=words.say("decision-quoted", text=decision.reason),
        subscribe=services.vocabulary.name("subscribe"),
        appeal=words.say(
            "decision-notice-appeal",
            command=appeal_word(services, decision),
            days=services.appeals.days(decision.branch),
        ),
    )


def change_text(services: Services, decision: Decision) -> str:
    """Return what the person reads where a decision is lifted, taken back or made shorter.

    Args:
        services: speaking to whoever reads it.
        decision: what changes an earlier one, or the earlier one as it has become.
    """
    branch = branch_name(services, decision.branch)
    if decision.change is Change.SHORTEN:
        until = services.time.spoken(_end(services, decision))
        step = decision.step.value
        return services.words.say(
            "decision-notice-shortened", branch=branch, step=step, until=until
        )
    undone = decision.change is Change.UNDO
    return services.words.say(
        "decision-notice-undone" if undone else "decision-notice-lifted",
        branch=branch,
        step=decision.step.value,
        groups=back_in_names(services, decision),
        command=services.vocabulary.name("groups"),
    )


def appeal_word(services: Services, decision: Decision) -> str:
    """Return what whoever reads a notice types to appeal."""
    known = services.vocabulary.commands
    word = services.vocabulary.name("appeal") if "appeal" in known else "appeal"
    return f"{word} {decision.matter}"


def branch_name(services: Services, slug: str) -> str:
    """Return what a branch is called, its slug where the settings have lost it."""
    branch = services.branches.get(slug)
    return slug if branch is None else branch.name


def group_names(services: Services, decision: Decision) -> str:
    """Return the groups that a decision is about, as the person reads them."""
    if not decision.groups:
        return branch_name(services, decision.branch)
    places = [Place("", number) for number in decision.groups]
    return joined(services, [name_of(services, place) for place in places])


def back_in_names(services: Services, decision: Decision) -> str:
    """Return the groups that somebody comes back into, as they read them."""
    if not decision.taken:
        return group_names(services, decision)
    return joined(services, [name_of(services, place) for place in decision.taken])


def where_text(services: Services, decision: Decision) -> str:
    """Return where it happened."""
    words, message = services.words, decision.message
    if message is not None and message.timestamp is not None:
        at = datetime.fromtimestamp(message.timestamp / 1000, UTC)
        return words.say(
            "decision-where-message",
            group=name_of(services, message),
            when=services.time.day(at),
        )
    view = services.matters.known(decision.matter)
    groups = () if view is None else view.groups
    if not groups:
        branch = branch_name(services, decision.branch)
        return words.say("decision-where-unknown", branch=branch)
    return joined(services, [name_of(services, Place("", number)) for number in groups])


def name_of(services: Services, place: Place) -> str:
    """Return what a group is called."""
    return services.deciding.where.name_of(place) or services.words.say("place-unknown-group")


def joined(services: Services, names: Sequence[str]) -> str:
    """Return names one after the other."""
    return ", ".join(dict.fromkeys(names))


def person_name(services: Services, person: str) -> str:
    """Return what somebody calls themselves, made harmless."""
    return services.hearing.people.named(person)


def place_of(services: Services, view: MatterView) -> Place | None:
    """Return where the message stands that a matter is about, or None if it is about none."""
    message = view.message
    if message is None:
        return None
    kept = next((one for one, _ in services.groups.known() if one.id == message.group), None)
    return Place(message.group, None if kept is None else kept.number, message.timestamp)


def what_text(services: Services, decision: Decision) -> str:
    """Return in a few words what was decided."""
    until = "–" if decision.until is None else services.time.spoken(decision.until)
    return services.words.say("decision-what", step=decision.step.value, until=until)


def proposal_text(services: Services, decision: Decision) -> str:
    """Return what another moderator is shown of a proposal."""
    proposals = services.deciding.proposals
    command = services.vocabulary.name("decision")
    number = str(decision.matter)
    which = proposals.round_of(decision)
    named = number if which == 1 else f"{number} {which}"
    return services.words.say(
        "decision-proposal",
        branch=branch_name(services, decision.branch),
        number=number,
        needs=proposals.needed(decision),
        name=person_name(services, decision.person),
        change=decision.change.value,
        text=notice_text(services.speaking_to(decision.person), decision),
        yes=f"{command} yes {named}",
        no=f"{command} no {named}",
        **{"pass": f"{command} pass {named}"},
        until=services.time.spoken(decision.deadline or services.clock.now()),
        matter=f"{services.vocabulary.name('decision')} {number}",
    )


def _end(services: Services, decision: Decision) -> datetime:
    now = services.clock.now()
    if decision.until is not None:
        return decision.until
    zone = services.settings.timezone
    if decision.change is Change.SHORTEN and decision.changes is not None:
        before = services.deciding.decisions.get(decision.changes)
        now = now if before is None or before.decided is None else before.decided
    if decision.step is Step.REMOVAL and decision.change is Change.NEW:
        branch = services.branches[decision.branch]
        return end_after(now, branch.conduct.removal_days, zone)
    return end_after(now, decision.days or 1, zone)
