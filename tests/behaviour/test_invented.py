"""All conversations in a second, invented locale: heard as before, and nothing said in English."""

from pathlib import Path

import pytest
from invented import LOCALE, MARK, is_slip, pieces_of_wording, speak_it, spoken

from behaviour import record
from behaviour.noticed import Sentences
from behaviour.playing import playing
from behaviour.test_behaviour import PARTS, sample_of


@pytest.mark.timeout(600)  # some ten seconds by itself; a machine that is busy takes longer
@pytest.mark.parametrize("part", range(PARTS))
async def test_the_same_conversations_hear_it(
    part: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak_it(tmp_path, monkeypatch)
    recorded, sentences, found = record.read(), Sentences(), {}
    async with playing(sentences, LOCALE, spoken) as player:
        for state, messages in sample_of(part).items():
            meant = [message for message in messages if not is_slip(message)]
            for message, outcome in (await player.play(state, meant)).items():
                found[state, message] = outcome.heard
    was = {tried: recorded[tried].partition(" | ")[0] for tried in found}
    differ = [
        f"{tried}: {was[tried]} -> {found[tried]}" for tried in found if found[tried] != was[tried]
    ]
    assert not differ, "\n".join(differ)

    # What people wrote themselves is carried as it is.
    unmarked = {text for text in sentences.values() if MARK not in text}
    shipped = pieces_of_wording()
    english = [text for text in unmarked if any(piece in text for piece in shipped)]
    assert not english, "\n\n".join(english)
