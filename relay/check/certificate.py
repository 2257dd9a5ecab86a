"""For how long is the certificate of the public pages good?"""

import asyncio
import ssl
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from relay.check.findings import Finding, Report

WHERE = "web.public_url"
_HTTPS = 443
_TIMEOUT = 10.0


async def check_certificate(
    report: Report, url: str, now: datetime, trust: ssl.SSLContext | None = None
) -> Finding:
    """Ask the server of the public pages for its certificate; no page is read.

    Args:
        report: makes the finding.
        url: of the pages.
        now: aware.
        trust: whose word counts; the computer's own list if not given.
    """
    parts = urlsplit(url)
    if parts.scheme != "https" or parts.hostname is None:
        return report.note(WHERE, "check-certificate-none")
    host, port = parts.hostname, parts.port or _HTTPS
    try:
        async with asyncio.timeout(_TIMEOUT):
            _, writer = await asyncio.open_connection(
                host, port, ssl=trust or ssl.create_default_context(), server_hostname=host
            )
    except ssl.SSLCertVerificationError as error:
        return report.problem(WHERE, "check-certificate-refused", reason=error.verify_message)
    except (OSError, TimeoutError):
        return report.note(WHERE, "check-certificate-unseen")
    certificate = writer.get_extra_info("ssl_object").getpeercert()
    writer.close()
    return judged(report, _moment(certificate["notBefore"]), _moment(certificate["notAfter"]), now)


def judged(report: Report, begins: datetime, ends: datetime, now: datetime) -> Finding:
    """Say how long a certificate is still good.

    Caddy renews when a third of a certificate's life is left (its `renewal_window_ratio`); when
    there is only half of that, renewing does not work.

    Args:
        report: makes the finding.
        begins: when the certificate's life does, aware.
        ends: when it does, aware.
        now: aware.
    """
    left = ends - now
    days = max(0, left // timedelta(days=1))
    if left < (ends - begins) / 6:
        return report.problem(WHERE, "check-certificate-ends", days=days)
    return report.ok(WHERE, "check-certificate-fine", days=days)


def _moment(text: str) -> datetime:
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(text), UTC)
