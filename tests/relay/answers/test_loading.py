"""The files with questions and answers: what is read, and what whoever wrote one is told."""

from pathlib import Path

import pytest

from relay.answers import load_answers
from relay.answers.asked import fault_in
from relay.answers.loading import read_answer
from relay.check.answers import check_answers
from relay.check.findings import Report
from relay.language.words import Words, shipped_config

FINE = """
order = 25
question = "Why not Telegram?"
asked = ["why not telegram", "everybody is on telegram"]
answer = \"\"\"
Short.

And more.
\"\"\"
replaces = ["A channel."]
does_not = ["Bring stickers."]

[[sources]]
name = "Somebody: a page"
link = "https://example.org/page"
read = 2026-11-28
"""


def written(folder: Path, text: str, name: str = "why-not-telegram.toml") -> Path:
    path = folder / "answers" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def told(folder: Path) -> list[str]:
    """What `relay check` says, with what to do about it."""
    report = Report(Words())
    return [f"{one.what} {one.todo}" for one in check_answers(report, "en-GB", folder)]


def test_a_branch_adds_a_question_in_its_place_among_the_others(tmp_path: Path) -> None:
    written(tmp_path, FINE)
    loaded = load_answers(tmp_path)
    assert loaded.faults == ()
    assert [one.slug for one in loaded.answers][:3] == [
        "why-signal",
        "why-not-whatsapp",
        "why-not-telegram",
    ]
    found = loaded.answers.find("Why don't we use Telegram?")
    assert found is not None
    assert found.answer.paragraphs == ("Short.", "And more.")
    assert told(tmp_path) == ["Your own questions and answers can be read. "]


def test_a_file_of_the_same_name_replaces_the_shipped_one(tmp_path: Path) -> None:
    text = FINE.replace("Why not Telegram?", "Why on earth Signal?")
    written(tmp_path, text, "why-signal.toml")
    questions = {one.slug: one.question for one in load_answers(tmp_path).answers}
    assert questions["why-signal"] == "Why on earth Signal?"
    assert len(questions) == len(load_answers(None).answers.all)


def test_a_shipped_question_can_be_left_out(tmp_path: Path) -> None:
    written(tmp_path, "leave_out = true\n", "why-not-facebook.toml")
    loaded = load_answers(tmp_path)
    assert "why-not-facebook" not in [one.slug for one in loaded.answers]
    assert loaded.faults == ()
    written(tmp_path, "leave_out = true\n", "why-not-myspace.toml")
    assert [one.reason for one in load_answers(tmp_path).faults] == ["leaves-nothing"]


@pytest.mark.parametrize(
    ("before", "after", "reason", "where", "says"),
    [
        ("order = 25", "order = ", "toml", "", "slip in its marks"),
        ("order = 25", "order = -1", "number", "order", "0 to 9999"),
        ("order = 25", 'order = "soon"', "number", "order", "whole number"),
        ("question = ", "qestion = ", "key", "qestion", "Did you mean question?"),
        ('question = "Why not Telegram?"', "", "missing", "question", "question is missing"),
        ('"Why not Telegram?"', '" "', "empty", "question", "says nothing"),
        ('"Why not Telegram?"', f'"{"x" * 121}"', "long", "question", "120 characters"),
        ('"Why not Telegram?"', '"Why\\nnot"', "lines", "question", "one line"),
        ('"Why not Telegram?"', "17", "text", "question", "quotation marks"),
        ('["why not telegram", "everybody is on telegram"]', "[]", "nothing", "asked", "entry"),
        ('["why not telegram", "everybody is on telegram"]', '"why"', "list", "asked", "list"),
        ('"why not telegram"', '"999"', "asked-cry", "999", "in danger"),
        ('"why not telegram"', '"help me"', "asked-cry", "help me", "in danger"),
        ('"why not telegram"', '"what can you do"', "asked-command", "what can you do", "command"),
        ('"why not telegram"', '"next"', "asked-command", "next", "command"),
        ('"why not telegram"', '"do we have"', "asked-short", "do we have", "Too little"),
        ('"why not telegram"', '"telegram"', "asked-short", "telegram", "Too little"),
        ('"why not telegram"', f'"why {"so " * 60}"', "asked-long", "why", "160"),
        ("Short.", "x" * 301, "short", "answer", "300 characters"),
        ("And more.", "x" * 1_501, "long", "answer", "1500 characters"),
        ('["A channel."]', "[1]", "text", "replaces 1", "quotation marks"),
        ('["A channel."]', str(["x"] * 9).replace("'", '"'), "many", "replaces", "At most 8"),
        ('["Bring stickers."]', f'["{"x" * 201}"]', "long", "does_not 1", "200 characters"),
        ("https://example.org/page", "http://example.org", "link", "sources 1 link", "https://"),
        ("https://example.org/page", "javascript:alert(1)", "link", "sources 1 link", "address"),
        ("https://example.org/page", "https://a b", "link", "sources 1 link", "no blanks"),
        ("read = 2026-11-28", "", "undated", "sources 1", "has no date"),
        ("read = 2026-11-28", 'read = "yesterday"', "date", "sources 1 read", "no date"),
        ("read = 2026-11-28", "red = 2026-11-28", "key", "sources 1 red", "Did you mean read?"),
        ("[[sources]]", "[sources]", "list", "sources", "[[sources]]"),
        ("order = 25", "leaflet = 3", "yes-no", "leaflet", "true or false"),
        ("order = 25", 'slug = "other"', "key", "slug", "Nothing is called slug"),
    ],
)
def test_each_fault_is_told_with_where_it_is_and_what_to_do(
    tmp_path: Path, before: str, after: str, reason: str, where: str, says: str
) -> None:
    assert before in FINE
    path = written(tmp_path, FINE.replace(before, after, 1))
    loaded = load_answers(tmp_path)
    faults = [one for one in loaded.faults if one.reason == reason]
    assert faults, loaded.faults
    assert faults[0].file == str(path)
    assert faults[0].where.startswith(where)
    assert "why-not-telegram" not in [one.slug for one in loaded.answers]
    assert len(loaded.answers.all) == len(load_answers(None).answers.all)
    assert any(says in one for one in told(tmp_path)), told(tmp_path)


def test_a_faulty_file_in_place_of_a_shipped_one_leaves_that_in_use(tmp_path: Path) -> None:
    written(tmp_path, "question = 3", "why-signal.toml")
    questions = {one.slug: one.question for one in load_answers(tmp_path).answers}
    assert questions["why-signal"] == "Why Signal?"


@pytest.mark.parametrize("name", ["Why Not.toml", "why_not.toml", "-.toml", f"{'x' * 41}.toml"])
def test_a_name_that_no_address_can_have_is_told(tmp_path: Path, name: str) -> None:
    written(tmp_path, FINE, name)
    assert [one.reason for one in load_answers(tmp_path).faults] == ["name"]
    assert "small letters" in told(tmp_path)[0]


def test_a_file_that_is_no_text_or_far_too_large_is_told(tmp_path: Path) -> None:
    written(tmp_path, "x", "bytes.toml").write_bytes(b'question = "\xff\xfe"')
    written(tmp_path, "#" * 70_000, "large.toml")
    assert [one.reason for one in load_answers(tmp_path).faults] == ["unreadable", "large"]


def test_what_two_questions_are_asked_by_is_told_to_whoever_wrote_one(tmp_path: Path) -> None:
    path = written(tmp_path, FINE.replace('"why not telegram"', '"Is Signal safe?"'))
    (fault,) = load_answers(tmp_path).faults
    assert (fault.file, fault.reason, fault.where, fault.detail) == (
        str(path),
        "asked-twice",
        "Is Signal safe?",
        "is-signal-safe",
    )
    assert "also how is-signal-safe is asked" in told(tmp_path)[0]


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    path = written(tmp_path, FINE.replace("https:", "ftp:").replace('"Why not Telegram?"', '""'))
    answer, faults = read_answer(path)
    assert answer is None
    assert {one.where for one in faults} == {"question", "sources 1 link"}


def test_without_a_folder_of_answers_nothing_is_said(tmp_path: Path) -> None:
    assert told(tmp_path) == []


def test_what_is_shipped_is_whole_short_and_from_somewhere() -> None:
    loaded = load_answers(None)
    assert loaded.faults == ()
    assert not [one for answer in loaded.answers for one in loaded.answers.taken(answer)]
    slugs = [one.slug for one in loaded.answers]
    assert set(slugs) >= {
        *("why-signal", "why-not-whatsapp", "why-not-facebook", "is-signal-safe", "another-app"),
        "too-difficult",
    }
    for answer in loaded.answers:
        assert answer.sources or answer.slug == "too-difficult", answer.slug
        assert len(answer.answer) <= 700, answer.slug
        assert answer.does_not or answer.slug == "who-uses-it", answer.slug
        assert not [one for one in answer.asked if fault_in(one)]


def test_the_example_for_whoever_writes_one_can_be_used_as_it_is(tmp_path: Path) -> None:
    page = (shipped_config() / "answers" / "README.md").read_text(encoding="utf-8")
    written(tmp_path, page.partition("```toml\n")[2].partition("```")[0])
    loaded = load_answers(tmp_path)
    assert loaded.faults == ()
    found = loaded.answers.find("Everyone is on Telegram!")
    assert found is not None
    assert found.answer.slug == "why-not-telegram"
