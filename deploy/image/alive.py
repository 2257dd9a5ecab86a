"""Ends with 0 if the relay at the given address says that it lives: the image's health check."""

import sys
import urllib.request

with urllib.request.urlopen(sys.argv[1], timeout=4) as answer:  # noqa: S310 (from the compose file)  # nosec B310
    sys.exit(answer.status != 200)
