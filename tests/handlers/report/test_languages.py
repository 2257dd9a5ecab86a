"""A report by somebody who has chosen another language than the team's."""

from pathlib import Path

import pytest
from harness.running import branch, from_bot, relay_harness
from invented import MARK, speak_it, word
from reporting import hours, last, shown, with_teams


async def test_all_of_it_is_understood_and_answered_in_their_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak_it(tmp_path, monkeypatch)
    async with relay_harness(tmp_path) as on_stage:
        cast = with_teams(on_stage)
        rio = cast.rio
        async with on_stage.running(branch("hackney", on_stage.alex)):
            await on_stage.say(rio, "language 2")
            before = len(from_bot(rio))
            await on_stage.say(rio, "report")
            assert "did not understand" in last(rio)
            for typed in ("report", "not sure", "number one", "nobody"):
                await on_stage.say(rio, word(typed))
            assert "Nobody has" not in last(rio)
            for said in ("It happened.", "done", word("cancel"), "In the hall.", word("done")):
                await on_stage.say(rio, said)
            await on_stage.say(rio, word("send"))
            for said in ("One more thing.", word("yes"), word("case"), word("phrase")):
                await on_stage.say(rio, said)
            await on_stage.say(rio, word("helplines"))
            assert all(one.text.startswith(MARK) for one in from_bot(rio)[before:])
            for part in ("It happened.", "done", "In the hall.", "One more thing."):
                assert part in shown(cast.una)
            assert MARK not in shown(cast.una)

            await on_stage.say(rio, word("report"))
            await on_stage.say(rio, word("remind"))
            before = len(from_bot(rio))
            await on_stage.wait(hours(6.1))
            assert len(from_bot(rio)) > before
            assert all(one.text.startswith(MARK) for one in from_bot(rio)[before:])

            await on_stage.say(rio, word("erase"))
            await on_stage.say(rio, word("no"))
            await on_stage.say(rio, word("erase"))
            await on_stage.say(rio, word("yes"))
            assert "withdrawn" in shown(cast.una)
