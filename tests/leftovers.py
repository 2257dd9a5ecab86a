"""What a programme left behind: files in its folder, and processes that speak of it."""

from pathlib import Path


def processes_about(folder: Path) -> list[str]:
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            command = (entry / "cmdline").read_bytes().decode(errors="replace")
        except OSError:
            continue
        if str(folder) in command:
            found.append(command)
    return found


def left_behind(folder: Path) -> list[str]:
    return [*(str(path) for path in folder.iterdir()), *processes_about(folder)]
