"""The chapters of the tour, in order. People type what stands here; the narrator is in tour.ftl.

A scene is a function of a `Scenario`, so that whoever plays it decides where it is shown.
"""

from collections.abc import Awaitable, Callable

from practice.scenario import Scenario
from practice.scenes import announcing, conduct, meetings, reporting, trouble, trust, umbrella

Scene = Callable[[Scenario], Awaitable[None]]

SCENES: tuple[Scene, ...] = (
    announcing.ask_for_help,
    announcing.announce_with_a_picture,
    announcing.member_tries,
    announcing.schedule,
    announcing.correct,
    announcing.retract,
    announcing.two_admins,
    reporting.report,
    trouble.captcha,
    trouble.power_cut,
    announcing.next_morning,
    meetings.entered_once,
    meetings.member_asks,
    meetings.hall_is_taken,
    meetings.who_comes,
    meetings.day_before,
    umbrella.changed_by_hand,
    umbrella.taken_over,
    umbrella.newcomer,
    umbrella.caucus,
    umbrella.unseen,
    umbrella.noticeboard,
    conduct.mandate,
    conduct.complaint,
    conduct.talk,
    conduct.time_out,
    conduct.appeal,
    trust.answers,
    trust.is_this_real,
    trust.about_me,
)

__all__ = ["SCENES", "Scene"]
