"""A case between people of two languages: what one does is told to each in their own."""

from pathlib import Path

import pytest
from harness.cases import CaseHarness, report, seen
from harness.running import branch, relay_harness
from invented import MARK, speak_it, word


async def test_what_an_officer_does_is_told_to_each_in_their_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak_it(tmp_path, monkeypatch)
    async with relay_harness(tmp_path) as on_stage:
        cast = CaseHarness(on_stage)
        async with on_stage.running(branch("hackney", cast.alex)):
            await cast.ask(cast.ada, "language 2")
            name = await report(on_stage, cast.mo, "Somebody shouted at me.")
            assert seen(cast.ada)[-2].startswith(f"{MARK}A new report")
            assert seen(cast.ben)[0].startswith("A new report")

            await cast.say(cast.ada, f"{word('reply')} {name} We are here.")
            await cast.say(cast.ada, f"{word('claim')} {name}")
            await cast.say(cast.ada, f"{word('note')} {name} Ring the venue.")
            assert seen(cast.mo)[-1].startswith("From the team")
            assert seen(cast.ben)[-1] == f"{name}: Lead looks after it now."
            assert all(text.startswith(MARK) for text in seen(cast.ada)[1:])

            assert "Which case?" in await cast.ask(cast.ada, word("hold"))
            assert "did not understand" in await cast.ask(cast.ada, f"note {name} Ring")
            await cast.say(cast.ada, f"{word('reply')} {name} Ring me on 07700 900123.")
            await cast.say(cast.ada, word("yes"))
            assert seen(cast.mo)[-1].endswith("07700 900123.")
            await cast.say(cast.ada, word("cases all"))
            assert "One case" in seen(cast.ada)[-1]

            await cast.say(cast.ben, f"mute {name}")
            assert seen(cast.ada)[-1].startswith(
                f"{MARK}{name}: Deputy muted it. What its writer sends is not taken any more."
            )
