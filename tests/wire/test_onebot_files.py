"""An owner hands the bot a file in a private chat on QQ, as one kind of client or the other tells it."""

from __future__ import annotations

import re

from tests.wire import onebot
from tests.wire.files import served
from tests.wire.running import RunningBot

BOOK = "# 食堂\n\n## 夜宵\n\n食堂三楼的馄饨卖到 22 点 45 分，再晚就只剩豆浆。\n".encode()


async def paired(qq: onebot.FakeQQ, bot: RunningBot, user: int) -> None:
    code = re.search(r"配对码 (\d{6})", bot.output())
    assert code is not None
    assert "配对成功" in (await qq.ask(f"/设置 配对 {code[1]}", user=user)).text


async def test_a_file_becomes_a_book_and_can_be_taken_out(bot: RunningBot) -> None:
    async with onebot.connected(bot.onebot_url) as qq, served({"book": BOOK}) as url:
        await paired(qq, bot, 20701)
        qq.files["fid-1"] = f"{url}/book"
        await qq.send_file("夜宵.md", file_id="fid-1", size=len(BOOK), user=20701)
        taken = await qq.next(30)
        assert "新增 1 段" in taken.text
        assert "/资料 删 书名" in taken.text
        assert "夜宵" in (await qq.ask("/资料", user=20701)).text
        assert "没有找到" not in (await qq.ask("/资料 删 夜宵", user=20701)).text
        assert not list((bot.home / "uploads").iterdir())


async def test_a_file_told_by_a_notice_is_taken_as_well(bot: RunningBot) -> None:
    async with onebot.connected(bot.onebot_url) as qq, served({"book": BOOK}) as url:
        await paired(qq, bot, 20702)
        await qq.offline_file("夜宵二.md", f"{url}/book", size=len(BOOK), user=20702)
        assert "新增 1 段" in (await qq.next(30)).text
        assert "夜宵二" in (await qq.ask("/资料", user=20702)).text


async def test_a_file_that_cannot_be_had_is_said_so(bot: RunningBot) -> None:
    async with onebot.connected(bot.onebot_url) as qq, served({}) as url:
        await paired(qq, bot, 20703)
        qq.unknown |= {"get_private_file_url", "get_file"}
        await qq.send_file("夜宵.md", file_id="fid-2", user=20703)
        assert "收不了" in (await qq.next()).text
        await qq.send_file("夜宵.md", url=f"{url}/gone", user=20703)
        assert "没取下来" in (await qq.next()).text
        await qq.send_file("夜宵.md", url="http://10.255.255.1/secret", user=20703)
        assert "内网" in (await qq.next()).text
        await qq.send_file("夜宵.md", url=f"{url}/huge", size=10**9, user=20703)
        assert "超过 50 MB" in (await qq.next()).text


async def test_strangers_files_are_not_fetched(bot: RunningBot) -> None:
    async with onebot.connected(bot.onebot_url) as qq:
        await qq.send_file("夜宵.md", url="http://127.0.0.1:9/x", user=20704)
        assert "主人" in (await qq.next()).text
