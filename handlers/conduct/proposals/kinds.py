"""How each kind of proposal is shown and carried out."""

from collections.abc import Mapping

from handlers.conduct.mandates.ending import ENDING
from handlers.conduct.mandates.naming import NAMING
from handlers.conduct.mandates.renewing import RENEWING
from handlers.conduct.proposals.asking import Kind
from handlers.conduct.standards.suggesting import STANDARD
from relay.conduct.tables.admin_proposals import ProposalKind

KINDS: Mapping[ProposalKind, Kind] = {
    ProposalKind.NAME: NAMING,
    ProposalKind.RENEW: RENEWING,
    ProposalKind.END: ENDING,
    ProposalKind.STANDARD: STANDARD,
}
