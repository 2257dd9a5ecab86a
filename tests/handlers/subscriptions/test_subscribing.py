"""Taking part unseen: what is posted comes by direct message, and every change of it."""

import pytest
from harness.running import branch, from_bot, team
from harness.unseen import Unseen

from practice.faults import Fault
from relay.subscriptions import places
from relay.subscriptions.tables import Mailings, Subscribers


async def test_a_post_and_every_change_of_it_reach_who_is_in_no_group(unseen: Unseen) -> None:
    async with unseen.running():
        answered = await unseen.say(unseen.sam, "Subscribe")
        assert "You are in no member list" in answered
        assert "unsubscribe" in answered
        shown = await unseen.say(unseen.alex, "announce Tea at four")
        assert "… and 1 person who gets it directly" in shown
        await unseen.say(unseen.alex, "yes")
        assert unseen.read(unseen.sam)[-1] == "Tea at four"
        await unseen.say(unseen.alex, "edit 1 Tea at five")
        await unseen.say(unseen.alex, "yes")
        assert unseen.read(unseen.sam)[-1] == "Tea at five"
        assert from_bot(unseen.sam)[-1].history == ("Tea at four", "Tea at five")
        await unseen.say(unseen.alex, "retract 1")
        await unseen.say(unseen.alex, "yes")
        assert from_bot(unseen.sam)[-1].deleted


async def test_who_no_edit_reaches_any_more_gets_the_correction_as_a_message(
    unseen: Unseen,
) -> None:
    async with unseen.running():
        await unseen.subscribe(unseen.sam)
        await unseen.post("Tea at four")
        await unseen.wait(hours=30)
        await unseen.subscribe(unseen.kim)
        before = unseen.read(unseen.kim)
        await unseen.say(unseen.alex, "edit 1 Tea at five")
        await unseen.say(unseen.alex, "yes")
        told = unseen.read(unseen.sam)[-1]
        assert "Tea at five" in told
        assert told != "Tea at five"
        # Kim has never had what is corrected.
        assert unseen.read(unseen.kim) == before


async def test_only_meetings_for_those_who_want_only_these(unseen: Unseen) -> None:
    async with unseen.running():
        await unseen.subscribe(unseen.sam, what="meetings")
        await unseen.subscribe(unseen.kim)
        before = len(unseen.read(unseen.sam))
        await unseen.post("Tea at four")
        assert len(unseen.read(unseen.sam)) == before
        assert unseen.read(unseen.kim)[-1] == "Tea at four"
        said = await unseen.say(
            unseen.alex,
            "meeting Title: Film night\nWhen: Thursday 7pm\nWhere: Town Hall\nAgenda: A film\n"
            "Papers: none\nAccess: step-free",
        )
        assert "… and 2 people who get it directly" in said
        await unseen.say(unseen.alex, "yes")
        assert "Film night" in unseen.read(unseen.sam)[-1]
        assert from_bot(unseen.sam)[-1].attachments
        await unseen.say(unseen.alex, "move 2 to Thursday 8pm")
        await unseen.say(unseen.alex, "yes")
        standing = [text for text in unseen.read(unseen.sam) if "Film night" in text]
        assert len(standing) == 1
        assert "8 pm" in standing[0]
        # A day before, the reminder that groups get; nobody gets it twice.
        await unseen.say(unseen.kim, "remind me")
        await unseen.wait(days=3, hours=8)
        assert sum("Film night" in text for text in unseen.read(unseen.sam)) == 2
        reminded = [text for text in unseen.read(unseen.kim) if "To end these reminders" in text]
        assert len(reminded) == 1
        assert sum("Film night" in text for text in unseen.read(unseen.kim)) == 3


async def test_admins_see_how_many_and_never_who(unseen: Unseen) -> None:
    async with unseen.running():
        await unseen.subscribe(unseen.sam, unseen.kim)
        await unseen.post("Tea at four")
        said = await unseen.say(unseen.alex, "stats 1")
        assert "It has gone to 2 directly. 2 people get announcements so now." in said
        for text in unseen.read(unseen.alex):
            assert "Sam" not in text
            assert unseen.sam.aci not in text


@pytest.mark.parametrize(
    "typed",
    [
        "unsubscribe",
        "Unsubscribe.",
        "unsubscibe",
        "unsubscribe me",
        "un subscribe",
        "UNSUBCRIBE",
        "please unsubscribe me",
        "stop",
        "stop sending me messages",
        "unsubscribe from hackney branch",
    ],
)
async def test_unsubscribe_is_understood_as_people_type_it(unseen: Unseen, typed: str) -> None:
    async with unseen.running():
        await unseen.subscribe(unseen.sam)
        assert "I have forgotten" in await unseen.say(unseen.sam, typed)
        assert unseen.stage.store[Subscribers].of(unseen.sam.aci) == []
        await unseen.post("Tea at four")
        assert "Tea at four" not in unseen.read(unseen.sam)


@pytest.mark.parametrize(
    "typed", ["subscribe him to the report", "I will subscribe tomorrow he said", "stop him"]
)
async def test_what_only_sounds_like_it_is_no_command(unseen: Unseen, typed: str) -> None:
    async with unseen.running():
        assert "You now get" not in await unseen.say(unseen.kim, typed)
        await unseen.subscribe(unseen.sam)
        await unseen.say(unseen.sam, typed)
        assert len(unseen.stage.store[Subscribers].of(unseen.sam.aci)) == 1


async def test_stop_still_ends_reminders_and_both_at_once(unseen: Unseen) -> None:
    async with unseen.running():
        assert "nothing to end" in await unseen.say(unseen.sam, "unsubscribe")
        assert "I am not sending you" in await unseen.say(unseen.sam, "stop reminders")
        assert "You get no more" not in await unseen.say(unseen.sam, "stop")


async def test_several_branches_are_told_apart(unseen: Unseen) -> None:
    stage = unseen.stage
    ours, theirs = branch("hackney", stage.alex, groups=[unseen.board]), branch("leeds", stage.bea)
    async with stage.running(ours, theirs):
        asked = await unseen.say(unseen.sam, "subscribe")
        assert "1. Hackney branch\n2. Leeds branch" in asked
        assert "I send you nothing" in await unseen.say(unseen.sam, "stop")
        await unseen.say(unseen.sam, "subscribe")
        assert "Leeds branch" in await unseen.say(unseen.sam, "2")
        assert "what Hackney branch posts" in await unseen.say(unseen.sam, "subscribe to hackney")
        assert "already" in await unseen.say(unseen.sam, "subscribe hackney all")
        said = await unseen.say(unseen.sam, "subscribe hackney meetings only")
        assert "only the meetings of Hackney" in said
        said = await unseen.say(unseen.sam, "unsubscribe hackney")
        assert "You still get: Leeds branch" in said
        assert "forgotten" in await unseen.say(unseen.sam, "unsubscribe")


async def test_a_full_list_is_said_and_places_go_on(
    unseen: Unseen, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with unseen.running(subscribers=1):
        await unseen.subscribe(unseen.sam)
        assert "no free place" in await unseen.say(unseen.kim, "subscribe")
        assert "no free place" in await unseen.say(unseen.kim, "subscribe")
        third = unseen.stage.signal.new_phone("Third")
        assert "I have kept nothing about you" in await unseen.say(third, "subscribe")
        assert unseen.stage.store[Subscribers].of(third.aci) == []
        await unseen.say(unseen.sam, "unsubscribe")
        assert "You now get" in unseen.read(unseen.kim)[-1]
        await unseen.post("Tea at four")
        assert unseen.read(unseen.kim)[-1] == "Tea at four"


async def test_forty_new_accounts_do_not_take_every_place_at_once(
    unseen: Unseen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "STRANGERS_PER_HOUR", 3)
    async with unseen.running(subscribers=10):
        many = [unseen.stage.signal.new_phone(f"New {index}") for index in range(6)]
        for phone in many:
            await unseen.say(phone, "subscribe")
        table = unseen.stage.store[Subscribers]
        assert (table.count("hackney"), table.waiting("hackney")) == (3, 3)
        # Somebody from a group is let in before them.
        await unseen.subscribe(unseen.stage.mo)
        await unseen.wait(minutes=61)
        assert (table.count("hackney"), table.waiting("hackney")) == (7, 0)
        assert "You now get" in unseen.read(many[-1])[-1]


async def test_a_host_who_wants_none_ends_it_and_it_is_said(unseen: Unseen) -> None:
    async with unseen.running():
        await unseen.subscribe(unseen.sam)
    async with unseen.running(subscribers=0):
        await unseen.stage.settle()
        assert "I have forgotten that you got them" in unseen.read(unseen.sam)[-1]
        assert "Nobody can get announcements" in await unseen.say(unseen.kim, "subscribe")
        assert unseen.stage.store[Subscribers].branches() == []


async def test_it_comes_while_a_report_is_written_and_is_no_part_of_it(unseen: Unseen) -> None:
    stage = unseen.stage
    stage.safeguarding = stage.safeguarding.model_copy(
        update={"teams": (team("hackney", (stage.bea, "Welfare officer")),)}
    )
    async with unseen.running():
        await unseen.subscribe(unseen.sam)
        await stage.say(unseen.sam, "report")
        await stage.say(unseen.sam, "1")
        await unseen.post("Tea at four")
        assert unseen.read(unseen.sam)[-1] == "Tea at four"
        post = from_bot(unseen.sam)[-1]
        before = len(from_bot(stage.bea))
        unseen.sam.react(post.newest, "👍", author=post.sender)
        await stage.settle()
        await stage.say(unseen.sam, "He shouted at me")
        assert len(from_bot(stage.bea)) == before
        await stage.say(unseen.sam, "send")
        await stage.say(unseen.sam, "yes")
        assert not any("Tea at four" in m.text for m in from_bot(stage.bea))


async def test_hide_takes_them_away_with_all_else(unseen: Unseen) -> None:
    async with unseen.running():
        await unseen.subscribe(unseen.sam)
        await unseen.post("Tea at four")
        await unseen.stage.say(unseen.sam, "hide")
        assert "Tea at four" not in unseen.read(unseen.sam)


async def test_whom_signal_does_not_know_any_more_is_forgotten_after_a_while(
    unseen: Unseen,
) -> None:
    async with unseen.running():
        await unseen.subscribe(unseen.sam, unseen.kim)
        unseen.stage.signal.put_in_the_way(
            Fault(
                "refuse",
                times=None,
                path="/v2/send",
                recipient=unseen.sam.aci,
                text="Failed to send message: Unregistered user",
            )
        )
        for day in range(9):
            await unseen.post(f"Day {day}")
            await unseen.wait(days=1)
        assert unseen.stage.store[Subscribers].of(unseen.sam.aci) == []
        assert len(unseen.stage.store[Subscribers].of(unseen.kim.aci)) == 1
        assert not unseen.stage.store[Mailings].open()
