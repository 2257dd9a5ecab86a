"""What a webhook is told. The shape is a contract: `docs/webhook.schema.json` is made of it.

The envelope (`type`, `timestamp`, `data`) is that of Standard Webhooks 1.0.0, "Payload structure".
A meeting is described as schema.org does (`relay.web.pages.structured`).
"""

from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, TypeAdapter
from pydantic.json_schema import SkipJsonSchema

from relay.destinations.base import Plan, Subject


class _Shape(BaseModel):
    # More may be added to it, so the schema lets that pass.
    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)


class BranchShown(_Shape):
    """Whose announcement it is."""

    slug: str = Field(description="The branch's short name; it does not change.")
    name: str = Field(description="The branch's name, as people read it.")


class Announced(_Shape):
    """What everybody may read of an announcement."""

    announcement: int = Field(description="Its number: the same in all messages about it.")
    branch: BranchShown
    text: str = Field(description="Plain text with line breaks and whole links.")
    language: str = Field(description="Language tag of the text, such as en-GB.")
    event: dict[str, Any] | SkipJsonSchema[None] = Field(
        default=None,
        description="The meeting it announces, as it stands when this is sent: a schema.org Event.",
    )


class Named(_Shape):
    """Which announcement is meant."""

    announcement: int = Field(description="Its number: the same in all messages about it.")
    branch: BranchShown


class _Message(_Shape):
    timestamp: AwareDatetime = Field(description="When it happened; retries do not change it.")


class Published(_Message):
    """An announcement was posted."""

    type: Literal["announcement.published"] = "announcement.published"
    data: Announced


class Changed(_Message):
    """What it announces has changed: `text` tells the change and `event` how it stands now."""

    type: Literal["announcement.changed"] = "announcement.changed"
    data: Announced


class Corrected(_Message):
    """The announcement now says this; `text` is the new text, whole."""

    type: Literal["announcement.corrected"] = "announcement.corrected"
    data: Announced


class Retracted(_Message):
    """The announcement was taken down and is to be shown to nobody any more."""

    type: Literal["announcement.retracted"] = "announcement.retracted"
    data: Named


class Checked(_Message):
    """Sent by `relay check` and the set-up. Nothing has happened."""

    type: Literal["relay.check"] = "relay.check"
    data: dict[str, Any] = Field(default={}, max_length=0)


Message = Published | Changed | Corrected | Retracted | Checked
MESSAGE: TypeAdapter[Message] = TypeAdapter(Annotated[Message, Field(discriminator="type")])


def announced(plan: Plan, about: Subject) -> Announced:
    """Return what is told of an announcement.

    Args:
        plan: with one post.
        about: what it is about.
    """
    event = about.event()
    return Announced(
        **_named(about),
        text=plan.posts[0].text,
        language=plan.langs[0] if plan.langs else "und",
        event=None if event is None else dict(event),
    )


def named(about: Subject) -> Named:
    """Return which announcement is meant."""
    return Named(**_named(about))


def body_of(message: Message) -> bytes:
    """Return a message as it is sent: JSON in UTF-8; the same message gives the same bytes."""
    return message.model_dump_json(exclude_none=True).encode()


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of everything that is sent."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What a branch relay sends to a webhook",
        **MESSAGE.json_schema(mode="serialization"),
    }


def _named(about: Subject) -> dict[str, Any]:
    branch = BranchShown(slug=about.branch, name=about.branch_name)
    return {"announcement": about.number, "branch": branch}
