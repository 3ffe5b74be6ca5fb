"""`/设置`: what a scene's owner may choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from bot.commands.command import Command, Context, Replies, Typing
from bot.commands.daily import read_time
from engine.messages import Argument, Reply
from engine.storage.scenes import SceneChoice


class Wrong(Exception):
    """A value that cannot be set; the message is shown."""


def _exam(context: Context, text: str) -> dict[str, Any]:
    for exam in context.services.exams.values():
        if text.casefold() in (exam.id.casefold(), exam.name.casefold(), exam.description.short_name.casefold()):
            return {"exam": exam.id, "subjects": ()}
    names = "、".join(f"{exam.id}（{exam.description.short_name}）" for exam in context.services.exams.values())
    raise Wrong(f"没有这门考试。现有：{names}")


def _subjects(context: Context, text: str) -> dict[str, Any]:
    if text in ("全部", "all"):
        return {"subjects": ()}
    chosen = []
    for word in text.replace("，", " ").replace("、", " ").split():
        subject = context.exam.find_subject(word)
        if subject is None:
            raise Wrong(f"没有「{word[:20]}」这一科。现有：{'、'.join(s.name for s in context.exam.subjects)}，或者写 全部")
        chosen.append(subject.id)
    return {"subjects": tuple(chosen)}


def _time(_context: Context, text: str) -> dict[str, Any]:
    if text in ("关", "off"):
        return {"daily_time": None}
    daily_time = read_time(text)
    if daily_time is None:
        raise Wrong("时间写成 时:分，比如 07:30，或者写 关")
    return {"daily_time": daily_time}


def _zone(_context: Context, text: str) -> dict[str, Any]:
    text = _ZONES.get(text.removesuffix("时间"), text)
    try:
        ZoneInfo(text)
    except (KeyError, ValueError, OSError):
        raise Wrong("时区写成 Asia/Shanghai 这样的名字") from None
    return {"zone": text}


def _number(field: str, least: int, most: int) -> Callable[[Context, str], dict[str, Any]]:
    def read(_context: Context, text: str) -> dict[str, Any]:
        if not text.isdecimal() or not least <= int(text) <= most:
            raise Wrong(f"写 {least} 到 {most} 之间的数")
        return {field: int(text)}

    return read


_ZONES = {
    **dict.fromkeys(("北京", "上海", "中国", "东八区"), "Asia/Shanghai"),
    **dict.fromkeys(("新疆", "乌鲁木齐"), "Asia/Urumqi"),
    **{
        "香港": "Asia/Hong_Kong",
        "东京": "Asia/Tokyo",
        "伦敦": "Europe/London",
        "纽约": "America/New_York",
        "洛杉矶": "America/Los_Angeles",
    },
}

FIELDS: dict[str, Callable[[Context, str], dict[str, Any]]] = {
    "考试": _exam,
    "科目": _subjects,
    "时间": _time,
    "时区": _zone,
    "题数": _number("daily_count", 1, 10),
    "作答": _number("answer_seconds", 5, 86400),
}


async def run(context: Context) -> Replies:
    """Show the settings, change one, or pair with the code printed at start."""
    name, _, value = context.argument.strip().partition(" ")
    if name in ("配对", "pair"):
        yield await _pair(context, value.strip())
        return
    if not name:
        yield Reply.of(_shown(context, context.choice))
        return
    read = FIELDS.get(name)
    if read is None:
        yield Reply.of(f"可以设置：{'、'.join(FIELDS)}。比如：/设置 时区 Asia/Shanghai")
        return
    if not context.may_administer:
        yield Reply.of("这里的设置由群主或管理员来改。机器人的主人可以先发 /设置 配对 加启动时显示的配对码。")
        return
    if not value.strip():
        example = next((each for each in _values(context, name) if each not in _rows(context, context.choice)[name]), "")
        yield Reply.of(f"{name}现在是 {_rows(context, context.choice)[name]}。要改就写在后面，比如：/设置 {name} {example}")
        return
    try:
        changes = read(context, value.strip())
    except Wrong as wrong:
        yield Reply.of(f"没有改动：{wrong}。")
        return
    choice = await context.services.scenes.change(context.incoming.scene, **changes)
    if "daily_time" in changes:
        await context.services.daily.skip_today_if_past(context.incoming.scene, choice, context.now)
    yield Reply.of("改好了。\n\n" + _shown(context, choice))


def _shown(context: Context, choice: SceneChoice) -> str:
    rows = _rows(context, choice)
    return "**这里的设置**\n\n" + "\n".join(f"- {name}：{value}" for name, value in rows.items()) + "\n\n改一项：/设置 题数 3"


def _rows(context: Context, choice: SceneChoice) -> dict[str, str]:
    exam = context.services.exams[choice.exam]
    subjects = "、".join(subject.name for subject in exam.subjects if subject.id in choice.subjects) or "全部"
    return {
        "考试": exam.name,
        "科目": subjects,
        "时间": choice.daily_time or "关",
        "时区": choice.zone,
        "题数": f"每日 {choice.daily_count} 题",
        "作答": f"群里一题开放 {choice.answer_seconds} 秒",
    }


async def _pair(context: Context, code: str) -> Reply:
    if not context.services.pairing.matches(code):
        return Reply.of("配对码不对。它显示在机器人启动时的窗口里，每次启动都会换。")
    await context.services.learners.pair(context.incoming.scene.platform, context.incoming.sender, context.now)
    return Reply.of("配对成功，你现在是机器人的主人，可以在任何群里改设置。")


async def suggest(typing: Typing) -> Sequence[str]:
    """Values for the chosen setting."""
    return _values(typing, typing.given.get("哪一项", ""))


def _values(around: Context | Typing, name: str) -> Sequence[str]:
    if name == "考试":
        return [exam.description.short_name for exam in around.services.exams.values()]
    if name == "科目":
        return ["全部", *(subject.name for subject in around.exam.subjects)]
    return _EXAMPLES.get(name, ())


_EXAMPLES: dict[str, tuple[str, ...]] = {
    "时间": ("07:30", "08:00", "12:30", "21:00", "关"),
    "时区": ("Asia/Shanghai", "Asia/Urumqi", "Asia/Hong_Kong", "Asia/Tokyo", "Europe/London", "America/New_York", "America/Los_Angeles"),
    "题数": ("1", "3", "5", "10"),
    "作答": ("30", "60", "120", "300"),
}


COMMAND = Command(
    "设置",
    ("settings",),
    "考试、科目、每日时间、时区",
    (("/设置", "看这里的设置"), ("/设置 科目 {subject}", "只练一科"), ("/设置 配对 123456", "用启动时的配对码成为主人")),
    run,
    arguments=(
        Argument("哪一项", "setting", "空着就看这里的设置", choices=(*FIELDS, "配对")),
        Argument("值", "value", "改成什么", suggested=True),
    ),
    suggest=suggest,
    administers=True,
)
