"""A pasted invitation: whole in the groups, and nowhere else."""

import pytest
from harness.running import RelayHarness, branch, from_bot
from invitations import INVITATIONS, leaks

from relay.language.words import Words
from relay.meetings.tables import Meetings
from relay.web.pages import Site
from relay.web.pages.addresses import FileLinks, Outside
from relay.web.pages.stored import Kept, StoredCatalogue, public_branches


@pytest.mark.parametrize("name", ["zoom", "teams", "bigbluebutton"])
async def test_a_pasted_invitation_is_whole_for_members_and_nowhere_in_public(
    on_stage: RelayHarness, name: str
) -> None:
    invitation, board = INVITATIONS[name], on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await on_stage.ask(on_stage.alex, "meeting Title: Branch meeting\nWhen: Thursday 7pm")
        await on_stage.ask(on_stage.alex, "Town Hall")
        preview = await on_stage.ask(on_stage.alex, f"1. Rents\n\n{invitation.text}")
        while "Type yes to post it" not in preview:
            # Numbers to dial may be somebody's own: that is asked, and they are not.
            answer = "1" if "May everybody read it?" in preview else "skip"
            preview = await on_stage.ask(on_stage.alex, answer)
        await on_stage.say(on_stage.alex, "yes")

        meeting = on_stage.store[Meetings].get(1)
        announcement = on_stage.store.announcements.get(1)
        assert meeting is not None
        assert announcement is not None
        settings, clock = on_stage.relay.settings, on_stage.clock
        site = Site(
            StoredCatalogue(Kept.of(on_stage.store), public_branches(settings), clock),
            Words(),
            clock,
            outside=Outside("https://hackney.example.org"),
            links=FileLinks(),
        )
        public = {path: doc.body.decode("utf-8", "replace") for path, doc in site.documents()}
        public["post"] = announcement.public_text or ""
        public["alt"] = announcement.pictures[0].description or ""
        group = from_bot(on_stage.mo, board)[0].text

    found = {path: leaks(text, invitation.secrets) for path, text in public.items()}
    assert not any(found.values()), found
    assert "1. Rents" in public["/m/1"]
    assert leaks(group, invitation.secrets) == list(invitation.secrets)
    assert "could help strangers get in" in preview
