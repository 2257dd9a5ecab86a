"""Going through the steps: those that are not done, or the one that is asked for."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from relay.settings.loading import SECRETS_FOLDER
from relay.setup.checks import BadAnswer
from relay.setup.desk import Desk, SetupStopped, Step
from relay.setup.draft import Draft, NotSettings
from relay.setup.order import steps
from relay.setup.progress import Progress
from relay.setup.secrets import SecretsFolder
from relay.setup.talk import Talk
from relay.signal.errors import SignalApiError


def set_up(talk: Talk, config: Path, environ: Mapping[str, str], only: str | None) -> None:
    """Have the conversation.

    Args:
        talk: the host.
        config: the settings file, which need not be there.
        environ: the environment.
        only: the name of the one step to do, done or not; None for all that are not.

    Raises:
        SetupStopped: it cannot go on now; its text says why. What was answered is kept.
        click.Abort, KeyboardInterrupt: the host ended it. What was answered is kept.
    """
    folder = Path(environ.get(SECRETS_FOLDER) or config.absolute().parent / "secrets")
    try:
        draft = Draft(config, talk.words.say("setup-file-heading"))
        desk = Desk(talk, draft, SecretsFolder(folder), Progress(folder), environ)
    except NotSettings:
        raise SetupStopped(talk.words.say("setup-file-not-toml", file=str(config))) from None
    except (OSError, UnicodeDecodeError):
        raise SetupStopped(talk.words.say("setup-file-unreadable", file=str(config))) from None
    try:
        _go_through(desk, only)
    except NotSettings:
        raise SetupStopped(talk.words.say("setup-file-not-toml", file=str(config))) from None
    except OSError as error:
        raise SetupStopped(
            talk.words.say("setup-file-unwritable", file=str(error.filename or config))
        ) from None
    except BadAnswer as bad:
        # One of a list in an answers file; single answers are explained where they are asked for.
        raise SetupStopped(bad.sentence(talk.words)) from None
    except SignalApiError as error:
        raise desk.explained(error) from None
    finally:
        desk.line.end()


def _go_through(desk: Desk, only: str | None) -> None:
    todo = [step for step in steps() if step.name == only]
    if not todo:
        todo = [step for step in steps() if not _done(desk, step)]
        _greet(desk, todo)
    for step in todo:
        for name in step.needs:
            if not _done(desk, _called(name)):
                raise desk.stopped("setup-first", step=name)
        _head(desk, step)
        # Whatever changes is looked at again in the end.
        desk.progress.drop(steps()[-1].name)
        step.run(desk)
        desk.progress.add(step.name)


def _greet(desk: Desk, todo: Sequence[Step]) -> None:
    if not todo:
        names = ", ".join(step.name for step in steps())
        desk.talk.say("setup-all-done", steps=names)
    elif len(todo) == len(steps()):
        desk.talk.say("setup-welcome", count=len(steps()), file=str(desk.draft.path))
    else:
        done = [desk.words.say(step.title) for step in steps() if step not in todo]
        desk.talk.say("setup-welcome-back", done="; ".join(done))


def _head(desk: Desk, step: Step) -> None:
    title = desk.words.say(step.title)
    heading = desk.words.say(
        "setup-heading",
        number=str(steps().index(step) + 1),
        count=str(len(steps())),
        title=title,
        name=step.name,
    )
    desk.talk.head(heading)


def _done(desk: Desk, step: Step) -> bool:
    return step.is_done(desk) if step.is_done else desk.progress.has(step.name)


def _called(name: str) -> Step:
    return next(step for step in steps() if step.name == name)
