"""Who is responsible for what is kept of people, as the privacy notice says it."""

from pydantic import Field

from relay.schema.parts import Part


class DataProtectionSettings(Part):
    """Who answers for it.

    Attributes:
        controller: who decides what is kept and why, as people read it: as a rule the party, with
            its registered name. Empty where nobody has said so yet.
        contact: how people reach whoever does that work: an address, not a person's own.
    """

    controller: str = Field(default="", max_length=200, pattern=r"^[^\n]*$")
    contact: str = Field(default="", max_length=200, pattern=r"^[^\n]*$")

    @property
    def is_said(self) -> bool:
        """Whether people can find out who is responsible, and reach them."""
        return bool(self.controller.strip() and self.contact.strip())

    def named(self, unknown: str) -> str:
        """Return who it is and how to reach them.

        Args:
            unknown: what is said where the settings do not say.
        """
        if not self.controller.strip():
            return unknown
        return ", ".join(one.strip() for one in (self.controller, self.contact) if one.strip())
