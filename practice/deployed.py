"""The packages that are deployed: a program that is measured must not find those of its developers.

structlog, for one, brings rich and greenlet along where they are installed, which is 5 MB.
"""

import re
import sys
from collections.abc import Collection, Sequence
from pathlib import Path

_PINNED = Path(__file__).parents[1] / "deploy" / "image" / "constraints.txt"
_OURS = "branch-relay"


def not_deployed() -> frozenset[str]:
    """Return the names of the installed packages that the image does not have."""
    from importlib.metadata import packages_distributions

    lines = _PINNED.read_text(encoding="utf-8").splitlines()
    deployed = {_canonical(line.partition("==")[0]) for line in lines if "==" in line}
    deployed.add(_OURS)
    return frozenset(
        package
        for package, distributions in packages_distributions().items()
        if deployed.isdisjoint(map(_canonical, distributions))
    )


def hide(packages: Collection[str]) -> None:
    """Have this process find none of some packages, as if they were not installed."""
    sys.meta_path.insert(0, _Hidden(frozenset(packages)))


class _Hidden:
    def __init__(self, packages: frozenset[str]) -> None:
        self._packages = packages

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: object = None) -> None:
        if fullname.partition(".")[0] in self._packages:
            raise ModuleNotFoundError(f"not deployed: {fullname}", name=fullname)


def _canonical(name: str) -> str:
    # PEP 503.
    return re.sub(r"[-_.]+", "-", name.strip()).lower()
