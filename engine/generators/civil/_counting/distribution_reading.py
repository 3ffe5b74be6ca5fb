"""Reading things shared out: equal or different ones, to people or places, each with so many; and everybody somewhere else."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._counting.combinatorics.simulator import shared
from engine.generators.civil._counting.combinatorics.words import PERSON as _PERSON
from engine.generators.civil._counting.combinatorics.words import WORDS as _WORDS
from engine.generators.civil._counting.combinatorics.words import asked_ways as _asked
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int


def read_shared(text: str) -> Recognition | None:
    """Equal things into different boxes."""
    story = Story(text)
    story.refuse(r"概率|不同的(?:球|小球|书|文件|苹果|图书)|至多|最多|不超过|相同的(?:盒子|箱子|袋子)|顺序|分别(?:有|放)|若干")
    unit = r"(?:个|份|本|台|块|张|支|颗|枚|件|根|粒|只|套|名额|盒|箱|瓶)"
    holder = r"(?:人|盒子|部门|班级|班|小朋友|小孩|孩子|单位|学校|小学|箱子|抽屉|科室|孩子|学生|社区|村|乡镇|同学|员工|职工|家庭|篮子|筐|袋子|碗|瓶子|杯子|罐子|宿舍|房间|老师|城市|县|中学|车间|街道)"
    boxes = story.take(
        rf"(?:把|将|现将|现把|有)?(?P<things>{INTEGER})(?:个|份|本|台|块|张|支|颗|枚|件|根|粒|只|套|盒|箱|瓶)?(?:(?:完全)?(?:相同|一样|一模一样|同样)的?(?P<gap>[\u4e00-\u9fff]{{1,5}}?)|(?P<quota>(?:[\u4e00-\u9fff]{{0,5}})?(?:名额|指标)))(?:,)?(?:全部|都)?(?:分给|发给|放入|放进|放到|分到|分配给|分配到|发给|分发给|送给|装入|装进|投入|捐给|赠给|放|分|装|给)(?:到|在)?(?P<boxes>{INTEGER})(?:个|名|位|所|家)(?:不同的?)?(?P<gap2>[\u4e00-\u9fff]{{0,3}}?){holder}(?:里|中)?"
    )
    if boxes is None:
        return None
    numbered = story.take(
        rf"(?:要求|且|,)*每(?:个|名|位|所|家)?(?:{holder}|盒)?(?:里|中)?(?:拿到|得到|分到|放|的)*(?:的)?(?:数量|个数|球数|小球数)?(?:都)?(?:不能|不)?(?:少于|小于)(?:其|它的|该)?编号(?:数)?|(?:{holder})?编号(?:为|是)?1(?:~|到|至|-)\d+"
    )
    if numbered:
        story.take_all(
            rf"(?:{holder})?(?:的)?编号(?:为|是|分别为)?(?:1(?:~|到|至|-)\d+|1、2、3(?:、4)?)(?:的)?|(?:要求|且|,)*每(?:个|名|位|所|家)?(?:{holder}|盒)?(?:里|中)?(?:拿到|得到|分到|放|的)*(?:的)?(?:数量|个数|球数|小球数)?(?:都)?(?:不能|不)?(?:少于|小于)(?:其|它的|该)?编号(?:数)?"
        )
        if not patterns.search("少于|小于", text) or not patterns.search("不能少于|不少于|不小于|不能小于", text):
            stay_out("numbered boxes")
    least = (
        None
        if numbered
        else story.take(
            rf"(?:要求|并且|且|若|保证|使得|其中|,)*(?:每(?:个|名|位|所|家)?)(?P<gap>[\u4e00-\u9fff]{{0,2}}?)(?:{holder}|盒|箱)(?:里|中)?(?:都|均|要|必须)*(?:至少|最少|不少于)(?:要|能|都)?(?:有|放|分|发|得|分到|分得|得到|拿到|获得|放入|装)*(?P<value>{INTEGER}){unit}?(?:[球书苹果糖文件电脑]{{1,2}}|名额)?|(?:每(?:个|名|位|所|家)?)(?:{holder}|盒)(?:里|中)?(?:都|均)(?:有|不能?为?空|不空)(?P<some>)|(?:不允许有|没有|不能有)空(?:盒|的)子?(?P<some2>)"
        )
    )
    empty = story.take(
        r"(?:允许|可以?)(?:有)?(?:的|有些|某些|部分)?(?:盒子|篮子|抽屉|袋子|箱子|筐|小朋友|人)?(?:可以)?(?:为)?(?:空(?:盒)?子?(?:着)?|一个(?:也|都)?(?:没有|不分|不放)|分不到|没有分到)(?:的)?"
    )
    _asked(story)
    story.finish(_WORDS)
    if numbered:
        things, holders = to_int(boxes["things"]) - sum(range(1, to_int(boxes["boxes"]) + 1)), to_int(boxes["boxes"])
        if things < 0:
            return None
        return Recognition(
            parameters={"task": "shared", "things": things, "boxes": holders, "least": 0},
            understood=(("相同的东西", f"{boxes['things']} 份，先按编号给足，剩 {things} 份"), ("分给", f"{holders} 个")),
        )
    if bool(least) == bool(empty):
        return None
    things, holders = to_int(boxes["things"]), to_int(boxes["boxes"])
    at_least = (
        0 if empty else 1 if least and (least["some"] is not None or least["some2"] is not None) else to_int(least["value"]) if least else 0
    )
    if empty and "不同" not in boxes[0]:
        return None
    if holders < 2 or shared(things, holders, at_least) == 0:
        return None
    return Recognition(
        parameters={"task": "shared", "things": things, "boxes": holders, "least": at_least},
        understood=(("相同的东西", f"{things} 份"), ("分给", f"{holders} 个"), ("每个至少", f"{at_least} 份")),
    )


def read_posted(text: str) -> Recognition | None:
    """Different people or things to different places, at least one to each, or anywhere."""
    story = Story(text)
    story.refuse(
        r"概率|相同|一样|男|女|没有人(?!分)|没人|至多|相邻|甲(?![、乙])|不能|若干|顺序|平均|各\d|每[个所组人堆][^,;。]{0,4}[2-9二两三四]"
    )
    send = story.take(
        rf"(?:把|将|安排|现将|现把|有|选派|派)?(?P<people>{INTEGER})(?:{_PERSON}|(?:个|本|封|件)(?:各不相同|不同)的?(?:小球|球|书|图书|玩具|礼物|信|文件|奖品))(?:全部|都)?(?:,)?(?:分配|分派|分|安排|派|派往|放|分给|放入|放进|分到|分配给|安排到|分配到|分别)*(?:到|去|入|在|给)?(?P<places>{INTEGER})(?:个|所|名|位|家)(?:不同的?)?(?:[\u4e00-\u9fff]{{0,2}})?(?:社区|学校|单位|部门|城市|地方|村|场馆|岗位|盒子|班级|班|小学|中学|医院|路口|项目|小朋友|同学|学生|孩子|人|乡镇|车间|展区|箱子|科室|信箱|抽屉|地区)(?:里|中)?(?:去|进行)?(?:服务|支教|工作|实习|锻炼|参加)?"
    )
    if not send:
        return None
    least = story.take(
        r"(?:要求|且|并且|若|其中|,)*每(?:个|所|名|位|家)?(?:[\u4e00-\u9fff]{0,2})?(?:社区|学校|单位|部门|城市|地方|村|场馆|岗位|盒子|盒|班级|班|小学|中学|医院|路口|项目|小朋友|同学|学生|孩子|人|乡镇|车间|展区|箱子|科室)(?:里|中)?(?:都|必须|要)*(?:至少|最少)(?:要)?(?:有|分到?|安排|分配|放|去|得到?|派)*(?:一|1)(?:名|个|位|人|本|件|封)(?:[\u4e00-\u9fff]{0,3}?)(?=[,;。?]|$)|(?:都|均)(?:有人|不空|非空)"
    )
    free = story.take(r"(?:可以|允许)(?:有)?(?:空|没有人|不分配)(?:的)?")
    once = story.take_all(
        r"每(?:人|名|个|位)(?:志愿者|学生|人|同学|教师|医生)?(?:只能|只|都|恰好?|仅|必须)*(?:去|到|分到|分配到|参加|服务|安排)(?:一|1)(?:个|所)?(?:地方|社区|学校|单位|岗位|项目|城市)?"
    )
    _asked(story)
    del once
    story.finish(_WORDS)
    if bool(least) == bool(free):
        return None
    people, places = to_int(send["people"]), to_int(send["places"])
    if (least and people < places) or people > 12:
        return None
    return Recognition(
        parameters={"task": "posted", "people": people, "places": places, "least": bool(least)},
        understood=(("不同的人或物", str(people)), ("去处", str(places)), ("条件", "每处至少一个" if least else "随意")),
    )


def _by_numbers(text: str) -> str:
    """`编号 1 到 4 的球放入编号 1 到 4 的盒子，编号都不同`: to each its own place by its number."""
    run = r"(?:编号|标号|号码)(?:分别)?(?:为|是)?\s*1(?:\s*[、,，]\s*\d){1,6}|(?:编号|标号|号码)(?:分别)?(?:为|是)?\s*1\s*[到至~～—-]\s*\d"
    if not patterns.search(run, text):
        return text
    text = patterns.sub(rf"(?:分别)?(?:标有|写有)?(?:{run})(?:号)?(?:的)?", "", text)
    text = patterns.sub(
        r"(?:要求|且|并且|若|使)*(?:每(?:个|名|位)?)?(?:小?球|人|同学|学生|卡片|信|其)?(?:的)?(?:编号|号码)(?:与|和|跟)(?:所在的?|放入的?|其|它所在的?)?(?:盒子?|座位|椅子|信封|位置)(?:的)?(?:编号|号码)(?:都|均|全)?(?:不(?:能)?(?:相)?同|不一致|不一样)",
        "都没有坐自己的座位",
        text,
    )
    return patterns.sub(
        r"(?:都|均)?(?:没有?|不能?|未)(?:坐|放|站)(?:在|到|进)?(?:与|和|跟)自己(?:的)?编号(?:相同|一样|一致)的(?:椅子|座位|盒子|位置)(?:上|里)?",
        "都没坐自己的座位",
        text,
    )


def read_deranged(text: str) -> Recognition | None:
    """Everybody somewhere else."""
    story = Story(_by_numbers(text))
    # `培训后再将 5 人随机分配到这 5 个分公司，有且仅有 1 人返回原分公司`
    if returned := story.take(
        rf"(?:(?:{INTEGER}个)?参加(?:培训|学习|交流)的人中,?)?(?:有且仅有|恰好?有?|正好有?|只有|有且只有)(?P<n>{INTEGER})(?:个|名|位)?人(?:在)?(?:培训|学习|交流|轮岗)?(?:结束)?后?(?:返回|回到|分回|被分回|分到)(?:了)?(?:自己|原来?|原先)的?[\u4e00-\u9fff]{{1,4}}?(?=的|[,;。?]|有|$)"
    ):
        sent = story.take(
            rf"(?:随机|重新|任意|再|将|把|这|,)*(?P<n>{INTEGER})(?:个|名|位)?人(?:随机|重新|任意|再)*(?:分配|安排|分)(?:到|回|至|去)(?:这)?(?P<m>{INTEGER})(?:个|家)[\u4e00-\u9fff]{{1,4}}?,(?:每|各)个?[\u4e00-\u9fff]{{1,4}}?(?:只|仅)?(?:能)?(?:分配|安排|分|去)?(?:一|1)(?:个|名)?人"
        )
        if sent is None or to_int(sent["n"]) != to_int(sent["m"]):
            return None
        count, some = to_int(sent["n"]), to_int(returned["n"])
        story.take_all(
            rf"(?:某)?[\u4e00-\u9fff]{{0,4}}?{sent['n']}(?:个|家)[\u4e00-\u9fff]{{1,4}}?(?:分别|各)*派出?(?:一|1)(?:个|名)?人(?:去|到|前往|参加)[\u4e00-\u9fff]{{0,4}}?(?:参加|接受)?(?:培训|学习|交流)"
        )
        _asked(story)
        story.finish(_WORDS + " 培训 学习 交流 后 结束")
        if not 0 < some < count - 1 or count > 10:
            stay_out("how many return")
        return Recognition(
            parameters={"task": "derange", "count": count, "right": some},
            understood=(("人数", str(count)), ("条件", f"恰有 {some} 人回到原处")),
        )
    story.rest = story.text = patterns.sub(r"恰好?(?=所有|全部?|都)|正好(?=所有|全部?|都)", "", story.text)
    partly = story.take(
        rf"(?:其中)?(?:恰好?|正好|刚好|只|仅|有且仅有)(?:有)?(?:(?:装|拿|坐|放|贴|取|投|送|配)(?P<how>对|错)(?:了)?(?P<n>{INTEGER})(?:封|个|人|张|份|名|位)(?:信)?|(?P<n2>{INTEGER})(?:封|个|人|张|份|名|位)(?:信)?(?:装|拿|坐|放|贴|取|投|送|配)(?P<how2>对|错)(?:了)?)(?:自己的)?(?:信封|座位)?(?:的)?"
    )
    story.refuse(r"概率|恰好?有|恰|至少|至多|其中[一二两三1-9]|只有")
    story.take_all(
        r"(?:每人)?(?:各|都)?(?:写|做|准备|带)了?(?:\d+|[一1])(?:张|份|个)(?:贺卡|礼物|卡片)?(?:全部|都)?(?:放进|放入|放到)?(?:抽奖箱|箱子|盒子|袋子|一起)?(?:里|中)?(?=,|。)|(?:互|相互|互相)(?:赠|送|寄)(?:贺卡|礼物|卡片)?|(?:然后|再|现在|随机|重新|打乱后|,)*每人(?:随机|任意|再)?(?:抽取?|拿|取)(?:出)?(?:一|1)张(?=,|。)|随机(?:互送|互换|分发)"
    )
    condition = story.take(
        r"(?:规定|要求|若|如果|且|并且)*,?(?:每(?:个|名|位)?人|每封信|每(?:个|名|位)?[\u4e00-\u9fff]{2,4}|任何人|所有人|大家)?(?:都|均|全)?(?:不能|不得|不可以?|没有|没|不|都没有?)(?:留在|在|拿到?|坐|抽到|抽中|收到|装对|放对|装入|去|取到|回到|拿回|贴对|对上|尝|吃)(?:了)?(?:自己|原来|本人|本|对应|各自|原先|相应)?(?:写|做|准备|带)?(?:的|所)?(?:原来的?)?(?:自己)?(?:的|所在的?)?(?:科室|岗位|贺卡|座位|信封|帽子|部门|礼物|位置|单位|卡片|原座位|作业本?|岗|做的(?:那道)?菜|那道菜|菜|盒子|标签|锁|那张|那份|那个|卡)?"
    )
    condition = condition or story.take(
        r"(?:规定|要求|若|如果|且|并且|,)*(?:每(?:个|名|位)?人|任何人|所有人|大家|谁)?(?:都|均|全)?(?:不能|不得|不可以?|没有|没|不)(?:拿|取|抽|收|坐|得|要|选|送|分|摸|带)(?:到|得|在|走|回|给|去)?自己(?:所)?(?:写|做|带|原来|准备|出|制作|买|画)?(?:来)?的(?:那)?(?:张|份|个|把|本)?(?:贺卡|礼物|座位|卡片|帽子|位置|雨伞|伞|书|卡|名字|作业|试卷)?"
    )
    story.take_all(
        r"(?:每人|一人|各自|各)(?:再|从中|各|只|随机|任意)*(?:取|拿|抽|领|摸|选)(?:走|出|取)?(?:一|1)(?:张|份|个|把|本|顶)(?:贺卡|礼物|卡片)?|各(?:写|带|做|准备)了?(?:一|1)(?:张|份|个|把|本|道)(?:贺卡|礼物|卡片|伞|书|(?:拿手|特色)?菜)?|聚餐时?|(?:要求|现在|,)*每(?:个|名|位)?人(?:去)?(?:品尝|尝|吃)(?:一|1)道菜"
    )
    condition = condition or story.take(
        r"(?:恰好|正好)?(?:所有|每封|全部)?(?:的)?信?(?:全部?|都)(?:装|放|拿|坐|贴|送|发|投)错(?:了)?(?:信封)?|每人(?:都)?(?:拿|抽|收|取)到?(?:的)?(?:都)?(?:一|1)张(?:不是自己的|别人的|其他人的)(?:贺卡|卡片)?|没有(?:一|1)(?:封信?|个人?|人)(?:装|放|拿|坐|贴)对|(?:一|1)(?:封|个)(?:也|都)没(?:有)?(?:装|放|拿|贴)对"
    )
    if condition is None and partly is None:
        return None
    if condition and not patterns.search("自己|原|本|对|各自|相应|错|别人|其他人|所在", condition[0]):
        stay_out("not where")  # `甲不在两端`
    if condition and partly:
        stay_out("all wrong, or some right")
    numbers = story.take_all(
        rf"(?P<value>{INTEGER})(?:个|名|位|封|张|人|家|对|把)(?:不同的?|写好地址的?)?(?:科室|小球|球|椅子|座位|盒子|信封|人|同学|同事|学生|信|贺卡|员工|职工|部门|朋友|小朋友|单位|科长|教师|厨师|编号|司机)?"
    )
    _asked(story)
    story.take_all(
        rf"(?:与之对应的)?{INTEGER}(?:个|张|顶)(?:信封|座位|贺卡|帽子|椅子)|(?:每科室|每个?科室|各科室)(?:仍)?(?:为)?(?:一|1)名?科长|每人(?:一|写|拿|各)[^\d,;。]{{0,6}}|调整|互换|轮岗|交换|重新(?:坐|安排)"
    )
    story.finish(
        _WORDS
        + " 办公室 科室 的科长 年终 轮岗 每科室 仍为 一名 科长 贺卡 送给 礼物 座位 原来 信封 装入 装 信 交换 重新 互相 相互 放在一起 各写 写 然后 再 拿 各拿 岗位 帽子 写好 地址 随机 把 进去 所有 小球 盒子 放入 坐到 坐 椅子"
    )
    counts = {to_int(each["value"]) for each in numbers} - {1}
    if len(counts) != 1:
        return None
    count = counts.pop()
    if not 2 <= count <= 10:
        return None
    if partly:
        some = to_int(partly["n"] or partly["n2"])
        right = some if (partly["how"] or partly["how2"]) == "对" else count - some
        if not 0 < right < count:
            stay_out("how many are right")
        return Recognition(
            parameters={"task": "derange", "count": count, "right": right},
            understood=(("人数", str(count)), ("条件", f"恰有 {right} 个对")),
        )
    return Recognition(parameters={"task": "derange", "count": count}, understood=(("人数", str(count)), ("条件", "都不在自己的位置")))


_HOLDER = r"(?:社区|学校|单位|部门|城市|地方|村|场馆|岗位|盒子|盒|班级|班|小学|中学|医院|路口|项目|小朋友|同学|学生|人|乡镇|车间|展区|箱子|科室|信箱|抽屉|地区|房间|宿舍|车|组|小组|堆|份|队|抽屉|山区|窗口|摊位)"


def read_grouped(text: str) -> Recognition | None:
    """Different people or things in groups of told sizes, the groups named or not.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.take_all(r"(?:去)?做(?:[三两四]|\d)件不同的事(?:\.+|…+)?|\(不分配任务\)|只问分组|不(?:分配|指定)(?:任务|组名)")
    story.refuse(r"概率|相同的?(?:小?球|苹果|糖)|一样的|至少|至多|相邻|若干|男|女|不能|必须|第[一二三四\d]|甲必|排成|圆")
    unit = r"(?:名|个|本|件|人|封|张|幅|只|辆|盒|支|位|项|台)"
    send = story.take(
        rf"(?:把|将|有|现有|某单位)?(?<![\d])(?P<people>{INTEGER}){unit}?(?:(?:各|互)?不(?:相)?同的?)?(?P<gap>[\u4e00-\u9fff]{{0,9}}?)(?:,)?(?:要|需|准备|全部|平均|均匀|按|现|分别)*(?:分配|分派|分|安排|派往|派|放|分给|放入|放进|分到|分配给|分成|分为|编成|住进|送给|发给|借给|给(?=\d)|成|承担|完成)(?:到|去|入|在|给|成|为)?"
    )
    if send is None:
        return None
    people = to_int(send["people"])
    named = not patterns.search("分成|分为|编成|成$", send[0]) and not patterns.search(r"(?:分成|分为|堆|不分(?:人|组别))", text)
    to = story.take(
        rf"(?P<n>{INTEGER})(?:个|所|名|位|家|间|辆|条)?(?:各?不同的?)?(?P<gap>[\u4e00-\u9fff]{{0,2}}?){_HOLDER}(?:里|中|去|上)?|(?P<names>[甲乙丙丁戊](?:[、和]?[甲乙丙丁戊])+)(?:[两二三四五2-5])?(?:个|名|位|所)?(?:{_HOLDER})?"
    )
    if to is None:
        return None
    places = to_int(to["n"]) if to["n"] else len(patterns.findall("[甲乙丙丁戊]", to["names"]))
    story.take_all(r"\(?书各不同,?(?:谁拿几本不定)?\)?|\(?谁[拿得分]多少[本个件]?(?:不定|都行|都可以)\)?")
    several = story.take_all(
        rf"(?:(?P<many>另?[两二三]|一|1|有一|其中一)(?:个|组|堆|人|份|所)|[甲乙丙丁戊])(?:{_HOLDER})?(?:各|得|分|有|分到|得到)*(?P<n>{INTEGER})(?:{unit}|人)"
    )
    each = (
        None
        if len(several) > 1
        else story.take(
            rf"(?:每(?:个|所|名|位|家|人|组|堆|份|队|间|辆|科室|部门)?(?:[\u4e00-\u9fff]{{0,3}}?))(?:都|各|正好|恰好|刚好|只|均|分到?|得到?|有|住|安排|分配|接收|要|去|放|的|分得)*(?P<n>{INTEGER}){unit}|平均(?:分)|(?:各|都)(?:得|分到?|有)?(?P<n2>{INTEGER}){unit}"
        )
    )
    sizes: list[int] = []
    if several and each is None:
        sizes = [to_int(match["n"]) for match in several for _ in range({"两": 2, "二": 2, "三": 3}.get((match["many"] or "一")[-1], 1))]
        people_named = all(match[0][0] in "甲乙丙丁戊" for match in several)
        if len(sizes) != places or sum(sizes) != people:
            stay_out("sizes")
        named_sizes = people_named
    else:
        if several or (each is None and "平均" not in send[0] and "均匀" not in send[0]):
            return None
        said = each and (each["n"] or each["n2"])
        size = to_int(said) if said else people // places
        if size * places != people:
            stay_out("sizes")
        sizes, named_sizes = [size] * places, True
    _asked(story)
    story.finish(
        _WORDS + " 堆 组 平均分 平均 均分 每组 每堆 分组 新人 科室 不分人 只 这 不同的 图书 员工 车 房间 宿舍 承担 完成 项 工程 公司"
    )
    return Recognition(
        parameters={"task": "grouped", "sizes": sizes, "named": named, "sizes_named": named_sizes},
        understood=(("不同的人或物", str(people)), ("各组", "、".join(map(str, sizes))), ("组", "有区别" if named else "没有区别")),
    )
