"""All who keep something of people, in the order in which `about me` names it."""

from handlers.adverts.holder import AdvertHolder
from handlers.ballots.holder import BallotHolder
from handlers.conduct.holder import ConductHolder
from handlers.contact_list.holder import ContactHolder
from handlers.conversation.holders import Holder
from handlers.following.holder import FollowingHolder
from handlers.groups.holder import GroupHolder
from handlers.meetings.holder import MeetingHolder
from handlers.personal_data.basics import BasicsHolder
from handlers.subscriptions.holder import SubscriptionHolder

HOLDERS: tuple[Holder, ...] = (
    SubscriptionHolder(),
    MeetingHolder(),
    GroupHolder(),
    AdvertHolder(),
    ContactHolder(),
    BallotHolder(),
    ConductHolder(),
    FollowingHolder(),
    BasicsHolder(),
)
