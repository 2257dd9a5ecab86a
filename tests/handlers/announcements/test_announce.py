"""Announcing: what an admin types, what they read back, what the groups see."""

from datetime import timedelta

from harness.running import RelayHarness, branch, from_bot

from relay.store.groups import Groups


async def test_an_announcement_is_shown_first_and_posted_after_a_yes(
    on_stage: RelayHarness,
) -> None:
    board = on_stage.group("Hackney announcements")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        preview = await on_stage.ask(on_stage.alex, "announce The hall is open from 6.")

        assert "Nothing has been posted yet" in preview
        assert "The hall is open from 6." in preview
        assert "Hackney announcements (1 person)" in preview
        assert from_bot(on_stage.mo, board) == []

        under_way, receipt = await on_stage.say(on_stage.alex, "yes")

        assert "on its way" in under_way
        assert "Posted to 1 of 1 group." in receipt
        assert [m.text for m in from_bot(on_stage.mo, board)] == ["The hall is open from 6."]


async def test_a_thumbs_up_on_the_preview_is_a_yes(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await on_stage.ask(on_stage.alex, "announce Hello")
        preview = from_bot(on_stage.alex)[-1]

        on_stage.alex.react(preview.timestamp, "👍🏾")
        await on_stage.settle()

        assert [m.text for m in from_bot(on_stage.mo, board)] == ["Hello"]


async def test_a_thumbs_up_on_anything_else_posts_nothing(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await on_stage.ask(on_stage.alex, "help")
        earlier = from_bot(on_stage.alex)[-1]
        await on_stage.ask(on_stage.alex, "announce Hello")

        on_stage.alex.react(earlier.timestamp, "👍")
        await on_stage.settle()

        assert from_bot(on_stage.mo, board) == []


async def test_no_drops_it(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await on_stage.ask(on_stage.alex, "announce Hello")

        assert "Nothing has been posted" in await on_stage.ask(on_stage.alex, "No.")
        assert "nothing waiting" in await on_stage.ask(on_stage.alex, "yes")
        assert from_bot(on_stage.mo, board) == []


async def test_a_preview_expires_and_says_so(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await on_stage.ask(on_stage.alex, "announce Hello")
        await on_stage.wait(timedelta(minutes=31))

        assert "expired" in from_bot(on_stage.alex)[-1].text
        await on_stage.say(on_stage.alex, "yes")
        assert from_bot(on_stage.mo, board) == []


async def test_with_several_branches_the_admin_is_asked_which(on_stage: RelayHarness) -> None:
    north, south = on_stage.group("North board"), on_stage.group("South board")
    async with on_stage.running(
        branch("north", on_stage.alex, groups=[north]),
        branch("south", on_stage.alex, groups=[south]),
    ):
        question = await on_stage.ask(on_stage.alex, "announce Hello")
        assert "1. North branch" in question
        assert "2. South branch" in question

        assert "South board" in await on_stage.ask(on_stage.alex, "2")
        await on_stage.say(on_stage.alex, "yes")
        assert [m.text for m in from_bot(on_stage.mo, south)] == ["Hello"]
        assert from_bot(on_stage.mo, north) == []

        assert "North board" in await on_stage.ask(on_stage.alex, "announce north Hi there")


async def test_announcing_in_two_messages(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        assert "What should it say?" in await on_stage.ask(on_stage.alex, "Announce")
        preview = await on_stage.ask(on_stage.alex, "Post office hours: 9 to 5")
        assert "Post office hours: 9 to 5" in preview
        preview = await on_stage.ask(on_stage.alex, "edit Post office hours: 10 to 4")
        assert "10 to 4" in preview
        await on_stage.say(on_stage.alex, "yes")
        assert [m.text for m in from_bot(on_stage.mo, board)] == ["Post office hours: 10 to 4"]


async def test_a_member_who_announces_is_told_kindly(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        answer = await on_stage.ask(on_stage.mo, "announce Free beer")
        assert "Only people who look after a branch" in answer
        assert "whoami" in answer


async def test_what_an_admin_types_in_a_group_is_not_posted(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board", on_stage.mo, on_stage.alex, only_admins=False)
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        on_stage.alex.say("announce Hello", board)
        on_stage.alex.say("yes", board)
        await on_stage.settle()
        assert from_bot(on_stage.alex) == []
        assert [m.text for m in from_bot(on_stage.mo, board)] == ["announce Hello", "yes"]


async def test_a_scheduled_announcement_goes_out_at_its_time(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        preview = await on_stage.ask(on_stage.alex, "announce tomorrow 9am: Doors open at ten")
        assert "on Monday 23 November at 9" in preview
        assert "will be posted on Monday 23 November" in await on_stage.ask(on_stage.alex, "yes")
        assert "Doors open at ten" in await on_stage.ask(on_stage.alex, "queue")

        await on_stage.wait(timedelta(hours=19, minutes=59))
        assert from_bot(on_stage.mo, board) == []
        await on_stage.wait(timedelta(minutes=1))
        assert [m.text for m in from_bot(on_stage.mo, board)] == ["Doors open at ten"]
        assert "Posted to 1 of 1 group" in from_bot(on_stage.alex)[-1].text
        assert "Nothing is waiting" in await on_stage.ask(on_stage.alex, "queue")


async def test_a_queued_announcement_can_be_cancelled(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await on_stage.ask(on_stage.alex, "announce tomorrow 9am: Doors open at ten")
        await on_stage.ask(on_stage.alex, "yes")
        assert "will not be posted" in await on_stage.ask(on_stage.alex, "cancel 1")
        await on_stage.wait(timedelta(days=2))
        assert from_bot(on_stage.mo, board) == []


async def test_two_admins_when_the_branch_wants_it(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    hackney = branch("hackney", on_stage.alex, on_stage.bea, groups=[board], approvals=2)
    async with on_stage.running(hackney):
        await on_stage.ask(on_stage.alex, "announce Hello")
        assert "agreement of one more admin" in await on_stage.ask(on_stage.alex, "yes")
        assert "agree 1" in from_bot(on_stage.bea)[-1].text
        assert "is yours" in await on_stage.ask(on_stage.alex, "agree 1")
        assert from_bot(on_stage.mo, board) == []

        await on_stage.say(on_stage.bea, "agree 1")
        assert [m.text for m in from_bot(on_stage.mo, board)] == ["Hello"]
        assert "Posted to 1 of 1 group" in from_bot(on_stage.alex)[-1].text


async def test_editing_the_message_itself_changes_the_draft(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        first = on_stage.alex.say("announce Hallo")
        await on_stage.settle()
        second = on_stage.alex.edit(first, "announce Helo")
        await on_stage.settle()
        on_stage.alex.edit(second, "announce Hello")
        await on_stage.settle()
        assert "Hello" in from_bot(on_stage.alex)[-1].text
        await on_stage.say(on_stage.alex, "yes")
        assert [m.text for m in from_bot(on_stage.mo, board)] == ["Hello"]


async def test_deleting_the_message_itself_drops_the_draft(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        first = on_stage.alex.say("announce Hello")
        await on_stage.settle()
        on_stage.alex.delete(first)
        await on_stage.settle()
        assert "Dropped" in from_bot(on_stage.alex)[-1].text
        await on_stage.say(on_stage.alex, "yes")
        assert from_bot(on_stage.mo, board) == []


async def test_now_gives_words_back_that_were_read_as_a_time(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        preview = await on_stage.ask(on_stage.alex, "announce On Friday at 18:30 we meet")
        assert "on Friday 27 November at 6:30 pm" in preview
        await on_stage.ask(on_stage.alex, "now")
        await on_stage.say(on_stage.alex, "yes")
        assert [m.text for m in from_bot(on_stage.mo, board)] == ["On Friday at 18:30 we meet"]


async def test_before_the_groups_are_known_nothing_is_offered(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        Groups.__init__(on_stage.store.groups, on_stage.store.groups._db)
        on_stage.store.groups._db.execute("DELETE FROM groups")
        answer = await on_stage.ask(on_stage.alex, "announce Hello")
        assert "do not know my groups yet" in answer
        await on_stage.relay.directory.refresh()
        assert "Board (1 person)" in await on_stage.ask(on_stage.alex, "Hello")


async def test_the_text_of_what_was_cancelled_is_forgotten(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await on_stage.ask(on_stage.alex, "announce tomorrow 9am: Better not")
        await on_stage.ask(on_stage.alex, "yes")
        await on_stage.ask(on_stage.alex, "cancel 1")
        rows = on_stage.store._db.execute("SELECT text FROM announcements").fetchall()
        assert rows == [("",)]


async def test_post_it_is_a_yes_to_the_preview_and_post_is_not(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await on_stage.ask(on_stage.alex, "announce The hall is open")
        assert "not sure what you mean" in await on_stage.ask(on_stage.alex, "post")
        assert from_bot(on_stage.mo, board) == []
        await on_stage.say(on_stage.alex, "Yes, post it!")
        assert [m.text for m in from_bot(on_stage.mo, board)] == ["The hall is open"]


async def test_post_it_without_a_preview_is_a_text(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        assert "———\nit\n———" in await on_stage.ask(on_stage.alex, "post it")
        assert from_bot(on_stage.mo, board) == []


async def test_a_time_alone_is_kept_until_the_text_comes(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        assert "What should it say?" in await on_stage.ask(on_stage.alex, "announce tomorrow 9am")
        preview = await on_stage.ask(on_stage.alex, "Bring tea")
        assert "on Monday 23 November at 9 am" in preview
        assert "———\nBring tea\n———" in preview


async def test_a_slip_in_the_time_is_said_and_not_guessed(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        preview = await on_stage.ask(on_stage.alex, "announce tomorow 9am: tea")
        assert "post now" in preview
        assert "A time to post at: I found none" in preview


async def test_status_names_what_was_posted_last(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(
        branch("hackney", on_stage.alex, groups=[board]), branch("haringey", on_stage.bea)
    ):
        for text in ("First", "Second", "Third"):
            await on_stage.ask(on_stage.alex, f"announce {text}")
            await on_stage.say(on_stage.alex, "yes")
        await on_stage.say(on_stage.alex, "retract 3")
        await on_stage.say(on_stage.alex, "yes")
        assert "• 2: Second\n• 1: First" in await on_stage.ask(on_stage.alex, "status")
        assert "Second" not in await on_stage.ask(on_stage.bea, "status")


async def test_words_that_were_read_as_a_time_stay_where_it_is_posted_now(
    on_stage: RelayHarness,
) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        preview = await on_stage.ask(on_stage.alex, "announce Tonight 7pm: film")
        assert "7 pm" in preview
        assert "———\nTonight 7pm: film\n———" in await on_stage.ask(on_stage.alex, "now")
        await on_stage.say(on_stage.alex, "announce Thurs 7pm: film")
        await on_stage.ask(on_stage.alex, "edit A film")
        assert "———\nA film\n———" in await on_stage.ask(on_stage.alex, "now")


async def test_a_short_name_of_a_day_posts_nothing_at_once(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        preview = await on_stage.ask(on_stage.alex, "Announce-Thurs 7pm:film")
        assert "on Thursday 26 November" in preview
        await on_stage.say(on_stage.alex, "yes")
        assert from_bot(on_stage.mo, board) == []
        await on_stage.wait(timedelta(days=5))
        assert [m.text for m in from_bot(on_stage.mo, board)] == ["film"]
