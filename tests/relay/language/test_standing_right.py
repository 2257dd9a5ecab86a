"""What stands where on a screen, where text runs from right to left: measured in a real browser.

How Signal decides it. On a computer (`ts/components/conversation/Message.tsx` of Signal-Desktop)
the text of a message is one element with `dir="auto"`: the first letter of it all decides. On
Android (`conversation_item_received_multimedia.xml` of Signal-Android) it is a text view with no
direction of its own, which goes by the first letter of each paragraph, as Android does by default.
On an iPhone (`CVComponentBodyText.swift` of Signal-iOS) only the alignment is set; the direction
is left to the system, which goes by paragraph as well (Unicode Standard Annex 9, rules P2 and P3).
So each text is drawn in both ways, as one element and paragraph by paragraph.
"""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
import pytest_asyncio
from chromium import chromium
from playwright.async_api import Browser, Page

from handlers.report.listing import helplines_text
from handlers.report.tone import Tone
from relay.language.languages import language_name
from relay.language.words import Words
from relay.safeguarding import Manner
from relay.safeguarding.helplines import load_helplines

pytestmark = [pytest.mark.timeout(120), pytest.mark.asyncio(loop_scope="module")]

CASE = "amber river 42"
LOCALES = ("ar", "ur")
ROOM = 272
"""Pixels for a line, on a narrow phone; see `test_in_danger.py`."""

LATIN = re.compile(r"[0-9A-Za-z]+(?:[ .:@/-]{1,2}[0-9A-Za-z]+)*")
"""A number, a name or an address, with what is between its parts."""

_FIRST = re.compile(rf"(?<=\u2068)[^\u2069]+|{LATIN.pattern}")
"""What is isolated counts as one."""

_DRAW = """([text, byParagraph]) => {
  const bubble = document.querySelector("#bubble");
  bubble.dir = "auto";
  bubble.style.unicodeBidi = byParagraph ? "plaintext" : "";
  bubble.textContent = text;
  const node = bubble.firstChild, range = document.createRange(), places = [];
  for (let at = 0; at < text.length; at += 1) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const box = range.getBoundingClientRect();
    places.push([box.left, box.right, box.top]);
  }
  return places;
}"""


@dataclass(frozen=True)
class Drawn:
    """A text as it stands on a screen: for each of its characters, left, right and top."""

    text: str
    places: list[tuple[float, float, float]]

    def lines(self) -> list[tuple[int, int]]:
        """Return where each line of the text begins and ends."""
        found, begin = [], 0
        for line in self.text.split("\n"):
            found.append((begin, begin + len(line)))
            begin += len(line) + 1
        return found

    def reads_left_to_right(self, begin: int, end: int) -> bool:
        """Whether the characters of a part stand from left to right, on each row that it is on."""
        rows: dict[float, list[float]] = {}
        for at in range(begin, end):
            # A blank at which a row ends stands beyond it.
            if not self.text[at].isspace():
                left, _, top = self.places[at]
                rows.setdefault(top, []).append(left)
        return all(found == sorted(found) for found in rows.values())

    def begins_at_the_right(self, begin: int, end: int) -> bool:
        """Whether a line's first visible character, or number or name, is its rightmost."""
        seen = [i for i in range(begin, end) if self.places[i][1] - self.places[i][0] > 0.5]
        if not seen:
            return True
        first = [seen[0]]
        if found := _FIRST.match(self.text, seen[0], end):
            first = [i for i in seen if i < found.end()]
        top = self.places[seen[0]][2]
        return max(self.places[i][1] for i in first if self.places[i][2] == top) >= ROOM - 1


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def page() -> AsyncIterator[Page]:
    async with chromium() as browser:
        yield await _phone(browser)


async def _phone(browser: Browser) -> Page:
    page = await browser.new_page(viewport={"width": 360, "height": 800})
    await page.set_content(
        f'<body style="margin:0"><div id="bubble" style="width:{ROOM}px;font:16px sans-serif;'
        'white-space:pre-wrap;overflow-wrap:break-word"></div>'
    )
    return page


async def drawn(page: Page, text: str) -> list[Drawn]:
    """Return a text as a computer and as a phone show it."""
    assert "\r" not in text
    assert max(text) < "\U00010000", "one unit of UTF-16 for each character"
    ways = (False, True)
    return [Drawn(text, await page.evaluate(_DRAW, [text, by])) for by in ways]


def texts(locale: str, manner: Manner) -> dict[str, str]:
    """What whoever reports reads, with numbers, names and words in it that are Latin."""
    words, lines = Words(locale), load_helplines(None)
    tone = Tone(words, manner)
    choices = "\n".join(
        tone.say("report-about-choice", index=index, role=role)
        for index, role in enumerate(("Chair", "Welfare officer (Hackney)", "علي"), 1)
    )
    return {
        "danger": tone.danger(lines),
        "opening": f"{tone.danger(lines)}\n\n{tone.say('report-opening')}",
        "question": tone.say("report-ask-track"),
        "people": tone.say("report-ask-about", lines=choices, example="1, 2", known="some"),
        "helplines": helplines_text(tone, lines),
        "summary": tone.say("report-summary", parts=3, files=2),
        "sent": tone.say("report-sent", case=CASE, readers=3, hours=48, later=96),
        "add": tone.say("report-add-to", case=CASE),
        "case": tone.say(
            "report-case",
            case=CASE,
            when="27 November at 14:05",
            readers=3,
            people="",
            progress=tone.say("report-help"),
        ),
        "answer": words.say("casework-answer", case=CASE, text="Call 020 7946 0000, ext. 12."),
        "offer": words.say(
            "language-offer", names=f"{language_name('pl')} · {language_name('ur')}"
        ),
    }


@pytest.mark.parametrize("manner", Manner)
@pytest.mark.parametrize("locale", LOCALES)
async def test_every_line_begins_at_the_right_and_every_number_reads_from_the_left(
    page: Page, locale: str, manner: Manner
) -> None:
    for name, text in texts(locale, manner).items():
        for shown in await drawn(page, text):
            for begin, end in shown.lines():
                line = text[begin:end]
                assert shown.begins_at_the_right(begin, end), (name, line)
                if re.match(r"\u200f?\d\. ", line):
                    digit = begin + line.index(". ") - 1
                    at = [shown.places[i][0] for i in (digit, digit + 1, digit + 3)]
                    assert at == sorted(at, reverse=True), (name, line)
            for run in LATIN.finditer(text):
                if not re.fullmatch(r"\d\.?", run[0]):
                    assert shown.reads_left_to_right(*run.span()), (name, run[0])


@pytest.mark.parametrize(
    "text",
    ["اتصل 0808 2000 247 الآن", "1. Welfare officer", "amber river 42: نعم"],
)
async def test_without_marks_it_would_not(page: Page, text: str) -> None:
    """Or the test above would prove nothing."""
    wrong = 0
    for shown in await drawn(page, text):
        stands = all(shown.reads_left_to_right(*run.span()) for run in LATIN.finditer(text))
        wrong += not stands or not shown.begins_at_the_right(0, len(text))
    assert wrong


@pytest.mark.parametrize(
    "told",
    [
        "رئيس الفرع ضربني يوم 3 مايو، رقم 07700 900 123.\nأنا خائفة.",
        "چیئر نے مجھے 2 بار مارا (amber)!",
    ],
)
async def test_a_report_from_right_to_left_leaves_the_officers_sentence_as_it_is(
    page: Page, told: str
) -> None:
    words = Words()
    heading = words.say("casework-part", case=CASE, number="1")
    text = f"{heading}\n\n{told}"
    note = words.say("casework-case-note", role="Chair", text=told.split("\n")[0])
    for whole in (text, f"{note}\n{heading}"):
        for shown in await drawn(page, whole):
            for ours in (heading, "• Chair: "):
                at = whole.find(ours)
                if at >= 0:
                    assert shown.reads_left_to_right(at, at + len(ours))
                    assert min(left for left, _, _ in shown.places[at : at + len(ours)]) < 1
            # Its own letters run from right to left all the same.
            first = next(i for i, one in enumerate(whole) if "\u0620" <= one <= "\u06d3")
            assert shown.places[first][0] > shown.places[first + 1][0]
