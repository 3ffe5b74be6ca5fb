"""Reading people or things each with a place of its own (a letter's envelope, a numbered seat): none in its own, or so many; and people chosen
for several posts, so many for each.
"""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._counting.allocation.reading import PERSONS
from engine.generators.civil._counting.combinatorics.words import WORDS, asked_ways
from engine.generators.civil._problems.background import pass_over_background
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_N = r"(?:\d+|[一二两三四五六七八九十]+)"
_C = r"(?:名|个|位|封|把|张|顶|本|件|辆|间|只|份|盆|枚|支|盒|条|套)"
_OWN = r"(?:自己|原来|原先|原本|本来|对应|相应|开始时?|起初|本人|各自|其|它们?|所在)"
_TAG = r"(?:编号|标号|号码|序号|位置|座位|盒子|信封|字母|标签|数字)"
_SAME = r"(?:相?同|一致|一样|相符|对应|匹配|吻合)"
_ITEM = r"[\u4e00-\u9fff]{0,6}?"
_BEGIN = r"(?:并且|且|但|要求|使得?|如果|若|规定|其中|,)*"
# None in its own: `都不能和开始时的位置相同`, `每个科室必须接收一位来自其他科室的科员`.
_NONE = (
    rf"{_BEGIN}(?:每|各|所有的?|任何)?(?:一)?(?:{_C})?{_ITEM}(?:的)?{_TAG}?(?:都|均|全)*不(?:能|得|可以?|准|许|应)?(?:与|和|跟)(?:{_OWN}|放入的|所在的)*(?:的)?{_ITEM}(?:的)?{_TAG}(?:都|均)?(?:相同|一致|一样|同)",
    rf"{_BEGIN}(?:每|各|所有的?|任何)?(?:一)?(?:{_C})?{_ITEM}(?:的)?{_TAG}(?:都|均)?(?:与|和|跟)(?:{_OWN}|放入的|所在的)*(?:的)?{_ITEM}(?:的)?{_TAG}(?:都|均|各)*不(?:相)?(?:同|一致|一样)",
    rf"{_BEGIN}(?:每|各)(?:个)?{_ITEM}(?:必须|需|要|都)*(?:接收|接纳|接受|安排)(?:一|1)(?:位|名|个)(?:来自)?(?:其他|其它|别的){_ITEM}",
)
# So many in their own: `恰有两个小球与它们对应的盒子编号一致`.
_SOME = (
    rf"{_BEGIN}(?:恰好?|正好|刚好|只|仅|有且仅有|有且只有)(?:有)?(?P<n>{_N})(?:{_C}){_ITEM}(?:的)?{_TAG}?(?:都|均)?(?:与|和|跟)(?:其|它们?|自己|所在|放入)*(?:对应|所在|放入|所)*(?:的)?{_ITEM}(?:的)?{_TAG}(?:都|均)?{_SAME}",
)
_RUN = (
    r"(?:编号|标号|号码|标有|写有|数字)+(?:分别)?(?:为|是)?(?P<low>1)(?:、2)?(?:、3)?(?:、\d)*(?:到|至|~|-|—)?(?P<high>\d+)?(?:号)?(?:的)?"
)
_LETTERS = r"(?:编号|标号|标有|写有)?(?:分别)?(?:为|是)?(?P<letters>[A-Ha-h](?:[、,]?[A-Ha-h]){1,7})(?:的)?"


def read_matching(text: str) -> Recognition | None:
    """So many things, each with a place of its own: none in its own, or exactly so many.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.refuse("概率|可能性|至少|至多|最多|最少|甲|若干|男|女|相邻|必须(?!接)|连续|重复")
    none = next((found for pattern in _NONE if (found := story.take(pattern))), None)
    some = None if none else next((found for pattern in _SOME if (found := story.take(pattern))), None)
    if bool(none) == bool(some):
        return None
    story.take_all(
        rf"(?:要求|且|但|,|各)*(?:每|各|一)(?:{_C})?{_ITEM}(?:只|仅|恰好?|都|各)*(?:能|可以)?(?:放|装|坐|安排|派|接收|抽调)(?:入|进)?(?:一|1)(?:{_C}){_ITEM}(?=[,;。到]|$)|各?(?:安排|派出?|抽调)(?:一|1)(?:位|名|个)"
    )
    counts: set[int] = set()
    for run in story.take_all(_RUN):
        numbers = [int(each) for each in patterns.findall(r"\d+", run[0])]
        if run["high"] is None and numbers != list(range(1, len(numbers) + 1)):
            stay_out("which numbers")
        if max(numbers) > 1:
            counts.add(max(numbers))
    for letters in story.take_all(_LETTERS):
        counts.add(len(patterns.findall("[A-Ha-h]", letters["letters"])))
    for each in story.take_all(rf"(?:这|将|把|有|的|现有)*(?P<n>{_N})(?:{_C})(?:不同的?)?"):
        if to_int(each["n"]) > 1:
            counts.add(to_int(each["n"]))
    if len(counts) != 1:
        stay_out("how many")
    count = counts.pop()
    asked_ways(story)
    pass_over_background(story)
    story.refuse("不(?!同)|没|未|错|另|再次|除")
    story.finish(
        WORDS
        + " 信 信封 小球 球 盒子 分别 放入 同样 这样的 放置 方式 装 重新 装入 装有 里 开始 位置 科室 科员 其他 学习 座位 编号 盒 放置方式 把 科长 处室 干部 交流 轮岗 挂职 部门 单位"
    )
    right = to_int(some["n"]) if some else 0
    if not 2 <= count <= 12 or not 0 <= right < count - 1:
        stay_out("how many are right")
    return Recognition(
        parameters={"task": "derange", "count": count, **({"right": right} if right else {})},
        understood=(("元素", f"{count} 个"), ("条件", f"恰有 {right} 个在自己的位置" if right else "都不在自己的位置")),
    )


_TAKE = r"(?:选派|选出|选取|选拔|挑选|抽调|抽出|抽取|派出|安排|选|派)"
_DO = r"(?:参加|从事|担任|负责|派往|去往|前往|去|到|承担|完成|做|赴|在|进行)"


def read_posts(text: str) -> Recognition | None:
    """People chosen for several posts, so many for each: `从 8 人中选 4 人，2 人去甲地，乙、丙各 1 人`.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.refuse("概率|可能性|至少|至多|最多|最少|男|女|不能|必须|相邻|顺序|依次|若干|相同|平均")
    total = story.take(
        rf"(?:现|从|有|共有|某[\u4e00-\u9fff]{{1,4}}?有?|共)*(?<![第\d])(?P<n>{_N})(?:名|个|位)?{PERSONS}(?:中|里|当中)?(?:,)?(?=[,。;要需现选派抽安]|\ue000)"
    )
    if total is None:
        return None
    groups = story.take(
        rf"(?:现在?|需要?|要|,)*{_TAKE}(?P<g>{_N})(?:个|组)(?P<s>{_N})人(?:的)?(?:小)?(?:组|队)?,?(?:分别)?(?:{_DO})+不同(?:的)?(?P<gap>[\u4e00-\u9fff]{{1,8}}?)(?=[,。;?]|问|有|共)"
    )
    sizes: list[int] = []
    if groups:
        sizes = [to_int(groups["s"])] * to_int(groups["g"])
    else:
        taken = story.take(
            rf"(?:现在?|需要?|要|从?中|,)*{_TAKE}(?P<n>{_N})(?:名|个|位)?(?:人|{PERSONS})?(?P<gap>[\u4e00-\u9fff]{{0,10}}?)(?=[,;。])"
        )
        tasks: list[str] = []
        for each in story.take_all(
            rf"(?:其中|需要?|要|安排|派|、|和|,)*(?P<n>{_N})(?:名|个|位)?人(?:分别)?{_DO}(?P<task>[\u4e00-\u9fffA-Z]{{1,8}}?)(?=[,;。、和]|$)"
        ):
            sizes.append(to_int(each["n"]))
            tasks.append(each["task"])
        for each in story.take_all(
            rf"(?:其中|,)*(?P<tasks>[甲乙丙丁A-D](?:[、和][甲乙丙丁A-D])*)(?:项任务|项工作|任务|地|校|岗位?|项目)?(?:各)?(?:需要?|要)(?P<n>{_N})(?:名|个)?人(?:承担|完成|参加|负责)?(?=[,;。]|$)"
        ):
            named = patterns.findall("[甲乙丙丁A-D]", each["tasks"])
            if (len(named) > 1) != ("各" in each[0]):
                stay_out("how many for each")
            sizes += [to_int(each["n"])] * len(named)
            tasks += named
        if len(sizes) < 2 or len(set(tasks)) != len(tasks) or (taken and to_int(taken["n"]) != sum(sizes)):
            return None
        if taken is None and sum(sizes) != to_int(total["n"]):
            return None
    asked_ways(story)
    pass_over_background(story)
    story.finish(WORDS + " 培训 计算机 英语 财务 参加 部门 员工 现在 需要 检查 工作 单位 下级 不同的 承担 这三项任务 任务")
    people = to_int(total["n"])
    rest = people - sum(sizes)
    if rest < 0 or people > 30:
        return None
    bounds = [*sizes, *([rest] if rest else [])]
    return Recognition(
        parameters={
            "task": "allocation",
            "things": people,
            "alike": False,
            "places": len(bounds),
            "lows": bounds,
            "highs": bounds,
            "allowed": [],
            "together": [],
            "apart": [],
            "unnamed": False,
        },
        understood=(("人数", str(people)), ("各处的人数", "、".join(map(str, sizes))), *((("不选的", str(rest)),) if rest else ())),
    )
