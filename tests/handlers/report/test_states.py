"""What somebody is in the middle of while they report, as stores hold it."""

from handlers.conversation.state import by_name
from handlers.report.context import ReportState
from handlers.report.passing_on import OfferToPassOn
from handlers.report.said import Said
from handlers.states import STATES


def test_only_what_is_about_a_report_of_ones_own_holds_a_number_as_its_case() -> None:
    # The vault ends what is about a destroyed case by it (`relay.safeguarding.open_states`).
    holds = {
        kind
        for kind in STATES.values()
        if (field := kind.model_fields.get("case")) and field.annotation is int
    }
    assert holds == {kind for kind in STATES.values() if issubclass(kind, ReportState)}
    assert len(holds) == 12


def test_what_waits_to_be_passed_on_is_read_as_it_was_written_and_as_it_is() -> None:
    said = OfferToPassOn.model_validate(
        {"case": 3, "said": [[7, "First."], [8, "Second.", 9, 10]], "cases": [3, 2]}
    )
    assert said.said == (
        Said(moment=7, text="First."),
        Said(moment=8, text="Second.", edits=(9, 10)),
    )
    held = said.model_dump(mode="json", exclude_none=True)
    assert by_name(OfferToPassOn)["report.offer"].model_validate(held) == said
    assert "First" not in repr(said)
    assert "First" not in repr(said.said)
