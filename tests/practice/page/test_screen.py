"""The practice page in a real Chromium: every phone's main actions, for eyes, ears and fingers."""

from collections.abc import Iterator

import pytest
from playwright.async_api import Browser, FilePayload, expect
from practice_page import NARROW, WIDE, Scheme, Screen, demo, screen

pytestmark = [pytest.mark.timeout(180), pytest.mark.asyncio(loop_scope="session")]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with demo() as (found, _):
        yield found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW, (768, 1024)])
async def test_everybody_can_use_it(
    browser: Browser, address: str, size: tuple[int, int], scheme: Scheme
) -> None:
    async with screen(browser, address, size, scheme=scheme) as shown:
        page = shown.page
        await shown.write("alex", f"help {scheme} {size[0]}")
        await expect(shown.message("alex", f"help {scheme} {size[0]}")).to_be_visible()
        assert await shown.violations() == []
        await shown.message("alex", f"help {scheme} {size[0]}").click(button="right")
        assert await shown.violations() == []
        await page.keyboard.press("Escape")
        await shown.phone("alex").locator(".back").click()
        await page.get_by_role("button", name="Chapters").click()
        assert await shown.violations() == []
        if size != WIDE:
            await page.get_by_role("button", name="Time and faults").click()
            assert await shown.violations() == []
        await page.get_by_role("button", name="What the server can see").click()
        await page.locator(".dialog-seen").wait_for()
        assert await shown.violations() == []
        wide = await page.evaluate("document.documentElement.scrollWidth")
        assert wide <= size[0], "the page has to be scrolled sideways"


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_an_announcement_goes_from_one_phone_to_the_others(
    browser: Browser, address: str, size: tuple[int, int]
) -> None:
    text = f"Stall on Saturday, {size[0]} leaflets. https://example.org/a_(b)"
    async with screen(browser, address, size) as shown:
        await shown.turn_to("alex")
        await shown.write("alex", f"announce {text}")
        await expect(shown.message("alex", "Nothing has been posted yet")).to_contain_text(text)
        await shown.phone("alex").get_by_role("button", name="yes", exact=True).click()
        await expect(shown.message("alex", "is on its way")).to_be_visible()
        await shown.open("mo", "Hackney announcements")
        seen = shown.message("mo", text)
        await expect(seen).to_be_visible()
        link = seen.get_by_role("link", name="https://example.org/a_(b)")
        assert "noreferrer" in (await link.get_attribute("rel") or "")
        await expect(shown.phone("mo").get_by_role("textbox")).to_have_count(0)
        if size == NARROW:
            await shown.page.locator(".tab", has_text="Bluesky").click()
        await expect(shown.page.locator(".post", has_text=text)).to_be_visible()
        assert shown.said == []
        assert shown.strangers() == []


async def test_a_message_is_quoted_reacted_to_edited_and_deleted(
    browser: Browser, address: str
) -> None:
    async with screen(browser, address) as shown:
        for name in ("alex", "mo"):
            await shown.open(name, "Hackney members")
        await shown.write("mo", "Who brings the banner?")
        await expect(shown.message("alex", "Who brings the banner?")).to_be_visible()
        await shown.options("alex", "Who brings the banner?", "Reply")
        await shown.write("alex", "I can.")
        answer = shown.message("mo", "I can.")
        await expect(answer.locator(".quote")).to_contain_text("Who brings the banner?")
        await shown.options("mo", "I can.", "React with 👍")
        await expect(shown.message("alex", "I can.").locator(".reaction")).to_contain_text("👍")
        await shown.options("alex", "I can.", "Edit")
        await shown.write("alex", "I can, it is in my cellar.")
        changed = shown.message("mo", "I can, it is in my cellar.")
        await changed.get_by_role("button", name="Edited").click()
        versions = shown.page.get_by_role("dialog").get_by_role("listitem")
        await expect(versions).to_have_text(["I can.", "I can, it is in my cellar."])
        await shown.page.keyboard.press("Escape")
        await shown.options("alex", "I can, it is in my cellar.", "Delete for everyone")
        await expect(changed).to_have_count(0)
        gone = shown.phone("mo").locator(".message-deleted").last
        await expect(gone).to_contain_text("This message was deleted")
        assert shown.said == []


async def test_pictures_are_enlarged_and_files_are_offered(browser: Browser, address: str) -> None:
    picture = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
        "0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082"
    )
    files: list[FilePayload] = [
        {"name": "red.png", "mimeType": "image/png", "buffer": picture},
        {"name": "minutes.txt", "mimeType": "text/plain", "buffer": b"Tea was had."},
    ]
    async with screen(browser, address) as shown:
        for name in ("alex", "mo"):
            await shown.open(name, "Hackney members")
        await shown.phone("mo").locator("input[type=file]").set_input_files(files)
        await shown.write("mo", "Both from last night")
        seen = shown.message("alex", "Both from last night")
        await seen.get_by_role("button", name="red.png").click()
        large = shown.page.get_by_role("dialog").get_by_role("img", name="red.png")
        await expect(large).to_be_visible()
        assert await large.evaluate("(image) => image.decode().then(() => image.naturalWidth)") == 1
        await shown.page.keyboard.press("Escape")
        await expect(large).to_have_count(0)
        async with shown.page.expect_download() as coming:
            await seen.get_by_role("link", name="minutes.txt").click()
        assert (await coming.value).suggested_filename == "minutes.txt"
        assert shown.said == []


async def test_files_can_be_pasted_and_dropped(browser: Browser, address: str) -> None:
    async with screen(browser, address) as shown:
        await shown.open("mo", "Hackney members")
        await (
            shown.phone("mo")
            .locator(".composer")
            .evaluate(
                """(composer) => {
                const pasted = new DataTransfer(), dropped = new DataTransfer();
                pasted.items.add(new File(['a'], 'pasted.png', {type: 'image/png'}));
                dropped.items.add(new File(['b'], 'dropped.pdf', {type: 'application/pdf'}));
                composer.querySelector('textarea').dispatchEvent(
                    new ClipboardEvent('paste', {clipboardData: pasted, bubbles: true}));
                composer.dispatchEvent(
                    new DragEvent('drop', {dataTransfer: dropped, cancelable: true}));
            }"""
            )
        )
        attached = shown.phone("mo").locator(".attached")
        await expect(attached).to_contain_text("pasted.png")
        await expect(attached).to_contain_text("dropped.pdf")
        await shown.phone("mo").get_by_role("button", name="Remove pasted.png").click()
        await expect(attached).not_to_contain_text("pasted.png")
        assert await shown.violations() == []
        assert shown.said == []


async def test_hostile_text_stays_text(browser: Browser, address: str) -> None:
    texts = (
        "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>",
        "javascript:alert(1) data:text/html,<b>x</b> \u202etxet desrever\u202c {text} ${1+1}",
        "“ https://example.org/\"onmouseover='x' ” " + "W" * 900,
    )
    async with screen(browser, address) as shown:
        await shown.open("alex", "Hackney members")
        await shown.open("mo", "Hackney members")
        for text in texts:
            await shown.write("mo", text)
            seen = shown.phone("alex").locator(".text", has_text=text[-20:]).last
            await expect(seen).to_be_visible()
            assert await seen.evaluate("(one) => one.textContent") == text
            assert await seen.locator("img, script, b").count() == 0
        links = (
            await shown.phone("alex")
            .locator(".log a")
            .evaluate_all("(all) => all.map((one) => one.protocol)")
        )
        assert set(links) <= {"http:", "https:"}
        assert await shown.page.title() == "Branch Relay: practice"
        box = (
            await shown.phone("alex")
            .locator(".log")
            .evaluate("(log) => log.scrollWidth - log.clientWidth")
        )
        assert box <= 0
        assert shown.said == []


async def test_a_keyboard_is_enough(browser: Browser, address: str) -> None:
    async with screen(browser, address) as shown:
        page, press = shown.page, shown.page.keyboard.press

        async def focused(selector: str) -> None:
            await expect(shown.phone("alex").locator(selector)).to_be_focused()

        await press("Tab")
        await expect(page.get_by_role("link", name="Skip to the phones")).to_be_focused()
        await press("Enter")
        await press("Tab")
        await focused(".back")
        await press("Enter")
        await focused(".chat-row[data-chat=bot]")
        rows = (
            await shown.phone("alex")
            .locator(".chat-row")
            .evaluate_all("(all) => all.map((one) => one.dataset.chat)")
        )
        for _ in range(rows.index("chat") - rows.index("bot")):
            await press("ArrowDown")
        for _ in range(rows.index("bot") - rows.index("chat")):
            await press("ArrowUp")
        await focused(".chat-row[data-chat=chat]")
        await press("Enter")
        await focused("textarea")
        await page.keyboard.type("One line")
        await press("Shift+Enter")
        await page.keyboard.type("and another")
        await press("Enter")
        sent = shown.message("alex", "One line")
        await expect(sent.locator(".ticks")).to_be_visible()
        await focused("textarea")
        await press("ArrowUp")
        await expect(sent.locator(".message-more")).to_be_focused()
        await press("Enter")
        await press("Escape")
        await expect(sent.locator(".message-more")).to_be_focused()
        await press("Enter")
        for _ in range(2):
            await press("ArrowRight")
        await press("Enter")
        await expect(sent.locator(".reaction")).to_contain_text("😂")


async def test_half_typed_text_and_focus_outlive_what_arrives(
    browser: Browser, address: str
) -> None:
    async with screen(browser, address) as shown:
        for name in ("alex", "mo"):
            await shown.open(name, "Hackney members")
        await shown.writing("alex").press_sequentially("As I was say")
        await shown.page.evaluate(
            """() => fetch('/phones/mo/chat/messages', {method: 'POST',
                headers: {'Content-Type': 'application/json'},
                body: JSON.stringify({text: 'Meanwhile'})})"""
        )
        await expect(shown.message("alex", "Meanwhile")).to_be_visible()
        await shown.page.keyboard.type("ing")
        await expect(shown.writing("alex")).to_have_value("As I was saying")
        await shown.phone("alex").locator(".back").click()
        await shown.open("alex", "Hackney members")
        await expect(shown.writing("alex")).to_have_value("As I was saying")


# A person scrolls a chat that has come to its end, and the page sees it before anything else comes.
SCROLL_UP = """async (log) => {
    const frame = () => new Promise(requestAnimationFrame);
    while (log.scrollTop === 0) await frame();
    const seen = new Promise((done) => log.addEventListener("scroll", done, { once: true }));
    log.scrollTop = 0;
    await seen;
    await frame();
}"""


async def test_whoever_has_scrolled_up_stays_there(browser: Browser, address: str) -> None:
    async with screen(browser, address) as shown:
        for name in ("alex", "mo"):
            await shown.open(name, "Hackney members")
        await shown.write("mo", "Long ago\n" + "and so on\n" * 60)
        await expect(shown.message("alex", "Long ago")).to_be_visible()
        log = shown.phone("alex").locator(".log")
        await log.evaluate(SCROLL_UP)
        await shown.write("mo", "The newest of all")
        newer = shown.phone("alex").get_by_role("button", name="1 new message")
        await expect(newer).to_be_visible()
        assert await log.evaluate("(log) => log.scrollTop") == 0
        await newer.click()
        await expect(shown.message("alex", "The newest of all")).to_be_in_viewport()
        await expect(newer).to_have_count(0)


async def test_what_goes_wrong_is_said_and_nothing_is_lost(browser: Browser, address: str) -> None:
    async with screen(browser, address) as shown:
        page, status = shown.page, shown.page.locator(".status").get_by_role("status")
        down = page.get_by_role("switch", name="Bluesky is down")
        await down.click()
        await expect(status).to_contain_text("Bluesky does not answer")
        await down.click()
        killed = page.get_by_role("switch", name="Relay is killed")
        await killed.click()
        await expect(status).to_contain_text("The relay is not running")
        await shown.write("rio", "What is this bot?")
        await expect(status).to_contain_text("held for it, and nothing is lost")
        before = await shown.phone("rio").locator(".theirs").count()
        await killed.click()
        await expect(shown.phone("rio").locator(".theirs")).to_have_count(
            before + 1, timeout=30_000
        )
        await expect(status).to_contain_text("All is well", timeout=30_000)


async def test_an_admin_solves_the_captcha_with_one_touch(browser: Browser, address: str) -> None:
    async with screen(browser, address) as shown:
        status = shown.page.locator(".status").get_by_role("status")
        wanted = shown.page.get_by_role("switch", name="Signal wants a captcha")
        await wanted.click()
        await expect(status).to_contain_text("Signal wants proof that a person is there")
        before = await shown.phone("mo").locator(".theirs").count()
        await shown.write("mo", "What is next?")
        await expect(status).to_contain_text("none is lost")
        await shown.phone("alex").get_by_role("button", name="captcha signalcaptcha").click()
        await expect(shown.phone("mo").locator(".theirs")).to_have_count(before + 1)
        await expect(wanted).not_to_be_checked()
        await expect(status).to_contain_text("All is well", timeout=30_000)


async def test_time_travel_shows_the_practice_time(browser: Browser, address: str) -> None:
    async with screen(browser, address) as shown:
        day = shown.page.locator(".top .clock span:not(.hidden)")
        before = await day.inner_text()
        await shown.page.get_by_role("button", name="1 day ahead").click()
        await expect(day).not_to_have_text(before, timeout=30_000)


async def test_the_committee_sees_what_the_server_sees(browser: Browser, address: str) -> None:
    async with screen(browser, address) as shown:
        await shown.page.get_by_role("button", name="What the server can see").click()
        seen = shown.page.get_by_role("dialog")
        await expect(seen.get_by_role("heading", name="Searched for everywhere")).to_be_visible()
        assert await shown.violations() == []
        await seen.get_by_role("tab", name="Log").click()
        await expect(seen.get_by_role("tabpanel")).to_be_visible()
        await shown.page.keyboard.press("Escape")
        await expect(seen).to_have_count(0)


async def _shown(shown: Screen, name: str) -> bool:
    return await shown.phone(name).count() == 1


async def test_others_phones_can_be_fetched_and_put_away(browser: Browser, address: str) -> None:
    async with screen(browser, address) as shown:
        vic = shown.page.locator(".shown").get_by_role("button", name="Vic")
        assert not await _shown(shown, "vic")
        await vic.click()
        await expect(shown.phone("vic")).to_be_visible()
        await vic.click()
        assert not await _shown(shown, "vic")


async def test_the_public_page_is_beside_it(browser: Browser, address: str) -> None:
    async with screen(browser, address) as shown:
        await shown.page.get_by_role("tab", name="Public page").click()
        inside = shown.page.frame_locator("iframe")
        await expect(inside.get_by_role("heading").first).to_be_visible()
        assert shown.said == []
        assert shown.strangers() == []
