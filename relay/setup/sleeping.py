"""Settings that nobody has answered yet: they stand in the file as comments, and are woken.

A sleeping line begins with `#` and no space after it, as `#public_url = "…"`; a line that begins
with `# ` is there to be read and stays.
"""

import re


def put_to_sleep(text: str, header: str, *keys: str) -> str:
    """Make comments of some keys of a table, or (no keys) of all of it, its header included.

    Args:
        text: a settings file.
        header: the table's first line, such as `[web]`; only the first such table is meant.
        keys: the keys, each on a line of its own.
    """
    lines = text.split("\n")
    start, end = _table(lines, header)
    for place in range(start, end):
        line = lines[place]
        name = line.partition("=")[0].strip()
        if (name in keys) if keys else (line and not line.startswith("#")):
            lines[place] = f"#{line}"
    return "\n".join(lines)


def wake(text: str, header: str, *keys: str) -> str:
    """Undo `put_to_sleep`. What does not sleep stays as it is."""
    lines = text.split("\n")
    try:
        start, end = _table(lines, header)
    except ValueError:
        return text
    for place in range(start, end):
        if not re.match(r"#\S", lines[place]):
            continue
        line = lines[place][1:]
        if not keys or line.partition("=")[0].strip() in keys:
            lines[place] = line
    return "\n".join(lines)


def _table(lines: list[str], header: str) -> tuple[int, int]:
    """Where a table begins, asleep or not, and where it has ended."""
    names = [line.removeprefix("#").partition("#")[0].strip() for line in lines]
    start = names.index(header)
    for place in range(start + 1, len(lines)):
        if re.match(r"#?\[", lines[place]) and not lines[place].startswith("# "):
            return start, place
    return start, len(lines)
