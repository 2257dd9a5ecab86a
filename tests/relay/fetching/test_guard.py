import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from relay.fetching.guard import PublicAddresses, guarded_session

SOON = aiohttp.ClientTimeout(total=5)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.9.10",
        "0.0.0.0",  # noqa: S104
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "2002:c0a8:101::",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "::127.0.0.1",
        "::a9fe:a9fe",
        "::ffff:0:127.0.0.1",
        "fec0::1",
        "2001:67c::5efe:7f00:1",
        "2001:67c::200:5efe:a00:1",
        "2002:808:808::1",
        "3fff::1",
        "5f00::1",
        "192.0.0.8",
        "192.88.99.1",
        "64:ff9b::a00:1",
        "64:ff9b:1::a00:1",
        "2001:db8::1",
    ],
)
def test_addresses_inside_and_reserved_ones_are_refused(address: str) -> None:
    assert not PublicAddresses().allows(address, 443)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_the_web_ports_of_public_addresses_are_allowed(address: str) -> None:
    assert PublicAddresses().allows(address, 80)
    assert PublicAddresses().allows(address, 443)
    assert not PublicAddresses().allows(address, 22)
    assert not PublicAddresses().allows(address, 8080)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0177.0.0.1", "127.1"]
)
async def test_loopback_is_not_reached_however_it_is_written(host: str) -> None:
    reached = []

    async def answer(request: web.Request) -> web.Response:
        reached.append(request.path)
        return web.Response(text="inside")

    application = web.Application()
    application.router.add_get("/", answer)
    async with TestServer(application) as server:

        class ThisPort(PublicAddresses):
            def allows(self, address: str, port: int) -> bool:
                return super().allows(address, 443)

        async with guarded_session(ThisPort(), SOON) as session:
            with pytest.raises((aiohttp.ClientError, OSError)):
                await session.get(f"http://{host}:{server.port}/")
    assert reached == []
