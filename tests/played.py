"""Which release the stand-in is, for tests that are run against more than the deployed one.

@with_the_newest("signal")
async def test_something(signal: PracticeSignal) -> None: ...
"""

import pytest

from practice.dialects import NEWEST_SIGNAL_CLI
from practice.releases import DEPLOYED, NEWEST
from practice.signal_cli import Tuning


def tuning_of(request: pytest.FixtureRequest) -> Tuning:
    """How a fixture's stand-in is to be: as the test's parameter says, else what is deployed."""
    release = getattr(request, "param", DEPLOYED)
    return Tuning(release=release, signal_cli=NEWEST_SIGNAL_CLI if release == NEWEST else None)


def with_the_newest(fixture: str) -> pytest.MarkDecorator:
    """Run a test twice: with the deployed release, and with the newest and its signal-cli.

    Args:
        fixture: the one that makes the stand-in by `tuning_of`.
    """
    return pytest.mark.parametrize(fixture, [DEPLOYED, NEWEST], indirect=True)
