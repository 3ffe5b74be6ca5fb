"""The QQ open platform: its windows, numbers, grants and refusals, and a session that survives."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from tests.wire import qq
from tests.wire.running import RunningBot, running_bot


@pytest.fixture(scope="module")
async def platform() -> AsyncIterator[qq.FakePlatform]:
    """A platform that this module's bot is on."""
    async with qq.platform() as fake:
        yield fake
