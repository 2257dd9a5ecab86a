"""Moderators read what goes into a board: the first answer counts, and both sides hear of it."""

from datetime import timedelta

import pytest
from harness.adverts import Board
from harness.running import from_bot

SOFA = "Blue sofa to give away, Clapton."
WHY = "It speaks as if it were the branch."


async def _offered(board: Board) -> None:
    await board.say(board.mo, f"advert {SOFA}")
    await board.say(board.mo, "yes")


async def test_a_thumb_on_the_message_is_a_yes(board: Board) -> None:
    async with board.open():
        await _offered(board)
        board.bea.react(from_bot(board.bea)[-1].timestamp, "👍🏽")
        await board.stage.settle()
        assert any(SOFA in text for text in board.texts())
        assert "You need do nothing" in from_bot(board.cai)[-1].text
        board.cai.react(from_bot(board.cai)[-2].timestamp, "👎")
        await board.stage.settle()
        assert "You need do nothing" in from_bot(board.cai)[-1].text
        assert any(SOFA in text for text in board.texts())


async def test_a_thumb_down_asks_for_the_standard_that_its_writer_then_reads(board: Board) -> None:
    async with board.open():
        await _offered(board)
        board.bea.react(from_bot(board.bea)[-1].timestamp, "👎")
        await board.stage.settle()
        assert "What does advert 1 go against?" in from_bot(board.bea)[-1].text
        assert "1 to 6" in await board.say(board.bea, "9")
        assert "1 to 6" in await board.say(board.bea, "6")
        assert "its writer knows why" in await board.say(board.bea, "4 Say “a member” please")
        told = from_bot(board.mo)[-1].text
        assert WHY in told
        assert "“Say “a member” please”" in told
        assert "Bea" not in told
        assert board.texts() == []
        assert "not posted" in from_bot(board.cai)[-1].text
        assert "answered already" in await board.say(board.cai, "advert yes 1")
        assert "answered already" in await board.say(board.cai, "advert no 1 4")


@pytest.mark.parametrize(
    ("typed", "reads"),
    [
        ("advert no 1 4", WHY),
        ("Advert no #1: 1 it asks for money", "“it asks for money”"),
        ("advert no 1 2. The page is a fake", "should not trust"),
        ("ad no 1 6 wrong board", "“wrong board”"),
    ],
)
async def test_a_no_with_its_reason_is_taken_at_once(board: Board, typed: str, reads: str) -> None:
    async with board.open():
        await _offered(board)
        assert "its writer knows why" in await board.say(board.bea, typed)
        assert reads in from_bot(board.mo)[-1].text


@pytest.mark.parametrize(
    "typed",
    [
        "he came back last night, I am scared",
        "it asks for money",
        "help me",
        "999 he is here",
        "999 he is here now, please send somebody quickly",
        "6 help me",
        "meetings",
        "advert no 1 it asks for money",
        "advert no 1 help me",
        "advert no 1 6 help me",
    ],
)
async def test_what_names_no_standard_is_no_reason_and_goes_to_nobody(
    board: Board, typed: str
) -> None:
    async with board.open():
        await _offered(board)
        board.bea.react(from_bot(board.bea)[-1].timestamp, "👎")
        await board.stage.settle()
        heard = len(from_bot(board.mo))
        said = await board.say(board.bea, typed)
        assert len(from_bot(board.mo)) == heard
        assert "not posted" not in said
        if typed == "meetings":
            assert "planned" in said.lower()
        elif "help" in typed or "999" in typed:
            assert "999" in said
        else:
            assert "number from 1 to 6" in said
        assert "its writer knows why" in await board.say(board.bea, "4")
        assert WHY in from_bot(board.mo)[-1].text


@pytest.mark.parametrize("typed", ["no", "Stop", "cancel.", "leave"])
async def test_who_does_not_want_to_say_why_leaves_it_as_it_is(board: Board, typed: str) -> None:
    async with board.open():
        await _offered(board)
        board.bea.react(from_bot(board.bea)[-1].timestamp, "👎")
        await board.stage.settle()
        heard = len(from_bot(board.mo))
        assert "Advert 1 stays as it is" in await board.say(board.bea, typed)
        assert "1 to 6" not in await board.say(board.bea, "4")
        assert len(from_bot(board.mo)) == heard
        assert "is posted" in await board.say(board.bea, "advert yes 1")


async def test_nobody_answers_their_own_and_takes_it_down_without_a_reason(board: Board) -> None:
    async with board.open(adverts_read="all"):
        for one in (board.bea, board.stage.alex):
            board.group.members[one.aci] = None
        await board.stage.relay.directory.refresh()
        for writer, number in ((board.bea, 1), (board.stage.alex, 2), (board.bea, 3)):
            await board.say(writer, f"advert {SOFA}")
            await board.say(writer, "yes")
            for typed in (f"advert yes {number}", f"advert no {number} 4"):
                assert "is your own" in await board.say(writer, typed)
            assert board.texts() == []
            why = " sold" if number == 3 else ""
            down = await board.say(writer, f"advert down {number}{why}")
            assert f"Advert {number} is taken down" in down
            assert "its writer knows why" not in down


async def test_without_a_number_it_is_asked_which(board: Board) -> None:
    async with board.open():
        await _offered(board)
        assert "advert yes 12" in await board.say(board.bea, "advert yes")
        assert "no advert 7 in a board of yours" in await board.say(board.bea, "advert yes 7")


async def test_what_nobody_answers_for_two_days_is_told_to_both(board: Board) -> None:
    async with board.open():
        await _offered(board)
        await board.stage.wait(timedelta(hours=49))
        assert "No moderator has read your advert 1 yet" in from_bot(board.mo)[-1].text
        assert "has waited for two days" in from_bot(board.bea)[-1].text
        said = len(from_bot(board.mo))
        await board.stage.wait(timedelta(hours=1))
        assert len(from_bot(board.mo)) == said
        await board.say(board.bea, "advert yes 1")
        assert any(SOFA in text for text in board.texts())


async def test_what_nobody_ever_answers_is_never_posted_and_told_to_both(board: Board) -> None:
    async with board.open():
        await _offered(board)
        await board.stage.wait(timedelta(days=15))
        assert "Nobody has read your advert 1" in from_bot(board.mo)[-1].text
        assert "was never answered" in from_bot(board.bea)[-1].text
        assert "answered already" in await board.say(board.bea, "advert yes 1")
        assert board.texts() == []


async def test_what_stands_is_taken_down_for_a_reason_and_the_next_is_read_again(
    board: Board,
) -> None:
    async with board.open():
        await board.put_up(SOFA)
        assert "What does advert 1 go against?" in await board.say(
            board.stage.alex, "advert down 1"
        )
        assert "is deleted" in await board.say(board.stage.alex, "2")
        assert "was taken down" in from_bot(board.mo)[-1].text
        assert not any(SOFA in text for text in board.texts())
        assert "A moderator reads it" in await board.say(board.mo, "advert Chairs")
        audit = board.stage.store._db.execute("SELECT * FROM audit").fetchall()
        assert board.mo.aci not in str(audit)


async def test_only_who_looks_after_a_board_answers(board: Board) -> None:
    async with board.open():
        await _offered(board)
        await board.say(board.ned, "advert yes 1")
        await board.say(board.mo, "advert yes 1")
        await board.say(board.sam, "advert down 1 5")
        board.ned.react(from_bot(board.bea)[-1].timestamp, "👍")
        await board.stage.settle()
        assert board.texts() == []


async def test_nobody_reads_their_own_and_without_moderators_admins_read(board: Board) -> None:
    async with board.open(moderators=(), adverts_read="all"):
        board.group.members[board.stage.alex.aci] = None
        await board.stage.relay.directory.refresh()
        await _offered(board)
        assert SOFA in from_bot(board.stage.alex)[-1].text
        await board.say(board.stage.alex, "advert yes 1")
        # There is nobody else to read what the only one writes.
        assert "A moderator reads it" not in await board.say(board.stage.alex, "advert Chairs")


async def test_a_moderator_who_thinks_too_long_is_told_that_it_waits_on(board: Board) -> None:
    async with board.open():
        await _offered(board)
        await board.say(board.bea, "advert no 1")
        await board.stage.wait(timedelta(hours=1))
        assert "stays as it is" in from_bot(board.bea)[-1].text
        await board.say(board.bea, "advert yes 1")
        assert any(SOFA in text for text in board.texts())
