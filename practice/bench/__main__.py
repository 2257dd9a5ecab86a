"""Measures everything, prints a table, and writes `var/bench.json`.

`python -m practice.bench [NAME …]` measures only the named ones, and writes nothing.
"""

import json
import os
import platform
import sys
import tempfile
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

from practice.bench.conduct import conduct
from practice.bench.groups import groups
from practice.bench.measures import Result, burst, fanout, growth, idle, ingest, reply
from practice.bench.pages import pages
from practice.bench.programme import programme
from practice.bench.recovery import recovery
from practice.bench.removal import removal
from practice.bench.subscribers import subscribers
from practice.narration import Narration
from practice.rehearsal import run_to_end
from relay import __version__

_OUT = Path("var") / "bench.json"
_MEASURES: dict[str, Callable[[Path], Awaitable[Result]]] = {
    "burst": burst,
    "ingest": ingest,
    "reply": reply,
    "fanout": fanout,
    "idle": idle,
    "recovery": recovery,
    "growth": growth,
    "groups": groups,
    "conduct": conduct,
    "removal": removal,
    "programme": programme,
    "pages": pages,
    "subscribers": subscribers,
}
_AIMS: dict[str, tuple[str, float]] = {
    "burst_lost": ("at most", 0),
    "ingest_ratio": ("at least", 0.5),
    "ingest_of_limit": ("at least", 0.9),
    "reply_ratio": ("at most", 1.3),
    "fanout_ratio": ("at least", 0.95),
    "idle_rss_mb": ("at most", 80),
    "recovery_s": ("at most", 2),
    "cost_growth": ("at most", 1.1),
    "groups_idle_calls_per_min": ("at most", 8),
    "groups_rss_mb": ("at most", 120),
    "join_p95_ms": ("at most", 2000),
    "index_note_us": ("at most", 100),
    "index_store_mb": ("at most", 40),
    "index_rss_mb": ("at most", 30),
    "index_find_ms": ("at most", 50),
    "index_shred_ms": ("at most", 2000),
    "removal_50_s": ("at most", 10),
    "meetings_tick_ms": ("at most", 5),
    "calendar_ms": ("at most", 100),
    "subscribers_500_s": ("at most", 60),
    "urgent_wait_ratio": ("at most", 2.5),
    "page_ms": ("at most", 5),
    "page_drawn_ms": ("at most", 250),
}


async def _bench(names: list[str]) -> int:
    narration = Narration()
    values: dict[str, float] = {}
    details: dict[str, object] = {}
    for name in names or _MEASURES:
        sys.stderr.write(narration.tell("bench-measuring", name=name) + "\n")
        with tempfile.TemporaryDirectory(prefix="branch-relay-bench-") as folder:
            result = await _MEASURES[name](Path(folder))
        values |= {key: round(value, 3) for key, value in result.values.items()}
        details |= result.details
    sys.stdout.write(_table(narration, values, details))
    if not names:
        _write(values, details)
    return 0


def _table(narration: Narration, values: dict[str, float], details: dict[str, object]) -> str:
    lines = [narration.tell("bench-head")]
    for name, value in values.items():
        word, aim = _AIMS.get(name, ("", 0.0))
        met = not word or (value <= aim if word == "at most" else value >= aim)
        wanted = f"{word} {aim:g}" if word else ""
        verdict = "" if not word else narration.tell("bench-met" if met else "bench-missed")
        lines.append(f"{name:<25} {value:>10g}   {wanted:<14} {verdict}".rstrip())
    lines += ["", *(f"{name}: {json.dumps(detail)}" for name, detail in details.items())]
    return "\n".join(lines) + "\n"


def _write(values: dict[str, float], details: dict[str, object]) -> None:
    about = {
        "version": __version__,
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "processors": os.cpu_count(),
    }
    _OUT.parent.mkdir(exist_ok=True)
    text = json.dumps({**values, "details": details, "about": about}, indent=2)
    _OUT.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(run_to_end(_bench(sys.argv[1:])))
