"""Two officers, a team after theirs, and somebody who writes."""

from collections.abc import AsyncIterator

import pytest
from stage import Stage, branch, team

from relay.practice.phones import Phone
from relay.settings import SafeguardingSettings


class Cast:
    """The stage and who is on it: `ada` and `ben` read for the local team, `cy` comes after."""

    def __init__(self, on_stage: Stage) -> None:
        new = on_stage.signal.new_phone
        self.stage = on_stage
        self.ada, self.ben, self.cy = new("Ada Officer"), new("Ben Officer"), new("Cy Regional")
        self.alex, self.mo = on_stage.alex, on_stage.mo
        self.use()

    def use(self, **more: object) -> None:
        """Set the stage's safeguarding settings, before or between runs."""
        self.stage.safeguarding = SafeguardingSettings(
            teams=(
                team("local", (self.ada, "Lead"), (self.ben, "Deputy"), next="region"),
                team("region", (self.cy, "Regional lead")),
            ),
            watch_names=("Sam Example",),
            **more,
        )

    async def ask(self, phone: Phone, text: str, **more: object) -> str:
        """Say something to the bot; return its one answer."""
        return await self.stage.ask(phone, text, **more)

    async def say(self, phone: Phone, text: str, **more: object) -> list[str]:
        """Say something to the bot; return what it answers."""
        return await self.stage.say(phone, text, **more)


@pytest.fixture
async def at_rest(on_stage: Stage) -> Cast:
    """The cast before the relay runs."""
    return Cast(on_stage)


@pytest.fixture
async def cast(at_rest: Cast) -> AsyncIterator[Cast]:
    """The cast with a running relay."""
    async with at_rest.stage.running(branch("hackney", at_rest.alex)):
        yield at_rest
