"""What the page says, as it is sent to the browser."""

import inspect
import re
from pathlib import Path

import pytest

from practice.narration import Narration
from practice.page.words import chapter_titles, page_words
from practice.scenes import SCENES


def test_arguments_stand_in_braces(tmp_path: Path) -> None:
    file = tmp_path / "page.ftl"
    file.write_text('page-one = Hello { $name }{ "!" }\n    .title = On { $day }\n')
    assert page_words(file) == {"page-one": "Hello {name}!", "page-one.title": "On {day}"}


@pytest.mark.parametrize(
    "text", ["page-one = { $n ->\n    [one] One\n   *[other] Many\n }\n", "= nothing\n"]
)
def test_more_than_arguments_is_a_fault(tmp_path: Path, text: str) -> None:
    file = tmp_path / "page.ftl"
    file.write_text(text)
    with pytest.raises(ValueError, match=r"."):
        page_words(file)


def test_the_page_has_words() -> None:
    assert all(page_words().values())


def test_chapters_stand_in_the_order_in_which_they_are_played() -> None:
    names = [
        re.findall(r"scenario\.chapter\(\"([a-z-]+)\"\)", inspect.getsource(scene))
        for scene in SCENES
    ]
    told = Narration().tell
    assert chapter_titles() == [told(f"tour-{name}") for found in names for name in found]
