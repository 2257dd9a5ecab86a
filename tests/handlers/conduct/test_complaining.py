"""A member complains of a message; moderators read it; nobody learns who it was."""

import pytest
from harness.complaints import Chat
from harness.running import RelayHarness


@pytest.fixture
def chat(on_stage: RelayHarness) -> Chat:
    return Chat(on_stage)


async def test_a_complaint_about_a_message_reaches_the_moderators(chat: Chat) -> None:
    async with chat.open():
        number = await chat.complain()
        for moderator in (chat.bea, chat.cai):
            assert chat.heard(moderator)[-1].startswith(f"A complaint has come in: {number}.")
            assert "rats" not in "\n".join(chat.heard(moderator))
        shown = await chat.say(chat.bea, f"complaint {number}")
        assert "About: Ned Neighbour" in shown
        assert "“You lot are rats”" in shown
        assert "“I cannot sleep”" in shown
        assert "Mo" not in shown
