"""Every setting is found on its line."""

import pytest

from relay.settings.lines import line_of

TEXT = """timezone = "Europe/London"

[web]
listen = "127.0.0.1:8090"
[[branches]]
slug = "hackney"
admins = [
    "x",
]
[branches.bluesky]
handle = "h"
[[branches]]
name = "No slug"
[safeguarding]
[[safeguarding.teams]]
slug = "t"
[backup]
folder = "x"
"""


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ("timezone", 1),
        ("web.listen", 4),
        ("web.lisen", 3),
        ("branches[hackney].admins[1]", 7),
        ("branches[hackney].bluesky.handle", 11),
        ("branches[hackney].bluesky.servce", 10),
        ("branches[2].slug", 12),
        ("branches[2].name", 13),
        ("safeguarding.teams[t].officers", 15),
        ("backup.recipient", 17),
        ("RELAY_STORE_KEY", None),
        ("nowhere.at.all", None),
    ],
)
def test_a_setting_or_the_table_that_it_belongs_into(where: str, line: int | None) -> None:
    assert line_of(TEXT, where) == line
