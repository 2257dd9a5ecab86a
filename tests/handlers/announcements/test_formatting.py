"""Formatting lives: from what an admin writes to what phones, a website and Bluesky get."""

from datetime import timedelta

import pytest
from harness.public import publishing
from harness.running import RelayHarness, branch, from_bot
from webhookserver import SECRET, webhook_server

from practice import traffic
from practice.messages import Content, TextStyle
from practice.pds import PracticeAccount, PracticePds
from practice.phones import Phone
from practice.seen import SeenMessage
from relay.destinations.webhook.destination import Webhook
from relay.destinations.webhook.sender import Sender
from relay.destinations.webhook.settings import keys_of


def words(message: SeenMessage) -> list[tuple[str, str]]:
    """The words of a message that have a style, with it."""
    units = message.text.encode("utf-16-le")
    return [
        (units[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le"), one.style)
        for one in message.content.styles
    ]


async def write(stage: RelayHarness, phone: Phone, text: str, **styles: str) -> str:
    """Write a text in which some words are formatted as the app does it; return the last answer."""
    ranges = []
    for style, part in styles.items():
        start = len(text[: text.index(part)].encode("utf-16-le")) // 2
        ranges.append(TextStyle(start, len(part.encode("utf-16-le")) // 2, style))
    phone.send(Content(text, styles=tuple(ranges)))
    await stage.settle()
    return from_bot(phone)[-1].text


async def test_what_signal_formats_is_formatted_in_groups(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        asked = "announce 👋 Free hall, 5 * 3 places, secret word, ~20, x_y"
        preview = await write(
            on_stage, alex, asked, BOLD="Free hall", SPOILER="secret word", MONOSPACE="x_y"
        )
        expected = [("Free hall", "BOLD"), ("secret word", "SPOILER"), ("x_y", "MONOSPACE")]
        assert sorted(words(from_bot(alex)[-1])) == sorted(expected)
        assert "formatting" not in preview
        assert "cover" not in preview
        await on_stage.say(alex, "yes")
        (post,) = from_bot(on_stage.mo, board)
        assert post.text == asked.removeprefix("announce ")
        assert sorted(words(post)) == sorted(expected)


async def test_what_people_type_in_whatsapp_is_formatted_too(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await on_stage.say(alex, "announce tomorrow 9am: 🗓 *Rents*\n_Bring_ ~20 chairs\n* tea")
        await on_stage.say(alex, "yes")
        await on_stage.wait(timedelta(days=1))
        (post,) = from_bot(on_stage.mo, board)
        assert post.text == "🗓 Rents\nBring ~20 chairs\n* tea"
        assert words(post) == [("Rents", "BOLD"), ("Bring", "ITALIC")]


@pytest.mark.parametrize(
    "text",
    [
        "5 * 3 * 2, snake_case, https://x.org/_a_/b_c_ and ~20 of ~30",
        "* one\n* two\n\\*three\\* C:\\*.* || a | b || `x`",
        "**Big** news ***now***",
    ],
)
async def test_what_merely_holds_signs_arrives_unchanged(on_stage: RelayHarness, text: str) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await on_stage.say(alex, f"announce {text}")
        await on_stage.say(alex, "yes")
        # With something bold beside it, it goes out with marks; and is the same.
        await on_stage.say(alex, f"announce *Note:* {text}")
        await on_stage.say(alex, "yes")
        plain, styled = from_bot(on_stage.mo, board)
        assert (plain.text, styled.text) == (text, f"Note: {text}")
        assert (words(plain), words(styled)) == ([], [("Note:", "BOLD")])


async def test_corrections_keep_it_early_and_late(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await on_stage.say(alex, "announce *Hall* open")
        await on_stage.say(alex, "yes")
        await write(on_stage, alex, "edit 1 Hall *shut* today", ITALIC="today")
        assert words(from_bot(alex)[-1]) == [("shut", "BOLD"), ("today", "ITALIC")]
        await on_stage.say(alex, "yes")
        (post,) = from_bot(on_stage.mo, board)
        assert post.text == "Hall shut today"
        assert words(post) == [("shut", "BOLD"), ("today", "ITALIC")]
        await on_stage.say(alex, "edit 1")
        await on_stage.say(alex, "Hall _shut_")
        await on_stage.say(alex, "yes")
        assert words(from_bot(on_stage.mo, board)[0]) == [("shut", "ITALIC")]
        await on_stage.wait(timedelta(days=2))
        await on_stage.say(alex, "edit 1 Hall *open*")
        await on_stage.say(alex, "yes")
        assert words(from_bot(on_stage.mo, board)[-1]) == [("open", "BOLD")]


async def test_a_draft_that_is_changed_keeps_what_it_says_last(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        at = alex.say("announce *Hall* open")
        await on_stage.settle()
        content = Content("announce Hall open", styles=(TextStyle(14, 4, "BOLD"),))
        traffic.edit(alex.world, alex.person, alex.chat(None), at, content)
        await on_stage.settle()
        assert words(from_bot(alex)[-1]) == [("open", "BOLD")]
        await on_stage.say(alex, "edit *Hall* open from ~6~ 7")
        await on_stage.say(alex, "yes")
        (post,) = from_bot(on_stage.mo, board)
        assert post.text == "Hall open from 6 7"
        assert words(post) == [("Hall", "BOLD"), ("6", "STRIKETHROUGH")]


async def test_a_second_admin_sees_and_agrees_to_just_that(on_stage: RelayHarness) -> None:
    board, alex, bea = on_stage.group("Board"), on_stage.alex, on_stage.bea
    async with on_stage.running(branch("hackney", alex, bea, groups=[board], approvals=2)):
        await on_stage.say(alex, "announce *Hall* open")
        await on_stage.say(alex, "yes")
        assert words(from_bot(bea)[-1]) == [("Hall", "BOLD")]
        await on_stage.say(bea, "agree 1")
        assert words(from_bot(on_stage.mo, board)[0]) == [("Hall", "BOLD")]
        await on_stage.say(alex, "edit 1 Hall *shut*")
        await on_stage.say(alex, "yes")
        assert words(from_bot(bea)[-1]) == [("shut", "BOLD")]
        await on_stage.say(bea, "agree 1")
        assert words(from_bot(on_stage.mo, board)[0]) == [("shut", "BOLD")]


async def test_what_cannot_be_shown_is_said_before_the_yes(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        preview = await on_stage.ask(alex, "announce *_Hall_* open")
        assert "Part of the bold, italics" in preview
        assert words(from_bot(alex)[-1]) == [("Hall", "BOLD")]


async def test_a_website_gets_plain_words_and_the_preview_says_so(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    on_stage.more_settings |= {"webhook_secret": {"hackney": SECRET}}
    async with webhook_server() as site:
        table = {"url": site.url, "name": "Union website"}
        hackney = branch("hackney", alex, groups=[board], webhook=table)
        webhook = Webhook(Sender(site.url, keys_of(SECRET), on_stage.clock))
        async with on_stage.running(
            hackney, destinations={"hackney": {"webhook:hackney": webhook}}
        ):
            preview = await write(
                on_stage, alex, "announce *Hall* open, who won", SPOILER="who won"
            )
            assert "Bold, italics and other formatting on Union website" in preview
            assert "The cover over hidden words (a spoiler) on Union website" in preview
            await on_stage.say(alex, "yes")
            await on_stage.say(alex, "edit 1 Hall *shut*")
            await on_stage.say(alex, "yes")
            texts = [one["data"]["text"] for one in site.messages]
            assert texts == ["Hall open, who won", "Hall shut"]
            assert words(from_bot(on_stage.mo, board)[0]) == [("shut", "BOLD")]


async def test_bluesky_gets_plain_words(
    on_stage: RelayHarness, pds: PracticePds, account: PracticeAccount
) -> None:
    async with publishing(on_stage, pds, account) as public:
        preview = await on_stage.ask(on_stage.alex, "announce *Hall* open, _now_")
        assert "Bold, italics and other formatting on Bluesky" in preview
        await on_stage.say(on_stage.alex, "yes")
        assert [post["text"] for post in await public.posts()] == ["Hall open, now"]
        (post,) = from_bot(on_stage.mo, public.board)
        assert words(post) == [("Hall", "BOLD"), ("now", "ITALIC")]


async def test_who_was_missed_gets_a_copy_with_the_formatting(on_stage: RelayHarness) -> None:
    board, alex, mo = on_stage.group("Board"), on_stage.alex, on_stage.mo
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        mo.change_safety_number()
        await on_stage.say(alex, "announce *Hall* open")
        await on_stage.say(alex, "yes")
        await on_stage.wait(timedelta(minutes=10))
        assert words(from_bot(mo)[-1]) == [("Hall", "BOLD")]


async def test_what_is_to_be_changed_or_deleted_is_shown_as_it_stands(
    on_stage: RelayHarness,
) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await on_stage.say(alex, "announce Hall *open*, bring ~cups~ chairs")
        await on_stage.say(alex, "yes")
        expected = [("cups", "STRIKETHROUGH"), ("open", "BOLD")]
        for command in ("retract 1", "retract", "undo", "edit"):
            await on_stage.say(alex, command)
            assert sorted(words(from_bot(alex)[-1])) == expected, command
            await on_stage.say(alex, "no")
