"""Slips of commands are asked about, and what only begins like a command is offered to readers."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from harness.running import RelayHarness, branch
from reporting import send, with_teams
from signalbot import DataMessage
from slips import LIKE_A_SECRET, MISSED, SLIPS, TELLING

from handlers.conversation.heard import HeardMessage
from handlers.report.slips import meant
from handlers.routes import ROUTES
from practice.phones import Phone

OFFERED = frozenset({"report_more.ask_about_more", "report_more.hear_more"})


def who_hears(stage: RelayHarness, phone: Phone, text: str) -> tuple[str, str | None]:
    """Return which route would carry a message out, and which command it is taken for, if any."""
    message = DataMessage.model_construct(
        text=text,
        source_uuid=phone.aci,
        timestamp=7,
        server_received_timestamp=7,
        server_delivered_timestamp=7,
    )
    services = stage.relay.services.speaking_to(phone.aci)
    heard = HeardMessage(services, cast(Any, SimpleNamespace(message=message)))
    route = ROUTES.find(heard)
    return ("" if route is None else route.name), meant(heard)


@pytest.mark.parametrize("passing", [False, True])
async def test_slips_and_words_that_begin_like_commands(
    on_stage: RelayHarness, passing: bool
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        await on_stage.say(cast.rio, "1")
        if passing:
            await on_stage.say(cast.rio, f"case {name}")
        heard = {
            text: who_hears(on_stage, cast.rio, text) for text in (*SLIPS, *TELLING, *LIKE_A_SECRET)
        }
    passed_on = {text for text in SLIPS if heard[text][0] in OFFERED}
    otherwise = {
        text: heard[text]
        for text, command in SLIPS.items()
        if heard[text][0].endswith("ask_what_was_meant") and heard[text][1] != command
    }
    lost = {text: heard[text] for text in TELLING if heard[text][0] not in OFFERED}
    assert (passed_on, otherwise, lost) == (set(MISSED), {}, {})
    assert all(heard[text][1] == "phrase" for text in LIKE_A_SECRET)
