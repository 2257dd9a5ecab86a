"""How each kind of proposal is shown and carried out."""

from collections.abc import Mapping

from handlers.conduct.asking import Kind
from handlers.conduct.ending import ENDING
from handlers.conduct.naming import NAMING
from handlers.conduct.renewing import RENEWING
from handlers.conduct.suggesting import STANDARD
from relay.conduct.tables.admin_proposals import ProposalKind

KINDS: Mapping[ProposalKind, Kind] = {
    ProposalKind.NAME: NAMING,
    ProposalKind.RENEW: RENEWING,
    ProposalKind.END: ENDING,
    ProposalKind.STANDARD: STANDARD,
}
