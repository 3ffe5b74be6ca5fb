"""Travel: meeting, catching up, mean speed of a return trip, boats on a stream, the second meeting, a round track.

Everybody moves at an even pace and turns without a pause.
"""

from __future__ import annotations

from fractions import Fraction

from engine.generators.chance import Chance
from engine.generators.civil._problems.problems import Candidates, wrong_quantities
from engine.generators.civil._travel.drawing import catching_up_drawn, meeting_drawn, second_meeting_drawn
from engine.generators.civil._travel.simulator import catching_up as catching_up
from engine.generators.civil._travel.simulator import mean_speed as mean_speed
from engine.generators.civil._travel.simulator import meeting as meeting
from engine.generators.civil._travel.simulator import round_track as round_track
from engine.generators.civil._travel.simulator import second_meeting as second_meeting
from engine.generators.civil._travel.solving import SOLVER
from engine.generators.kind import Generated, Kind
from engine.generators.markdown import paragraphs

POINT = "quantity.applied.travel"


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    first_half = chance.one_in(2)
    if difficulty == 1:
        return _meet(chance) if first_half else _catch(chance)
    if difficulty == 2:
        return _mean(chance) if first_half else _stream(chance)
    return _second(chance) if first_half else _track(chance)


def _meet(chance: Chance) -> Generated | None:
    one, other = chance.between(40, 90, 2), chance.between(40, 90, 2)
    hours = chance.between(2, 8)
    distance = (one + other) * hours
    if one == other:
        return None
    from_a = chance.one_in(2)
    right = one * hours if from_a else hours
    unit = "千米" if from_a else "小时"
    candidates: Candidates
    if from_a:
        candidates = [
            (Fraction(distance, 2), "以为相遇在中点"),
            (other * hours, "算成了离 B 地的距离"),
            (abs(one - other) * hours, "算成了两车所行路程的差"),
            (right + one, "时间多算了 1 小时"),
            (right - one, "时间少算了 1 小时"),
            (right + abs(one - other), "两车的速度混在了一起"),
            (right - abs(one - other), "两车的速度混在了一起"),
        ]
    else:
        candidates = [
            (Fraction(distance, max(one, other)), "只用了较快的一辆车的速度"),
            (Fraction(distance, min(one, other)), "只用了较慢的一辆车的速度"),
            (Fraction(distance, abs(one - other)), "用了速度差，那是追及"),
            (2 * hours, "速度和除以了 2"),
            (Fraction(hours, 2), "路程除以了 2"),
            (hours + 1, "计算时多算了 1 小时"),
            (hours - 1, "计算时少算了 1 小时"),
            (hours + 2, "计算时多算了 2 小时"),
            (hours - 2, "计算时少算了 2 小时"),
        ]
    asked = "则两车相遇的地点离 A 地" if from_a else "则两车相遇需要"
    last = f"相遇点离 A 地 {one} × {hours} = {right}，即 {right} 千米" if from_a else f"所以需要 {hours} 小时"
    return Generated(
        point=POINT,
        stem=f"A、B 两地相距 {distance} 千米，甲、乙两车分别从 A、B 两地同时出发，相向而行，甲车的速度为 {one} 千米/小时，乙车的速度为 {other} 千米/小时，{asked}",
        right=f"{right} {unit}",
        wrong=wrong_quantities(candidates, unit),
        steps=paragraphs(
            f"相向而行，两车每小时一共行 {one} + {other} = {one + other} 千米。",
            f"相遇时间为 {distance} ÷ {one + other} = {hours} 小时。",
            last,
        ),
        parameters={"task": "meeting-place" if from_a else "meeting", "distance": distance, "first": one, "second": other},
        drawing=meeting_drawn(distance, one, other),
    )


def _catch(chance: Chance) -> Generated | None:
    slow, fast = chance.between(40, 72, 2), chance.between(60, 110, 2)
    ahead = chance.between(1, 4)
    if fast <= slow:
        return None
    right = catching_up(slow * ahead, slow, fast)
    if right.denominator != 1 or not 2 <= right <= 15:
        return None
    candidates: Candidates = [
        (right + ahead, "算成了从甲车出发起的时间"),
        (Fraction(slow * ahead, slow + fast), "用了速度和，那是相遇"),
        (Fraction(slow * ahead, fast), "没有计追赶时甲车又行的路程"),
        (Fraction(fast * ahead, fast - slow) + ahead, "先行的路程用了快车的速度"),
        (right - ahead, "多减了甲车先行的时间"),
        (ahead * 2, "以为追赶的时间是先行时间的 2 倍"),
        (right + 1, "计算时多算了 1 小时"),
        (right - 1, "计算时少算了 1 小时"),
        (right + 2, "计算时多算了 2 小时"),
        (right - 2, "计算时少算了 2 小时"),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"甲车以 {slow} 千米/小时的速度从 A 地出发，{ahead} 小时后，乙车以 {fast} 千米/小时的速度从 A 地出发，沿同一条路追赶甲车，"
            "则乙车从出发到追上甲车需要"
        ),
        right=f"{right} 小时",
        wrong=wrong_quantities(candidates, "小时"),
        steps=paragraphs(
            f"乙车出发时，甲车已行 {slow} × {ahead} = {slow * ahead} 千米，这是要追的路程。",
            f"乙车每小时比甲车多行 {fast} − {slow} = {fast - slow} 千米。",
            f"追上需要 {slow * ahead} ÷ {fast - slow} = {right}，即 {right} 小时",
        ),
        parameters={"task": "catching-up", "slow": slow, "fast": fast, "ahead": ahead},
        drawing=catching_up_drawn(slow, fast, ahead, right),
    )


def _mean(chance: Chance) -> Generated | None:
    there, back = chance.between(30, 120, 6), chance.between(30, 120, 6)
    right = mean_speed(there, back)
    if there == back or right.denominator != 1:
        return None
    candidates: Candidates = [
        (Fraction(there + back, 2), "把两个速度取了平均"),
        (right / 2, "路程只算了单程"),
        (abs(there - back), "把两个速度相减"),
        (Fraction(there + 2 * back, 3), "误以为返回的时间是去时的 2 倍"),
        (Fraction(2 * there + back, 3), "误以为去时的时间是返回的 2 倍"),
        (right + 2, "计算时多算了 2"),
        (right - 2, "计算时少算了 2"),
        (right + there // 10, "计算有误"),
        (right - 5, "计算时少算了 5"),
    ]
    unit = "千米/小时"
    return Generated(
        point=POINT,
        stem=f"小王开车从甲地到乙地，速度为 {there} 千米/小时，随后沿原路返回，速度为 {back} 千米/小时，则他往返全程的平均速度为",
        right=f"{right} {unit}",
        wrong=wrong_quantities(candidates, unit),
        steps=paragraphs(
            "平均速度是总路程除以总时间，不是两个速度的平均。",
            f"设单程为 S 千米，去时用 S/{there} 小时，返回用 S/{back} 小时，平均速度是 2S 除以两者之和，S 可以约去。",
            f"即 2 × {there} × {back} ÷ ({there} + {back}) = {right}，为 {right} {unit}",
        ),
        parameters={"task": "mean-speed", "there": there, "back": back},
    )


def _stream(chance: Chance) -> Generated | None:
    boat, water = chance.between(8, 36), chance.between(1, 8)
    down, up = boat + water, boat - water
    distance = down * up
    distance //= chance.choice((1, 2, 3))
    if boat <= 2 * water or distance % down or distance % up or not 20 <= distance <= 400:
        return None
    down_hours, up_hours = distance // down, distance // up
    if down_hours == up_hours or down_hours < 2:
        return None
    ask_water = chance.one_in(2)
    right = water if ask_water else boat
    candidates: Candidates = [
        (down - up, "速度差没有除以 2"),
        (down, "算成了顺水的速度"),
        (up, "算成了逆水的速度"),
        (down + up, "速度和没有除以 2"),
        (boat if ask_water else water, "求的是水速，却算了船速" if ask_water else "求的是船速，却算了水速"),
        (Fraction(distance, down_hours + up_hours), "用单程除以了往返的总时间"),
        (Fraction(2 * distance, down_hours + up_hours), "算成了往返的平均速度"),
        (Fraction(distance, up_hours - down_hours), "用路程除以了时间的差"),
        (right + 1, "计算时多算了 1"),
        (right - 1, "计算时少算了 1"),
        (right + 2, "计算时多算了 2"),
    ]
    sign, name = ("−", "水流速度") if ask_water else ("+", "船在静水中的速度")
    unit = "千米/小时"
    return Generated(
        point=POINT,
        stem=(
            f"甲、乙两个码头相距 {distance} 千米，一艘船顺水从甲码头到乙码头用了 {down_hours} 小时，逆水返回用了 {up_hours} 小时，"
            f"水速和船在静水中的速度都不变，则{name}为"
        ),
        right=f"{right} {unit}",
        wrong=wrong_quantities(candidates, unit),
        steps=paragraphs(
            f"顺水速度为 {distance} ÷ {down_hours} = {down}，是船速与水速之和；逆水速度为 {distance} ÷ {up_hours} = {up}，是船速与水速之差。",
            f"{name}为 ({down} {sign} {up}) ÷ 2 = {right}，即 {right} {unit}",
        ),
        parameters={
            "task": "water" if ask_water else "boat",
            "distance": distance,
            "down_hours": down_hours,
            "up_hours": up_hours,
        },
    )


def _second(chance: Chance) -> Generated | None:
    first, second = chance.between(20, 90, 5), chance.between(10, 90, 5)
    distance = second_meeting(first, second)
    if first == second or not first < distance < 3 * first or second >= distance:
        return None
    ask_between = chance.one_in(2)
    right = abs(distance - first - second) if ask_between else distance
    if right < 5:
        return None
    candidates: Candidates
    if ask_between:
        candidates = [
            (abs(first - second), "把两个距离直接相减，没有先求全程"),
            (distance, "算成了全程"),
            (abs(first + second - (2 * first - second)), "到第二次相遇的路程按 2 倍算了"),
            (distance - second, "算成了第二次相遇点离 A 地的距离"),
            (distance - first, "算成了第一次相遇点离 B 地的距离"),
            (abs(3 * first - 2 * second), "全程多减了一次"),
        ]
    else:
        candidates = [
            (first + second, "把两个距离直接相加"),
            (2 * first + second, "路程关系列反了"),
            (3 * first + second, "多走的一段应当减去"),
            (2 * first - second, "到第二次相遇的路程按 2 倍算了"),
            (3 * first, "没有减去第二次相遇点离 B 地的距离"),
            (3 * second - first, "两个距离用反了"),
        ]
    candidates += [
        (right + 5, "计算时多算了 5"),
        (right - 5, "计算时少算了 5"),
        (right + 10, "计算时多算了 10"),
        (right - 10, "计算时少算了 10"),
    ]
    asked = "则两次相遇的地点相距" if ask_between else "则 A、B 两地相距"
    last = (
        f"第二次相遇点离 A 地 {distance} − {second} = {distance - second} 千米，第一次的离 A 地 {first} 千米，两点相距 {right} 千米"
        if ask_between
        else f"所以 A、B 两地相距 {right} 千米"
    )
    return Generated(
        point=POINT,
        stem=(
            f"甲、乙两车分别从 A、B 两地同时出发，相向匀速而行，在离 A 地 {first} 千米处第一次相遇；两车各自继续前进，"
            f"到达对方的出发地后立即原路返回，在离 B 地 {second} 千米处第二次相遇，{asked}"
        ),
        right=f"{right} 千米",
        wrong=wrong_quantities(candidates, "千米"),
        steps=paragraphs(
            "第一次相遇时两车合走 1 个全程，第二次相遇时合走 3 个全程，所以各车的路程都是第一次的 3 倍。",
            f"甲车到第二次相遇走了 {first} × 3 = {3 * first} 千米，它比全程多走了 {second} 千米，全程为 {3 * first} − {second} = {distance} 千米。",
            last,
        ),
        parameters={"task": "between" if ask_between else "second-meeting", "first_from_a": first, "second_from_b": second},
        drawing=second_meeting_drawn(distance, first, second),
    )


def _track(chance: Chance) -> Generated | None:
    length, apart, behind = chance.choice((200, 240, 300, 400, 480, 600, 800)), chance.between(1, 6), chance.between(4, 30)
    if behind <= apart or length % apart or length % behind:
        return None
    fast, slow = round_track(length, apart, behind)
    if fast.denominator != 1:
        return None
    ask_slow = chance.one_in(2)
    right = slow if ask_slow else fast
    sum_, difference = length // apart, length // behind
    candidates: Candidates = [
        (slow if right == fast else fast, "算成了另一个人的速度"),
        (sum_, "算成了速度和"),
        (difference, "算成了速度差"),
        (Fraction(sum_, 2), "没有用同向追上的条件，以为两人一样快"),
        (sum_ - difference if ask_slow else sum_ + difference, "没有除以 2"),
        (Fraction(2 * length, apart + behind), "用两圈除以了两个时间之和"),
        (right + 10, "计算时多算了 10"),
        (right - 10, "计算时少算了 10"),
        (right + 5, "计算时多算了 5"),
        (right - 5, "计算时少算了 5"),
    ]
    sign, who = ("−", "慢的一人") if ask_slow else ("+", "快的一人")
    unit = "米/分钟"
    return Generated(
        point=POINT,
        stem=(
            f"甲、乙两人在周长为 {length} 米的环形跑道上匀速跑步，从同一地点同时出发。若方向相反，出发后每隔 {apart} 分钟相遇一次；"
            f"若方向相同，每隔 {behind} 分钟快的一人追上慢的一人一次，则{who}的速度为"
        ),
        right=f"{right} {unit}",
        wrong=wrong_quantities(candidates, unit),
        steps=paragraphs(
            f"反向每次相遇合跑一圈，速度和为 {length} ÷ {apart} = {sum_}。",
            f"同向每次追上多跑一圈，速度差为 {length} ÷ {behind} = {difference}。",
            f"{who}的速度为 ({sum_} {sign} {difference}) ÷ 2 = {right}，即 {right} {unit}",
        ),
        parameters={"task": "slow" if ask_slow else "fast", "length": length, "apart": apart, "behind": behind},
    )


KIND = Kind(
    name="travel",
    title="行程问题",
    points=(POINT,),
    versions={1: _write},
    solver=SOLVER,
)
