"""Calls of WeChat's API against a fake of it: one token for all, replaced when refused, patience where the platform is busy."""

import asyncio
import time
from collections.abc import AsyncIterator

import nonebot
import pytest
from nonebot.adapters.wxmp.exception import ActionFailed
from nonebot.config import Config, Env
from nonebot.drivers import combine_driver
from nonebot.drivers.aiohttp import Mixin
from nonebot.drivers.none import Driver

from adapters.weixin import wire
from adapters.weixin.wire import MARGIN, Account, Wire, described
from engine.messages import CredentialsRefused
from tests.wire.weixin import APP_ID, SECRET, TOKEN, FakeWeixin, platform


@pytest.fixture
async def fake() -> AsyncIterator[FakeWeixin]:
    async with platform() as running:
        running.bot_url = "http://127.0.0.1:9"
        running.open_window("oAnna")
        yield running


@pytest.fixture
def account(fake: FakeWeixin, monkeypatch: pytest.MonkeyPatch) -> Account:
    """Our account, calling the fake."""
    return account_of(fake, monkeypatch)


def account_of(fake: FakeWeixin, monkeypatch: pytest.MonkeyPatch, app_id: str = APP_ID, secret: str = SECRET) -> Account:
    driver = combine_driver(Driver, Mixin)(Env(environment="test"), Config())
    monkeypatch.setattr(nonebot, "_driver", driver)
    monkeypatch.setattr(wire, "PAUSES", (0.01, 0.01))
    calls = Wire(driver)
    calls.base = f"{fake.api_url}/"
    return Account(calls, app_id, secret, TOKEN)


async def test_one_token_serves_all(fake: FakeWeixin, account: Account) -> None:
    await asyncio.gather(*(account.tell("oAnna", f"{number} <&> 页表") for number in range(5)))
    assert {said.text for said in await fake.drained(0.1)} == {f"{number} <&> 页表" for number in range(5)}
    assert fake.calls.count("/cgi-bin/stable_token") == 1


async def test_a_refused_token_is_replaced_once_for_all(fake: FakeWeixin, account: Account) -> None:
    await account.tell("oAnna", "1")
    fake.revoke_token()
    await asyncio.gather(*(account.tell("oAnna", text) for text in "234"))
    assert len(await fake.drained(0.1)) == 4
    assert fake.calls.count("/cgi-bin/stable_token") == 2


async def test_a_token_that_stays_refused_is_an_error(fake: FakeWeixin, account: Account) -> None:
    fake.refuses_tokens = True
    with pytest.raises(ActionFailed, match="40001"):
        await account.tell("oAnna", "1")
    assert fake.calls.count("/cgi-bin/message/custom/send") == 2


async def test_the_next_token_is_due_before_this_one_ends(fake: FakeWeixin, account: Account) -> None:
    assert await account.sign_in() == pytest.approx(7200 - MARGIN, abs=5)
    fake.expires_in = MARGIN - 10
    account._expires_in = int(time.time()) - 1
    assert await account.sign_in() == 1
    await account.get_access_token()
    assert fake.calls.count("/cgi-bin/stable_token") == 3


async def test_a_busy_platform_is_given_time(fake: FakeWeixin, account: Account) -> None:
    fake.busy = 2
    await account.tell("oAnna", "1")
    assert fake.calls.count("/cgi-bin/message/custom/send") == 3
    fake.busy = 3
    with pytest.raises(ActionFailed, match="45011"):
        await account.tell("oAnna", "2")


async def test_pictures(fake: FakeWeixin, account: Account) -> None:
    media_id = await account.upload(b"\x89PNG", "card.png")
    await account.show("oAnna", media_id)
    assert (await fake.next()).picture == b"\x89PNG"


@pytest.mark.parametrize(("app_id", "secret"), [("wxWrong", SECRET), (APP_ID, "wrong")])
async def test_wrong_credentials(fake: FakeWeixin, monkeypatch: pytest.MonkeyPatch, app_id: str, secret: str) -> None:
    with pytest.raises(CredentialsRefused, match="SHANGAN_WEIXIN_SECRET"):
        await account_of(fake, monkeypatch, app_id, secret).sign_in()


async def test_an_address_that_is_not_listed(fake: FakeWeixin, account: Account) -> None:
    fake.refuses_address = True
    with pytest.raises(ConnectionError, match="IP 白名单"):
        await account.sign_in()


async def test_an_unreachable_platform(fake: FakeWeixin, monkeypatch: pytest.MonkeyPatch) -> None:
    fake.api_url = "http://127.0.0.1:9"
    with pytest.raises(ConnectionError, match="没有回应"):
        await account_of(fake, monkeypatch).sign_in()


async def test_errors_in_the_platforms_words(fake: FakeWeixin, account: Account) -> None:
    with pytest.raises(ActionFailed) as error:
        await account.tell("oNobody", "1")
    assert described(error.value) == "45015 response out of time limit or subscription is canceled"
