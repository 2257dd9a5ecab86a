"""A public destination's lane: a queued delivery becomes a call to the destination."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from relay.delivery.errors import DeliveryRefused
from relay.destinations.base import Counting, Destination, Picture, Plan, Publication, Subject
from relay.store import Store
from relay.store.outbox import Delivery


class _Payload(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    announcement: int


class Publish(_Payload):
    """Carry out a plan.

    Args:
        files: ids of the pictures as they were when it was planned; None for those that the
            announcement has by then.
    """

    kind: Literal["publish"] = "publish"
    plan: Plan
    files: tuple[int, ...] | None = None


class Follow(_Payload):
    """Carry out a plan in reply to what stands, which stays.

    Args:
        files: ids of the plan's pictures.
    """

    kind: Literal["follow"] = "follow"
    plan: Plan
    files: tuple[int, ...] = ()


class Revise(_Payload):
    """Put a new plan in place of what stands, or `correction` in reply to it."""

    kind: Literal["revise"] = "revise"
    plan: Plan
    correction: Plan


class Retract(_Payload):
    """Take down what stands.

    Args:
        keys: names under which what was given up halfway may stand.
    """

    kind: Literal["retract"] = "retract"
    keys: tuple[str, ...] = ()


class Count(_Payload):
    """Ask what people did with what stands."""

    kind: Literal["count"] = "count"


_PAYLOAD: TypeAdapter[Publish | Follow | Revise | Retract | Count] = TypeAdapter(
    Annotated[Publish | Follow | Revise | Retract | Count, Field(discriminator="kind")]
)


def keys_of(payload: Publish | Follow | Revise | Retract) -> list[str]:
    """Return the names under which a delivery will write posts."""
    match payload:
        case Publish() | Follow():
            plans = [payload.plan]
        case Revise():
            plans = [payload.plan, payload.correction]
        case Retract():
            plans = []
    return [post.key for plan in plans for post in plan.posts]


class DestinationAdapter:
    """Publishes, revises, retracts and counts at one destination.

    What it returns for the outbox is `{"how": …, "publication": …}`, with `publication` None once
    nothing stands there any more, and `remaining` the number of posts that could not be deleted;
    for a count `{"counted": …}`, None where it is not told.

    Args:
        destination: where.
        store: pictures, and what stands there now.
        subject_of: says what a delivery is about.
    """

    def __init__(
        self,
        destination: Destination,
        store: Store,
        subject_of: Callable[[int, Delivery], Subject],
    ) -> None:
        self._destination = destination
        self._store = store
        self._subject_of = subject_of

    async def deliver(self, delivery: Delivery) -> dict[str, Any]:
        """Carry out one delivery of this destination's lane."""
        payload = _PAYLOAD.validate_python(delivery.payload)
        standing = self._publication(payload.announcement, delivery.lane)
        about = self._subject_of(payload.announcement, delivery)
        match payload:
            case Publish():
                pictures = (
                    self._pictures(payload.announcement)
                    if payload.files is None
                    else self._planned(payload.plan, payload.files)
                )
                publication = await self._destination.publish(payload.plan, pictures, about)
                return {"how": "published", "publication": publication.model_dump(mode="json")}
            case Follow():
                if standing is None:
                    raise DeliveryRefused("the earlier post was never published")
                publication = await self._destination.follow(
                    standing, payload.plan, self._planned(payload.plan, payload.files), about
                )
                return {"how": "followed", "publication": publication.model_dump(mode="json")}
            case Revise():
                if standing is None:
                    raise DeliveryRefused("the earlier post was never published")
                revision = await self._destination.revise(
                    standing,
                    payload.plan,
                    payload.correction,
                    self._pictures(payload.announcement),
                    about,
                )
                publication = revision.publication
                return {"how": revision.how, "publication": publication.model_dump(mode="json")}
            case Count():
                reactions = None
                if standing is not None and isinstance(self._destination, Counting):
                    reactions = await self._destination.reactions(standing)
                return {"counted": None if reactions is None else reactions.model_dump()}
            case Retract():
                retraction = await self._destination.retract(standing, payload.keys, about)
                nothing = standing is None and not retraction.deleted
                return {
                    "how": "absent" if nothing else "retracted",
                    "publication": None,
                    "remaining": len(retraction.remaining),
                }

    def _publication(self, announcement: int, lane: str) -> Publication | None:
        reference = self._store.announcements.standing(announcement).get(lane)
        if reference is None or reference.get("publication") is None:
            return None
        return Publication.model_validate(reference["publication"])

    def _planned(self, plan: Plan, files: Sequence[int]) -> list[Picture]:
        kept = [self._store.files.get(file) for file in files]
        return [
            Picture(data=file.data, media_type=file.media_type, description=description)
            for file, description in zip(kept, plan.pictures, strict=False)
        ]

    def _pictures(self, number: int) -> list[Picture]:
        announcement = self._store.announcements.get(number)
        if announcement is None:
            raise DeliveryRefused("the announcement is gone")
        return [
            Picture(
                data=self._store.files.get(picture.file).data,
                media_type=picture.media_type,
                description=picture.description or "",
            )
            for picture in announcement.pictures
        ]
