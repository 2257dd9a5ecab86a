"""How somebody becomes a moderator."""

from datetime import timedelta

import pytest
from harness.mandates import Mandating
from harness.running import branch, from_bot, team

from relay.conduct.tables.mandates import Mandates
from relay.settings import SafeguardingSettings
from relay.settings.groups import GroupKind, GroupSettings


async def test_two_admins_and_the_person_themself_agree_before_anybody_moderates(
    mandating: Mandating,
) -> None:
    async with mandating.open():
        line = await mandating.code(mandating.mo)
        assert line.startswith("moderators ")
        shown = await mandating.say(mandating.alex, f"{line} 3 months")
        assert "“Mo Member” (as in Signal)" in shown
        assert "all groups of Hackney branch" in shown
        assert "Monday 22 February, the end of that day" in shown
        assert mandating.mo.aci not in mandating.moderators.of("hackney")
        number = await mandating.propose(line, mandating.alex)
        assert "agree" in mandating.read(mandating.bea)
        assert not mandating.moderators.is_moderator(mandating.mo.aci)
        answer = await mandating.say(mandating.bea, f"agree {number}")
        assert "I ask them whether they accept" in answer
        assert "is agreed to. Nothing is left to do" in mandating.everything(mandating.alex)
        assert "Two admins of Hackney branch ask you" in mandating.read(mandating.mo)
        assert not mandating.moderators.is_moderator(mandating.mo.aci)
        accepted = await mandating.say(mandating.mo, "moderate yes")
        assert "You are a moderator of Hackney branch until" in accepted
        assert mandating.moderators.of("hackney") == (mandating.mo.aci,)
        assert "“Mo Member” (as in Signal) has accepted" in mandating.read(mandating.bea)
        listed = await mandating.say(mandating.cai, "moderators")
        assert "1: “Mo Member” (as in Signal), all groups of Hackney branch" in listed
        assert mandating.mo.aci not in listed


async def test_thumbs_do_the_same(mandating: Mandating) -> None:
    async with mandating.open():
        line = await mandating.code(mandating.mo)
        await mandating.say(mandating.alex, line)
        mandating.alex.react(from_bot(mandating.alex)[-1].timestamp, "👍")
        await mandating.stage.settle()
        mandating.bea.react(from_bot(mandating.bea)[-1].timestamp, "👍")
        await mandating.stage.settle()
        mandating.mo.react(from_bot(mandating.mo)[-1].timestamp, "👍")
        await mandating.stage.settle()
        assert mandating.moderators.of("hackney") == (mandating.mo.aci,)


async def test_who_declines_is_no_moderator_and_admins_hear_it(mandating: Mandating) -> None:
    async with mandating.open():
        number = await mandating.propose(await mandating.code(mandating.mo), mandating.alex)
        await mandating.say(mandating.bea, f"agree {number}")
        assert "Nothing comes of it" in await mandating.say(mandating.mo, "moderate no")
        assert "would rather not" in mandating.read(mandating.alex)
        assert mandating.moderators.of("hackney") == ()


async def test_an_admin_is_neither_of_the_two_who_agree_to_themself(mandating: Mandating) -> None:
    async with mandating.open():
        told = await mandating.say(mandating.alex, "moderate")
        assert "You have another role here already" in told
        line = await mandating.code(mandating.alex, "moderate both")
        assert "Nobody proposes themselves" in await mandating.say(mandating.alex, line)
        assert "is an admin of Hackney branch too" in await mandating.say(mandating.bea, line)
        number = await mandating.propose(f"{line} both", mandating.bea)
        assert "They are an admin of the branch too" in mandating.read(mandating.cai)
        before = len(from_bot(mandating.alex))
        assert f"{number} is about you" in await mandating.say(mandating.alex, f"agree {number}")
        assert f"{number} is about you" in await mandating.say(mandating.alex, f"refuse {number}")
        assert len(from_bot(mandating.alex)) == before + 2
        assert "You have said yes" in await mandating.say(mandating.bea, f"agree {number}")
        await mandating.say(mandating.cai, f"agree {number}")
        await mandating.say(mandating.alex, "moderate yes")
        assert mandating.moderators.of("hackney") == (mandating.alex.aci,)


async def test_of_two_admins_neither_can_be_named_by_the_other_alone(mandating: Mandating) -> None:
    async with mandating.open(mandating.alex, mandating.bea):
        line = await mandating.code(mandating.alex, "moderate both")
        said = await mandating.say(mandating.bea, f"{line} both")
        assert "There are not enough for that" in said
        assert "in the settings" in said


async def test_a_single_admin_is_told_who_can_name_moderators(mandating: Mandating) -> None:
    async with mandating.open(mandating.alex):
        assert "there is only one here" in await mandating.say(mandating.alex, "moderators")
        line = await mandating.code(mandating.mo)
        assert "There are not enough for that" in await mandating.say(mandating.alex, line)


async def test_whether_somebody_is_an_officer_is_said_to_them_alone(mandating: Mandating) -> None:
    officers = SafeguardingSettings(teams=(team("hackney", (mandating.ned, "Welfare officer")),))
    mandating.stage.safeguarding = officers
    async with mandating.open():
        told = await mandating.say(mandating.ned, "moderate")
        assert "another role here already" in told
        line = await mandating.code(mandating.ned, "moderate both")
        officer = await mandating.say(mandating.alex, line)
        await mandating.say(mandating.alex, "no")
        member = await mandating.say(mandating.alex, await mandating.code(mandating.mo))
        assert officer.replace("Ned Neighbour", "Mo Member") == member
        await mandating.say(mandating.alex, "no")
        number = await mandating.propose(line, mandating.alex)
        await mandating.say(mandating.bea, f"agree {number}")
        await mandating.say(mandating.ned, "moderate yes")
        assert mandating.moderators.of("hackney") == (mandating.ned.aci,)
        for admin in (mandating.alex, mandating.bea, mandating.cai):
            assert "officer" not in mandating.everything(admin).casefold()


async def test_who_becomes_an_officer_later_rests_until_they_say_both_and_no_admin_sees_it(
    mandating: Mandating,
) -> None:
    async with mandating.open():
        await mandating.name(mandating.mo)
        before = await mandating.say(mandating.alex, "moderators")
    officers = SafeguardingSettings(teams=(team("hackney", (mandating.mo, "Chair")),))
    mandating.stage.safeguarding = officers
    async with mandating.open():
        assert mandating.moderators.of("hackney") == ()
        assert await mandating.say(mandating.alex, "moderators") == before
        assert "Your rights rest" in await mandating.say(mandating.mo, "moderate")
        assert "rest" not in await mandating.say(mandating.mo, "moderate both")
        assert mandating.moderators.of("hackney") == (mandating.mo.aci,)


async def test_a_mandate_can_be_for_some_groups(mandating: Mandating) -> None:
    group = GroupSettings(id=mandating.group.api_id, kind=GroupKind.CHAT, name="Hackney chat")
    async with mandating.stage.running(
        mandating.declaration().model_copy(update={"groups": (group,)})
    ):
        await mandating.stage.settle()
        line = await mandating.code(mandating.mo)
        assert "I did not understand all of that" in await mandating.say(
            mandating.alex, f"{line} in 9"
        )
        assert "Where: Hackney chat" in await mandating.say(mandating.alex, f"{line} in 1")
        await mandating.name(mandating.mo, "in 1")
        assert mandating.moderators.of("hackney") == ()
        assert mandating.moderators.of("hackney", 1) == (mandating.mo.aci,)
        assert mandating.moderators.may(mandating.mo.aci, "hackney", 1)
        assert not mandating.moderators.may(mandating.mo.aci, "hackney")
        assert mandating.moderators.is_moderator(mandating.mo.aci)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("moderators AAAAAAAA", "I do not know that code"),
        ("moderators Mo please", "To propose a moderator"),
        ("moderators renew 7", "no moderator with the number 7"),
        ("moderators renew", "no moderator with the number –"),
        ("moderators end", "no moderator with the number –"),
    ],
)
async def test_clumsy_words_change_nothing(mandating: Mandating, typed: str, answer: str) -> None:
    async with mandating.open():
        assert answer in await mandating.say(mandating.alex, typed)


async def test_words_after_a_code_that_are_not_understood_are_said_to_be(
    mandating: Mandating,
) -> None:
    async with mandating.open():
        line = await mandating.code(mandating.mo)
        for more in ("for ever", "0 months", "in the chat", "3 months because he is nice"):
            said = await mandating.say(mandating.alex, f"{line} {more}")
            assert "I did not understand all of that" in said, more
        assert "12 months is the longest" in await mandating.say(
            mandating.alex, f"{line} 13 months"
        )
        halves = line.split()[1]
        said = await mandating.say(mandating.alex, f"moderator {halves[:4].lower()} {halves[4:]}")
        assert "You propose" in said


async def test_a_code_is_good_once_and_for_two_weeks(mandating: Mandating) -> None:
    async with mandating.open():
        line = await mandating.code(mandating.mo)
        newer = await mandating.code(mandating.mo)
        assert "do not know that code" in await mandating.say(mandating.alex, line)
        await mandating.stage.wait(timedelta(days=14))
        assert "do not know that code" in await mandating.say(mandating.alex, newer)
        await mandating.name(mandating.ned)
        offers = mandating.stage.store[Mandates]
        assert offers.offer_of(mandating.ned.aci, mandating.stage.clock.now()) is None


async def test_two_admins_who_propose_the_same_person_at_once_make_one_proposal(
    mandating: Mandating,
) -> None:
    async with mandating.open():
        line = await mandating.code(mandating.mo)
        await mandating.say(mandating.alex, line)
        await mandating.say(mandating.bea, line)
        mandating.alex.say("yes")
        mandating.bea.say("yes")
        await mandating.stage.settle()
        both = mandating.everything(mandating.alex) + mandating.everything(mandating.bea)
        assert both.count("I have asked the other admins") == 1
        assert both.count("That is proposed already") == 1


async def test_two_who_agree_at_once_ask_the_person_once(mandating: Mandating) -> None:
    async with mandating.open():
        number = await mandating.propose(await mandating.code(mandating.mo), mandating.alex)
        mandating.bea.say(f"agree {number}")
        mandating.cai.say(f"agree {number}")
        await mandating.stage.settle()
        assert mandating.everything(mandating.mo).count("Two admins of Hackney branch ask you") == 1


async def test_the_yes_of_who_is_no_admin_any_more_does_not_count(mandating: Mandating) -> None:
    async with mandating.open():
        number = await mandating.propose(await mandating.code(mandating.mo), mandating.alex)
    async with mandating.open(mandating.bea, mandating.cai):
        said = await mandating.say(mandating.bea, f"agree {number}")
        assert "One more admin has to agree" in said
        assert "I ask them" in await mandating.say(mandating.cai, f"agree {number}")


async def test_an_admin_of_another_branch_has_no_say(mandating: Mandating) -> None:
    dee = mandating.stage.signal.new_phone("Dee Elsewhere")
    async with mandating.open(others=(branch("camden", dee),)):
        number = await mandating.propose(await mandating.code(mandating.mo), mandating.alex)
        assert number not in (await mandating.say(dee, "moderators"))
        await mandating.say(dee, f"agree {number}")
        assert "ask you to be a moderator" not in mandating.everything(mandating.mo)


async def test_what_nobody_answers_is_reminded_of_and_then_over(mandating: Mandating) -> None:
    async with mandating.open():
        number = await mandating.propose(await mandating.code(mandating.mo), mandating.alex)
        await mandating.stage.wait(timedelta(hours=48))
        assert f"{number} has waited for two days" in mandating.read(mandating.bea)
        await mandating.stage.wait(timedelta(days=12))
        assert f"{number} has ended" in mandating.read(mandating.bea)
        assert "Two weeks are over" in mandating.read(mandating.mo)
        assert "agree" not in await mandating.say(mandating.bea, f"agree {number}")


async def test_a_restart_between_any_two_steps_changes_nothing(mandating: Mandating) -> None:
    async with mandating.open():
        line = await mandating.code(mandating.mo)
    async with mandating.open():
        await mandating.say(mandating.alex, line)
    async with mandating.open():
        answer = await mandating.say(mandating.alex, "yes")
        number = answer.rsplit("number ", 1)[1].rstrip(".")
    async with mandating.open():
        await mandating.say(mandating.bea, f"agree {number}")
    async with mandating.open():
        await mandating.say(mandating.mo, "moderate yes")
    async with mandating.open():
        assert mandating.moderators.of("hackney") == (mandating.mo.aci,)


async def test_a_text_that_begins_with_the_word_is_no_command(mandating: Mandating) -> None:
    async with mandating.open():
        said = await mandating.say(mandating.mo, "moderate your language please")
        assert "Give the next line" not in said
        assert "has no" not in await mandating.say(mandating.mo, "moderators are useless")


async def test_members_read_how_many_moderate_and_not_who(mandating: Mandating) -> None:
    async with mandating.open():
        assert "Nobody is a moderator" in await mandating.say(mandating.ned, "moderators")
        await mandating.name(mandating.mo)
        said = await mandating.say(mandating.ned, "moderators")
        assert "Hackney branch has one moderator" in said
        assert "Mo" not in said


async def test_an_admin_of_two_branches_says_for_which(mandating: Mandating) -> None:
    camden = branch("camden", mandating.alex, mandating.ned)
    async with mandating.open(others=(camden,)):
        line = await mandating.code(mandating.mo)
        asked = await mandating.say(mandating.alex, f"{line} 3 months")
        assert "For which one?" in asked
        assert f"{line} 3 months hackney" in asked
        for named in ("hackney", "Camden branch", "in Camden branch"):
            shown = await mandating.say(mandating.alex, f"{line} 3 months {named}")
            if named.startswith("in "):
                assert "I did not understand all of that" in shown
            else:
                assert f"a moderator of {named.split()[0].capitalize()} branch" in shown
        number = await mandating.propose(f"{line} camden", mandating.alex)
        assert f"agree {number}" in mandating.read(mandating.ned)
        assert f"agree {number}" not in mandating.everything(mandating.bea)
        await mandating.say(mandating.ned, f"agree {number}")
        await mandating.say(mandating.mo, "moderate yes")
        assert mandating.moderators.branches_of(mandating.mo.aci) == ("camden",)
        assert mandating.moderators.of("hackney") == ()
        assert "For which one?" in await mandating.say(mandating.alex, "moderators renew 1")
        said = await mandating.say(mandating.alex, "moderators renew 1 camden")
        assert "You propose that “Mo Member”" in said
        said = await mandating.say(mandating.alex, "moderators end camden 1: away for a year")
        assert "“away for a year”" in said


async def test_whoever_is_named_reads_adverts_and_the_admins_do_while_nobody_is(
    mandating: Mandating,
) -> None:
    async with mandating.open():
        services = mandating.stage.relay.services
        declared = services.branches["hackney"]
        assert set(services.adverts.moderating(declared)) == set(declared.admins)
        await mandating.name(mandating.mo)
        assert services.adverts.moderating(declared) == (mandating.mo.aci,)


async def test_an_admin_with_a_new_phone_neither_proposes_nor_agrees(mandating: Mandating) -> None:
    async with mandating.open():
        await mandating.stage.watch()
        line = await mandating.code(mandating.mo)
        await mandating.say(mandating.alex, line)
        mandating.alex.change_safety_number()
        said = await mandating.say(mandating.alex, "yes")
        assert "I have asked the other admins" not in said
        number = await mandating.propose(line, mandating.bea)
        await mandating.say(mandating.alex, f"agree {number}")
        assert "ask you to be a moderator" not in mandating.everything(mandating.mo)
        assert "ask them" in await mandating.say(mandating.cai, f"agree {number}")
