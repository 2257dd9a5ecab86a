"""What is hidden comes back in words that tell nobody anything, and only to just its word."""

from harness.running import RelayHarness, branch, from_bot
from reporting import TELLING, hours, last, send, shown, with_teams

from practice.phones import Phone

CODEWORD = "garden party"
WRITTEN = "It was on Friday, by the canal."
STEPS = ("report", "1", "1", WRITTEN, "done")
AFTER_SENDING = (
    *((), ("And more.",), ("And more.", "yes"), ("erase",), ("contact", "2"), ("phrase",)),
    *(("resume",), ("helplines",), ("case",)),
)
NAMED = ("{}", "{}. He rang.", "case {}", "note {}", "erase {}", "resume {} green lamp seven river")
SECRET = "Una and the police are at the door at six"


async def spoken_of(stage: RelayHarness, phone: Phone, *texts: str) -> str:
    """Say things; return all that the bot answers, which must tell nothing."""
    before = len(from_bot(phone))
    for text in texts:
        await stage.say(phone, text)
    said = "\n".join("\n".join(message.history) for message in from_bot(phone)[before:])
    assert TELLING.search(said) is None, (texts, said)
    return said


async def test_a_draft_comes_back_in_words_that_tell_nothing(on_stage: RelayHarness) -> None:
    with_teams(on_stage, codeword=CODEWORD)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for word, lengths in ((CODEWORD, (1, 3, 5)), (WRITTEN, (4, 5))):
            for length in lengths:
                rio = on_stage.signal.new_phone(f"Rio {word} {length}")
                for text in STEPS[:length]:
                    await on_stage.say(rio, text)
                await on_stage.say(rio, "hide")
                back = await spoken_of(on_stage, rio, word)
                assert "type full" in back
                # Also what somebody answers who is hurried, at any question.
                on = ("help", "nonsense", "numbers", "1", "1", "tidy", "remind me", "More.", "done")
                told = await spoken_of(on_stage, rio, *on, "maybe", "no", "done")
                assert "W. o." in told
                # Until they say that they want it in full.
                assert "in full here again" in (await on_stage.say(rio, "full"))[0]
                assert "Chair will not get it or hear of it" in "\n".join(
                    await on_stage.say(rio, "done")
                )
                assert "people who read" in "\n".join(await on_stage.say(rio, "helplines")) or (
                    "If you are in danger now" in last(rio)
                )
                await on_stage.say(rio, "hide")
                await spoken_of(
                    on_stage, rio, word, "1", "1", "done", "send", "note", "erase", "yes"
                )


async def test_what_was_sent_comes_back_so_too(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage, codeword=CODEWORD)
    ways = (*NAMED, CODEWORD, *NAMED)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for number, (steps, how) in enumerate(zip(AFTER_SENDING, ways, strict=False)):
            rio = on_stage.signal.new_phone(f"Rio {number}")
            name = await send(on_stage, rio)
            if "resume" in how:
                await on_stage.say(rio, "phrase green lamp seven river")
            for text in steps:
                await on_stage.say(rio, text)
            await on_stage.say(rio, "hide")
            await on_stage.say(cast.una, f"reply {name} {SECRET}")
            back = await spoken_of(on_stage, rio, how.format(name))
            assert name in back
            # What they are answered is shown once they ask for it, and not before.
            assert SECRET not in back
            more = await spoken_of(
                on_stage, rio, "no", "help", "contact", "tidy", "phrase", "numbers"
            )
            assert SECRET not in more
            assert SECRET in "\n".join(await on_stage.say(rio, "note"))
        assert "in full here again" in (await on_stage.say(rio, "full"))[0]
        assert "people can read it" in await on_stage.ask(rio, "case")


NEARLY = (
    *("garden part", "garden partys", "gardn party", "the garden party", "garden parti", "party"),
    *("garden party?!x", "garten party", "party garden", "gardenparties"),
)
JUST = (
    *(
        "garden party",
        "Garden party",
        "GARDEN PARTY ",
        " Garden Party.",
        "garden  party!",
        "“Garden party”",
    ),
    *("gardenparty", "Garden-party", "garden\nparty", "Garden party \u200e", "garden party…"),
)


async def test_only_just_the_word_opens_what_is_hidden(on_stage: RelayHarness) -> None:
    with_teams(on_stage, codeword=CODEWORD)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        rio, stranger = on_stage.signal.new_phone("Rio"), on_stage.signal.new_phone("Stranger")
        name = await send(on_stage, rio)
        for text in (CODEWORD, "1", "0", "Another thing."):
            await on_stage.say(rio, text)
        await on_stage.say(rio, "hide")
        first, second, number = name.split()
        names = (
            *(f"{first} {second}", f"{first} {second} 1{number}", f"{first[1:]} {second} {number}"),
            *(first, f"{first} {number}", f"{second} {first} {number}", f"case {first} {second}"),
        )
        for tried, text in enumerate((*NEARLY, *names)):
            # A slip still begins a new one, as for anybody: it may be somebody in a hurry.
            said = [await on_stage.say(phone, text) for phone in (rio, stranger)]
            assert said[0] == said[1], text
            for phone in (rio, stranger):
                await on_stage.say(phone, "stop")
            if tried % 6 == 0:
                await on_stage.wait(hours(1.1))
        await on_stage.say(rio, "garden part")
        state, back, *_ = await on_stage.say(rio, CODEWORD)
        assert name in state
        assert "has gone to nobody" in back
        await on_stage.say(rio, "0")
        assert "one message from you" in await on_stage.ask(rio, "done")
        for text in JUST:
            await on_stage.say(rio, "hide")
            assert name in (await on_stage.say(rio, text))[0], text


PARTNER = (
    *("help", "hi", "language", "history", "last message", "what did she say", "what did I say"),
    *("messages", "show messages", "case", "cases", "note", "notes", "erase", "erase my report"),
    *(
        "resume",
        "resume amber river 42 a b c d",
        "phrase",
        "contact",
        "tidy",
        "done",
        "send",
        "stop",
    ),
    *("yes", "no", "1", "3", "full", "safe", "unhide", "show", "who", "meetings", "next"),
    *(
        "remind me",
        "undo",
        "hide",
        "undo hide",
        "code word",
        "party",
        "thanks",
        "ok",
        "it happened",
    ),
    *("wrong chat", "9 to 5", "numbers", "helplines", "999", "she reported me", "👍"),
)
"""What somebody types who has the phone of whoever reported for a minute, and wants to know."""


async def test_a_partner_with_the_phone_learns_nothing_by_any_word_or_sign(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage, codeword=CODEWORD)
    rio = cast.rio
    async with on_stage.running(branch("hackney", on_stage.alex)):
        stranger = on_stage.signal.new_phone("Stranger")
        hers = rio.say("meetings")
        theirs = stranger.say("meetings")
        name = await send(on_stage, rio)
        told = next(m for m in from_bot(rio) if f"I call it {name}" in m.text)
        moment = rio.say("And he came back.")
        await on_stage.settle()
        await on_stage.say(rio, "yes")
        await on_stage.say(rio, "hide")
        await on_stage.say(stranger, "hide")
        answered = shown(cast.una)
        for number, text in enumerate(PARTNER):
            said = [await on_stage.say(phone, text) for phone in (rio, stranger)]
            assert said[0] == said[1], text
            if number % 12 == 0:
                # Too much at once is answered with a pause, to anybody.
                await on_stage.wait(hours(1.1))
        # A reply to what the bot said of it, and to what she wrote.
        assert name not in "".join(await on_stage.say(rio, "what is this?", quote=told))
        # Marks on old messages, a change of one, and a deletion.
        before = len(from_bot(rio)), len(from_bot(stranger))
        for phone, at in ((rio, hers), (stranger, theirs)):
            phone.edit(at, "what did she tell you")
        await on_stage.settle()
        assert [m.text for m in from_bot(rio)[before[0] :]] == [
            m.text for m in from_bot(stranger)[before[1] :]
        ]
        rio.react(told.timestamp, "👍")
        rio.edit(moment, "never mind")
        await on_stage.settle()
        shown_there = "\n".join(m.text for m in from_bot(rio)[before[0] :])
        assert name not in shown_there
        rio.delete(moment)
        await on_stage.settle()
        assert "never mind" not in shown(cast.una)
        assert shown(cast.una).startswith(answered)
        # She finds all of it again.
        assert name in (await on_stage.say(rio, CODEWORD))[0]
