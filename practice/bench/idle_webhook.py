"""A webhook that does nothing but answer.

`python -m practice.bench.idle_webhook PORT`
"""

import sys

from aiohttp import web


async def _answer(request: web.Request) -> web.Response:
    await request.read()
    return web.Response(status=200)


def main(port: int) -> None:
    """Serve until it is ended."""
    app = web.Application()
    app.router.add_post("/signal/receive", _answer)
    app.router.add_get("/healthz", _answer)
    web.run_app(app, host="127.0.0.1", port=port, access_log=None, print=None)


if __name__ == "__main__":
    main(int(sys.argv[1]))
