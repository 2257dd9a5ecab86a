"""How many copies of pictures are known again, and that none of them is called the same."""

import pytest
from harness.authenticity_set.pictures import COPIES, FORGED, KNOWN, OTHERS, jpeg

from relay.authenticity.files import ALIKE
from relay.media.prints import Prints, prints_of

POSTED = {name: prints_of(jpeg(picture)) for name, picture in KNOWN.items()}
UNSEEN = {("turned", name) for name in KNOWN} | {
    ("light screenshot", name) for name in KNOWN if name.startswith("card")
}
"""What is not seen through: a picture that is turned, and a white one on a white screen."""
ONE_TEMPLATE = {"card-climate"}
"""Cards of one branch look alike but for a few words."""


def nearest(data: bytes) -> tuple[int, str]:
    asked = prints_of(data)
    return min((prints.distance(asked), name) for name, prints in POSTED.items())


@pytest.mark.parametrize(
    ("change", "name"), sorted({(change, name) for change in COPIES for name in KNOWN} - UNSEEN)
)
def test_a_copy_of_a_picture_looks_like_it(change: str, name: str) -> None:
    away, found = nearest(COPIES[change](KNOWN[name]))
    assert found == name
    assert away <= ALIKE


@pytest.mark.parametrize("forged", FORGED)
def test_a_picture_with_another_figure_in_it_looks_the_same_and_is_not(forged: str) -> None:
    name, picture = FORGED[forged]
    away, found = nearest(jpeg(picture))
    assert (found, away <= ALIKE) == (name, True)
    assert prints_of(jpeg(picture)).sha256 != POSTED[name].sha256


@pytest.mark.parametrize("name", sorted(OTHERS.keys() - ONE_TEMPLATE))
def test_another_picture_looks_like_none(name: str) -> None:
    assert nearest(jpeg(OTHERS[name]))[0] > ALIKE


def test_prints_are_read_as_they_were_written_and_show_no_picture() -> None:
    prints = POSTED["photo-1"]
    assert Prints.from_json(prints.to_json()) == prints
    assert len(prints.to_json()) < 2_000
