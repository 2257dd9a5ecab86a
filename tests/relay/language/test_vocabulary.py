"""The words people type, by locale: all that is shipped, and one that was made up."""

from pathlib import Path

import pytest

from relay.language.vocabulary import Vocabulary, read_vocabulary, vocabulary
from relay.language.words import shipped_locales


@pytest.fixture
def invented(tmp_path: Path) -> Vocabulary:
    (tmp_path / "commands.toml").write_text(
        '[commands]\nannounce = ["kundgi"]\n[sentences]\n[elsewhere]\n'
        '[dashed]\nannounce = ["kundgi"]\n'
    )
    (tmp_path / "answers.toml").write_text(
        'yes = ["jo"]\nno = ["na"]\npost = ["obi"]\npost_perhaps = ["zeig"]\nthanks = ["merci"]\n'
    )
    (tmp_path / "phrases.toml").write_text(
        "[phrases]\nabend = ['heut(?: abend)?', 'zoab[ae]nd']\nfrage = 'wos is (?&abend)'\n"
    )
    (tmp_path / "moments.toml").write_text(
        'language = "de"\n[lists]\n[numbers]\nanderthalb = 1.5\n[synonyms]\n'
        '[phrases]\nvor = "am "\n'
    )
    return read_vocabulary(tmp_path)


@pytest.mark.parametrize("locale", shipped_locales())
def test_what_is_shipped_has_a_word_for_everything_and_in_lower_case(locale: str) -> None:
    words = vocabulary(locale)
    assert words.answers.keys() == vocabulary("en-GB").answers.keys()
    assert words.phrases.keys() == vocabulary("en-GB").phrases.keys()
    assert words.lists.keys() == vocabulary("en-GB").lists.keys()
    assert [len(words.lists[name]) for name in ("days", "months")] == [7, 12]
    assert all(words.phrase(name) for name in words.phrases if name != "recurrence")
    assert words.forms("recurrence", after="before_recurrence")
    assert words.commands.keys() == vocabulary("en-GB").commands.keys()
    for table in (words.commands, words.answers):
        assert all(table.values())
    for table in (
        words.commands,
        words.sentences,
        words.dashed,
        words.elsewhere,
        words.answers,
    ):
        assert all(word == word.casefold().strip() for some in table.values() for word in some)
    for command, joined in words.dashed.items():
        assert joined <= set(words.words(command))


def test_a_dash_joins_only_the_words_that_it_may(invented: Vocabulary) -> None:
    assert invented.read("Kundgi-Der Saal").rest == "Der Saal"
    assert invented.read("Announce-The hall").command == "announce-the"
    english = vocabulary("en-GB")
    assert english.read("Announce-The hall").rest == "The hall"
    assert english.read("post-box").command == "post-box"
    assert english.read("announce:The hall").rest == "The hall"
    assert english.read("see https://x.example").command == "see"


def test_nothing_english_is_understood_in_another_locale(invented: Vocabulary) -> None:
    assert invented.answers_with("yes", "Jo!")
    assert not invented.answers_with("yes", "yes")
    assert invented.answers_with("no", " NA. ")
    assert not invented.means("help", "what can you do?")


def test_a_phrase_may_be_part_of_another_one(invented: Vocabulary) -> None:
    assert invented.phrase("frage").fullmatch("Wos is heut abend")
    assert invented.phrase("frage").fullmatch("wos is zoabend")
    assert not invented.phrase("frage").fullmatch("wos is")
    forms = invented.forms("abend", after="vor")
    assert [form.search("am zoabend, am heut abend") is not None for form in forms] == [True, True]
    assert not any(form.search("am zoabends heut") for form in forms)
    assert [invented.number(one) for one in ("anderthalb", "12", "two")] == [1.5, 12, 0]


def test_a_faulty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "commands.toml").write_text('[commands]\nannounce = [""]\n')
    (tmp_path / "answers.toml").write_text("")
    (tmp_path / "phrases.toml").write_text("[phrases]\n")
    (tmp_path / "moments.toml").write_text("[phrases]\n")
    with pytest.raises(ValueError, match="commands"):
        read_vocabulary(tmp_path)
