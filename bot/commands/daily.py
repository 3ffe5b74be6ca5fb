"""`/每日`: questions every day at the scene's own time, and an honest record of what was sent."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.commands.command import Command, Context, Replies, Typing
from bot.places import place_names
from engine.daily import OWN_REASONS
from engine.messages import Argument, Reply, Sent
from engine.storage.outbox import DeliveryRecord

_NUMBER = "[零一二两三四五六七八九十]{1,3}"
_TIME = re.compile(
    r"(?P<part>凌晨|清晨|早上?|早晨|上午|中午|下午|傍晚|晚上?)?\s*"
    rf"(?P<hour>\d{{1,2}}|{_NUMBER})\s*(?:[:：]\s*(?P<minute>\d{{2}})?分?|[点时](?:钟|整)?(?:(?P<said>\d{{1,2}}|{_NUMBER})分?|(?P<half>半))?)"
)
_MORNING, _LATER = ("凌晨", "清晨", "早", "早上", "早晨", "上午"), ("下午", "傍晚", "晚", "晚上")
STATES = {"claimed": "正在发送", "accepted": "已送达", "deferred": "等待补发", "refused": "平台拒绝", "unknown": "不确定是否送达，未重发"}
MOST_SHOWN = 20


def read_time(text: str) -> str | None:
    """`HH:MM` from `7:30`, `07：30`, `8点`, `七点半` or `晚上9点`; None: it is no time of day, or could be one of two."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    hour, minute = _number(match["hour"]), 30 if match["half"] else _number(match["minute"] or match["said"] or "0")
    if hour is None or minute is None:
        return None
    part = match["part"]
    if part in _LATER or (part == "中午" and hour < 11):
        if hour in (0, 12) and part != "下午":
            return None  # 晚上12点 ends one day and begins the next
        hour += 12 if hour < 12 else 0
    elif part in _MORNING and hour >= (13 if part == "上午" else 12):
        return None
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _number(text: str) -> int | None:
    """A number below 100 in digits or as it is spoken; None: it is none."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.replace("两", "二").rpartition("十")
    if max(len(tens), len(ones)) > 1:
        return None
    values = [_DIGITS.find(sign) for sign in (tens or ("一" if ten else "零"), ones or "零")]
    return None if -1 in values else values[0] * 10 + values[1]


_DIGITS = "零一二三四五六七八九"


def _told(record: DeliveryRecord) -> str:
    return f"{record.slot} {state_of(record)}" + (f"：{record.reason}" if record.reason else "")


def state_of(record: DeliveryRecord) -> str:
    """What became of a push, in a word; what the bot itself did not send was refused by nobody."""
    return "没有推送" if record.state == "refused" and record.reason.startswith(OWN_REASONS) else STATES[record.state]


async def run(context: Context) -> Replies:
    """Show, switch on, switch off, or tell what became of the pushes."""
    services, scene, choice = context.services, context.incoming.scene, context.choice
    argument = context.argument.strip()
    if argument in ("全部状态", "all"):
        if not await services.learners.is_owner(context.incoming):
            yield Reply.of("各处的推送情况只给机器人的主人看。先用 /设置 配对 认领。")
            return
        records = await services.outbox.recent(None, "daily", MOST_SHOWN)
        if not records:
            yield Reply.of("还没有推送过。")
            return
        names = await place_names((record.scene for record in records), scene, services.learners)
        yield Reply.of("最近的推送：\n\n" + "\n".join(f"- {names[record.scene]}：{_told(record)}" for record in records))
        return
    if argument in ("状态", "status"):
        records = await services.outbox.recent(scene, "daily")
        if not records:
            yield Reply.of("这里还没有推送过每日一题。" + (f"下一次：{choice.daily_time}（{choice.zone}）。" if choice.daily_time else ""))
            return
        yield Reply.of("最近的每日推送：\n\n" + "\n".join(f"- {_told(record)}" for record in records))
        return
    if not argument:
        if choice.daily_time is None:
            yield Reply.of("每日一题还没开。发 /每日 07:30 就会每天准时出题。")
        else:
            yield Reply.of(
                f"每天 {choice.daily_time}（{choice.zone}）出 {choice.daily_count} 题。发 /每日 关 停掉，/每日 状态 看送达情况。"
            )
        return
    if not context.may_administer:
        yield Reply.of("每日推送由群主或管理员来开关。")
        return
    if argument in ("试推", "try"):
        receipt = await services.daily.try_out(scene, choice, context.now)
        if isinstance(receipt, Sent):
            yield Reply.of("上面这条就是推送的样子，能看到就说明推得出来。")
        else:
            yield Reply.of(
                f"没有推出来：{receipt.reason or '平台没有回应'}。会在下次有人找我时补上；到点的推送也会这样记在 /每日 状态 里。"
            )
        return
    if argument in ("关", "停", "off"):
        await services.scenes.change(scene, daily_time=None)
        yield Reply.of("每日一题已经停掉。想再开就发 /每日 07:30")
        return
    daily_time = read_time(argument.removeprefix("开").strip() or "07:30")
    if daily_time is None:
        yield Reply.of("时间写成 时:分 就好，比如：/每日 07:30")
        return
    choice = await services.scenes.change(scene, daily_time=daily_time)
    skipped = await services.daily.skip_today_if_past(scene, choice, context.now)
    later = "今天的时间已过，从明天开始。" if skipped else ""
    yield Reply.of(f"好，每天 {daily_time}（{choice.zone}）出 {choice.daily_count} 题。{later}")


async def suggest(_: Typing) -> Sequence[str]:
    """Times people choose, and the other words."""
    return ["07:30", "08:00", "12:30", "21:00", "试推", "状态", "全部状态", "关"]


COMMAND = Command(
    "每日",
    ("daily",),
    "每天定时出题",
    (
        ("/每日 07:30", "每天七点半出题"),
        ("/每日 关", "停掉"),
        ("/每日 试推", "马上推一次看看"),
        ("/每日 状态", "看每次推送的结果"),
        ("/每日 全部状态", "主人看各处的推送"),
    ),
    run,
    arguments=(Argument("时间", "time", "几点出题，如 07:30；或者 关、试推、状态", suggested=True),),
    suggest=suggest,
)
