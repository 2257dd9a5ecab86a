"""Soaks a relay, prints what was seen, and writes `var/soak.json`.

Ends with 1 if memory or open files grew, or anything was lost or came twice.
"""

import json
import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from practice.bench.soak.soaking import Plan, Soaked, chosen, soak
from practice.folders import practice_folder
from practice.narration import Narration
from practice.rehearsal import run_to_end
from relay import __version__

_OUT = Path("var") / "soak.json"
AIMS: dict[str, float] = {
    "lost": 0,
    "in_vain": 0,
    "duplicates": 0,
    "forgotten_by_webhook": 0,
    "api_crashes": 0,
    "rss_growth_percent": 10,
    "rss_end_of_ten_minutes": 1.1,
    "handle_growth": 5,
    "temporary_files": 0,
}
"""What may not be more than this."""


async def _soak(plan: Plan) -> int:
    narration = Narration()
    with practice_folder() as folder:
        soaked = await soak(folder, plan)
    sys.stdout.write(_table(narration, soaked))
    about = {
        "version": __version__,
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "processors": os.cpu_count(),
        "minutes": plan.minutes,
        "branches": plan.branches,
        "on_bluesky": plan.on_bluesky,
    }
    _OUT.parent.mkdir(exist_ok=True)
    text = json.dumps({**soaked.told(), "about": about}, indent=2)
    _OUT.write_text(text + "\n", encoding="utf-8")
    return 1 if missed(soaked) else 0


def missed(soaked: Soaked) -> list[str]:
    """Return the names of what is more than it may be."""
    return [name for name, most in AIMS.items() if soaked.values.get(name, 0) > most]


def _table(narration: Narration, soaked: Soaked) -> str:
    lines = [narration.tell("soak-head")]
    lines += [
        f"{s.seconds:>8g} {s.rss_mb:>8g} {s.handles:>8} {s.threads:>8} {s.store_mb:>9g}"
        f" {s.inbox_age:>10.1f} {s.waiting:>8}"
        for s in chosen(soaked.samples)
    ]
    lines += ["", narration.tell("soak-findings")]
    bad = missed(soaked)
    for name, value in soaked.values.items():
        aim = f"{AIMS[name]:g}" if name in AIMS else ""
        verdict = ""
        if aim:
            verdict = narration.tell("bench-missed" if name in bad else "bench-met")
        lines.append(f"{name:<22} {value:>10g}   {aim:<8} {verdict}".rstrip())
    return "\n".join(lines) + "\n"


@click.command()
@click.option("--minutes", type=click.FloatRange(0.1, 600), default=60, show_default=True)
@click.option("--branches", type=click.IntRange(1, 1000), default=100, show_default=True)
@click.option("--on-bluesky", type=click.IntRange(0, 100), default=3, show_default=True)
def main(minutes: float, branches: int, on_bluesky: int) -> None:
    """Let an hour of many branches pass in a few minutes."""
    plan = Plan(minutes, branches, min(on_bluesky, branches))
    sys.exit(run_to_end(_soak(plan)))


if __name__ == "__main__":
    main()
