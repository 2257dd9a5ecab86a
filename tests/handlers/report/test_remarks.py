"""What is said to the bot alone while words go to a case: it ends that, or changes nothing."""

import pytest
from harness.running import RelayHarness, branch, from_bot
from reporting import hours, last, send, shown, with_teams
from slips import TELLING

from handlers.report.remarks import Remark, read_remark
from relay.language.vocabulary import vocabulary
from relay.language.words import shipped_locales

ENDS = (
    *(
        "no",
        "No.",
        "NO!!",
        "nooo",
        "no no no",
        "nope",
        "n",
        "no thanks",
        "no sorry",
        "stop",
        "Stop!",
    ),
    *(
        "stop please",
        "cancel",
        "quit",
        "done",
        "that's all",
        "👎",
        "🛑",
        "wrong chat",
        "Wrong chat!!",
    ),
    *("oops wrong chat sorry", "sorry not for them", "Sorry, that was not for them.", "wrogn chat"),
    *(
        "not for them!",
        "that wasn’t for them",
        "ignore that",
        "never mind",
        "nvm",
        "forget it please",
    ),
    *(
        "didn't mean to send that",
        "oh no wrong person",
        "ok stop",
        "thanks, no",
        "don’t send",
        "undo",
    ),
    *("no 👎", "wait, wrong chat", "sorry"),
)
ACKNOWLEDGES = (
    *(
        "yes",
        "Yes please",
        "ok",
        "OK.",
        "okay",
        "k",
        "thanks",
        "thank you so much",
        "ok thanks",
        "👍",
    ),
    *(
        "👍🏽",
        "👍👍",
        "❤️",
        "🙏🙏🏿",
        "yeah",
        "yep",
        "got it",
        "sure",
        "good night",
        "ok 👍",
        "thanks!!! ❤️",
    ),
)
FOR_THEM = (
    *("no he did not stop", "no one saw it", "stop him", "yes he hit me", "thanks to him I am ill"),
    *(
        "ok so then he came back",
        "wrong he said and hit me",
        "sorry is what he said",
        "no food",
        "😭",
    ),
    *(
        "please",
        "help",
        "I said no",
        "he is not for them",
        "no thanks is what I said to him",
        "9pm",
    ),
    *("never mind me, mind her", "👍😭", "at the back door", "he said thanks", "", "12"),
)


@pytest.mark.parametrize("said", ENDS)
def test_it_ends_it(said: str) -> None:
    assert read_remark(said, "en-GB") is Remark.ENDS


@pytest.mark.parametrize("said", ACKNOWLEDGES)
def test_it_acknowledges_only(said: str) -> None:
    assert read_remark(said, "en-GB") is Remark.ACKNOWLEDGES


@pytest.mark.parametrize("said", [*FOR_THEM, *TELLING])
def test_it_is_for_those_who_read_the_case(said: str) -> None:
    # "Help me" and the like are heard before this is asked.
    assert [locale for locale in shipped_locales() if read_remark(said, locale)] == []


@pytest.mark.parametrize("locale", shipped_locales())
def test_it_is_understood_in_every_language(locale: str) -> None:
    answers = vocabulary(locale).answers
    for said in (*answers["no"], *answers["not_for_them"], *answers["leave"]):
        assert read_remark(said, locale) is Remark.ENDS, said
        assert read_remark(f"{said.upper()}!", locale) is Remark.ENDS, said
    for said in (*answers["yes"], *answers["thanks"], *answers["acknowledges"]):
        assert read_remark(said, locale) is not None, said


@pytest.mark.parametrize(
    "said", ["no", "sorry not for them", "wrong chat", "stop", "cancel", "nie", "👎"]
)
async def test_a_no_ends_the_consent_and_tells_how_to_take_back(
    on_stage: RelayHarness, said: str
) -> None:
    cast = with_teams(on_stage)
    rio = cast.rio
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, rio)
        await on_stage.say(rio, "He came again.")
        await on_stage.say(rio, "yes")
        moment = rio.say("And he took the key.")
        await on_stage.settle()
        before = shown(cast.una)
        answer = await on_stage.ask(rio, said)
        assert "I pass on nothing" in answer
        assert "press and hold" in answer
        assert f"begin your message with {name}" in answer
        assert shown(cast.una) == before
        # It is over.
        assert "Nobody has it yet" in await on_stage.ask(rio, "See you at eight, mum.")
        await on_stage.say(rio, "no")
        assert "mum" not in shown(cast.una)
        # And the last part is taken back as it was said.
        rio.delete(moment)
        await on_stage.settle()
        assert "took the key" not in "\n".join(m.text for m in from_bot(cast.una) if m.text)


async def test_what_only_acknowledges_goes_to_nobody_and_ends_nothing(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    rio = cast.rio
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, rio)
        await on_stage.say(rio, f"case {name}")
        before = shown(cast.una)
        for said in ("yes", "ok", "👍", "thanks", "dzięki"):
            assert "I have not passed that on" in await on_stage.ask(rio, said), said
            assert shown(cast.una) == before, said
    async with on_stage.running(branch("hackney", on_stage.alex)):
        # Nothing has gone, so there is nothing to take back.
        assert "press and hold" not in await on_stage.ask(rio, "no")
        await on_stage.say(rio, f"{name} yes")
        assert f"{name} yes" in shown(cast.una)
        # A reply to what the bot said of it is for them, too.
        told = next(m for m in from_bot(rio) if f"I call it {name}" in m.text)
        await on_stage.say(rio, "no", quote=told)
        assert "\n\nno" in shown(cast.una)
        # Said to an answer of theirs before it is passed on by itself, it is asked about.
        await on_stage.wait(hours(1))
        assert "Nobody has it yet" in await on_stage.ask(rio, "And the back door?")
        assert "Is this for" in await on_stage.ask(rio, "ok")
        assert "passed nothing on" in await on_stage.ask(rio, "wrong chat, sorry")
        assert "back door" not in shown(cast.una)
        assert "wrong chat" not in shown(cast.una)


async def test_what_was_taken_back_already_is_not_spoken_of(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    rio = cast.rio
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, rio)
        await on_stage.say(rio, f"case {name}")
        moment = rio.say("One more thing.")
        await on_stage.settle()
        rio.delete(moment)
        await on_stage.settle()
        await on_stage.say(rio, "stop")
        assert "I pass on nothing" in last(rio)
        assert "press and hold" not in last(rio)
