"""Going through the steps: those that are not done, or the one that is asked for."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from relay.settings.loading import SECRETS_FOLDER
from relay.setup.checks import BadAnswer
from relay.setup.context import SetupContext, SetupStopped, Step
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
        context = SetupContext(talk, draft, SecretsFolder(folder), Progress(folder), environ)
    except NotSettings:
        raise SetupStopped(talk.words.say("setup-file-not-toml", file=str(config))) from None
    except (OSError, UnicodeDecodeError):
        raise SetupStopped(talk.words.say("setup-file-unreadable", file=str(config))) from None
    try:
        _go_through(context, only)
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
        raise context.explained(error) from None
    finally:
        context.session.end()


def _go_through(context: SetupContext, only: str | None) -> None:
    todo = [step for step in steps() if step.name == only]
    if not todo:
        todo = [step for step in steps() if not _done(context, step)]
        _greet(context, todo)
    for step in todo:
        for name in step.needs:
            if not _done(context, _called(name)):
                raise context.stopped("setup-first", step=name)
        _head(context, step)
        # Whatever changes is looked at again in the end.
        context.progress.drop(steps()[-1].name)
        step.run(context)
        context.progress.add(step.name)


def _greet(context: SetupContext, todo: Sequence[Step]) -> None:
    if not todo:
        names = ", ".join(step.name for step in steps())
        context.talk.say("setup-all-done", steps=names)
    elif len(todo) == len(steps()):
        context.talk.say("setup-welcome", count=len(steps()), file=str(context.draft.path))
    else:
        done = [context.words.say(step.title) for step in steps() if step not in todo]
        context.talk.say("setup-welcome-back", done="; ".join(done))


def _head(context: SetupContext, step: Step) -> None:
    title = context.words.say(step.title)
    heading = context.words.say(
        "setup-heading",
        number=str(steps().index(step) + 1),
        count=str(len(steps())),
        title=title,
        name=step.name,
    )
    context.talk.head(heading)


def _done(context: SetupContext, step: Step) -> bool:
    return step.is_done(context) if step.is_done else context.progress.has(step.name)


def _called(name: str) -> Step:
    return next(step for step in steps() if step.name == name)
