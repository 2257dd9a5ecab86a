"""The soak in small: everything that `make soak` does in minutes, in seconds."""

from pathlib import Path

import pytest

from practice.bench.soak.__main__ import AIMS
from practice.bench.soak.soaking import Plan, soak

LONG_ONLY = {"rss_growth_percent", "rss_end_of_ten_minutes"}
"""What says nothing about a relay that has just been started."""


@pytest.mark.timeout(240)
async def test_nothing_is_lost_comes_twice_or_stays_open(tmp_path: Path) -> None:
    soaked = await soak(tmp_path, Plan(minutes=0.15, branches=4, on_bluesky=1))
    assert soaked.values["expected"] > 50
    for name in AIMS.keys() - LONG_ONLY:
        assert soaked.values[name] <= AIMS[name], (name, soaked.values, soaked.in_vain)
