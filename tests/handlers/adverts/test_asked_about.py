"""Somebody asks whether an advert of a member is real."""

from harness.adverts import Board

LOAN = "Quick loans of £500 for members, no questions. Pay £20 first. Come by any evening."


async def test_the_bot_vouches_for_no_advert_although_it_posted_it(board: Board) -> None:
    async with board.open():
        await board.say(board.mo, f"advert {LOAN}")
        await board.say(board.mo, "yes")
        await board.say(board.cai, "advert yes 1")
        [post, listed] = board.shown()
        for text in (post.text, listed.text):
            await board.say(board.bea, "is this real?")
            assert "✅" not in await board.say(board.bea, text)
