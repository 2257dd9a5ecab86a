"""What is shown, one line for each thing that was tried; the table is printed at the end."""

import sys
import time
from dataclasses import dataclass, field


class NotSo(Exception):
    """Something that must hold does not."""


@dataclass
class Trial:
    """Everything that was tried so far."""

    rows: list[tuple[str, str, str]] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)

    def show(self, what: str, verdict: str, words: str = "") -> None:
        """Note how something ended: `yes`, or `no`, and then the whole run has failed."""
        self.rows.append((what, verdict, words))
        seconds = time.monotonic() - self.began
        sys.stdout.write(f"{seconds:6.0f} s  {verdict:8}  {what}{words and '  ' + words}\n")
        sys.stdout.flush()

    def expect(self, what: str, held: bool, words: str = "") -> None:
        """Note whether something held."""
        self.show(what, "yes" if held else "no", words)

    @property
    def failed(self) -> bool:
        """Whether anything did not hold."""
        return any(verdict == "no" for _, verdict, _ in self.rows)

    def table(self) -> str:
        """Return everything as a table."""
        width = max(len(what) for what, _, _ in self.rows)
        return "\n".join(
            f"{what:{width}}  {verdict:8}  {more}" for what, verdict, more in self.rows
        )
