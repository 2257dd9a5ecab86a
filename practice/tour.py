"""The tour: the journey of announcements, reports and meetings, played with nobody watching.

`python -m practice.tour` writes a transcript to standard output and ends with 0, or with 1
and what was expected where the story did not happen.
"""

import sys
from collections.abc import Iterable
from typing import TextIO

from practice.narration import Narration
from practice.narrator import Writing
from practice.pds import PdsMissing
from practice.rehearsal import rehearsal, run_to_end
from practice.relay_process import RelayNotRunningError
from practice.scenario import Scenario, ScenarioFailed
from practice.scenes import SCENES, Scene
from practice.transcript import Transcript


async def tour(scenes: Iterable[Scene], out: TextIO, trouble: TextIO) -> int:
    """Play scenes from an empty beginning.

    Args:
        scenes: in their order.
        out: where the transcript goes.
        trouble: where it says why the story did not happen.

    Returns:
        0, or 1 where it did not.
    """
    narration = Narration()
    transcript = Transcript(out)
    transcript.title(narration.tell("tour-title"))
    transcript.narrate(narration.tell("tour-title.story"))
    try:
        async with rehearsal(lambda step: None) as running:
            scenario = Scenario(running, Writing(transcript))
            try:
                for scene in scenes:
                    await scene(scenario)
            except ScenarioFailed as failure:
                log = running.relay.log_end()
                told = narration.tell("tour-failed", expected=str(failure), log=log)
                trouble.write(f"{told}\n")
                return 1
    except RelayNotRunningError as error:
        trouble.write(f"{error}\n{error.log}\n")
        return 1
    except PdsMissing as error:
        trouble.write(f"{error}\n")
        return 1
    transcript.narrate(narration.tell("tour-end"))
    return 0


if __name__ == "__main__":
    sys.exit(run_to_end(tour(SCENES, sys.stdout, sys.stderr)))
