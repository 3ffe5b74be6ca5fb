"""Travel of what has a length, and on what moves itself: trains over bridges and past each other, boats on a stream."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.story import Story
from engine.generators.civil._travel.facts import (
    LENGTH,
    METRES,
    SECONDS,
    SPEED,
    TIME,
    measured,
    metres,
    pace,
    seconds,
    time_answer,
    travellers,
    unit_in,
)
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

TASKS = ("train", "two-trains", "boat")

_WORDS = """
火车 列车 一列 这列 该 高铁 动车 客车 货车 大桥 桥 桥梁 铁桥 隧道 山洞 速度 的速度 匀速 行驶 通过 完全通过 经过 穿过 过 完全 全部 从车头 车头 车尾 上桥 离桥 进入 离开 驶入 驶离 到 开始 到完全 长 全长 车长 车身 车身长 一座 长度 一条 共需 共 用 需 需要
轮船 两码头之间 码头 两 船 一艘 一只 客轮 汽艇 游船 货船 快艇 两码头 码头 之间 往返于 往返 港口 两港 两地 A B 甲 乙 航行 行驶 全程 顺水 逆水 顺流 逆流 而下 而上 水流 水速 水流速度 流速 静水 在静水中 中 速度 船速 划行 行 到达 来回 河 江 河流 从 同一 段 路程 距离 已知 去 回 原路
"""


_NAMES = {"train": "车长", "way": "桥（隧道）长", "speed": "速度", "time": "时间"}


def _train(text: str) -> Recognition | None:
    story = Story(text)
    if not story.has("火车|列车|高铁|动车") or not story.has("桥|隧道|山洞|电线杆|路灯|站台|信号灯|人"):
        return None
    story.refuse("两列|相遇|超过|追|加速|减速|停|同向|相向|迎面|错车|先后|又|另")
    past = story.has("电线杆|路灯杆?|信号灯|一个人|站着不?动?的?人|路边的?人")
    length = story.take(
        rf"(?:一列)?(?:车身|全)?长(?:度)?(?:为|是)?(?P<length>{LENGTH})的?(?:火车|列车|高铁|动车)|(?:火车|列车|高铁|动车|车身|车)(?:的)?(?:全|车身|车)?长(?:度)?(?:为|是|约)?(?P<length2>{LENGTH})"
    )
    way = story.take(
        rf"(?:一座|一条|一个)?(?:全)?长(?:度)?(?:为|是)?(?P<length>{LENGTH})的?(?:一座|一条)?(?:大桥|铁路桥|铁桥|桥梁|桥|隧道|山洞|站台)|(?P<length3>{LENGTH})(?:长)?的(?:大桥|铁路桥|铁桥|桥|隧道|山洞|站台)|(?:大桥|桥|隧道|山洞|站台)(?:的)?(?:全)?长(?:度)?(?:为|是)?(?P<length2>{LENGTH})"
    )
    speed = story.take(rf"(?:速度)?(?:为|是|以)?(?P<speed>{SPEED})(?:的速度)?")
    time = story.take(rf"(?:共|一共)?(?:需要|需|用了?|花了?|要|耗时|用时)*(?P<time>{TIME})")
    asked = (
        story.take(r"(?:火车|列车|车身|车)(?:的)?(?:全|车身|车)?长(?:度)?(?:为|是)?多少(?:米|千米)?(?P<train>)")
        or story.take(r"(?:大桥|桥|隧道|山洞|站台)(?:的)?(?:全)?长(?:度)?(?:为|是)?多少(?:米|千米)?(?P<way>)")
        or story.take(r"(?:火车|列车|它)?(?:的)?(?:行驶)?速度(?:为|是)?多少(?P<speed>米/秒|千米/小时)?")
        or story.take(r"多少(?P<time>秒|分钟|小时|时间)|多少(?P<plain>)$")
    )
    if asked is None:
        return None
    story.take_all(
        r"从(?:车头)?(?:上桥|进入?(?:隧道|山洞|桥)?|进洞)到(?:车尾)?(?:完全)?(?:离桥|离开(?:隧道|山洞|桥)?|出洞|下桥|通过)|完全(?:通过|离开)"
    )
    story.finish(_WORDS + " 电线杆 路灯 信号灯 站台 山洞 路边 一根 一个人 用了")
    got = asked.groupdict()
    known: dict[str, Fraction] = {}
    if length:
        known["train"] = metres(length["length"] or length["length2"])
    if way:
        known["way"] = metres(way["length"] or way["length2"] or way["length3"])
    if past and not way:
        known["way"] = Fraction(0)
    if speed:
        known["speed"], _ = pace(speed["speed"])
    if time:
        known["time"] = seconds(time["time"])
    wanted = "train" if got.get("train") is not None else "way" if got.get("way") is not None else "speed" if "速度" in asked[0] else "time"
    if wanted in known or set(known) | {wanted} != {"train", "way", "speed", "time"}:
        return None
    unit = {"train": "米", "way": "米"}.get(wanted) or (
        got.get("speed") or "米/秒" if wanted == "speed" else got.get("time") if got.get("time") in SECONDS else "秒"
    )
    if "千米" in asked[0] and wanted in ("train", "way"):
        unit = "千米"
    return Recognition(
        parameters={"task": "train", "wanted": wanted, "unit": unit, **{name: str(value) for name, value in known.items()}},
        understood=(
            *(
                (_NAMES[name], f"{decimal(value, 4)} {'米/秒' if name == 'speed' else '秒' if name == 'time' else '米'}")
                for name, value in known.items()
            ),
            ("求", _NAMES[wanted]),
        ),
    )


def _two_trains(text: str) -> Recognition | None:
    story = Story(text)
    if not story.has("火车|列车|客车|货车|快车|慢车|动车") or not story.has("错|超过|超车|相离|车尾|擦肩|会车|离开"):
        return None
    story.refuse("桥|隧道|山洞|加速|减速|停|三列|坐在|乘客|窗|看到|看见")
    travellers(story)
    lengths = story.told("[甲乙](?:列车|火车)?", rf"(?:车身|车|全)?长(?:度)?(?:为|是)?{LENGTH}", 4)
    speeds = story.told("[甲乙]", SPEED, 14) + story.told_after(rf"(?<=[,\ue000]){SPEED}", "速度|行驶|,|;|。", 4)
    towards = story.take(r"相向(?:而行|行驶)?|迎面(?:而行|开来|驶来)?|相对(?:而行|开来)?")
    same = story.take(r"同向(?:而行|行驶)?|同方向(?:行驶)?|超车|追上并?|超过")
    asked = story.take("多少(?P<unit>秒|分钟|时间)")
    story.take_all(
        r"从(?:车头)?(?:相遇|相接|追上|相齐)?到(?:车尾|两车尾?|完全)?(?:相?离开?|错开|离开|超过|完全超过|超出)|车头相遇到车尾(?:相离|离开|错开)|(?:完全)?(?:错车|错开|会车|超过|超车|离开)(?:而过)?(?:乙|甲)?|在?平行的?轨道上?|完全"
    )
    if len(lengths) != 2 or len(speeds) < 1 or not asked or bool(towards) == bool(same):
        return None
    story.finish(_WORDS + " 平行 轨道 铁轨 车头 车尾 相遇 相离 的时间 两车 慢车 快车 追上 两列")
    if len(speeds) != 2:
        return None
    values = [pace(match["quantity"])[0] for match in speeds]
    total = sum((metres(match["quantity"].lstrip("车身全长度为是")) for match in lengths), Fraction(0))
    if same and values[0] == values[1]:
        return None
    unit = asked["unit"] if asked["unit"] in SECONDS else "秒"
    return Recognition(
        parameters={
            "task": "two-trains",
            "total": str(total),
            "speeds": [str(value) for value in values],
            "towards": bool(towards),
            "unit": unit,
        },
        understood=(
            ("两车长之和", f"{decimal(total, 4)} 米"),
            ("方向", "相向" if towards else "同向"),
            ("求", "错车的时间" if towards else "超车的时间"),
        ),
    )


def _boat(text: str) -> Recognition | None:
    story = Story(text)
    if not story.has("船|轮|艇|舟") or not story.has("水|流"):
        return None
    story.refuse("两船|两艘|丙|掉|漂|休息|停|上涨|涨水|倍|相遇|追|同向|相向|暴雨|下雨|故障|比|多用|少用")
    water = story.told(r"水流(?:的)?(?:速度)?|(?<!静)水速|流速|水的流速", SPEED, 6)
    boat = story.told(r"静水(?:中)?(?:的)?(?:速度|航速|船速|行驶|划行)?|船速|船(?:本身)?(?:的)?速度", SPEED, 10)
    down_speed = story.told(r"顺[水流](?:航行|行驶|而下)?(?:的)?(?:速度)?", SPEED, 4)
    up_speed = story.told(r"逆[水流](?:航行|行驶|而上)?(?:的)?(?:速度)?", SPEED, 4)
    down_time = story.told(r"顺[水流]", TIME, 12)
    up_time = story.told(r"逆[水流]", TIME, 14)
    distance = story.told(r"相距|距离|全程|路程|长|全长", LENGTH, 6) or story.told_after(LENGTH, "(?:的)?(?:路程|距离|水路|航程|河|江)")
    if any(len(found) > 1 for found in (water, boat, down_speed, up_speed, down_time, up_time, distance)):
        return None
    asked = (
        story.take(
            r"(?:求)?(?:船(?:在静水中)?的?速度?|静水(?:中的)?(?:船)?速度?|船速)(?:和|、|与|,|及)?(?:水流的?速度|水速|流速)(?:各|分别)?(?:为|是)?多少(?:千米/小时|米/秒|千米)?(?P<both>)|(?:水流的?速度|水速)(?:和|、|与)(?:船速|船在静水中的?速度|静水船速)(?:各|分别)?(?:为|是)?多少(?:千米/小时|米/秒)?(?P<both2>)"
        )
        or story.take(r"(?:水流(?:的)?(?:速度)?|水速|流速)(?:为|是)?多少(?:千米/小时|米/秒|千米|米/分钟)?(?P<water>)")
        or story.take(
            r"(?:船)?(?:在)?(?:静水(?:中)?(?:的)?(?:速度|航速|船速|航行速度)?|船速|船(?:的)?速度)(?:为|是)?多少(?:千米/小时|米/秒|千米|米/分钟)?(?P<boat>)"
        )
        or story.take(
            r"(?:两地|码头|港口|两港|A[、和]B)?(?:之间)?(?:的)?(?:相距|距离|路程|航程|全程)(?:为|是)?多少(?:千米|米)?(?P<distance>)"
        )
        or story.take(
            r"(?:逆[水流])(?P<gap1>[^\d\ue000,;。]{0,14}?)多少(?:小时|时间|分钟)(?P<up>)|(?:返回|回来|原路返回)(?P<gap2>[^\d\ue000,;。]{0,10}?)多少(?:小时|时间|分钟)(?P<back>)"
        )
        or story.take(r"(?:顺[水流])(?P<gap3>[^\d\ue000,;。]{0,14}?)多少(?:小时|时间|分钟)(?P<down>)")
        or story.take(r"(?:往返|来回)(?P<gap4>[^\d\ue000,;。]{0,12}?)多少(?:小时|时间)(?P<round>)|多少小时(?P<plain>)")
    )
    if asked is None:
        return None
    got = {name for name, value in asked.groupdict().items() if value is not None and not name.startswith("gap")}
    if got & {"water", "boat"} and patterns.search(r"(?:水流|水速|流速|静水|船速|船的速度)[^,;。?\d]{0,8}$", story.text[: asked.start()]):
        stay_out("two things are asked")
    story.take_all(
        r"(?:原路|逆[水流]|顺[水流]|沿原路|立即|再|由[AB]地)*(?:返回|回来)(?:到?A地|原地|出发地)?|往返于?|水速和船在静水中的速度都不变|(?:船速|水速|速度)(?:和(?:船速|水速))?(?:都|均|保持)*不变|顺[水流](?:而下)?|逆[水流](?:而上)?"
    )
    story.finish(_WORDS)
    known: dict[str, Fraction] = {}
    units = None
    for name, found in (("water", water), ("boat", boat), ("down", down_speed), ("up", up_speed)):
        if found:
            known[name], its = pace(found[0]["quantity"])
            if units not in (None, its):
                stay_out("units")
            units = its
    times = {name: seconds(found[0]["quantity"]) for name, found in (("down", down_time), ("up", up_time)) if found}
    length = metres(distance[0]["quantity"]) if distance else None
    unit = units.length if units else unit_in(distance[0]["quantity"]) if distance else "千米"
    time = units.time if units else unit_in((down_time or up_time)[0]["quantity"]) if times else "小时"
    # Speeds of the boat with and against the stream, by whatever is told.
    down, up = known.get("down"), known.get("up")
    boat_speed, water_speed = known.get("boat"), known.get("water")
    if boat_speed is not None and water_speed is not None:
        down, up = boat_speed + water_speed, boat_speed - water_speed
    if length is not None:
        down = down if down is not None else length / times["down"] if "down" in times else None
        up = up if up is not None else length / times["up"] if "up" in times else None
    if len(times) == 2 and length is None and water_speed is not None and down is None:
        length = 2 * water_speed / (1 / times["down"] - 1 / times["up"]) if times["down"] < times["up"] else stay_out("numbers")
        down, up = length / times["down"], length / times["up"]
    if len(times) == 2 and length is None and boat_speed is not None and down is None:
        length = 2 * boat_speed / (1 / times["down"] + 1 / times["up"])
        down, up = length / times["down"], length / times["up"]
    if water_speed is not None and boat_speed is None and down is not None and up is None:
        up = down - 2 * water_speed
    if water_speed is not None and boat_speed is None and up is not None and down is None:
        down = up + 2 * water_speed
    if boat_speed is not None and water_speed is None and down is not None and up is None:
        up = 2 * boat_speed - down
    if boat_speed is not None and water_speed is None and up is not None and down is None:
        down = 2 * boat_speed - up
    if down is None or up is None or not 0 < up < down:
        return None
    if length is None and len(times) == 1:
        ((way, spent),) = times.items()
        length = spent * (down if way == "down" else up)
    boat_speed, water_speed = (down + up) / 2, (down - up) / 2
    # Everything told must agree.
    told = {"water": water_speed, "boat": boat_speed, "down": down, "up": up}
    if any(told[name] != value for name, value in known.items()) or any(length != spent * told[way] for way, spent in times.items()):
        stay_out("numbers")
    count = len(known) + len(times) + (distance != [])
    wanted = next(iter(got)).rstrip("2")
    if wanted == "back" or wanted == "plain":
        if len(times) == 1 and distance == []:
            wanted = "up" if "down" in times else "down"
        else:
            stay_out("which way")
    if count != (2 if wanted in ("water", "boat", "both") and not times else 3) or (
        wanted not in ("water", "boat", "both") and length is None
    ):
        stay_out("too much or too little told")
    if length is None:
        length = Fraction(0)
    return Recognition(
        parameters={
            "task": "boat",
            "wanted": wanted,
            "down": str(down),
            "up": str(up),
            "distance": str(length),
            "length": unit,
            "time": time,
        },
        understood=(
            ("顺水", f"{decimal(down * SECONDS[time] / METRES[unit], 3)} {unit}/{time}"),
            ("逆水", f"{decimal(up * SECONDS[time] / METRES[unit], 3)} {unit}/{time}"),
            (
                "求",
                {
                    "both": "船速和水速",
                    "water": "水速",
                    "boat": "静水中的船速",
                    "distance": "距离",
                    "up": "逆水时间",
                    "down": "顺水时间",
                    "round": "往返时间",
                }[wanted],
            ),
        ),
    )


READERS = (_train, _two_trains, _boat)


def solve(parameters: Parameters) -> Solution:
    """The answer to one of `TASKS`."""
    if parameters["task"] == "train":
        wanted, unit = parameters["wanted"], parameters["unit"]
        known = {name: Fraction(parameters[name]) for name in ("train", "way", "speed", "time") if name in parameters}
        if wanted == "time":
            total = known["train"] + known["way"]
            answer, also = time_answer(total / known["speed"], unit)
            return Solution(
                answer=answer,
                also=also,
                steps=paragraphs(
                    f"完全通过要走 {decimal(known['way'], 4)} + {decimal(known['train'], 4)} = {decimal(total, 4)} 米。",
                    f"时间为路程 ÷ 速度，即 {answer}。",
                ),
            )
        if wanted == "speed":
            value = (known["train"] + known["way"]) / known["time"]
            if unit == "千米/小时":
                value = value * 36 / 10
            answer, also = measured(value, unit)
            return Solution(answer=answer, also=also, steps=paragraphs("速度 = (桥长 + 车长) ÷ 时间。", f"即 {answer}。"))
        value = known["speed"] * known["time"] - known["way" if wanted == "train" else "train"]
        if value <= 0:
            stay_out("numbers")
        answer, also = measured(value / METRES[unit], unit)
        return Solution(
            answer=answer,
            also=also,
            steps=paragraphs(f"车长与桥长之和为速度 × 时间，是 {decimal(known['speed'] * known['time'], 4)} 米。", f"所求为 {answer}。"),
        )
    if parameters["task"] == "two-trains":
        total = Fraction(parameters["total"])
        one, other = (Fraction(each) for each in parameters["speeds"])
        speed = one + other if parameters["towards"] else abs(one - other)
        answer, also = time_answer(total / speed, parameters["unit"])
        return Solution(
            answer=answer,
            also=also,
            steps=paragraphs(
                f"路程是两车长之和 {decimal(total, 4)} 米，速度是两车速度之{'和' if parameters['towards'] else '差'}。", f"需要 {answer}。"
            ),
        )
    down, up, distance = (Fraction(parameters[name]) for name in ("down", "up", "distance"))
    length, time, wanted = parameters["length"], parameters["time"], parameters["wanted"]
    scale = Fraction(SECONDS[time], METRES[length])
    steps = [f"顺水速度 {decimal(down * scale, 3)}，逆水速度 {decimal(up * scale, 3)}（{length}/{time}）。"]
    if wanted == "both":
        boat, water = (measured((down + sign * up) / 2 * scale, f"{length}/{time}")[0] for sign in (1, -1))
        steps.append("船速 = (顺水速度 + 逆水速度) ÷ 2，水速 = (顺水速度 − 逆水速度) ÷ 2。")
        return Solution(answer=f"船速 {boat}，水速 {water}", steps=paragraphs(*steps))
    if wanted in ("water", "boat"):
        value = (down - up if wanted == "water" else down + up) / 2 * scale
        answer, also = measured(value, f"{length}/{time}")
        steps.append(f"{'水速 = (顺水速度 − 逆水速度) ÷ 2' if wanted == 'water' else '船速 = (顺水速度 + 逆水速度) ÷ 2'}，即 {answer}。")
    elif wanted == "distance":
        answer, also = measured(distance / METRES[length], length)
        steps.append(f"路程 = 速度 × 时间，即 {answer}。")
    else:
        spent = {"down": distance / down, "up": distance / up, "round": distance / down + distance / up}[wanted]
        answer, also = time_answer(spent, time)
        steps.append(f"时间 = 路程 ÷ 速度，即 {answer}。")
    return Solution(answer=answer, also=also, steps=paragraphs(*steps))
