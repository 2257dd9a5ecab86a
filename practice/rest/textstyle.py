"""The marks of `text_mode: styled`, as `src/utils/textstyleparser.go` reads them.

Up to 0.100 `***` is `**` and `*`; after it, it is a mark of its own. A mark closes only what was
opened last, and is opened anew where that is another one; what is never closed is gone without a
word. A backslash keeps all of the mark that follows it, and is itself gone wherever one of the
signs follows.
"""

from practice.messages import TextStyle
from practice.releases import Release, since

_STYLES = {
    "***": ("BOLD", "ITALIC"),
    "**": ("BOLD",),
    "*": ("ITALIC",),
    "||": ("SPOILER",),
    "~": ("STRIKETHROUGH",),
    "`": ("MONOSPACE",),
}
_SIGNS = ("*", "`", "|", "~")


def parse_styles(text: str, release: Release) -> tuple[str, tuple[TextStyle, ...]]:
    """The text without its marks, and the styles they stand for."""
    marks = [mark for mark in _STYLES if mark != "***" or since(release, "0.101-dev")]
    plain, length = "", 0
    styles: list[TextStyle] = []
    opened: list[tuple[str, int]] = []
    position = 0
    escaped = False
    while position < len(text):
        mark = next((one for one in marks if text.startswith(one, position)), None)
        if mark is None and text[position] == "\\" and text.startswith(_SIGNS, position + 1):
            escaped = True
            position += 1
            continue
        if mark is None or escaped:
            kept = mark or text[position]
            plain += kept
            length += len(kept.encode("utf-16-le", "surrogatepass")) // 2
        elif opened and opened[-1][0] == mark:
            start = opened.pop()[1]
            styles.extend(TextStyle(start, length - start, name) for name in _STYLES[mark])
        else:
            opened.append((mark, length))
        escaped = False
        position += len(mark or "c")
    return plain, tuple(styles)
