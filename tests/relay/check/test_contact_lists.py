"""What a host is told about contact lists."""

from relay.check.contact_lists import check_contact_lists
from relay.check.findings import Report
from relay.language.words import Words
from relay.settings import Branch, Settings
from relay.settings.contact_list import ContactListSettings

KEY = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"


def _messages(contact_list: ContactListSettings | None) -> str:
    settings = Settings(
        signal={"number": "+447700900000"},
        branches=(Branch(slug="hackney", name="Hackney branch", contact_list=contact_list),),
        webhook_token="x" * 32,
        store_key="ab" * 32,
    )
    words = Words()
    found = check_contact_lists(Report(words), settings)
    return "\n".join(one.line(words) for one in found)


def test_nothing_is_said_where_there_is_none_or_it_is_whole() -> None:
    assert _messages(None) == ""
    assert _messages(ContactListSettings(export_key=KEY)) == ""


def test_writing_to_strangers_is_pointed_out() -> None:
    said = _messages(ContactListSettings(export_key=KEY, invitations_a_day=5))
    assert "Signal punishes" in said


def test_a_list_without_a_key_cannot_be_taken_out() -> None:
    assert "cannot be taken out" in _messages(ContactListSettings())
