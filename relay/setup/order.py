"""All steps, in the order in which they build on one another."""

from relay.setup.desk import Step
from relay.setup.steps import (
    admins,
    api,
    bluesky,
    branch,
    check,
    group,
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

STEPS: tuple[Step, ...] = (
    keys.STEP,
    branch.STEP,
    api.STEP,
    number.STEP,
    pin.STEP,
    profile.STEP,
    privacy.STEP,
    group.STEP,
    admins.STEP,
    bluesky.STEP,
    web.STEP,
    safeguarding.STEP,
    helplines.STEP,
    test.STEP,
    check.STEP,
)
