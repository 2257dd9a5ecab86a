"""What becomes of the people of an imported list, as it is counted. Nobody is named."""

ASKED, NOT_ON_SIGNAL, UNSENT, WAITING = "asked", "not-on-signal", "unsent", "waiting"
OUTCOMES = (ASKED, NOT_ON_SIGNAL, UNSENT, WAITING)
METRIC = "relay_contact_invitations"
