"""All steps, in the order in which they build on one another."""

from functools import cache

from relay.destinations import KINDS
from relay.setup.context import Step
from relay.setup.steps import (
    admins,
    api,
    branch,
    check,
    group,
    groups,
    helplines,
    keys,
    number,
    pin,
    privacy,
    profile,
    safeguarding,
    test,
    web,
)


@cache
def steps() -> tuple[Step, ...]:
    """Return every step, those of the public destinations included."""
    return (
        keys.STEP,
        branch.STEP,
        api.STEP,
        number.STEP,
        pin.STEP,
        profile.STEP,
        privacy.STEP,
        groups.STEP,
        group.STEP,
        admins.STEP,
        *(step for kind in KINDS for step in kind.setup_steps()),
        web.STEP,
        safeguarding.STEP,
        helplines.STEP,
        test.STEP,
        check.STEP,
    )
