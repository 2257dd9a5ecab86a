"""What may be somebody's own in what is pasted: asked about before the preview, and kept or not."""

from collections.abc import AsyncIterator

import pytest
from harness.running import RelayHarness, from_bot
from published import PublishedBranch, published

from relay.meetings.tables import Contacts

NUMBER = "07700 900123"
PASTED = (
    "meeting BRANCH SOCIAL\nThurs 3rd Dec 7pm\nTown Hall, Mare Street, E8 1EA\n"
    f"Step-free access\nAgenda: Rents. Ring Sal on {NUMBER} for the minutes.\nCONTACT: Sal {NUMBER}"
)
AT_HOME = "meeting Reading circle\nThurs 3rd Dec 7pm at Sam's house, 3 Cable Street\nAgenda: tea"


@pytest.fixture
async def hackney(on_stage: RelayHarness) -> AsyncIterator[PublishedBranch]:
    async with published(on_stage) as branch:
        yield branch


async def asked(hackney: PublishedBranch, *typed: str) -> str:
    """Type something; return the question that comes."""
    for text in typed:
        answer = await hackney.stage.ask(hackney.stage.alex, text)
    assert "May everybody read it?" in answer
    return answer


async def everything(hackney: PublishedBranch) -> str:
    """All that is read in the group and on the pages."""
    paths = ("/b/hackney", "/m/1", "/m/1.ics", "/b/hackney/feed.atom", "/calendar.ics")
    pages = [await hackney.fetch(path) for path in paths]
    read = [message.text for message in from_bot(hackney.stage.mo, hackney.board)]
    return "\n".join([*pages, *read])


async def test_a_number_is_asked_about_once_and_posted_if_that_is_wanted(
    hackney: PublishedBranch,
) -> None:
    question = await asked(hackney, PASTED, "skip")
    assert question.count(f"phone number: Sal {NUMBER}") == 1
    preview = await hackney.post("1")
    assert f"Ring Sal on {NUMBER} for the minutes" in preview
    assert NUMBER in hackney.in_group()
    assert NUMBER in await hackney.page()


@pytest.mark.parametrize("answer", ["2", "no", "skip"])
async def test_a_number_is_kept_for_admins_alone(hackney: PublishedBranch, answer: str) -> None:
    await asked(hackney, PASTED, "skip")
    preview = await hackney.post(answer)
    assert "For admins only, and never posted:" in preview
    assert NUMBER in hackney.stage.relay.services.store[Contacts].of(1)
    assert "900123" not in await everything(hackney)
    assert "Step-free access" in hackney.in_group()
    assert NUMBER in await hackney.stage.ask(hackney.stage.alex, "contact 1")
    assert "900123" not in await hackney.stage.ask(hackney.stage.mo, "meeting 1")


async def test_a_number_is_left_out_and_kept_nowhere(hackney: PublishedBranch) -> None:
    stage = hackney.stage
    await asked(hackney, PASTED, "skip")
    preview = await hackney.post("3")
    assert "900123" not in preview
    assert "900123" not in await everything(hackney)
    assert stage.relay.services.store[Contacts].of(1) == ""
    assert stage.relay.services.store.conversations.of(stage.alex.aci) is None


async def test_a_home_is_asked_about_and_not_posted(hackney: PublishedBranch) -> None:
    question = await asked(hackney, AT_HOME, "skip", "skip")
    assert "address where somebody may live: Sam's house, 3 Cable Street" in question
    await hackney.post("2")
    assert "Where: A private address. Please ask in the group." in hackney.in_group()
    assert "Cable" not in await everything(hackney)
    assert "3 Cable Street" in await hackney.stage.ask(hackney.stage.alex, "meeting 1")


async def test_a_home_is_posted_if_that_is_wanted(hackney: PublishedBranch) -> None:
    await asked(hackney, AT_HOME, "skip", "skip")
    await hackney.post("1")
    assert "Where: Sam's house, 3 Cable Street" in hackney.in_group()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Email sam.jones@example.org for a lift", "email address: Email sam.jones@example.org"),
        ("Cllr Bello +44 7700 900 321", "phone number: Cllr Bello +44 7700 900 321"),
        ("Strike fund: sort code 12-34-56 account number 12345678", "bank account: sort code 12"),
        ("Best wishes, Chris (07700 900456)", "phone number: Best wishes, Chris (07700 900456"),
    ],
)
async def test_what_may_be_somebodys_own_is_asked_about(
    hackney: PublishedBranch, line: str, found: str
) -> None:
    pasted = f"meeting Social\nThurs 3 Dec 7pm\nTown Hall\nAgenda: tea\n\n{line}"
    assert found in await asked(hackney, pasted, "skip", "skip")


@pytest.mark.parametrize(
    "line",
    [
        "Helpline 0800 1111 222, or 0300 123 1234",
        "Questions: branch@example.org",
        "St Mark's House is warm",
        "No more evictions from our homes",
        "Dial by your location +44 203 481 5237",
    ],
)
async def test_what_is_nobodys_own_is_not_asked_about(hackney: PublishedBranch, line: str) -> None:
    stage = hackney.stage
    pasted = f"meeting Social\nThurs 3 Dec 7pm\nTown Hall\nAgenda: tea\n\n{line}"
    for text in (pasted, "skip", "skip"):
        shown = await stage.ask(stage.alex, text)
    assert "Nothing has been posted yet" in shown


DIAL_IN = (
    "Microsoft Teams meeting\nDial in by phone\n+44 20 7946 0123,,123456789# United Kingdom\n"
    "Find a local number\nPhone conference ID: 123 456 789#"
)


async def test_numbers_to_dial_into_a_call_are_not_asked_about_and_somebodys_is(
    hackney: PublishedBranch,
) -> None:
    stage = hackney.stage
    await stage.ask(stage.alex, "meeting Title: Social\nWhen: Thursday 7pm\nWhere: Hall")
    asked_papers = await stage.ask(stage.alex, f"Rents\n{DIAL_IN}")
    assert "May everybody" not in asked_papers
    await hackney.post("skip", "skip")
    shown = await stage.ask(stage.alex, f"agenda 1 Rents and repairs\n\n{DIAL_IN}")
    assert "would be the agenda" in shown
    await stage.ask(stage.alex, "no")
    assert "Nothing has been posted yet" in await stage.ask(stage.alex, f"announce {DIAL_IN}")
    await stage.ask(stage.alex, "no")
    question = await asked(hackney, f"agenda 1 {DIAL_IN}\nNo luck? Ring Sal on {NUMBER}")
    assert question.count("phone number") == 1
    assert NUMBER in question


async def test_an_unclear_answer_is_asked_again_and_a_correction_is_taken(
    hackney: PublishedBranch,
) -> None:
    stage = hackney.stage
    await asked(hackney, PASTED, "skip")
    again = await stage.ask(stage.alex, "hmm")
    assert "May everybody read it?" in again
    await asked(hackney, "where: Library")
    shown = await stage.ask(stage.alex, "3")
    assert "Where: Library" in shown
    assert "May everybody" not in await stage.ask(stage.alex, "cost: £3")
    # What is corrected later is asked about too.
    await asked(hackney, "access: ring Jo on 07700 900999")
    assert "900999" not in (await stage.ask(stage.alex, "3")).partition("will wait")[0]


async def test_a_change_is_asked_about_before_it_is_shown(hackney: PublishedBranch) -> None:
    stage = hackney.stage
    await hackney.post(
        "meeting Title: Social\nWhen: Thursday 7pm\nWhere: Hall\nAgenda: none\nAccess: none", "skip"
    )
    question = await asked(hackney, "where 1 my house, 3 Cable Street")
    assert "address where somebody may live" in question
    assert "Nothing has changed" in await stage.ask(stage.alex, "2")
    await asked(hackney, f"agenda 1 Rents. Ring Sal on {NUMBER}")
    assert "would be the agenda" in await stage.ask(stage.alex, "1")
    await stage.ask(stage.alex, "no")
    await asked(hackney, "where 1 flat 3, Cable Court")
    shown = await hackney.post("yes")
    assert "would be here instead: flat 3, Cable Court" in shown
    assert "Where: flat 3, Cable Court" in hackney.in_group()
    assert "900123" not in await everything(hackney)


async def test_an_announcement_is_asked_about_too(hackney: PublishedBranch) -> None:
    stage = hackney.stage
    await asked(hackney, f"announce Picket at 6am. Ring Sal on {NUMBER} for lifts. Bring tea.")
    assert "answer 1 or 2" in await stage.ask(stage.alex, "hmm")
    preview = await hackney.post("2")
    assert "Picket at 6am. Bring tea." in preview
    assert hackney.in_group() == "Picket at 6am. Bring tea."
    await asked(hackney, f"announce Picket at 6am. Ring Sal on {NUMBER} for lifts.")
    await hackney.post("1")
    assert NUMBER in hackney.in_group()
    assert "Helpline" in await stage.ask(stage.alex, "announce Helpline: 0800 1111 222")
    await asked(hackney, f"edit Ring {NUMBER}")
    await stage.ask(stage.alex, "no")
    assert "Helpline" not in hackney.in_group()
