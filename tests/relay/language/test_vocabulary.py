"""The words people type, by locale: all that is shipped, and one that was made up."""

from pathlib import Path

import pytest

from relay.language.vocabulary import Vocabulary, read_vocabulary, vocabulary
from relay.language.words import shipped_locales


@pytest.fixture
def invented(tmp_path: Path) -> Vocabulary:
    (tmp_path / "commands.toml").write_text(
        '[commands]\nannounce = ["kundgi"]\n[sentences]\n[dashed]\nannounce = ["kundgi"]\n'
    )
    (tmp_path / "answers.toml").write_text(
        'yes = ["jo"]\nno = ["na"]\npost = ["obi"]\npost_perhaps = ["zeig"]\nthanks = ["merci"]\n'
    )
    return read_vocabulary(tmp_path)


@pytest.mark.parametrize("locale", shipped_locales())
def test_what_is_shipped_has_a_word_for_everything_and_in_lower_case(locale: str) -> None:
    words = vocabulary(locale)
    assert words.answers.keys() == vocabulary("en-GB").answers.keys()
    assert words.commands.keys() == vocabulary("en-GB").commands.keys()
    for table in (words.commands, words.answers):
        assert all(table.values())
    for table in (words.commands, words.sentences, words.dashed, words.answers):
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


def test_a_faulty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "commands.toml").write_text('[commands]\nannounce = [""]\n')
    (tmp_path / "answers.toml").write_text("")
    with pytest.raises(ValueError, match="commands"):
        read_vocabulary(tmp_path)
