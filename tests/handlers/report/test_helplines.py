"""The helplines: shipped ones that hold what they must, and a branch's own."""

import re
import tomllib
from pathlib import Path

import pytest

from handlers.report.listing import helplines_text
from handlers.report.tone import Tone
from relay.language.words import Words, shipped_config
from relay.safeguarding import Manner, Track
from relay.safeguarding.helplines import HelplinesUnreadable, load_helplines, read_helplines

SHIPPED = shipped_config() / "helplines.toml"
WORDS = Words("en-GB")


def test_the_shipped_ones_cover_every_topic_and_country() -> None:
    lines = load_helplines(None).helplines
    assert {line.topic for line in lines} == {
        *("domestic-abuse", "sexual-violence", "lgbt", "men", "young-people", "bullying"),
        "listening",
    }
    said = " ".join(f"{line.name} {line.about}" for line in lines)
    for country in ("England", "Scotland", "Wales", "Northern Ireland"):
        assert country in said
    assert all(line.source.startswith("https://") for line in lines)


def test_every_track_has_somebody_who_answers_at_any_time() -> None:
    for track in Track:
        lines = [x for x in load_helplines(None).helplines if track.value in x.tracks]
        assert any("any time" in line.hours for line in lines)


def test_there_are_ways_for_whoever_cannot_speak_or_hear() -> None:
    helplines = load_helplines(None)
    kinds = {way.kind for line in helplines.helplines for way in line.ways}
    assert kinds == {"text", "chat", "email", "bsl"}
    assert all(way.source.startswith("https://") for x in helplines.helplines for way in x.ways)
    text = helplines_text(Tone(WORDS, Manner.PLAIN), helplines)
    assert "In British Sign Language: 999bsl.co.uk" in text
    assert "text register to 999" in text
    assert "Or chat at 247sexualabusesupport.org.uk." in text
    assert "Or text 07860 077333." in text


def test_in_discreet_mode_no_address_tells_whose_it_is() -> None:
    text = helplines_text(Tone(WORDS, Manner.DISCREET), load_helplines(None))
    assert "Or text 07860 077333." in text
    assert "85258" in text
    for telling in (".org", ".uk", "@", "chat", "Sign", "999bsl"):
        assert telling not in text


def test_a_list_of_an_earlier_version_is_read(tmp_path: Path) -> None:
    content = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
    assert content["helplines"][0].pop("ways")
    lines = SHIPPED.read_text(encoding="utf-8")
    for left_out in ('bsl = "999bsl.co.uk"\n', 'text_first = "register"\n'):
        lines = lines.replace(left_out, "")
    (tmp_path / "helplines.toml").write_text(
        re.sub(r"ways = \[.*?\n\]\n", "", lines, flags=re.DOTALL)
    )
    helplines = read_helplines(tmp_path / "helplines.toml")
    assert not any(line.ways for line in helplines.helplines)
    assert "British Sign" not in helplines_text(Tone(WORDS, Manner.PLAIN), helplines)


def test_a_line_without_certain_hours_says_none() -> None:
    text = helplines_text(Tone(WORDS, Manner.PLAIN), load_helplines(None))
    assert "Men’s Advice Line, for men who live with domestic abuse: 0808 801 0327." in text
    assert "none" not in text


def test_a_branch_can_use_its_own(tmp_path: Path) -> None:
    own = SHIPPED.read_text(encoding="utf-8").replace("116 123", "020 7946 0000")
    (tmp_path / "helplines.toml").write_text(own, encoding="utf-8")
    assert "020 7946 0000" in [line.number for line in load_helplines(tmp_path).helplines]


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('number = "116 123"', 'number = "call us"', "number"),
        ('number = "116 123"', 'number = ""', "number"),
        ('topic = "lgbt"', 'topic = "other"', "topic"),
        ('name = "Galop"', 'nmae = "Galop"', "name"),
        ("checked = 2026-11-22", 'checked = "soon"', "checked"),
        ("[emergency]", "[emergency", "TOML"),
        ('tracks = ["safeguarding"]', "tracks = []", "tracks"),
    ],
)
def test_a_fault_is_named_and_the_shipped_ones_are_read(
    tmp_path: Path, old: str, new: str, named: str
) -> None:
    file = tmp_path / "helplines.toml"
    file.write_text(SHIPPED.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(HelplinesUnreadable, match=named):
        read_helplines(file)
    assert load_helplines(tmp_path) == load_helplines(None)


def test_a_folder_without_the_file_changes_nothing(tmp_path: Path) -> None:
    assert load_helplines(tmp_path) == load_helplines(None)
    with pytest.raises(HelplinesUnreadable, match=r"helplines\.toml"):
        read_helplines(tmp_path / "helplines.toml")


def test_the_file_is_toml_that_people_can_edit() -> None:
    content = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
    assert content["emergency"]["number"] == "999"
    assert content["emergency"]["silent"] == "55"
