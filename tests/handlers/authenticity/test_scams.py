"""Somebody puts what they want round what really went to the groups."""

import pytest
from harness.authenticity import DUES, Rumours

EVIL = "Now pay at https://evil.example.com/x instead"


@pytest.mark.parametrize("form", ["{real}\n{evil}", "{evil}\n{real}", "Hi\n{real}\n\n{evil}"])
async def test_a_line_with_a_link_under_what_was_sent_is_not_called_real(
    rumours: Rumours, form: str
) -> None:
    async with rumours.open():
        await rumours.post(DUES)
        answer = await rumours.check(rumours.mo, form.format(real=DUES, evil=EVIL))
        assert "✅" not in answer
        assert "no longer holds" not in answer
        assert "evil" in answer


@pytest.mark.parametrize("evil", [EVIL, "Pay £50 to 11112222", "It is on Friday at 9 pm"])
async def test_nor_under_a_notice_or_what_a_post_once_said(rumours: Rumours, evil: str) -> None:
    async with rumours.open():
        await rumours.post(DUES)
        await rumours.say(rumours.alex, "edit 1 Dues are £6 a month from next year, by cheque.")
        await rumours.stage.say(rumours.alex, "yes")
        answer = await rumours.check(rumours.mo, f"{DUES}\n{evil}")
        assert "✅" not in answer
        assert "This was real" not in answer
        assert "This was real" in await rumours.check(rumours.mo, f"Hi all\n{DUES}")
