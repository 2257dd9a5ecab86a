"""Whether somebody is called what another person has typed."""

from relay.groups.harmless import alike


def is_called(name: str, words: str) -> bool:
    """Whether all words of what was typed are in a name: “Dan” is Dan Moss, and any other Dan."""
    wanted = _words(words)
    return bool(wanted) and wanted <= _words(name)


def may_be_called(name: str, words: str) -> bool:
    """The same, and also where the name is not known: nobody is let in who may be meant."""
    return not name or is_called(name, words)


def _words(text: str) -> frozenset[str]:
    parts = text.replace("-", " ").replace(".", " ").split()
    return frozenset(word for part in parts if (word := alike(part)))
