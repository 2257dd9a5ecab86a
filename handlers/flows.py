"""All flows: what somebody can be in the middle of."""

from handlers.conversation.flow import Flow
from handlers.meetings.flow import MEETING

FLOWS: dict[str, Flow] = {flow.name: flow for flow in (MEETING,)}
