"""Who takes part unseen, and what they answered, shows in no log, no metric and no audit trail."""

import logging

import pytest
from harness.unseen import Unseen
from structlog.testing import capture_logs

REASON = "Zirconberry reasons of mine"
QUESTION = "Quartzine hall or Quincebridge"


async def test_nothing_tells_who_subscribes_or_what_they_answer(
    unseen: Unseen, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG), capture_logs() as logs:
        async with unseen.running():
            phones = [unseen.stage.signal.new_phone(f"Marked {index}") for index in range(6)]
            await unseen.subscribe(*phones)
            await unseen.post("Tea at four")
            said = f"ballot {QUESTION}? Yes / No until Wednesday 6pm to subscribers"
            await unseen.say(unseen.alex, said)
            await unseen.say(unseen.alex, "yes")
            for phone in phones:
                await unseen.say(phone, f"vote 2 because {REASON}")
            await unseen.say(phones[0], "unsubscribe")
            _, metrics = await unseen.stage.read("/metrics")
            await unseen.wait(days=4)
            audit = unseen.stage.store._db.execute("SELECT * FROM audit").fetchall()
            shown = "\n".join([*map(str, logs), caplog.text, metrics.decode(), str(audit)])
            told = "\n".join(unseen.read(unseen.alex))
    marks = [REASON, QUESTION, "Marked", *(phone.aci for phone in phones)]
    people = [unseen.stage.signal.world.people[phone.aci] for phone in phones]
    numbers = [one.number for one in people if one.number]
    for mark in (*marks, *numbers):
        assert mark not in shown
    # Admins read reasons, and of whom nothing.
    assert REASON in told
    for mark in (*marks[2:], *numbers):
        assert mark not in told
