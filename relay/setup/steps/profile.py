"""What people see of the bot: its name, a line about it, and a picture."""

from pathlib import Path

from relay.media import MediaError, clean_picture
from relay.setup import draft as at
from relay.setup.checks import BadAnswer, a_profile_name, anything
from relay.setup.context import SetupContext, Step
from relay.signed_feed.keys import PublicKey, SigningKey
from relay.signed_feed.tables import SignedFeeds
from relay.time.clock import SystemClock

NAME, ABOUT, PICTURE = "profile-name", "profile-about", "profile-picture"
"""Notes: what was answered."""

LONGEST_LINE = 140
"""Characters that Signal keeps of a line about somebody (`ABOUT_MAX_GLYPHS` in its Android app)."""

_PICTURE_PIXELS = 1024
_MOST_BYTES = 20 * 1024 * 1024


def _run(context: SetupContext) -> None:
    talk, say = context.talk, context.words.say
    talk.say("setup-profile-about")
    branch = context.branch
    noted = context.progress.note
    usual_name = noted(NAME) or branch or None
    name = talk.ask("profile.name", say("setup-profile-name"), a_profile_name, usual_name)
    usual = noted(ABOUT) or say("setup-profile-line-usual", branch=branch)
    about = talk.ask("profile.about", say("setup-profile-line"), anything, usual)
    usual_picture = noted(PICTURE) if Path(noted(PICTURE)).is_file() else ""
    picture = talk.ask("profile.picture", say("setup-profile-picture"), _a_picture, usual_picture)
    for note, answer in ((NAME, name), (ABOUT, about), (PICTURE, picture)):
        context.progress.take_note(note, answer)
    put_profile(context)
    talk.say("setup-profile-done")


def put_profile(context: SetupContext) -> None:
    """Set what people see of the bot, as it was answered, with the key that the branch signs with.

    All of it at once: signal-cli-rest-api takes no profile without a name, and takes the picture
    away where none comes along (`UpdateProfile` in its src/client/client.go).

    Raises:
        SetupStopped: it cannot be set now.
        SignalApiError: it was refused.
    """
    noted = context.progress.note
    name, picture = noted(NAME), noted(PICTURE)
    avatar = _picture(picture) if picture else None
    about = _with_key(context, noted(ABOUT))
    context.signal(lambda client: client.update_profile(name, about=about, avatar=avatar))


def _with_key(context: SetupContext, about: str) -> str:
    """The line, shortened: the keys of branches stand behind it, as many as there is room for."""
    said, shown = "", list[str]()
    keys = _keys(context)
    for slug, key in keys.items():
        shown.append(f"{slug} {key.fingerprint}" if len(keys) > 1 else key.fingerprint)
        more = context.words.say("setup-profile-line-key", key=", ".join(shown), count=len(keys))
        if len(more) > LONGEST_LINE:
            break
        said = more
    room = LONGEST_LINE - len(said) - 1
    if said and len(about) > room:
        about = about[: room - 1].rstrip() + "…" if room > 1 else ""
    return f"{about} {said}".strip()


def _keys(context: SetupContext) -> dict[str, PublicKey]:
    """The keys that branches sign with; made here where there will be a page and are none yet."""
    store, found = context.store(), dict[str, PublicKey]()
    feeds = store[SignedFeeds]
    has_page = bool(context.setting(at.PUBLIC_URL, ""))
    for branch in context.draft.get(at.SLUG[:1]) or ():
        slug = str(branch.get("slug", ""))
        row = feeds.of_branch(slug)
        if row is None and slug and has_page:
            with store.transaction():
                row = feeds.begin(slug, SigningKey.make(), SystemClock().now())
        if row is not None:
            found[slug] = feeds.keys(row.feed)[-1]
    return found


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
