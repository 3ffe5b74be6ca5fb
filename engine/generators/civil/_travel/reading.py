"""Reading travel problems: meeting, catching up, there and back, a round track, the second meeting, in the middle, late and early."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.story import Story
from engine.generators.civil._travel import bodies as travel_bodies
from engine.generators.civil._travel.facts import (
    LENGTH,
    METRES,
    SECONDS,
    SPEED,
    TIME,
    Units,
    metres,
    pace,
    seconds,
    speeds_of,
    travellers,
    unit_in,
)
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_WORDS = """
两列 两列火车 两列车 两辆 两艘 列车 火车 两个城市 甲 乙 A B 地 两地 两人 汽车 车 轿车 客车 货车 骑车 骑自行车 步行 开车 驾车 跑步 速度 的速度 时速 平均速度 车速 匀速 均速 速度不变 保持不变 保持 行驶 行走 行 走 跑 骑 开 行程 路程 路线 距离 相距 公路 高速公路 一条 直线 道路 同一条 同一
出发 开往 前往 驶向 驶往 走向 去 赶往 从 往 向 到 到达 沿 沿着 各自 分别 同时 继续 继续前进 前进 而行 向前 途中 中途不停 相遇 追上 追 追赶 追及 才能 能 可以 可 会 后面 后 以 每 出发点 地点 起点 学校 家 公园 单位 图书馆 全程 途中
"""
_TOWARDS = r"相向(?:而行|行驶|出发|开出|运动|行走|匀速行驶|匀速)?|相对(?:开出|而行|出发|行驶)|面对面(?:地)?(?:而行|走过来|走来|走)?|对开|迎面(?:而行|走来|开来)?|相对"
_SAME_WAY = r"同向(?:而行|行驶|出发|前进|行走|跑步)?|(?:沿着?)?同一(?:条)?(?:方向|路线?|道路|公路)|追赶|朝同一个?方向|去追|追赶?(?=甲|乙)|从同一地点|从?同地|后面"
_START = r"(?:出发|开出|动身|起程|启程)"


def _asked_time(story: Story, natural: str, allowed: set[str]) -> str:
    """The unit of the asked time, taken."""
    asked = story.take(r"多少(?:(?P<unit>小时|分钟|秒|时间)|(?![千米圈次倍%个步]))")
    if asked is None:
        stay_out("no time asked")
    unit = asked["unit"]
    if unit in (None, "时间"):
        return natural
    if unit not in allowed:
        stay_out("units")
    return str(unit)


def _head_start(story: Story) -> tuple[str, Fraction, str] | None:
    """Who starts earlier, by how many seconds, told in which unit."""
    early = story.take(
        rf"(?P<who>甲|乙)(?:先|提前|早)(?:{_START}|走|行|跑|骑|开|行驶)?了?(?P<time>{TIME})(?:{_START})?(?:后|之后|以后)?|(?P<who2>甲|乙)(?:先)?(?:{_START}|走|行|行驶|开)了?(?P<time2>{TIME})(?:后|之后|以后)?(?=,?(?:甲|乙))|(?P<gap4>(?P<who4>甲|乙){SPEED}),?(?:先)?(?:{_START}|走|跑|行驶|骑)了(?P<time4>{TIME})(?:后|之后|以后)?(?=,?乙)|(?P<who3>他|她)(?:先)?(?:{_START}|走|行|行驶|开)了?(?P<time3>{TIME})(?:后|之后|以后)(?=,?乙)"
    )
    if early:
        time = early["time"] or early["time2"] or early["time3"] or early["time4"]
        # 他 before 乙 is mentioned is 甲.
        return early["who"] or early["who2"] or early["who4"] or "甲", seconds(time), unit_in(time)
    late = story.take(rf"(?<=[,;。])\s*(?:过了?|又过了?)?(?P<time>{TIME})(?:后|之后|以后),?(?=(?P<who>甲|乙)(?!追))")
    if late:
        return "甲" if late["who"] == "乙" else "乙", seconds(late["time"]), unit_in(late["time"])
    return None


def _meet(text: str) -> Recognition | None:
    story = Story(text)
    called = travellers(story)
    story.refuse(r"丙|返|折|第[二三2]次|再次|休息|停|环形|跑道|圈|桥|隧道|水|狗|鸽|相遇后|中点|加速|减速|背向|反向|相反|迟到|晚到|早到")
    ahead = _head_start(story)
    speeds = speeds_of(story)
    gap = story.told(r"相距|距离|路程|全程|全长|隔着|相隔", LENGTH) or story.told_after(LENGTH, r"(?:的)?(?:距离|路程|路)")
    towards = story.take_all(_TOWARDS)
    opposite = not towards and (story.has(r"从A地[^,;。从]{0,6}开?[往向去到]B地") and story.has(r"从B地[^,;。从]{0,6}开?[往向去到]A地"))
    met = story.take(rf"(?P<time>{TIME})(?:后|之后)?(?:两人)?(?:在途中)?(?:会|能)?相遇")
    place = story.take(
        r"(?:相遇(?:时|的)?(?:地点|处|点)?|相遇时)(?:,?(?P<who>甲|乙)(?:行驶?了?|走了?)|(?:离|距离?)(?P<end>[AB])地?(?:有)?)(?:的路程)?多少(?:千米|米|距离)?"
    )
    asked_speed = (
        None
        if place
        else story.take(
            r"(?P<who>甲|乙)(?:的)?(?:行驶|步行)?(?:速度|时速)(?:是|为)?多少(?:千米/小时|米/秒|米/分钟)?|(?P<who2>甲|乙)(?:每)?(?:小时|分钟)(?:行驶?|走)多少(?:千米|米)"
        )
    )
    asked_gap = (
        None if place or asked_speed else story.take(r"(?:两地)?(?:之间)?(?:的)?(?:相距|距离|路程|全程)多少(?:千米|米)?|多少(?:千米|米)")
    )
    story.take_all(
        r"各?分别从(?:A(?:、|和|与|,)?B)?(?:两地|两端)?(?:同时)?(?:出发|开出)?|同时(?:从(?:A(?:、|和|与|,)?B)?(?:两地|两端)?)?(?:出发|开出|相向)?"
    )
    if not (towards or opposite) or len(gap) > 1 or not speeds:
        return None
    units = next(iter(speeds.values()))[1]
    if any(other != units for _, other in speeds.values()):
        stay_out("units")
    allowed = {units.time, *([ahead[2]] if ahead else [])}
    if place or asked_speed or asked_gap:
        task = "place" if place else "speed" if asked_speed else "distance"
        unit = units.time
    else:
        story.has("相遇") or stay_out("no meeting")
        task, unit = "time", _asked_time(story, units.time, allowed)
        if ahead and not patterns.search(
            r"(?:乙|甲)(?:出发|开出)后多少|再(?:过|经过|行)?多少|又(?:过|经过)?多少|还(?:需|要|需要)多少|(?:乙|甲)(?:出发|开出)后?(?:,)?(?:再)?(?:经过|过)?多少",
            story.text,
        ):
            stay_out("from when")
        late = patterns.search(r"(甲|乙)(?:出发|开出)后(?:,)?(?:再)?(?:经过|过)?多少", story.text)
        if ahead and late and late[1] == ahead[0]:
            stay_out("from the earlier start")
    story.take_all(r"相遇|再(?=\ue000)|又(?=\ue000)|还(?=\ue000|需|要)")
    story.finish(_WORDS)
    length = gap[0]["quantity"] if gap else None
    if length and unit_in(length) != units.length:
        stay_out("units")
    before = ahead[1] if ahead else Fraction(0)
    if before and ahead and ahead[0] not in speeds:
        return None
    head = before * speeds[ahead[0]][0] if ahead else Fraction(0)
    parameters: dict[str, object] = {
        "task": f"meet-{task}",
        "length": units.length,
        "time": unit,
        "head": str(head),
        "speeds": {who: str(value) for who, (value, _) in speeds.items()},
    }
    understood = [
        (called.get(who, who), f"{decimal(value * SECONDS[units.time] / METRES[units.length], 4)} {units.length}/{units.time}")
        for who, (value, _) in sorted(speeds.items())
    ]
    if length:
        parameters["distance"] = str(metres(length))
        understood.insert(0, ("相距", length))
    if ahead:
        understood.append((f"{called.get(ahead[0], ahead[0])}先走", f"{decimal(ahead[1] / SECONDS[ahead[2]], 4)} {ahead[2]}"))
    if met:
        parameters["after"] = str(seconds(met["time"]))
        understood.append(("相遇用时", met["time"]))
    wants_time = task in ("time", "place")
    if wants_time and (set(speeds) != {"甲", "乙"} or not length or met):
        return None
    if task == "distance" and (set(speeds) != {"甲", "乙"} or length or not met or ahead):
        return None
    if task == "speed" and (len(speeds) != 1 or not length or not met or ahead):
        return None
    if task == "place":
        assert place is not None
        if ahead:
            stay_out("a head start")
        who = place["who"] or ("甲" if place["end"] == "A" else "乙")
        if place["end"] and not patterns.search(r"从A、?和?与?B|A、B", story.text):
            stay_out("who starts where")
        parameters["who"] = who
    if task == "speed":
        assert asked_speed is not None
        if (asked_speed["who"] or asked_speed["who2"]) in speeds:
            return None
    understood.append(
        ("求", {"time": "相向而行，相遇的时间", "place": "相遇时所走的路程", "speed": "另一个的速度", "distance": "两地的距离"}[task])
    )
    return Recognition(parameters=parameters, understood=tuple(understood))


def _catch(text: str) -> Recognition | None:
    story = Story(text)
    called = travellers(story)
    story.refuse(r"丙|返|折|第[二三2]次|再次|休息|停|跑道|环形|圈|桥|隧道|水|狗|中点|加速|减速|背向|反向|相反|相向|迟到|晚到|早到|倍")
    if not story.has("追"):
        return None
    ahead = _head_start(story)
    speeds = speeds_of(story)
    front = story.take(
        rf"(?P<who>甲|乙)(?:在|位于|处于)(?P<other>甲|乙)(?:的)?(?:正)?前(?:面|方)(?:相距)?(?P<length>{LENGTH})(?:处|的地方|远)?|(?P<who2>甲|乙)(?:领先|先跑|先走|先行|超前)(?:了)?(?:甲|乙)?(?P<length2>{LENGTH})"
    )
    gap = None if front else story.take(rf"(?:相距|距离|落后)(?:甲|乙)?(?:为|是)?(?P<length>{LENGTH})")
    same_way = story.take_all(_SAME_WAY)
    asked_way = story.take(
        r"(?:追上(?:甲|乙)?时,?)(?:(?P<who>甲|乙)?(?:离|距离?)(?:出发点|起点|A地|学校|家)|(?P<who2>甲|乙)(?:行驶?了?|走了?|跑了?))(?:有)?多少(?:千米|米|距离)?"
    )
    caught = story.take(r"(?P<who>甲|乙)?(?:从出发到|从后面)?(?:能|可以|会|可|才能)*追上(?P<other>甲|乙)?")
    if caught is None and asked_way is None:
        return None
    if set(speeds) != {"甲", "乙"}:
        return None
    units = speeds["甲"][1]
    if speeds["乙"][1] != units:
        stay_out("units")
    fast, slow = sorted("甲乙", key=lambda who: -speeds[who][0])
    if speeds[fast][0] == speeds[slow][0]:
        return None
    unit = units.time
    if not asked_way:
        unit = _asked_time(story, ahead[2] if ahead else units.time, {units.time, *([ahead[2]] if ahead else [])})
    if caught and (caught["who"] == slow or caught["other"] == fast):
        return None
    length = (front["length"] or front["length2"]) if front else gap["length"] if gap else None
    if (length is None) == (ahead is None):
        return None
    if length:
        if unit_in(length) != units.length or (front and (front["who"] or front["who2"]) == fast):
            return None
        if gap and not (same_way and caught and caught["who"]):
            return None
        behind = metres(length)
    else:
        assert ahead is not None
        if ahead[0] != slow:
            return None
        if patterns.search(rf"{slow}出发(?:后|多少)", story.text) or (not asked_way and patterns.search(r"一共|共用|总共", story.text)):
            stay_out("from when")
        behind = ahead[1] * speeds[slow][0]
    story.take_all(r"先(?=行|走|出发|后)|再(?=\ue000|过|经过)|同(?=样的路线)")
    story.finish(_WORDS)
    if asked_way and asked_way["who"] is None and asked_way["who2"] is None and not ahead:
        return None
    return Recognition(
        parameters={
            "task": "catch-way" if asked_way else "catch-time",
            "behind": str(behind),
            "slow": str(speeds[slow][0]),
            "fast": str(speeds[fast][0]),
            "who": fast if not asked_way or not asked_way["who2"] or asked_way["who2"] == fast or ahead else slow,
            "length": units.length,
            "time": unit,
        },
        understood=(
            (
                f"{called.get(fast, fast)}（快）",
                f"{decimal(speeds[fast][0] * SECONDS[units.time] / METRES[units.length], 4)} {units.length}/{units.time}",
            ),
            (
                f"{called.get(slow, slow)}（慢）",
                f"{decimal(speeds[slow][0] * SECONDS[units.time] / METRES[units.length], 4)} {units.length}/{units.time}",
            ),
            ("相差", length or f"{decimal(behind / METRES[units.length], 4)} {units.length}"),
            ("求", "追上时走的路程" if asked_way else "追上的时间"),
        ),
    )


def _mean(text: str) -> Recognition | None:
    story = Story(text)
    travellers(story)
    if not story.has("平均") or not story.has("返|往返|来回|回来|下山|前一?半|后一?半"):
        return None
    story.refuse(r"休息|停|提前|晚|早到|相遇|追|平均每")
    half_time = story.take_all(r"(?:前|后|另)一?半(?:的)?(?:时间|时长)")
    half_way = story.take_all(r"(?:前|后|另)(?:一)?半(?:的)?(?:路程|程|段路)?")
    speeds = story.take_all(rf"(?:平均)?(?:速度|以)*(?:为|是|以)*(?P<speed>{SPEED})(?:的)?(?:平均)?(?:速度)?")
    asked = story.take(
        r"(?:往返|来回|全程|整个)*(?:全程|路程|过程)?(?:中)?(?:的)?平均(?:速度|时速|每小时行驶?)(?:是|为)?多少(?:千米/小时|米/秒|米/分钟|千米)?"
    )
    story.take_all(
        r"(?:原路|按原路|沿原路|立即|马上|随后|再)*(?:返回|回来|回到)(?:时|A地|途中)?(?:的)?|往返|来回|去时|去的时候|上山|下山|回来时|原路"
    )
    if asked is None or len(speeds) != 2 or (half_time and len(half_way)):
        return None
    story.finish(_WORDS + " 平均 又 下 上 时 山 坡 山路 汽车 小轿车")
    (one, units), (other, units2) = (pace(match["speed"]) for match in speeds)
    if units != units2:
        stay_out("units")
    back, named = (
        decimal(one * SECONDS[units.time] / METRES[units.length], 4),
        decimal(other * SECONDS[units.time] / METRES[units.length], 4),
    )
    by_time = bool(half_time)
    return Recognition(
        parameters={"task": "mean-of-times" if by_time else "mean", "there": back, "back": named, "unit": f"{units.length}/{units.time}"},
        understood=(
            ("前半", f"{back} {units.length}/{units.time}"),
            ("后半", f"{named} {units.length}/{units.time}"),
            ("求", "全程平均速度"),
        ),
    )


def _track(text: str) -> Recognition | None:
    story = Story(text)
    called = travellers(story)
    if not story.has("环形|跑道|圆形|湖|操场|圈"):
        return None
    story.refuse(r"丙|返|折|休息|停|追上.{0,6}第[二三2]次|第[三3]次|直线|迟|提前|先出发|倍")
    length = story.told(r"周长|长度?|一圈(?:长|是|有)?|全长|一周", LENGTH, 6) or story.told_after(
        LENGTH, r"(?:的|长的?)?(?:环形|圆形|跑道|操场|环湖|一圈)"
    )
    speeds = speeds_of(story)
    opposite = story.take(
        rf"(?:反|相|背|逆|相反|不同)(?:向|方向)?(?:而行|而跑|跑步|跑|行走)?(?:时)?,?(?:出发后)?(?:两人)?(?:每隔|每|经过|过|则每隔|则)?(?P<time>{TIME})(?:后|就)?(?:两人|甲乙)?(?:第一次|首次)?(?:会)?相遇(?:一次)?|方向相反,?(?:出发后)?(?:每隔|每|经过)?(?P<time2>{TIME})(?:两人)?相遇(?:一次)?"
    )
    same = story.take(
        rf"(?:同向|同方向|方向相同|相同方向|沿同一方向)(?:而行|而跑|跑步|跑|行走)?(?:时)?,?(?:出发后)?(?P<who>甲|乙)?(?:每隔|每|经过|过|则)?(?P<time>{TIME})(?:后|就)?(?:快的一?人|(?P<who2>甲|乙)|两人|甲乙)?(?:第一次|首次)?(?:会)?(?:追上|相遇)(?:慢的一?人|甲|乙)?(?:一次)?"
    )
    if opposite and same and len(length) == 1 and not speeds:
        asked = story.take(
            r"(?P<who>甲|乙|快的?一?人?|慢的?一?人?|甲[、和]乙(?:两人)?)?(?:两人)?(?:各自)?(?:的)?(?:速度)(?:各|分别)?(?:是|为)?多少(?:米/秒|米/分钟)?"
        )
        if asked is None:
            return None
        story.take_all(r"(?:同时)?(?:从|在)?(?:同一)(?:地点|起点|处)(?:同时)?(?:出发)?|同时同地|同地同时|快的一人|慢的一人")
        story.finish(_WORDS + " 环形 跑道 圆形 操场 周长 环形跑道")
        apart, behind = opposite["time"] or opposite["time2"], same["time"]
        if unit_in(apart) != unit_in(behind) or seconds(behind) <= seconds(apart):
            return None
        faster = same["who"] or same["who2"] or (called and None)
        who = asked["who"] or ""
        if who in ("甲", "乙") and not faster:
            return None
        unit = unit_in(apart)
        return Recognition(
            parameters={
                "task": "track-speeds",
                "length": str(Fraction(length[0]["quantity"].rstrip("千米"))) if "千米" not in length[0]["quantity"] else stay_out("units"),
                "apart": str(seconds(apart) / SECONDS[unit]),
                "behind": str(seconds(behind) / SECONDS[unit]),
                "time": unit,
                "asked": "fast"
                if "快" in who or (faster and who == faster)
                else "slow"
                if "慢" in who or (faster and who in "甲乙" and who)
                else "both",
                "faster": faster or "",
            },
            understood=(("一圈", length[0]["quantity"]), ("反向", f"每 {apart} 相遇"), ("同向", f"每 {behind} 追上"), ("求", "速度")),
        )
    if len(length) != 1 or set(speeds) != {"甲", "乙"} or opposite or same:
        return None
    one_start = story.take(
        r"(?:同时)?(?:从|在)?(?:同一个?)(?:地点|起点|处|位置|起跑线|地方)(?:同时)?(?:出发|起跑)?|同时同地|同地同时|同地(?:出发)?"
    )
    if one_start and story.has("多少[^多]*多少"):
        return _both_ways(story, length[0]["quantity"], speeds)
    opposite_way = story.take(r"(?:沿)?(?:相反|反|背|相)(?:向|方向)?(?:而行|而跑|跑步|跑|行走|出发)")
    same_way = story.take(r"(?:沿)?(?:同|同一|相同)(?:方)?向(?:而行|而跑|跑步|跑|行走|出发)?")
    met = story.take(r"(?:第一次|首次)?(?:追上|相遇)(?:甲|乙)?")
    story.take_all(r"第一次|首次")
    units = speeds["甲"][1]
    unit = _asked_time(story, units.time, {units.time})
    if (
        speeds["乙"][1] != units
        or not one_start
        or bool(opposite_way) == bool(same_way)
        or met is None
        or unit_in(length[0]["quantity"]) != units.length
    ):
        return None
    story.take_all("同时")
    story.finish(_WORDS + " 环形 跑道 圆形 操场 周长 环形跑道 追上 第一次")
    fast, slow = sorted((speeds["甲"][0], speeds["乙"][0]), reverse=True)
    if fast == slow and same_way:
        return None
    task = "catch-time" if same_way else "meet-time"
    common: dict[str, object] = {"length": units.length, "time": unit}
    parameters: dict[str, object] = (
        {"task": task, "behind": str(metres(length[0]["quantity"])), "slow": str(slow), "fast": str(fast), "who": "甲", **common}
        if same_way
        else {
            "task": task,
            "distance": str(metres(length[0]["quantity"])),
            "head": "0",
            "speeds": {"甲": str(fast), "乙": str(slow)},
            **common,
        }
    )
    return Recognition(
        parameters=parameters,
        understood=(("一圈", length[0]["quantity"]), ("方向", "同向" if same_way else "反向"), ("求", "第一次相遇的时间")),
    )


def _both_ways(story: Story, length: str, speeds: dict[str, tuple[Fraction, Units]]) -> Recognition | None:
    """On a round track, asked for one way and for the other."""
    asked = story.take_all(
        r"(?P<way>同向|同方向|相同方向|反向|相反方向|背向|反着|反方向|相向)(?:而行|而跑|跑|走|跑步|出发|行走)?(?:的话)?(?:,)?(?:需要?|要|过|经过)?多少(?P<unit>时间|秒|分钟|小时)(?:后)?(?:两人)?(?:第一次|首次)?(?:会|能)?(?:追上|相遇)(?:[甲乙])?"
    )
    units = speeds["甲"][1]
    if (
        len(asked) != 2
        or speeds["乙"][1] != units
        or unit_in(length) != units.length
        or any(match["unit"] not in ("时间", units.time) for match in asked)
    ):
        return None
    story.take_all("同时|第一次")
    story.finish(_WORDS + " 环形 跑道 圆形 操场 周长 环形跑道 地方 一圈")
    ways = ["same" if match["way"].startswith(("同", "相同")) else "opposite" for match in asked]
    fast, slow = sorted((speeds["甲"][0], speeds["乙"][0]), reverse=True)
    if set(ways) != {"same", "opposite"} or fast == slow:
        return None
    return Recognition(
        parameters={
            "task": "both-ways",
            "ways": ways,
            "length": str(metres(length)),
            "fast": str(fast),
            "slow": str(slow),
            "time": units.time,
        },
        understood=(("一圈", length), ("求", "同向追上和反向相遇的时间")),
    )


READERS = (
    _meet,
    _catch,
    _mean,
    _track,
    *travel_bodies.READERS,
)
