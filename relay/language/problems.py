"""What can be wrong with a branch's own wording."""

from dataclasses import dataclass


@dataclass(frozen=True)
class WordingProblem:
    """What is wrong with one message of a branch's own wording.

    Attributes:
        file: the file's path.
        message: the id it concerns, empty where it could not be read.
        reason: `no-folder`, `syntax`, `unknown-id`, `unknown-variable`, `unknown-reference`,
            `unknown-function`, `refers-to-itself`, `too-deep`, `too-long`, `fails` (it cannot be
            formatted), `leaves-out` (what people need from it), `says-nothing`, or `tells` (what
            a chat is about, where somebody else may look).
        detail: the piece that is wrong (a variable's name, a line number).
    """

    file: str
    message: str
    reason: str
    detail: str = ""
