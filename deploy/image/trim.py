"""Takes out of the image's packages what the relay never opens; run while the image is built.

    python trim.py SITE-PACKAGES

It ends with an error where a rule finds nothing any more: then a package has changed, and the rule
has to be looked at again.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

LANGUAGES = frozenset(
    ("ar", "bn", "cy", "en", "es", "fa", "fr", "pa", "pl", "pt", "ro", "so", "tr", "uk", "ur")
)
"""Those that the relay may speak some day. Babel knows some 300; Fluent asks it how a language
writes numbers, and only of the language that `locale` names."""

UNUSED = (
    # Where in the world a number is, who its carrier is, in which time zone: signalbot only asks
    # whether a text is a number.
    "phonenumbers/geodata",
    "phonenumbers/carrierdata",
    "phonenumbers/tzdata",
)

FOR_DEVELOPERS = ("*/tests", "**/*.pyi", "**/*.pxd", "**/*.c", "**/*.h")
"""What people build and test these packages with; not all of them bring all of it."""


def unused(packages: Path) -> Iterator[Path]:
    """Yield the files and folders to take out.

    Raises:
        LookupError: there is nothing that a rule could mean.
    """
    for rule in UNUSED:
        found = sorted(packages.glob(rule))
        if not found:
            raise LookupError(rule)
        yield from found
    for pattern in FOR_DEVELOPERS:
        yield from packages.glob(pattern)
    locales = sorted((packages / "babel" / "locale-data").glob("*.dat"))
    if not locales:
        raise LookupError("babel/locale-data")
    for locale in locales:
        if locale.stem != "root" and locale.stem.split("_")[0] not in LANGUAGES:
            yield locale


def main(packages: Path) -> None:
    """Take it out."""
    for path in list(unused(packages)):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
