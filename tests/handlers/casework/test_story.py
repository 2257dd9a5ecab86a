"""A case from the first part to its end, as two officers and whoever wrote it live through it."""

from datetime import timedelta

from harness.cases import CaseHarness, message_with, report, seen, write_on


async def test_a_report_reaches_each_officer_with_its_name_and_number_only(
    cast: CaseHarness,
) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.", "Twice.")
    for officer in (cast.ada, cast.ben):
        intro, first, second = seen(officer)
        assert f"A new report has come: {name}. It has 2 parts" in intro
        assert first == f"{name}, part 1\n\nSomebody shouted at me."
        assert second == f"{name}, part 2\n\nTwice."
    assert seen(cast.cy) == []


async def test_nothing_an_officer_gets_tells_who_wrote(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    await cast.say(cast.ada, f"case {name}")
    await cast.say(cast.ada, "cases")
    for text in seen(cast.ada):
        for mark in (cast.mo.aci, cast.mo.person.name, "Mo"):
            assert mark not in text


async def test_an_answer_arrives_as_the_teams_and_is_shown_to_the_others(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    answer = await cast.ask(cast.ada, f"reply {name.upper()}: Thank you for telling us.")
    assert "They do not see who you are" in answer
    (got,) = seen(cast.mo)
    assert got == f"From the team, about {name}:\n\nThank you for telling us."
    assert seen(cast.ben)[-1] == f"{name}, part 2, answer by Lead\n\nThank you for telling us."


async def test_a_quoted_part_is_answered_where_the_officer_reads(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    await cast.ask(cast.ben, "We believe you.", quote=message_with(cast.ben, "shouted"))
    assert seen(cast.mo)[-1] == f"From the team, about {name}:\n\nWe believe you."
    # What the others see of an answer can be quoted too.
    await cast.ask(cast.ada, "So do I.", quote=message_with(cast.ada, "We believe you"))
    assert seen(cast.mo)[-1].endswith("So do I.")


async def test_a_name_or_a_number_is_asked_about_before_it_goes(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    asked = await cast.ask(cast.ada, f"reply {name} Ring Sam on 07700 900123.")
    assert "Nothing has been sent yet" in asked
    assert "“Sam”, “07700 900123”" in asked
    assert seen(cast.mo) == []
    await cast.ask(cast.ada, "yes")
    assert seen(cast.mo)[-1].endswith("Ring Sam on 07700 900123.")


async def test_no_drops_what_was_asked_about(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    await cast.ask(cast.ada, f"reply {name} Ring Sam.")
    assert "Dropped" in await cast.ask(cast.ada, "no")
    assert "Nothing is waiting" in await cast.ask(cast.ada, "yes")
    assert seen(cast.mo) == []


async def test_what_is_taken_out_by_an_edit_is_not_sent(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    await cast.ask(cast.ada, f"reply {name} Sam says hello.")
    mine = [m for m in cast.ada.messages() if m.sender == cast.ada.aci][-1]
    cast.ada.edit(mine.timestamp, f"reply {name} We say hello.")
    await cast.stage.settle()
    assert seen(cast.mo) == []
    await cast.ask(cast.ada, "yes")
    assert seen(cast.mo)[-1].endswith("We say hello.")


async def test_deleting_what_waits_drops_it(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    await cast.ask(cast.ada, f"reply {name} Sam says hello.")
    mine = [m for m in cast.ada.messages() if m.sender == cast.ada.aci][-1]
    cast.ada.delete(mine.timestamp)
    await cast.stage.settle()
    assert "so I have dropped it" in seen(cast.ada)[-1]
    await cast.ask(cast.ada, "yes")
    assert seen(cast.mo) == []


async def test_a_name_with_a_slip_is_asked_about_before_anything_is_sent(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    slip = name[1:]
    asked = await cast.ask(cast.ada, f"reply {slip} Thank you.")
    assert f"Should this go to whoever wrote {name}?" in asked
    assert seen(cast.mo) == []
    await cast.ask(cast.ada, "yes")
    assert seen(cast.mo)[-1].endswith("Thank you.")
    assert f"Do you mean {name}?" in await cast.ask(cast.ada, f"close {slip} resolved")
    assert f"{name}: a safeguarding report" in await cast.ask(cast.ada, f"case {slip}")


async def test_the_work_on_a_case_is_seen_by_its_readers_and_not_by_its_writer(
    cast: CaseHarness,
) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    await cast.ask(cast.ada, f"claim {name}")
    assert seen(cast.ben)[-1] == f"{name}: Lead looks after it now."
    before = seen(cast.ben)
    await cast.ask(cast.ada, f"note {name} She sounds afraid.")
    assert seen(cast.ben) == before
    await cast.ask(cast.ada, f"decide {name} We talk to him first, as it was the first time.")
    await cast.ask(cast.ada, f"status {name} We meet on Thursday.")
    shown = await cast.ask(cast.ben, f"case {name}")
    assert "• Lead: She sounds afraid." in shown
    assert "We meet on Thursday." in shown
    assert "It is looked after by Lead." in shown
    assert seen(cast.mo) == []


async def test_the_list_tells_what_waits_and_who_looks_after_it(cast: CaseHarness) -> None:
    assert "no case that is open" in await cast.ask(cast.ada, "cases")
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    listed = await cast.ask(cast.ada, "Cases")
    assert f"• {name}: has been waiting for an answer since Sunday 22 November at 1 pm" in listed
    assert "nobody looks after it yet" in listed
    await cast.ask(cast.ada, f"claim {name}")
    await cast.ask(cast.ada, f"reply {name} Thank you.")
    state = f"• {name}: nothing waits for an answer"
    assert f"{state}, you look after it" in await cast.ask(cast.ada, "cases")
    assert f"{state}, looked after by Lead" in await cast.ask(cast.ben, "cases")


async def test_a_closed_case_is_answered_by_nobody_until_it_is_open_again(
    cast: CaseHarness,
) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    old = message_with(cast.ada, "shouted")
    asked = await cast.ask(cast.ada, f"close {name}")
    assert "• action taken" in asked
    assert "withdrawn" not in asked
    closed = await cast.ask(cast.ada, f"close {name} action taken: he apologised")
    assert "is closed: action taken" in closed
    assert seen(cast.ben)[-1] == f"{name}: Lead closed it: action taken."
    assert f"About {name}: the team has closed it." in seen(cast.mo)[-1]
    assert "action" not in seen(cast.mo)[-1]
    assert "is closed, so nothing" in await cast.ask(cast.ada, "One more thing", quote=old)
    assert "no case that is open" in await cast.ask(cast.ada, "cases")
    assert f"• {name}: closed" in await cast.ask(cast.ada, "cases all")
    await cast.ask(cast.ben, f"reopen {name}")
    await cast.ask(cast.ada, "One more thing", quote=old)
    assert seen(cast.mo)[-1].endswith("One more thing")


async def test_a_muted_writer_is_not_heard_and_stays_unknown(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    await cast.ask(cast.ada, f"mute {name} It is abuse of us")
    before = seen(cast.ben)
    await write_on_muted(cast)
    assert seen(cast.ben) == before
    await cast.ask(cast.ada, f"unmute {name}")
    await write_on(cast.stage, cast.mo, "I am sorry.")
    assert seen(cast.ada)[-1].endswith("I am sorry.")


async def write_on_muted(cast: CaseHarness) -> None:
    vault = cast.stage.relay.services.vault
    with cast.stage.store.transaction():
        added = vault.reports.add(cast.mo.aci, text="You are all awful.", origin=77)
    assert added.number is None
    await cast.stage.settle()


async def test_a_case_is_held_with_a_reason_and_released(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    assert "Why should" in await cast.ask(cast.ada, f"hold {name}")
    await cast.ask(cast.ada, f"hold {name} The police ask for it")
    assert "The reason: The police ask for it" in await cast.ask(cast.ben, f"case {name}")
    await cast.ask(cast.ben, f"release {name}")
    assert "held" not in await cast.ask(cast.ben, f"case {name}")


async def test_another_team_reads_all_of_it_after_an_escalation(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.", "Twice.")
    asked = await cast.ask(cast.ada, f"escalate {name}")
    assert "1. Regional lead" in asked
    await cast.ask(cast.ada, f"escalate {name} region: it is about one of us")
    intro, first, second = seen(cast.cy)
    assert f"You can read {name} from now on" in intro
    assert first == f"{name}, part 1\n\nSomebody shouted at me."
    assert second == f"{name}, part 2\n\nTwice."
    assert "another team looks after it" in seen(cast.mo)[-1]
    await cast.ask(cast.cy, f"reply {name} We take it from here.")
    assert seen(cast.ben)[-1].endswith("We take it from here.")


async def test_a_file_of_the_case_needs_a_key_in_the_settings(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    answer = await cast.ask(cast.ada, f"export {name}")
    assert "The person who runs this bot has to put one into export_key" in answer


async def test_words_only_are_passed_on(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    assert "What should I say" in await cast.ask(cast.ada, f"reply {name}")
    assert "Which case?" in await cast.ask(cast.ada, "reply")
    assert "I know no case of yours" in await cast.ask(cast.ada, "reply amber river 12 Hello")
    assert seen(cast.mo) == []


async def test_ok_is_no_yes_and_is_not_thanked_for(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    await cast.ask(cast.ada, f"reply {name} Ring Sam Example.")
    assert "waiting for a yes" in await cast.ask(cast.ada, "ok")
    assert "Ring Sam" not in "".join(seen(cast.mo))
    await cast.ask(cast.ada, "no")
    assert "Happy to help" in await cast.ask(cast.ada, "ok")


async def test_the_name_of_a_case_alone_shows_it_to_those_who_read_it(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.", without=["Deputy"])
    assert "It has been waiting for an answer" in await cast.ask(cast.ada, name.capitalize())
    for nobody in (cast.ben, cast.cy, cast.alex):
        answer = await cast.ask(nobody, name)
        assert "did not understand" in answer
        assert "waiting for an answer" not in answer


async def test_who_cannot_be_told_any_more_is_not_said_to_have_been_told(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    await cast.ask(cast.ada, f"close {name} resolved")
    assert f"type reopen {name}" in await cast.ask(cast.ada, f"case {name}")
    await cast.stage.wait(timedelta(days=31))
    reopened = await cast.ask(cast.ada, f"reopen {name}")
    assert "nobody can answer" in reopened
    assert "telling whoever" not in reopened
    stands = await cast.ask(cast.ada, f"case {name}")
    assert "Nothing in it is waiting for an answer" in stands
    assert "type reply" not in stands
    closed = await cast.ask(cast.ada, f"close {name} resolved")
    assert "telling whoever" not in closed


async def test_closing_a_held_case_does_not_say_that_it_is_destroyed(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    await cast.ask(cast.ada, f"hold {name} The police ask for it")
    assert "nothing of it is destroyed until" in await cast.ask(cast.ada, f"close {name} referred")
