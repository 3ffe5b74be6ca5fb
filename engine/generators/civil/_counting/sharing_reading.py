"""Reading things shared out by their parts: how many, alike or not, to how many, and what each gets, in whatever words."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._counting.combinatorics.words import WORDS, asked_ways
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

_PERSONS = r"(?:人|学生|同学|员工|职工|志愿者|教师|老师|医生|护士|干部|代表|选手|队员|党员|专家|大学生|毕业生|实习生|小朋友|孩子|成员|技术员|工程师|警察|民警|记者|公务员|选调生|村官|社工|辅警|业务员|销售员|律师|法官|研究生|博士|硕士|宣讲员|讲解员|网格员|游客|旅客|客人|乘客|顾客|运动员|工人|新人)"
_ALIKE = (
    r"(?:完全|大小|形状|质地|内容|规格|颜色|型号|外观|、|都|均)*(?:相同|一样|一模一样|没有区别|无区别|无差别|不加区分|同样|同款|同种)的?"
)
_DIFFERENT = r"(?:各|互|都)?(?:不(?:相)?同|不一样|互不相同|有区别|各异)的?"
_COUNTER = r"(?:名|个|位|本|件|封|张|幅|只|辆|盒|支|台|份|块|颗|枚|粒|套|箱|瓶|盆|朵|根|项|间|所|家|座|门|条|批|组|口|把|棵)"
_MOVES = (
    r"(?:全部|全|都|随机|任意|随意|要|需|被|将|准备|决定|平均|平均地|均匀|分别|现|现要)*"
    r"(?:分配|分派|分发|发放|派发|下发|分送|分装|分成|分|安排|派遣|派往|派出|派|委派|选派|调往|调|放置|放|投|装|送|寄|发|捐赠|捐|赠|奖励|奖|去往|去|前往|到|赴|住|入住|坐|进|插|参加|报名参加|报名|报|加入|摆|给|存|塞|丢|扔|填报)"
    r"(?:配)?(?:给|到|入|进|往|去|在|至)*(?:了)?"
)
_EACH = r"(?:每(?:一)?(?:个|所|名|位|家|间|只|辆|台|项|门|座|条|支|组|处|座)?|各(?:个)?)"
_ONE = r"(?:至少|最少|不少于|起码)"
_GETS = r"(?:要|能|都|均|必须|应|需|得|会)*(?:有|放|分配|分到|分得|分|安排|发放|得到|得|拿到|拿|获得|获|装|放入|去|派|接收|接受|发|住|坐|参加|入住|保证|报|配备|配)*(?:入|进)?(?:了)?"


def _sent(story: Story) -> tuple[int, bool | None, int, str] | None:
    """How many things, whether they are alike (None: not said), to how many, and what those are called; taken."""
    # Places told by name are as many as their names.
    named = rf"(?P<names>[甲乙丙丁戊A-F](?:[、和][甲乙丙丁戊A-F]){{1,4}})(?:等)?(?:这)?(?:{INTEGER})?(?:个|所|名|位|家|间)?(?P<called2>[\u4e00-\u9fff]{{0,4}}?)"
    found = story.take(
        rf"(?<![\d第每])(?P<n>{INTEGER})(?:{_COUNTER})?(?P<alike>{_ALIKE})?(?P<apart>{_DIFFERENT})?(?P<thing>[\u4e00-\u9fffA-Z]{{0,8}}?)(?:,)?"
        rf"(?:不(?:相)?同的?)?{_MOVES}(?:(?P<m>{INTEGER})(?:{_COUNTER})?(?P<apart2>{_DIFFERENT})?(?P<called>[\u4e00-\u9fff]{{1,8}}?)|(?P<list>[\u4e00-\u9fff]{{1,4}}(?:[、和][\u4e00-\u9fff]{{1,4}})+?)(?:这|等)?(?P<m2>{INTEGER})(?:{_COUNTER}|类)(?:不同的?)?(?P<called3>[\u4e00-\u9fff]{{1,6}}?)|{named})"
        rf"(?:里面|里|中|去|上|内)?(?:(?:进行|去|做|参加|从事|开展|来)+[\u4e00-\u9fff]{{0,6}}?)?(?:支教|服务|工作|实习|锻炼|调研|帮扶|宣讲|值班|支援|义诊|培训|挂职|参观|学习|旅游|就餐|比赛|活动|检查|指导|帮扶|驻点|慰问|走访|督导|调查|讲座|宣传|任职|就职|任教|轮岗|扶贫|驻村|监考|巡视|蹲点|执勤|采访|防疫|救援|救灾|交流)?(?=[,;。?(]|$)"
    )
    thing = (found["thing"] or "") if found else ""
    # `选调生`, `中学教师` are people, nothing is chosen.
    if found is None or patterns.search(r"选|挑|取|抽|从|中|站|排|围|握|赛", patterns.sub("选调生|选手|中(?=学|心|小学)", "", thing)):
        return None
    alike: bool | None = None
    if found["apart"] or patterns.search(f"{_PERSONS}|^(?:不同)?(?:信|书信)$", thing):
        alike = False
    if found["alike"] or patterns.search("名额|指标", thing):
        if alike is False:
            stay_out("alike or not")
        alike = True
    if "相同" in (found["called"] or "") or "一样" in (found["called"] or ""):
        stay_out("alike places")
    if found["list"]:
        listed = patterns.split("[、和]", found["list"])
        if len(listed) != to_int(found["m2"]) or len(set(listed)) != len(listed):
            stay_out("which places")
        return to_int(found["n"]), alike, len(listed), found["called3"]
    places = to_int(found["m"]) if found["m"] else len(patterns.findall("[甲乙丙丁戊A-F]", found["names"]))
    return to_int(found["n"]), alike, places, patterns.sub("^不同的?", "", found["called"] or found["called2"] or "")


def read_sharing(text: str) -> Recognition | None:
    """Things alike or different to different places: at least so many to each, exactly so many to each, or anywhere.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    named = story.take_all(
        rf"(?:要求|并且|且|其中|但|若|,)*(?:{_PERSONS})?(?P<who>小[\u4e00-\u9fff]|老[王李张刘赵周陈杨吴孙]|[赵钱孙李周吴郑王张刘陈杨](?:老师|医生|某|教授|工|师傅)|[甲乙丙丁戊])(?:因故|有事)?(?:(?P<no>不(?:能|可以?|得|愿意?|想)?)|(?P<must>必须|一定要?|只能|须))(?:被)?(?:安排|分配|派往|派|分|去|到|在)+(?:到|往|去)?(?P<place>[甲乙丙丁戊A-F])(?:村|地|校|厂|社区|医院|县|市|城|学校|镇|岗|馆|区|处|组)?(?=[,;。])"
    )
    story.refuse(
        r"概率|可能性|男|女|至多|最多|不超过|不能(?!空|为空|有空)|不得(?!空|少于)|不愿|不想|必须(?!至少|有人|有|分到|分)|相邻|若干|甲(?![、和])|乙不|编号|一个盒子不放|恰有一?[个名位]|恰好有[一1两2]个|[一1](?:个|所)[\u4e00-\u9fff]{0,3}(?:恰|只)|"
        r"依次|顺序|先后|排成|圆|两[批组]|分成|分为|堆|不同工作|相同的?(?:盒|箱|袋|抽屉)|剩|余|其中(?!每)|只有|或(?!者?2级)"
    )
    sent = _sent(story)
    if sent is None:
        return None
    things, alike, places, called = sent
    one = r"(?P<gap>[\u4e00-\u9fff]{0,8}?)"
    least = story.take(
        rf"(?:要求|并且|且|若|如果|保证|使得?|其中|规定|但|,)*{_EACH}{one}(?:里|中)?{_GETS}{_ONE}{_GETS}(?P<n>{INTEGER})(?:{_COUNTER})?(?P<gap2>[\u4e00-\u9fff]{{0,5}}?)(?=[,;。?()]|$|则|那|,|共|有|的)"
    )
    some = (
        None
        if least
        else story.take(
            rf"(?:要求|并且|且|若|如果|保证|使得?|其中|规定|但|,)*(?:{_EACH}{one}(?:里|中)?(?:都|均|必须|要|也|不)*(?:有人|不空|非空|不为空|不能为?空|不可空|有(?:书|球|人|糖|{_PERSONS})(?![、和与及]))(?:去)?|(?:没有|不(?:能|允许|许|得)?有?|无)空的?(?P<gap3>[盒箱抽屉袋子]{{0,3}}))"
        )
    )
    exact = (
        None
        if least or some
        else story.take(
            rf"(?:要求|并且|且|若|其中|规定|,)*{_EACH}(?P<gap>(?!人|名|位)[\u4e00-\u9fff]{{0,6}}?)(?:里|中)?(?:都|各|恰好|正好|刚好|只能|只|均|要|,)*{_GETS}(?P<n>{INTEGER})(?:{_COUNTER})?(?P<gap2>[\u4e00-\u9fff]{{0,4}}?)(?=[,;。?()]|$|则|那|共|有)"
        )
    )
    free = story.take(
        r"(?:可以|允许|可)(?:有)?(?:的|有的|某些|部分|个别|某个)?(?:盒子?|抽屉|箱子|袋子|笼子)?(?:为)?(?:空|没有人|不分配|为空)(?:着|盒|的)?|(?:不限|不限制|没有限制|无限制)(?:人数|数量)?|(?P<any>(?:每(?:个|名|位)?(?:人|[\u4e00-\u9fff]{2,3}?)|各人)(?:都)?(?:可以?|可)?(?:任意|随意|自由)(?:选择?|去|报|填|挑)(?:其中)?(?:一|1)?(?:个|所|项|门)?(?P<gap>[\u4e00-\u9fff]{0,4}?)(?=[,;。?]))"
    )
    story.take_all(
        r"(?:每|一)(?:人|名|位|个|封|本|件)(?P<gap>[\u4e00-\u9fff]{0,4}?)(?:只能|只|都|恰好?|仅|必须|限|能|可以?|要|也)*(?:去|到|在|分到|分配到?|参加|服务|安排|报|投|放|选择?|进|派往|给)(?:往|入|进|到)?(?:一|1)(?:个|所|家|处|项|门|位|间|人)?(?P<gap2>[\u4e00-\u9fff]{0,4}?)(?=[,;。?()]|$)"
    )
    even = patterns.search("平均|均分|均匀分", story.text)
    asked_ways(story)
    story.finish(WORDS + " 空 平均 均分 均匀 里 现要 支教 实习 锻炼 服务 岗位 地点 不同的")
    if sum(map(bool, (least, some, exact, free))) > 1:
        stay_out("two conditions")
    if exact or (even and not least and not some):
        size = to_int(exact["n"]) if exact else things // places
        if size * places != things or alike is not False:
            stay_out("sizes")
        return Recognition(
            parameters={"task": "grouped", "sizes": [size] * places, "named": True, "sizes_named": True},
            understood=(("不同的人或物", str(things)), ("各组", "、".join(map(str, [size] * places))), ("组", "有区别")),
        )
    at_least = to_int(least["n"]) if least else 1 if some else 0
    if alike is None:
        stay_out("alike or not")
    if alike:
        apart = called and patterns.search(f"不(?:相)?同的?{re.escape(called)}|{_PERSONS}$", f"{story.text}\ue000{called}")
        if not (least or some or free) or things < places * at_least or places < 2 or (free and not apart):
            stay_out("how many each")
        return Recognition(
            parameters={"task": "shared", "things": things, "boxes": places, "least": at_least},
            understood=(("相同的东西", f"{things} 份"), ("分给", f"{places} 个"), ("每个至少", f"{at_least} 份")),
        )
    if named:
        names = patterns.search(r"([甲乙丙丁戊A-F](?:[、和][甲乙丙丁戊A-F]){1,4})(?:等)?(?:这)?\d?[\u4e00-\u9fff]{0,3}", story.text)
        order = patterns.findall("[甲乙丙丁戊A-F]", names[1]) if names else []
        if len(order) != places or any(each["place"] not in order or each["who"] in order for each in named) or at_least > 1 or things > 12:
            stay_out("who goes where")
        if len({each["who"] for each in named}) != len(named):
            stay_out("two of one")
        allowed = [[place for place, name in enumerate(order) if (name == each["place"]) != bool(each["no"])] for each in named]
        return Recognition(
            parameters={"task": "sent", "people": things, "places": places, "allowed": allowed, "least": bool(at_least)},
            understood=(("人", str(things)), ("去处", str(places)), ("条件", "；".join(each[0].strip(",") for each in named))),
        )
    if at_least > 1 or (at_least and things < places) or things > 12:
        stay_out("how many each")
    if not at_least and not free and not patterns.search("信箱|邮筒|邮箱|[项种门]|旅馆|宾馆|房间|食堂|车厢|窗口", story.text[:60]):
        stay_out("is anywhere allowed")
    return Recognition(
        parameters={"task": "posted", "people": things, "places": places, "least": bool(at_least)},
        understood=(("不同的人或物", str(things)), ("去处", str(places)), ("条件", "每处至少一个" if at_least else "随意")),
    )
