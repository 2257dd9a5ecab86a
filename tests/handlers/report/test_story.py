"""A report from its first word to its end, as the person who writes it lives through it."""

from harness.running import RelayHarness, branch, from_bot
from reporting import CHAIR, WELFARE, hours, last, send, shown, with_teams, write

from practice.phones import Phone


async def test_somebody_reports_is_answered_and_stays_unknown(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    rio, una = cast.rio, cast.una
    async with on_stage.running(branch("hackney", on_stage.alex)):
        opening = await on_stage.say(rio, "report")
        assert opening[0].startswith("If you are in danger now, call 999.")
        assert "do not see your number, your name or your picture" in opening[0]
        assert "nobody reads it at once" in opening[0]
        assert "What is it about?" in opening[1]
        assert "0808 2000 247, any time, day or night" in await on_stage.ask(rio, "helplines")

        about = await on_stage.ask(rio, "1")
        assert "1. Chair\n2. Welfare officer" in about
        assert "2 people would read it (Chair, Welfare officer)" in await on_stage.ask(rio, "0")

        assert "I have that" in await on_stage.ask(rio, "On Friday he followed me home.")
        assert await on_stage.say(rio, "It was not the first time.") == []
        summary = await on_stage.ask(rio, "done")
        assert "I have 2 messages from you." in summary
        assert shown(una) == ""

        sent, phrase, contact = await on_stage.say(rio, "send")
        assert "2 people get it, and are asked to answer within 24 hours" in sent
        assert "Nobody reads it at once." in sent
        assert sent.splitlines()[-1].startswith("If you are in danger now, call 999.")
        assert "phrase" in phrase
        assert "May I write to you here" in contact
        assert "he followed me home" in shown(una)
        assert "It was not the first time" in shown(cast.vic)

        part = next(m for m in from_bot(una) if "followed me home" in m.text)
        una.say("Thank you. Are you safe tonight?", quote=part)
        await on_stage.settle()
        assert "Are you safe tonight?" in last(rio)


async def test_neither_side_is_shown_who_the_other_is(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    rio, una, vic = cast.rio, cast.una, cast.vic
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, rio, "He followed me home.")
        await on_stage.say(una, f"reply {name} Are you safe?")
        await on_stage.say(rio, "Yes, at a friend's.")
        await on_stage.say(rio, "yes")
        await on_stage.say(rio, "case")
        for officer in (una, vic):
            assert not _identity(rio) & set(shown(officer).split())
            assert all(mark not in shown(officer) for mark in _identity(rio))
            assert all(mark not in shown(rio) for mark in _identity(officer))


async def test_what_is_written_later_is_offered_and_then_passed_on_for_a_while(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    rio, una = cast.rio, cast.una
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, rio)
        question = await on_stage.ask(rio, "Hi, one more thing: there is a witness.")
        assert f"for the people who read {name}" in question
        assert "witness" not in shown(una)
        assert f"passing it on to the people who read {name}" in await on_stage.ask(rio, "yes")
        assert "there is a witness" in shown(una)
        taken = await on_stage.ask(rio, "Hello again, she saw it.")
        assert taken.startswith("If you are in danger now, call 999.")
        assert f"passing it on to the people who read {name}. Nobody reads it at once." in taken
        assert "she saw it" in shown(una)


async def test_who_says_no_is_not_passed_on_and_can_change_their_mind(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    rio, una = cast.rio, cast.una
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, rio)
        await on_stage.say(rio, "Where did I leave my coat?")
        assert "passed nothing on" in await on_stage.ask(rio, "no")
        await on_stage.say(rio, "And where is it?")
        dropped, listening = await on_stage.say(rio, f"case {name}")
        assert "passed on nothing" in dropped
        assert "For the next 10 minutes" in listening
        await on_stage.say(rio, "I remembered his name.")
        assert "I remembered his name" in shown(una)
        assert "coat" not in shown(una)
        assert "where is it" not in shown(una)


async def test_an_offer_nobody_answers_ends_with_a_word(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio)
        await on_stage.say(cast.rio, "There is more.")
        await on_stage.wait(hours(1))
        assert "passed on nothing" in last(cast.rio)
        assert "There is more" not in shown(cast.una)


async def test_case_says_how_several_stand(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    rio, una = cast.rio, cast.una
    async with on_stage.running(branch("hackney", on_stage.alex)):
        first = await send(on_stage, rio, "The first.")
        second = await send(on_stage, rio, "The second.")
        await on_stage.say(una, f"reply {first} We have read it.")
        state = await on_stage.ask(rio, "case")
        assert f"{first}: sent on" in state
        assert f"{second}: sent on" in state
        assert "They last answered on" in state
        assert "Nobody has answered yet" in state

        question = await on_stage.ask(rio, "One more thing.")
        assert f"1. {second}\n2. {first}" in question
        await on_stage.say(rio, "2")
        assert f"{first}, part 3\n\nOne more thing." in shown(una)


async def test_an_admin_and_an_officer_can_report_too(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    vic = cast.vic
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, on_stage.alex, "announce tomorrow 9am: he said that to me")
        await on_stage.say(on_stage.alex, "queue")
        await on_stage.say(on_stage.alex, "done")
        await on_stage.say(on_stage.alex, "send")
        assert "announce tomorrow 9am: he said that to me" in shown(vic)
        assert "queue" in shown(vic)

        before = shown(vic)
        await on_stage.say(vic, "report")
        await on_stage.say(vic, "1")
        assert CHAIR not in last(vic)
        assert WELFARE in last(vic)
        await on_stage.say(vic, "0")
        await on_stage.say(vic, "close case, please")
        await on_stage.say(vic, "done")
        await on_stage.say(vic, "send")
        assert "close case, please" in shown(cast.una)
        assert "close case, please" not in shown(vic).removeprefix(before)


async def test_who_has_commands_keeps_them_after_sending(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        mine = await send(on_stage, on_stage.alex, "It happened.")
        theirs = await send(on_stage, cast.vic, "To me as well.")
        assert "There is more." not in shown(cast.una)
        assert "passing it on" in await on_stage.ask(on_stage.alex, f"{mine}, there is more.")
        await on_stage.say(on_stage.alex, "announce The hall is open")
        await on_stage.say(on_stage.alex, "yes")
        assert from_bot(on_stage.mo, board)[-1].text == "The hall is open"
        assert "The hall is open" not in shown(cast.una)
        await on_stage.say(on_stage.alex, "And one thing more.")
        assert "And one thing more." not in shown(cast.una)

        assert theirs not in "\n".join(await on_stage.say(cast.vic, "cases"))
        assert theirs in await on_stage.ask(cast.vic, "case")
        await on_stage.say(cast.vic, f"reply {mine} We have read it.")
        assert "We have read it." in shown(on_stage.alex)


async def test_help_mentions_it_only_where_somebody_reads(on_stage: RelayHarness) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex)):
        assert "report" not in await on_stage.ask(on_stage.mo, "help")
        answer = await on_stage.ask(on_stage.mo, "report")
        assert "nobody yet who reads" in answer
        assert "0808 2000 247" in answer
    with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        assert "type report" in await on_stage.ask(on_stage.mo, "help")
        assert "type report" in await on_stage.ask(on_stage.alex, "help")


def _identity(phone: Phone) -> set[str]:
    return {phone.aci, phone.person.name, phone.person.name.split()[0]} | (
        {phone.person.number} if phone.person.number else set()
    )
