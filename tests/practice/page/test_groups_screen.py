"""The practice page in a real Chromium: groups changed by hand, and what members can find out."""

from collections.abc import Iterator

import pytest
from playwright.async_api import Browser, expect
from practice_page import NARROW, demo, screen

pytestmark = [pytest.mark.timeout(180), pytest.mark.asyncio(loop_scope="session")]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with demo() as (found, _):
        yield found


async def test_a_group_is_shown_and_left(browser: Browser, address: str) -> None:
    async with screen(browser, address) as shown:
        await shown.open("mo", "Hackney members")
        await shown.phone("mo").get_by_role("button", name="About this group").click()
        panel = shown.page.get_by_role("dialog")
        await expect(panel).to_contain_text("Everybody in it may write.")
        await expect(panel.get_by_role("listitem")).to_have_count(4)
        assert await shown.violations() == []
        await panel.get_by_role("button", name="Leave the group").click()
        await expect(panel).to_have_count(0)
        await shown.phone("mo").get_by_role("button", name="Back").click()


async def test_a_member_finds_what_signal_shows_and_nothing_else(
    browser: Browser, address: str
) -> None:
    async with screen(browser, address, NARROW) as shown:
        await shown.turn_to("rio")
        await shown.open("rio", "Branch bot")
        await shown.write("rio", "Nobody else shall know that I like brass bands")
        await shown.page.get_by_role("button", name="Time and faults").click()
        await shown.page.get_by_role("button", name="What a member could find out").click()
        panel = shown.page.get_by_role("dialog")
        await expect(panel).to_contain_text("Mo and Noor are in no group together")
        await panel.get_by_label("about").select_option(label="Sam")
        await expect(panel).to_contain_text("Hackney members")
        await panel.get_by_label("about").select_option(label="Rio")
        await expect(panel.locator(".clean", has_text="What Rio wrote to the bot")).to_have_count(1)
        assert await panel.locator(".found").count() == 0
        assert await shown.violations() == []


async def test_a_newcomer_comes_by_the_poster(browser: Browser, address: str) -> None:
    async with screen(browser, address, NARROW) as shown:
        await shown.turn_to("mo")
        await shown.page.get_by_role("button", name="Time and faults").click()
        await shown.page.get_by_role("button", name="Noor", exact=True).click()
        await shown.page.get_by_role("button", name="Close").click()
        await shown.turn_to("noor")
        await shown.phone("noor").locator(".back").click()
        await shown.phone("noor").get_by_role("button", name="Look at the poster").click()
        panel = shown.page.get_by_role("dialog")
        await expect(panel.get_by_role("img")).to_have_js_property(
            "naturalWidth", 1191, timeout=30_000
        )
        assert await shown.violations() == []
        await panel.get_by_role("button", name="Scan it").click()
        await expect(shown.writing("noor")).to_be_visible()
        await shown.write("noor", "help")
        await expect(shown.message("noor", "report")).to_be_visible()
