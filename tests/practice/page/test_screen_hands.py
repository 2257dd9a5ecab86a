"""The practice page in a real Chromium: what hands and other devices do with it."""

from collections.abc import Iterator

import pytest
from playwright.async_api import Browser, expect
from practice_page import NARROW, WIDE, demo, screen

pytestmark = [pytest.mark.timeout(180), pytest.mark.asyncio(loop_scope="session")]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with demo() as (found, _):
        yield found


@pytest.fixture(scope="module")
def open_address() -> Iterator[str]:
    """Where others in the same network can open it too."""
    with demo("--listen", "0.0.0.0") as (found, _):  # noqa: S104
        yield found


async def test_escape_gives_up_a_reply_and_an_edit(browser: Browser, address: str) -> None:
    async with screen(browser, address) as shown:
        await shown.open("mo", "Hackney members")
        await shown.write("mo", "Who has the key?")
        await expect(shown.message("mo", "Who has the key?").locator(".ticks")).to_be_visible()
        about, box = shown.phone("mo").locator(".about"), shown.writing("mo")
        await shown.options("mo", "Who has the key?", "Reply")
        await expect(about).to_contain_text("Replying to")
        await box.fill("I do")
        await box.press("Escape")
        await expect(about).to_have_count(0)
        await expect(box).to_have_value("I do")
        await shown.options("mo", "Who has the key?", "Edit")
        await expect(about).to_contain_text("Editing your message")
        await expect(box).to_have_value("Who has the key?")
        await box.press("Escape")
        await expect(about).to_have_count(0)
        await expect(box).to_have_value("I do")
        await expect(box).to_be_focused()


async def test_a_finger_that_stays_opens_what_can_be_done(browser: Browser, address: str) -> None:
    async with screen(browser, address, NARROW, has_touch=True, is_mobile=True) as shown:
        await shown.turn_to("mo")
        await shown.open("mo", "Hackney members")
        await shown.writing("mo").fill("Hold this")
        await shown.phone("mo").get_by_role("button", name="Send").tap()
        bubble = shown.message("mo", "Hold this").locator(".bubble")
        await expect(shown.message("mo", "Hold this").locator(".ticks")).to_be_visible()
        box = await bubble.bounding_box()
        assert box is not None
        finger = [{"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}]
        hand = await shown.page.context.new_cdp_session(shown.page)
        touch = "Input.dispatchTouchEvent"
        sheet = shown.phone("mo").get_by_role("dialog")
        await bubble.tap()
        await expect(sheet).to_have_count(0)
        await hand.send(touch, {"type": "touchStart", "touchPoints": finger})
        await expect(sheet).to_be_visible()
        await hand.send(touch, {"type": "touchEnd", "touchPoints": []})
        await sheet.get_by_role("button", name="React with ❤️").tap()
        await expect(shown.message("mo", "Hold this").locator(".reaction")).to_contain_text("❤️")
        assert await shown.violations() == []
        assert shown.said == []


async def test_messages_disappear_after_the_time_that_somebody_chose(
    browser: Browser, address: str
) -> None:
    async with screen(browser, address) as shown:
        for name in ("alex", "mo"):
            await shown.open(name, "Hackney members")
        await shown.phone("mo").get_by_label("Disappearing messages").select_option("5 seconds")
        await expect(shown.phone("alex").locator(".chat-timer")).to_be_visible()
        await shown.write("mo", "For a moment only")
        seen = shown.message("alex", "For a moment only")
        await expect(seen.locator(".meta-timer")).to_be_visible()
        assert await shown.violations() == []
        await expect(seen).to_have_count(0, timeout=15_000)
        gone = shown.phone("mo").locator(".message", has_text="For a moment only")
        await expect(gone).to_have_count(0, timeout=15_000)
        await shown.phone("alex").get_by_label("Disappearing messages").select_option("Never")
        await expect(shown.phone("mo").locator(".chat-timer")).to_have_count(0)
        assert shown.said == []


async def test_starting_over_leaves_nothing_of_before(browser: Browser, address: str) -> None:
    async with screen(browser, address, WIDE) as shown:
        await shown.open("mo", "Hackney members")
        await shown.write("mo", "This will be gone")
        await shown.writing("mo").fill("And this, half typed")
        await shown.page.get_by_role("button", name="1 day ahead").click()
        await shown.page.get_by_role("button", name="Start over").click()
        await expect(shown.phone("mo").locator(".chat-head h3")).to_have_text(
            "Branch bot", timeout=30_000
        )
        await expect(shown.writing("mo")).to_have_value("")
        await shown.open("mo", "Hackney members")
        await expect(shown.phone("mo").locator(".message")).to_have_count(0)
        await shown.write("rio", "help")
        await expect(shown.message("rio", "I post what the branch announces")).to_be_visible()
        assert shown.said == []


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_it_says_that_others_can_open_it_and_that_it_is_practice(
    browser: Browser, open_address: str, size: tuple[int, int]
) -> None:
    async with screen(browser, open_address, size) as shown:
        note = shown.page.locator(".reachable")
        await expect(note).to_be_in_viewport()
        await expect(note).to_contain_text("This is practice. Other devices")
        assert await shown.violations() == []
