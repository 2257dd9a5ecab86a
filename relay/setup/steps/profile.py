"""What people see of the bot: its name, a line about it, and a picture."""

from pathlib import Path

from relay.media import MediaError, clean_picture
from relay.setup.checks import BadAnswer, a_profile_name, anything
from relay.setup.context import SetupContext, Step

_PICTURE_PIXELS = 1024
_MOST_BYTES = 20 * 1024 * 1024


def _run(context: SetupContext) -> None:
    talk, say = context.talk, context.words.say
    talk.say("setup-profile-about")
    branch = context.branch
    name = talk.ask("profile.name", say("setup-profile-name"), a_profile_name, branch or None)
    usual = say("setup-profile-line-usual", branch=branch)
    about = talk.ask("profile.about", say("setup-profile-line"), anything, usual)
    picture = talk.ask("profile.picture", say("setup-profile-picture"), _a_picture, "")
    avatar = _picture(picture) if picture else None
    context.signal(lambda client: client.update_profile(name, about=about, avatar=avatar))
    talk.say("setup-profile-done")


def _a_picture(answer: str) -> str:
    if answer:
        _picture(answer)
    return answer


def _picture(file: str) -> bytes:
    """The picture without where and when it was taken."""
    path = Path(file).expanduser()
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise BadAnswer("setup-bad-picture")
        return clean_picture(path.read_bytes(), max_dimension=_PICTURE_PIXELS).data
    except OSError:
        raise BadAnswer("setup-bad-file") from None
    except MediaError:
        raise BadAnswer("setup-bad-picture") from None


STEP = Step("profile", "setup-step-profile", _run, needs=("branch", "number"))
