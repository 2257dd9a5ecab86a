"""Reading where a meeting is: an address, a link to take part, or both."""

from handlers.meetings.typed import links_in

_JOINERS = frozenset({"and", "or", "online", "online:", "zoom", "zoom:", "and online", "or online"})


def split_place(text: str) -> tuple[str, str]:
    """Split an answer into the address and the link to take part; either may be empty."""
    links = links_in(text)
    if not links and text.strip().casefold() in _JOINERS:
        # "Zoom" and no link: all that is known.
        return text.strip(" :"), ""
    address = text
    for link in links:
        address = address.replace(link, " ")
    lines = (" ".join(line.split()).strip(" ,;") for line in address.splitlines())
    kept = [_without_joiner(line) for line in lines if line.casefold() not in _JOINERS]
    return "\n".join(line for line in kept if line), links[0] if links else ""


def _without_joiner(line: str) -> str:
    for joiner in (" and online", " or online", " online:", " and", " or", " online"):
        if line.casefold().endswith(joiner):
            return line[: -len(joiner)].strip(" ,;")
    return line
