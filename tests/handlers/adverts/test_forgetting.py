"""What is forgotten of an advert is in no page of the store any more, nor in its log."""

from datetime import timedelta
from pathlib import Path

import pytest
from canaries import leaks
from harness.adverts import Board
from harness.running import KEY, relay_harness
from opened import opened

WORDS = "Quincebridge sofa"
SPARE = "Zirconette chairs"


@pytest.mark.parametrize("end", ["no", "down", "expired", "another", "edit", "refused", "tidied"])
async def test_what_is_forgotten_leaves_no_copy(tmp_path: Path, end: str) -> None:
    async with relay_harness(tmp_path) as stage:
        board = Board(stage)
        async with board.open():
            await board.say(board.mo, f"advert {WORDS}, to give away")
            assert leaks(opened(tmp_path / "relay.db", KEY), {"words": WORDS}) == ["words"]
            await stage.wait(timedelta(minutes=2))
            assert not stage.store.shredder.is_due()
            before = stage.store.shredder._rewritten_at
            if end == "expired":
                await stage.wait(timedelta(hours=1))
            elif end in ("another", "edit"):
                word = "advert" if end == "another" else "edit"
                assert SPARE in await board.say(board.mo, f"{word} {SPARE}, to give away")
            elif end != "no":
                await board.say(board.mo, "yes")
            if end == "no":
                await board.say(board.mo, "no")
            elif end == "down":
                await board.say(board.mo, "advert down")
            elif end == "refused":
                await board.say(board.bea, "advert no 1 3")
            elif end == "tidied":
                await board.say(board.bea, "advert yes 1")
                await stage.wait(timedelta(days=15))
                await stage.wait(timedelta(days=8))
                await stage.relay.tidy()
            asked = stage.store.shredder.is_due()
            await stage.wait(timedelta(minutes=2))
            rows = stage.store._db.execute("SELECT text FROM adverts").fetchall()
            assert WORDS not in str(rows)
            assert leaks(opened(tmp_path / "relay.db", KEY), {"words": WORDS}) == []
            # Asked for by what was forgotten, or done already in a round that followed.
            assert asked or stage.store.shredder._rewritten_at != before


async def test_what_stands_and_what_waits_are_both_taken_down(board: Board) -> None:
    async with board.open():
        await board.put_up()
        await board.say(board.mo, "advert Chairs: https://chairs.example/now")
        await board.say(board.mo, "yes")
        assert any("Blue sofa" in text for text in board.texts())
        said = await board.say(board.mo, "advert down")
        assert "Advert 1 is taken down" in said
        assert "Advert 2 is taken down" in said
        assert not any("Blue sofa" in text for text in board.texts())
        assert "answered already" in await board.say(board.bea, "advert yes 2")


async def test_with_its_number_only_that_one_is_taken_down(board: Board) -> None:
    async with board.open():
        await board.put_up()
        await board.say(board.mo, "advert Chairs: https://chairs.example/now")
        await board.say(board.mo, "yes")
        said = await board.say(board.mo, "advert down 2")
        assert "Advert 2 is taken down" in said
        assert "Advert 1" not in said
        assert any("Blue sofa" in text for text in board.texts())
