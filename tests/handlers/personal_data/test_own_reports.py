"""`about me` with the name of a report: all that is kept of it, for whoever wrote it."""

from datetime import timedelta

import pytest
from harness.running import KEY, RelayHarness, branch, from_bot
from opened import opened
from reporting import TELLING, Cast, send, with_teams

CODEWORD = "garden party"


async def closed(stage: RelayHarness, cast: Cast, name: str) -> None:
    """Have an officer answer and finish it."""
    for text in (f"reply {name} We are here", "yes", f"close {name} resolved"):
        await stage.say(cast.una, text)


async def test_whoever_wrote_it_reads_where_it_stands_what_is_kept_and_until_when(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio, "It happened on Friday", "In the hall")
        for asked in (f"about me {name}", f"About me: {name.upper()}.", f"about me {name[:-3]}"):
            said = await on_stage.ask(cast.rio, asked)
            assert f"{name}: sent on Sunday 22 November" in said
            assert "Nobody has answered yet." in said
            assert "what you wrote (2 messages)" in said
            assert "until 30 days after they finish with it" in said
            assert "until 90 days after" in said


async def test_once_it_is_closed_they_read_the_days(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio, "It happened on Friday")
        await closed(on_stage, cast, name)
        said = await on_stage.ask(cast.rio, f"about me {name}")
        assert "They finished with it on Sunday 22 November" in said
        assert "until Tuesday 22 December. The rest, until Saturday 20 February" in said


@pytest.mark.parametrize("asked", ["about me file {}", "about me {} file", "about me {} as a file"])
async def test_as_a_file_it_says_why_and_on_which_basis(on_stage: RelayHarness, asked: str) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio, "It happened on Friday")
        await on_stage.say(cast.rio, asked.format(name))
        [file] = from_bot(cast.rio)[-1].attachments
        text = file.data.decode()
        assert f"What this bot keeps of {name}" in text
        assert "Nobody has answered yet." in text
        assert "Article 6(1)(f)" in text
        assert "They are not told who wrote it." in text


async def test_of_the_file_nothing_is_left_and_hide_takes_it_off_the_phone(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio, "It happened on Friday")
        await on_stage.say(cast.rio, f"about me file {name}")
        assert not on_stage.store._db.execute("SELECT * FROM files").fetchall()
        await on_stage.wait(timedelta(minutes=2))
        await on_stage.say(cast.rio, "hide")
        assert all(one.deleted for one in from_bot(cast.rio) if one.attachments)
        await on_stage.settle()
    assert b"What this bot keeps of" not in opened(on_stage.folder / "relay.db", KEY)


async def test_somebody_else_who_knows_the_name_reads_what_a_stranger_reads(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio, "It happened on Friday")
        other = on_stage.signal.new_phone("Other")
        for asked in (f"about me {name}", f"about me file {name}"):
            said = await on_stage.ask(other, asked)
            assert said == await on_stage.ask(other, "about me lantern meadow 42")
            assert not from_bot(other)[-1].attachments


async def test_hidden_it_takes_the_very_name_and_comes_back_discreetly(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage, codeword=CODEWORD)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio, "It happened on Friday", word=CODEWORD)
        await on_stage.say(cast.rio, "hide")
        stranger = on_stage.signal.new_phone("Stranger")
        wrong = f"about me {name[:-1]}"
        assert await on_stage.ask(cast.rio, wrong) == await on_stage.ask(stranger, wrong)
        assert name in "".join(await on_stage.say(cast.rio, f"about me {name}"))
        said = await on_stage.ask(cast.rio, f"about me {name}")
        assert "90 days after they finish with it" in said
        await on_stage.say(cast.rio, f"about me file {name}")
        [file] = from_bot(cast.rio)[-1].attachments
        for text in (said, file.data.decode()):
            assert not TELLING.search(text), text
