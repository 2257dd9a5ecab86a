"""The tour on the practice page: to its end, with nobody's help, and what comes after it."""

import asyncio

import pytest
from playwright.async_api import Browser, expect
from practice_page import NARROW, WIDE, demo, screen

pytestmark = [pytest.mark.timeout(300), pytest.mark.asyncio(loop_scope="session")]

MINUTES = 200_000
"""Milliseconds; the tour takes a minute where nothing else runs."""


async def test_the_tour_plays_to_its_end_and_leaves_everything_to_try(browser: Browser) -> None:
    with demo() as (address, process):
        async with screen(browser, address, WIDE) as shown:
            page = shown.page
            tour = page.get_by_role("region", name="Tour")
            await tour.get_by_role("button", name="Fast").click()
            await tour.get_by_role("button", name="Play the tour").click()
            await expect(page.locator(".phone-acts")).to_have_count(1)
            await tour.get_by_role("button", name="Pause").click()
            await expect(tour.get_by_role("button", name="Go on")).to_be_visible()
            assert await shown.violations() == []
            await tour.get_by_role("button", name="One step").click()
            await tour.get_by_role("button", name="Go on").click()
            await page.locator(".tour-ended, .tour-failed").wait_for(timeout=MINUTES)
            assert "That was the tour" in await tour.inner_text()
            assert await shown.violations() == []
            assert shown.said == []
            assert shown.strangers() == []
            await expect(shown.message("una", "We believe you")).to_be_visible()
            await expect(page.locator(".post", has_text="Rent strike").first).to_be_visible()

            # The story asked the groups who is coming. Mo has not answered here.
            await shown.open("mo", "Hackney members")
            poll = shown.phone("mo").locator(".poll").last
            await poll.get_by_role("button").first.click()
            await expect(poll.get_by_role("button").first).to_have_attribute("aria-pressed", "true")
            assert await shown.violations() == []
            assert shown.said == []

            process.terminate()
            await asyncio.to_thread(process.wait)
            await expect(page.get_by_role("alert").get_by_text("Reconnecting")).to_be_visible()


async def test_a_small_screen_follows_the_tour(browser: Browser) -> None:
    with demo() as (address, _):
        async with screen(browser, address, NARROW) as shown:
            tour = shown.page.get_by_role("region", name="Tour")
            await shown.turn_to("una")
            await tour.get_by_role("button", name="Fast").click()
            await tour.get_by_role("button", name="Play the tour").click()
            await expect(shown.phone("alex")).to_be_visible()
            await expect(shown.phone("mo")).to_be_visible(timeout=60_000)
            await tour.get_by_role("button", name="Pause").click()
            assert await shown.violations() == []
            assert shown.said == []
