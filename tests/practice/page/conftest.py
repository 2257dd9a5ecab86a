"""A browser that the tests of one process share; each opens a page with a profile of its own."""

from collections.abc import AsyncIterator

import pytest_asyncio
from chromium import chromium
from playwright.async_api import Browser


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Starting one takes two seconds of processor time, and forgetting a profile none."""
    async with chromium() as browser:
        yield browser
