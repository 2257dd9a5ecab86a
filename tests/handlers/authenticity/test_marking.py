"""Admins say that something is false, and take it back."""

from datetime import timedelta

from harness.authenticity import DUES, LINK, SCAM, Rumours
from harness.running import from_bot, team

from relay.settings import SafeguardingSettings


async def test_those_who_asked_are_told_once_and_whoever_asks_then_at_once(
    rumours: Rumours,
) -> None:
    async with rumours.open():
        await rumours.check(rumours.mo, SCAM)
        await rumours.check(rumours.sam, LINK)
        preview = await rumours.say(rumours.alex, f"false {SCAM}")
        assert "Nothing has happened yet" in preview
        assert "2 people who asked about it are told" in preview
        assert "ourbranch-join[.]com" in preview
        done = await rumours.say(rumours.alex, "yes")
        assert "Warning 1 stands" in done
        assert "post draft 1" in done
        for phone in (rumours.mo, rumours.sam):
            assert "You asked me whether something is real. It is not" in rumours.last(phone)
            assert rumours.heard(phone).count("You asked me whether") == 1
        assert "You asked me" not in rumours.heard(rumours.ned)
        await rumours.stage.wait(timedelta(minutes=5))
        assert rumours.heard(rumours.mo).count("You asked me whether") == 1
        answer = await rumours.check(rumours.ned, LINK)
        assert "known to be false. Hackney branch warned of it" in answer
        assert "known to be false" in await rumours.check(rumours.ned, f"Fwd: {SCAM}!!")


async def test_it_is_in_the_signed_feed_until_it_is_taken_back_and_the_same_people_hear(
    rumours: Rumours,
) -> None:
    async with rumours.open():
        await rumours.check(rumours.mo, SCAM)
        await rumours.say(rumours.alex, f"false {SCAM}")
        await rumours.say(rumours.alex, "yes")
        feed = rumours.stage.relay.services.signed_feed
        assert [one.entry.kind.value for one in feed.current("hackney")] == ["false"]
        await rumours.check(rumours.ned, SCAM)
        done = await rumours.say(rumours.bea, "Not false 1")
        assert "Warning 1 is taken back" in done
        assert "2 people who had asked" in done
        assert feed.current("hackney") == []
        for phone in (rumours.mo, rumours.ned):
            assert "That warning was wrong" in rumours.last(phone)
        assert "Another admin has taken back warning 1" in rumours.last(rumours.alex)
        assert "I do not know this" in await rumours.check(rumours.mo, SCAM)
        assert "I know no warning 1" in await rumours.say(rumours.bea, "not false 1")


async def test_the_draft_for_the_groups_is_posted_like_any_other(rumours: Rumours) -> None:
    async with rumours.open():
        await rumours.say(rumours.alex, f"false {LINK}")
        await rumours.say(rumours.alex, "yes")
        shown = await rumours.say(rumours.bea, "post draft 1")
        assert "Warning: this is false and not from us" in shown
        await rumours.say(rumours.bea, "yes")
        [post] = from_bot(rumours.ned, rumours.group)
        assert "ourbranch-join[.]com" in post.text


async def test_where_two_are_wanted_another_admin_agrees(rumours: Rumours) -> None:
    async with rumours.open(approvals=2):
        await rumours.check(rumours.mo, SCAM)
        await rumours.say(rumours.alex, f"false: {SCAM}")
        assert "Another admin has to agree" in await rumours.say(rumours.alex, "yes")
        assert "You asked me" not in rumours.heard(rumours.mo)
        assert "false yes 1" in rumours.last(rumours.bea)
        assert "yourself" in await rumours.say(rumours.alex, "false yes 1")
        assert "Warning 1 stands" in await rumours.say(rumours.bea, "false yes 1")
        assert "Another admin has agreed" in rumours.last(rumours.alex)
        assert "You asked me" in rumours.last(rumours.mo)


async def test_the_other_admin_may_say_no(rumours: Rumours) -> None:
    async with rumours.open(approvals=2):
        await rumours.say(rumours.alex, f"false {SCAM}")
        await rumours.say(rumours.alex, "yes")
        assert "Nobody is warned" in await rumours.say(rumours.bea, "false no 1")
        assert "said no to warning 1" in rumours.last(rumours.alex)
        assert rumours.rows("false_claims") == 0
        assert "I do not know this" in await rumours.check(rumours.mo, SCAM)


async def test_it_is_asked_for_and_may_be_forwarded(rumours: Rumours) -> None:
    async with rumours.open():
        assert "What is false?" in await rumours.say(rumours.alex, "false")
        assert "Nothing has happened yet" in await rumours.say(rumours.alex, f"Meeting! {SCAM}")
        assert "warned nobody" in await rumours.say(rumours.alex, "no")
        assert rumours.rows("false_claims") == 0


async def test_the_branchs_own_post_is_no_warning(rumours: Rumours) -> None:
    async with rumours.open():
        await rumours.post(DUES)
        assert "your branch posted as number 1" in await rumours.say(rumours.alex, f"false {DUES}")


async def test_a_real_link_in_a_scam_warns_nobody_who_asked_about_the_link(
    rumours: Rumours,
) -> None:
    async with rumours.open():
        await rumours.post("The portal is https://members.ourbranch.org.uk/join from Monday.")
        await rumours.check(rumours.mo, "is https://members.ourbranch.org.uk/join ours? who knows")
        preview = await rumours.say(
            rumours.alex,
            "false Pay £50 to 04-00-75 71120934, or see https://members.ourbranch.org.uk/join",
        )
        assert "Nobody has asked about it" in preview


async def test_members_have_no_such_command(rumours: Rumours) -> None:
    async with rumours.open():
        assert "Nothing has happened yet" not in await rumours.say(rumours.mo, f"false {SCAM}")
        assert rumours.rows("false_claims") == 0


async def test_admins_hear_how_many_ask_about_the_same_link_and_never_who(
    rumours: Rumours,
) -> None:
    async with rumours.open():
        others = [rumours.stage.signal.new_phone(f"Person {index}") for index in range(3)]
        for index, phone in enumerate(others[:2]):
            await rumours.check(phone, f"Look, Person: {LINK}?token=secret-{index}")
        assert "people have asked me" not in rumours.heard(rumours.alex)
        await rumours.check(others[1], LINK)
        assert "people have asked me" not in rumours.heard(rumours.alex)
        await rumours.check(others[2], SCAM)
        told = rumours.last(rumours.alex)
        assert "3 people have asked me" in told
        assert "ourbranch-join[.]com/register" in told
        assert "secret" not in told
        assert "Person" not in told
        assert told == rumours.last(rumours.bea)


async def test_who_asked_too_long_ago_is_told_nothing(rumours: Rumours) -> None:
    async with rumours.open():
        await rumours.check(rumours.mo, SCAM)
        await rumours.stage.wait(timedelta(days=15))
        await rumours.stage.relay.tidy()
        assert rumours.rows("askers") == 0
        assert rumours.rows("asked_keys") == 0
        await rumours.say(rumours.alex, f"false {SCAM}")
        await rumours.say(rumours.alex, "yes")
        assert "You asked me" not in rumours.heard(rumours.mo)


async def test_a_hidden_chat_gets_nothing_unasked(rumours: Rumours) -> None:
    stage = rumours.stage
    stage.safeguarding = SafeguardingSettings(teams=(team("hackney", (stage.bea, "Officer")),))
    async with rumours.open():
        await rumours.check(rumours.mo, SCAM)
        await rumours.say(rumours.mo, "report")
        await rumours.say(rumours.mo, "hide")
        await rumours.say(rumours.alex, f"false {SCAM}")
        await rumours.say(rumours.alex, "yes")
        assert "You asked me" not in rumours.heard(rumours.mo)


async def test_the_command_before_what_is_asked_for_is_no_part_of_it(rumours: Rumours) -> None:
    async with rumours.open():
        await rumours.say(rumours.alex, "false")
        assert "“Dear member" in await rumours.say(rumours.alex, f"false {SCAM}")
        await rumours.say(rumours.alex, "no")
        await rumours.say(rumours.alex, "false")
        assert "would warn" not in await rumours.say(rumours.alex, "not false 1")


async def test_a_number_alone_is_nothing_to_warn_of(rumours: Rumours) -> None:
    async with rumours.open():
        await rumours.say(rumours.alex, f"false {SCAM}")
        await rumours.say(rumours.alex, "yes")
        said = await rumours.say(rumours.alex, "false 1")
        assert "To take one back: not false" in said
        assert "would warn" not in said


async def test_what_is_warned_of_stays_false_once_the_groups_are_told(rumours: Rumours) -> None:
    async with rumours.open():
        await rumours.say(rumours.alex, f"false {SCAM}")
        await rumours.say(rumours.alex, "yes")
        await rumours.say(rumours.alex, "post draft 1")
        await rumours.say(rumours.alex, "1")
        await rumours.say(rumours.alex, "yes")
        part = "Dear member, keep your vote: register today at ourbranch-join"
        for asked in (LINK, f"{LINK}?id=9", "https://ourbranch-join.com", SCAM, part):
            assert "known to be false" in await rumours.check(rumours.mo, asked)


async def test_a_link_that_a_post_warns_of_is_not_called_real(rumours: Rumours) -> None:
    async with rumours.open():
        await rumours.post(f"Do not open {LINK}: it is not from us, it is a scam.")
        for asked in (LINK, "https://ourbranch-join.com/other"):
            answer = await rumours.check(rumours.mo, asked)
            assert "This address is real" not in answer
            assert "stands in" not in answer
        await rumours.say(rumours.alex, f"false {LINK}")
        await rumours.say(rumours.alex, "yes")
        assert "known to be false" in await rumours.check(rumours.mo, LINK)


async def test_a_part_of_what_is_warned_of_is_not_called_real(rumours: Rumours) -> None:
    false = (
        "Comrades, the executive has decided that all members move to the new portal tonight. "
        "Whoever has not moved by noon loses their vote and has to join the party anew."
    )
    async with rumours.open():
        await rumours.say(rumours.alex, f"false {false}")
        await rumours.say(rumours.alex, "yes")
        await rumours.say(rumours.alex, "post draft 1")
        await rumours.say(rumours.alex, "1")
        await rumours.say(rumours.alex, "yes")
        for part in false.split(". "):
            answer = await rumours.check(rumours.mo, part)
            assert "known to be false" in answer
            assert "is real" not in answer
