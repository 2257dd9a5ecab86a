"""What a part answers goes along by its number; what else was quoted is said to stay behind.

What is read of it comes from the case itself: a quote can say anything, and of what its writer has
taken back no copy may stay.
"""

from harness.running import RelayHarness, branch, from_bot
from posted import come_edited
from reporting import hours, last, send, shown, with_teams, write

from practice.phones import Phone
from practice.seen import SeenMessage


def said(phone: Phone, words: str) -> SeenMessage:
    """The newest message in somebody's chat with the bot, of either side, that holds some words."""
    return [message for message in phone.messages() if words in message.text][-1]


async def test_readers_see_which_part_or_answer_is_meant(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio, "It began in May.", "He lives at the mill.")
        own = said(cast.rio, "at the mill")
        await on_stage.say(cast.rio, f"{name} No, at the lock.", quote=own)
        assert f"{name}, part 3\n\nAbout part 2:\n\n{name} No, at the lock." in shown(cast.una)
        await on_stage.say(
            cast.una, f"reply {name} Could we meet on Tuesday, or would you rather not?"
        )
        answer = said(cast.rio, "Could we meet")
        await on_stage.say(cast.rio, "Yes, that works.", quote=answer)
        begun = "Could we meet on Tuesday, or would you rather not?"
        expected = f"{name}, part 5\n\nAbout the answer in part 4, “{begun}”:\n\nYes, that works."
        assert expected in shown(cast.una)
        assert expected in shown(cast.vic)
        assert "does not go along" not in shown(cast.rio)


async def test_what_was_taken_back_is_not_told_again_by_a_quote(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio, "He lives at the mill.", "It began in May.")
        own = said(cast.rio, "at the mill")
        await on_stage.say(cast.rio, f"{name} Not there.", quote=own)
        cast.rio.delete(own.timestamp)
        await on_stage.settle()
        standing = "\n".join(m.text for m in from_bot(cast.una) if not m.deleted)
        assert "About part 1:" in standing
        assert "at the mill" not in standing
        # Quoted once more, it is nothing that could go along.
        await on_stage.say(cast.rio, f"{name} As I said.", quote=own)
        assert f"part 4\n\n{name} As I said." in shown(cast.una)
        assert "What you quoted does not go along" in shown(cast.rio)


async def test_a_newer_version_keeps_what_it_is_about(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "He lives at the mill.")
        first = said(cast.rio, "at the mill")
        at = cast.rio.say("No, at the lock.", quote=first)
        await on_stage.settle()
        # Signal's apps send the quote along with the edit (`EditMessageProcessor` in
        # Signal-Android keeps it only where it came).
        quote = {"id": first.timestamp, "authorUuid": cast.rio.aci, "text": "anything"}
        await come_edited(on_stage, cast.rio, at, message="No, at the weir.", quote=quote)
        await on_stage.say(cast.rio, "done")
        await on_stage.say(cast.rio, "send")
        assert "About part 1:\n\nNo, at the weir." in shown(cast.una)
        # What waits for a yes, too.
        await on_stage.wait(hours(1))
        await on_stage.say(cast.rio, "Or by the lock.", quote=said(cast.rio, "at the mill"))
        assert "Is this for the people who read" in last(cast.rio)
        await on_stage.say(cast.rio, "yes")
        assert "About part 1:\n\nOr by the lock." in shown(cast.una)


async def test_what_is_no_part_and_no_answer_of_it_is_said_to_stay(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        first = await send(on_stage, cast.rio, "An earlier matter at the mill.")
        await write(on_stage, cast.rio)
        asked = said(cast.rio, "write what you want to tell them")
        answers = await on_stage.say(cast.rio, "Is that so?", quote=asked)
        assert answers[0].startswith("What you quoted does not go along")
        # It is said once in a while, and a part of another report is none of this one.
        await on_stage.wait(hours(0.1))
        answers = await on_stage.say(cast.rio, "Like that.", quote=said(cast.rio, "at the mill"))
        assert answers[0].startswith("What you quoted does not go along")
        await on_stage.say(cast.rio, "done")
        await on_stage.say(cast.rio, "send")
        assert "About part" not in shown(cast.una)
        assert first in shown(cast.una)
