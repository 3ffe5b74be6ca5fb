"""Reading votes, boxes, keys and locks, and different amounts: the other questions where the worst case decides."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._problems.story import Story
from engine.generators.civil._worst_case.special_reading import LEAST, NUMERAL, SURE
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

_SURE = r"(?:才能?|就能?|可以|能|能够|要|想|如果要)?(?:够)?(?:绝对|一定)?(?:保证|确保|必定|一定能?够?)"
_WORDS = """
从中 任意 随意 随机 至少 最少 要 才能 保证 确保 一定 一定有 必须 必定 肯定 无论怎么 人 的 中 里 有 共 同学 学院 名
"""


def read_votes(text: str) -> Recognition | None:
    """So many votes, some counted: how many more make one candidate sure.

    Raises:
        StayOut: something is not understood.
    """
    # Whole names are called 甲, 乙, 丙: what they are changes nothing.
    names = list(
        dict.fromkeys(
            patterns.findall(r"(?:^|(?<=[,，、。;；和时现]))([\u4e00-\u9fff]{2,3}?)(?:已经?|获|共)*(?:得到?|获得?)(?:了)?\d+票", text)
        )
    )
    names = [name for name in names if not patterns.match("小|候选", name)]
    if 2 <= len(names) <= 4 and not patterns.search("[甲乙丙丁]", text):
        for name, letter in zip(names, "甲乙丙丁", strict=False):
            text = text.replace(name, letter)
    story = Story(text)
    if not story.has("票"):
        return None
    story.refuse(
        "两票|2票制|半数|过半|2/3|三分之二|每人投[二两三]|每人可投[二两三]|弃权票?[1-9]|废票|(?<!候)选(?:出|举出?|拔|派)?[两二三23](?:名|位|个|人)|前[两二三]名"
    )
    story.take_all(
        r"(?:没有|无|且无|且没有|不能|不许|不准|不得|不可以?|不)(?:人)?弃权票?|(?:每人|每个人)(?:都)?(?:投且只投|必须且只能投|只投且必须投)(?:1|一)票|(?:每人|每个人|每名[\u4e00-\u9fff]{1,2})(?:只能|只可以?|只|都|各|限|可以?|必须|仅)*(?:投|有|可投)?(?:1|一)票|(?:每人|每个人)(?:只能)?(?:选|投)(?:其中)?(?:1|一)(?:人|票|个)"
    )
    story.take_all(
        r"\(?(?:得票|票数)?(?:最多|多)(?:者|的人?)?(?:且没有并列(?:的人)?|的候选人|的)?(?:就)?(?:当选|获胜)\)?|得票最多(?:且没有并列)?(?:的人|者)?当选|\(得票比其他[^()]{1,8}多\)|票多者当选|得票多者当选|\(?(?:即)?(?:票数|得票)(?:严格)?(?:最多|多于(?:其他|别人)[^,;。()]{0,4})\)?|票最多的(?:人)?当(?:选)?|\(?(?:不能|不得|不可|不会|没有|无|不)并列\)?"
    )
    story.take_all(
        r"(?:[,、]?且)?(?:每人|每名[\u4e00-\u9fff]{2})?(?:只能|只可|必须|只)(?:选|投)(?:举)?(?:其中)?(?:一|1)(?:人|名|票|位|个)(?:候选人)?|(?:在)?(?:余下|剩下|剩余|其余)的?(?:选)?票(?:中|里)?|每人从(?:[甲乙丙丁戊][、和]?){2,5}(?:[二两三四五2-5](?:人|名|位)(?:候选人)?)?中(?:投票)?(?:选|投)(?:出|举)?(?:一|1)(?:人|名|位)"
    )
    story.take_all(r"(?:唱票?|计票|开票|统计|点票)?(?:唱|进行|统计)?(?:到)?(?:了)?(?:一半|中途)(?:的)?(?:时候?)?(?=[,甲乙丙]|小)")
    story.take_all(
        r"(?:在)?(?:尚|还)?(?:没有?|未)(?:被)?(?:统计|唱|计|开|公布)(?:出|完|到)?的?(?:选)?票(?:中|里)?|(?:当|在)?(?:统计|计票|唱票|开票)(?:进行)?(?:到)?(?:某(?:一)?(?:时刻|时候|阶段)|中途)(?:统计)?(?:时)?"
    )
    left = story.take(
        rf"(?:当|在)?(?:统计|唱票|计票|开票|点票|唱|数)?(?:到|完|了|出)*前(?P<value>{INTEGER})(?:张(?:选)?票?|(?:选)?票)(?:中|里|时|后|的时候)?(?P<rest>(?!))?|已(?:经)?(?:统计|计票|唱出|开出|计)(?:出|完|过)?的(?:前)?(?P<value2>{INTEGER})张?(?:选)?票(?:中|里)?"
    ) or story.take(
        rf"(?:现已|已经|已)?(?:统计|计|开|数|唱|点)(?:了|到|完|出|过)?(?:前|第)?(?P<value>{INTEGER})张?(?:选)?票(?:时|后)?|(?:还剩|剩余|还有)(?P<rest>{INTEGER})(?:张)?票(?:未统计|没有?统计|未计)?"
    )
    voters = story.take_all(
        rf"(?P<value>{INTEGER})(?:名|个|位)?(?:同学|学生|人|职工代表|职工|员工|居民代表|村民代表|代表|居民|业主|教师|老师|队员|成员|选民|村民|党员|干部|会员|张选票|张有效票|张票)"
    )
    got = story.take_all(
        rf"(?P<who>[甲乙丙丁戊]|小[\u4e00-\u9fff]|[A-D])(?:已经?)?(?:现)?(?:获得|获|得到?|得了|得票|有)?(?:了)?(?P<value>{INTEGER})(?:票|(?=[乙丙丁,。;、]))"
    )
    asked = story.take(
        r"(?P<who>[甲乙丙丁戊]|小[\u4e00-\u9fff]|[A-D])\ue000*(?:至少|最少)?(?:还|再|要|需要?|必须|得)*(?:至少|最少)?(?:还|再|要|需要?)*(?:得到?|获得|获|拿)?(?:至少)?多少(?:张)?(?:选)?票|(?:至少|最少)(?:还|再|要|需要?)*(?:得到?|获得|获)?多少(?:张)?票"
    )
    if len(voters) > 4 or len(got) < 2 or not asked or not asked["who"]:
        return None
    sure = story.take(
        rf"(?:就|才|能)*稳(?:当选|赢|了|当)*|{_SURE}(?:能|他)?(?:一定)?(?:能)?(?:当选|成为[\u4e00-\u9fff]{{2,4}}|获胜|胜出|(?:以)?最高票(?:数)?当选|以最多(?:的)?票数?当选)"
    )
    story.take_all(
        r"(?:从)?(?:[甲乙丙丁戊](?:、|和|,)?){2,5}(?:[二两三四五]|[2-5])?(?:名|位|个)?(?:人|候选人|同学)?(?:中)?|[二两三四五](?:名|位|个)(?:候选人)"
    )
    story.finish(
        _WORDS
        + " 统计完 完 书记 主任 会长 组长 优秀员工 优秀 先进个人 先进工作者 个人 劳动模范 劳模 工作者 一人 居民 社区 唱票 举行 进行 民主 推选 党支部 一定 还要 三个候选人 候选 最多的当 某班 投票 选举 班长 选 班长 候选人 计票 计票过程 过程中 中途 到中途 先进 评选 选出 一名 投 已 竞选 主席 得票 统计 时 截至 班里 里 能最高 最高 就 目前 当前 某一时刻 票 当选 最多 者 在 开票"
    )
    if sure is None:
        return None
    if set(patterns.findall("[甲乙丙丁戊]", story.text)) - {match["who"] for match in got} and patterns.search(
        "[甲乙丙丁戊]", got[0]["who"]
    ):
        stay_out("somebody has how many votes?")
    totals = {to_int(match["value"]) for match in voters}
    counted = [to_int(match["value"]) for match in got]
    names = [match["who"] for match in got]
    so_far = left and (left["value"] or left.groupdict().get("value2"))
    if so_far and to_int(so_far) != sum(counted):
        stay_out("counted")
    if left and left["rest"]:
        totals.add(sum(counted) + to_int(left["rest"]))
    totals = {value for value in totals if value > 5}
    if len(totals) != 1 or asked["who"] not in names or len(set(names)) != len(names):
        return None
    total = totals.pop()
    if sum(counted) >= total:
        return None
    return Recognition(
        parameters={"task": "votes", "total": total, "counted": counted, "own": names.index(asked["who"])},
        understood=(
            ("总票数", str(total)),
            ("已得", "，".join(f"{name} {value}" for name, value in zip(names, counted, strict=True))),
            ("求", f"{asked['who']}还要多少票"),
        ),
    )


def read_boxes(text: str) -> Recognition | None:
    """Things put into boxes: however they are put, one holds so many."""
    story = Story(text)
    story.refuse(
        "概率|颜色|扑克|投票|坏|其中|增加|后来|还剩|已|请假|另有|先|每个(?:抽屉|盒子|笼子)?至少|空|各不相同|互不相同|都不(?:相)?同|不一样多|保证|确保"
    )
    thing = r"(?:只|个|本|支|封|颗|块|名|位|件|人|张|条|头|枚|棵)"
    put = story.take(
        rf"(?:把|将|有)?(?P<things>{INTEGER}){thing}(?P<gap>[\u4e00-\u9fff]{{1,5}}?)(?:,)?(?:任意地?|随意|全部|都|要|全)*(?:放进|放入|放到|放在|飞进|飞回|装进|装入|投入|投进|分给|关进|分到|住进|分进|插进|插入|种在|安排到|坐进|分配到|放|分)(?:了)?(?P<boxes>{INTEGER})(?:个|名|位|只|间|所|辆|条|排|组|块)(?:不同的)?(?P<gap2>[\u4e00-\u9fff]{{1,4}}?)(?:里|中)?(?=,|。|那|总|必|至少)"
    )
    put = put or story.take(
        rf"(?P<boxes>{INTEGER})(?:个|间|所)(?P<gap>[\u4e00-\u9fff]{{1,4}}?)(?:一?共|总共|总人数|合计|总数)(?:有|为|是)?(?P<things>\d+)(?:名|个)?(?:人|学生|同学|员工|本|台)?"
    )
    asked = story.take(
        r"(?:那么|则|不管怎[么样][放分]|怎[么样][放分]都|无论怎么[放分]|无论怎样[放分]|无论如何[放分]|不论怎么[放分]|,)*(?:总有|至少有|必有|一定有|必定有|必然有|肯定有)(?:1|一)(?:个|名|位|只|间|所|辆)(?P<gap>[\u4e00-\u9fff]{1,4}?)(?:里|中)?(?:要|会|能)?(?:至少|最少|不少于)?(?:要|会|能)?(?:放|有|飞进|装|分到|得到|放进|放了|飞进了|住|住进)*(?:至少|最少|不少于)?(?:有)?多少(?:只|个|本|支|封|颗|块|人|名)?"
    ) or story.take(
        r"(?P<gap>[\u4e00-\u9fff]{0,5}?)(?:人数)?最多的(?:那个?|一个)?(?P<gap2>[\u4e00-\u9fff]{1,4}?)(?:里|中)?(?:面)?(?:至少|最少)(?:要|会)?(?:有|放|放了|装|分到|得)*多少(?:只|个|本|支|封|颗|块|人|名)?"
    )
    if not put or not asked:
        return None
    story.finish(
        _WORDS + " 鸽子 鸽笼 笼子 苹果 抽屉 书 信箱 信 小朋友 学生 糖 无论怎么放 无论怎样放 不管怎么放 任意放 总有 笔 笔筒 文具盒 盘子"
    )
    things, boxes = to_int(put["things"]), to_int(put["boxes"])
    if boxes < 2 or things < 1:
        return None
    return Recognition(
        parameters={"task": "boxes", "things": things, "boxes": boxes},
        understood=(("东西", str(things)), ("抽屉", str(boxes)), ("求", "必有一个至少多少")),
    )


def read_locks(text: str) -> Recognition | None:
    """So many keys and as many locks: the most tries until every key is with its lock."""
    story = Story(text)
    if not story.has("钥匙"):
        return None
    story.refuse("概率|坏|丢|多一把|多余|相同|两把|放回")
    story.take_all(
        r"(?:每|一|1)把钥匙(?:只能|恰好?能?|仅能|只)(?:打?开|配)(?:其中)?(?:的)?(?:1|一|其中的?一)把锁|(?:全|都)?(?:混|弄混|搞混|打乱|弄乱)(?:在一起)?了?|(?:钥匙)?(?:和锁)?一一对应|(?:钥匙)?(?:与锁)?(?:都|恰好)?(?:不知道|分不清)[^,;。?\d]{0,12}"
    )
    counts = {
        to_int(match["value"])
        for match in story.take_all(rf"(?P<value>{INTEGER})把(?:不同的?)?(?:钥匙|锁)(?:(?:去|来)?(?:开|配|对应|打开)(?={INTEGER}把))?")
    }
    counts |= {
        to_int(match["value"])
        for match in story.take_all(rf"(?:钥匙和锁|锁和钥匙|锁与钥匙)各(?P<value>{INTEGER})把|(?<=配套的)(?P<other>{INTEGER})把")
    }
    asked = story.take(
        r"(?:(?:至多|最多|最坏|最不利)(?:情况下?)?(?:要|需要?|得|试|开|必须|尝试|试验|试开|的)*多少次|(?P<least>至少)(?:要|需要?|得)?(?:试|开|试验|尝试|试开)(?:了)?多少次)"
    )
    aim = story.take(
        r"(?:一定|才|就|便|可以|可|都|能够|能|保证|确保|将|把|使|让|全部的?|所有的?|全|所有|每把)*(?:的)?(?:这些|\d+把)?(?:(?:锁|钥匙)(?:[和与]?(?:锁|钥匙))?(?:都|全部|全|一一)*)?(?:能)?(?:全部|都|一一)?(?:配上?对|打开|配好|相?匹配|相配|配上|对上|配对|开锁|配齐|找到)(?:起来|成功|好)?(?:各自的?|对应的?)?(?:钥匙|锁)?"
    )
    if not (counts and asked and aim) or len(counts) != 1:
        return None
    if patterns.search("打开|开锁", aim[0]):
        stay_out("does the last key need a try?")  # to open all it does, to know which is which it does not
    if asked["least"] and not story.has("保证|确保|一定") and not patterns.search("保证|确保|一定", story.text):
        return None
    story.finish(_WORDS + " 钥匙 锁 现 要 全部 锁都 能")
    count = counts.pop()
    if count < 2:
        return None
    return Recognition(parameters={"task": "locks", "count": count}, understood=(("锁和钥匙", f"各 {count} 把"), ("求", "最多试的次数")))


def read_most_sharers(text: str) -> Recognition | None:
    """So many things, everybody another number of them and at least so many: how many people there are at most."""
    story = Story(text)
    different = story.take(
        r"(?:要求|且|并且|使|,)*(?:每(?:个|人|名|位|组)?[\u4e00-\u9fff]{0,3}?)?(?:分得|得到|分到|拿到|收到|有|装)?(?:的)?(?:[\u4e00-\u9fff]{0,3}?)(?:个数|数量|数目|本数|块数|张数|人数|数)(?:都|均|也)?(?:各不相同|互不相同|都不(?:相)?同|均不(?:相)?同|互不相等|不一样|各不相等|不(?:相)?同)"
    )
    least = story.take(
        r"(?:且|并且|,)*(?:每(?:人|个|名|位)?[\u4e00-\u9fff]{0,3}?)?(?:都)?(?:至少|不少于)(?:分到|得到|有|分得|分)?(?P<n>\d+|一|两|二|三)(?:个|本|块|张|颗|支|人)"
    )
    things = story.take(
        r"(?:把|将|有|共有)*(?P<n>\d+)(?:个|本|块|张|颗|支|名|粒)(?P<gap>[\u4e00-\u9fff]{1,4}?)(?:,)?(?:分给|发给|奖给|分成|装进|放进|分到)(?:若干|一些|几|多少)?(?:个|名|位)?(?P<gap2>[\u4e00-\u9fff]{0,4}?)(?=,)"
    )
    asked = story.take(
        r"(?:那么|则|,)*(?:最多|至多)(?:能|可以?|可能)*(?:分给|发给|奖给|有|分成|装)?(?:了)?多少(?:个|名|位|人|组)(?P<gap>[\u4e00-\u9fff]{0,4})"
    )
    if not (different and least and things and asked):
        return None
    story.finish(_WORDS + " 小朋友 孩子 学生 苹果 糖 若干 每个 分得")
    total, low = int(things["n"]), to_int(least["n"])
    count = 0
    while sum(range(low, low + count + 1)) <= total:
        count += 1
    if count < 2:
        return None
    return Recognition(
        parameters={"task": "most-sharers", "total": total, "low": low, "count": count},
        understood=(("东西", str(total)), ("每人至少", f"{low}，各不相同"), ("求", "最多多少人")),
    )


def read_needed(text: str) -> Recognition | None:
    """So many people, and always one with at least so many: how many things there are at least.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.refuse("概率|颜色|最多|至多|各不相同|互不相同|都不|每(?:人|个)")
    people = story.take(
        rf"(?P<n>{INTEGER})(?:个|名|位|只)(?:小朋友|人|同学|学生|孩子|抽屉|盒子|笼子|猴子)(?:,)?(?:分|来分|要分)(?P<what>[\u4e00-\u9fff]{{1,3}}?)(?=,)"
    ) or story.take(
        rf"(?:有|共有|班里有|班有)(?P<n>{INTEGER})(?:个|名|位)(?:小朋友|人|同学|学生|孩子)(?P<gap>[^\d;。?]{{0,14}}?)(?:把|拿|买|带|准备)(?:来|了)*(?:一批|一些|若干)?(?P<what>[\u4e00-\u9fff]{{1,3}}?)(?:来)?(?:分给|发给|奖给|送给)(?:大家|他们|小朋友|同学们|孩子们|学生)(?:们)?"
    )
    people = people or story.take(
        rf"(?:把|将|有|买来|拿来)?(?:一批|一些|若干|许多)(?:支|个|本|颗|块|张|件|枚)?(?P<what>[\u4e00-\u9fff]{{1,3}}?)(?:,)?(?:发给|分给|奖给|送给|放进|放入)(?P<n>{INTEGER})(?:个|名|位|只)(?:小朋友|人|同学|学生|孩子|抽屉|盒子|笼子)(?=,)"
    )
    people = people or story.take(r"(?:某班|班里|全班|共)?(?:共|有)*(?P<n>\d+)(?:个|名|位)(?:小朋友|同学|学生|孩子)(?=,)(?P<what>)")
    always = story.take(
        rf"(?:不管|无论|不论)(?:怎么|怎样|如何)?(?:发|分|放)?,?(?:总有|必有|一定有|都有|总会有)(?:一|1)(?:名|个|位|只)(?P<gap>[\u4e00-\u9fff]{{1,4}}?)(?:至少|最少)(?:能|会)?(?:拿到|得到?|分到|有|拿)*(?P<n>{INTEGER})(?:支|个|本|颗|块|张|件|枚)"
    )
    always = always or story.take(
        rf"(?:如果|若)?(?:要|想)?(?:保证|确保)(?:至少|总|一定|必)*有(?:一|1)(?:个|名|位)(?P<gap>[\u4e00-\u9fff]{{1,4}}?)(?:能|会|可以)*(?:得到|分到|拿到|有)(?:至少|不少于)?(?P<n>{INTEGER})(?:支|个|本|颗|块|张|件|枚)(?:或(?:{INTEGER}(?:支|个|本|颗|块|张|件|枚))?以上|或更多|及以上|以上)?(?:的)?(?P<gap2>[\u4e00-\u9fff]{{0,3}}?)(?=[,。;])"
    )
    always = always or story.take(
        rf"(?:才能?|就能?|可以)*(?:保证|确保)(?:至少|总|一定|必)*有(?:(?:一|1)(?:个|名|位))?(?P<gap>同学|学生|小朋友|人|孩子)(?:能|会|可以)*(?:得到|分到|拿到|有)(?:至少|不少于)?(?P<n>{INTEGER})(?:支|个|本|颗|块|张|件|枚)(?:或(?:{INTEGER}(?:支|个|本|颗|块|张|件|枚))?以上|或更多|及以上|以上)?(?P<gap2>[\u4e00-\u9fff]{{0,3}}?)(?=[,。;?]|$)"
    )
    asked = story.take(
        r"(?:那么|则|,)*(?P<gap0>[\u4e00-\u9fff]{0,2}?)(?:至少|最少)(?:要|需要?|得|应|共)*(?:有|拿|准备|买|带)?(?:来|出)?多少(?:支|个|本|颗|块|张|件|枚)(?P<gap>[\u4e00-\u9fff]{0,3})"
    )
    if not people or not always or not asked:
        return None
    story.finish(_WORDS + f" {people['what']}")
    count, each = to_int(people["n"]), to_int(always["n"])
    return Recognition(
        parameters={"task": "choices", "ways": count, "wanted": each, "kinds": count, "unit": "个"},
        understood=(("人数", str(count)), ("总有一人至少", str(each)), ("求", "至少多少个")),
    )


def read_sharers(text: str) -> Recognition | None:
    """So many things given out, and always somebody with at least so many: how many people there are at most."""
    story = Story(patterns.sub("(?:若|如果)(?=不管|无论|不论)", "", text))
    story.refuse("概率|颜色|至少几|各不相同|互不相同")
    things = story.take(
        r"(?:把|将|有)?(?P<n>\d+)(?:支|个|本|颗|块|张|件|枚|棵|朵|只)(?P<gap>[\u4e00-\u9fff]{1,4}?)(?:,)?(?:任意|随意|全部|都|全|要|最多|至多)*(?:发给|分给|分发给|送给|奖给|放进|放入|分到)(?P<gap2>[\u4e00-\u9fff]{0,8}?)(?=,|。|多少)"
    )
    always = story.take(
        rf"(?:不管|无论|不论)?(?:怎么|怎样|如何)?(?:发|分|放)?,?(?:总有|必有|一定有|都有|总会有|至少有)(?:至少)?(?:一|1)(?:名|个|位)?(?P<gap>[\u4e00-\u9fff]{{1,4}}?)(?:里|中)?(?:至少|最少)?(?:会|能)?(?:拿到|得到?|分到|有|拿|放)*(?:至少|最少|不少于)?(?P<n>{INTEGER})(?:支|个|本|颗|块|张|件|枚|棵|朵|只)(?P<more>或更多|或以上|及以上|以上)?"
    )
    asked = story.take(
        r"(?P<gap>[^,;。?\d\ue000]{0,8}?)(?:最多|至多)(?:能|可以|可能|有)*多少(?:名|个|位)?(?:学生|人|同学|小朋友|盒子|抽屉)?|(?P<gap2>[^,;。?\d\ue000]{0,6}?)(?:学生|人数|小朋友)(?:最多|至多)(?:有)?多少(?:名|个|人)?"
    )
    fewest = (
        None
        if always
        else story.take(
            rf"(?:才|就|能|要|,)*(?:保证|确保|必有|使|使得)(?:总|一定|必)?(?:有)?(?:至少)?(?:有)?(?:一|1)(?:名|个|位)(?P<gap>[\u4e00-\u9fff]{{1,4}}?)(?:里|中)?(?:能|会)?(?:分到|得到|拿到|有|放|放了)?(?:至少|最少|不少于)(?:能|会)?(?:分到|得到?|拿到|有|放|放了)?(?P<n>{INTEGER})(?:支|个|本|颗|块|张|件|枚|棵|朵|只)(?P<more>)"
        )
    )
    always = always or fewest
    if things and not asked and patterns.search("最多|至多", things[0]):
        asked = story.take(r"多少(?:个|名|位)(?:学生|人|同学|小朋友|盒子|抽屉|笼子|班)")
    if not things or not always or not asked or not (always["more"] or patterns.search("至少|不少于", always[0])):
        return None
    story.finish(_WORDS + " 老师 铅笔 某班 学生 全部 不管怎么发 无论怎么分 这个班 班")
    total, each = int(things["n"]), to_int(always["n"])
    if each < 2 or total < each:
        return None
    return Recognition(
        parameters={"task": "sharers", "things": total, "each": each},
        understood=(("东西", str(total)), ("总有一个至少", str(each)), ("求", "最多多少人")),
    )


def read_papers(text: str) -> Recognition | None:
    """Answer sheets of so many questions: how many at least are alike, or how many people make sure of it.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    paper = story.take(
        rf"(?P<n>{INTEGER})道(?:(?P<two>判断题|是非题)|(?:单项?)?(?:选择题|单选题|题),?(?:每[道题小]*(?:都)?(?:有|给出)?(?P<k>[二三四五2-5])个(?:备选)?(?:选项|答案)(?:可供选择)?))"
    )
    if not paper or not story.has("答案|作答|答卷|答题"):
        return None
    story.refuse("不答|不做|空着|漏|得分|对的|正确|错")
    people = story.take(r"(?P<n>\d+)(?:名|个|位)(?:同学|学生|人|考生|员工|职工)(?:参加)?")
    wanted = story.take(
        rf"(?:才能?|就能?|,)*{SURE}(?:一定|必)?(?:会)?(?:至少)?有(?P<n>{NUMERAL})(?:名|个|位)?(?:同学|学生|人|考生)?(?:的)?(?:答案|答卷|作答)(?:完全|都|情况|是|全)*(?:相同|一样|一致)(?:的)?"
    )
    asked = story.take(
        rf"{LEAST}(?:会|将|要|需要?|得|应)*有?多少(?:名|个|位)?(?:同学|学生|人|考生)?(?:参加|参加考试|作答|答题)*(?:(?:的)?(?:答案|答卷|作答)(?:完全|都|情况|是|全)*(?P<same>相同|一样|一致)(?:的)?)?"
    )
    if not asked or bool(wanted) == bool(asked["same"]) or (asked["same"] and not people) or (wanted and people):
        return None
    story.take_all(
        r"(?:每(?:名|个|位)?(?:同学|学生|人|考生)|大家)(?:都)?[^,;。?\d]{0,16}?(?:写下|写出|作答|填写|给出|回答|答)[^,;。?\d]{0,12}(?=[,;。])"
    )
    story.finish(_WORDS + " 考试 考试题 测验 参加 答案 同学 答题 一次 是 道题")
    count = to_int(paper["n"])
    choices = {"二": 2, "三": 3, "四": 4, "五": 5}.get(paper["k"] or "", 0) or int(paper["k"] or 2)
    if count > 8:
        return None
    ways = choices**count
    known = (("不同的答卷", str(ways)), ("求", asked[0]))
    if wanted:
        return Recognition(
            parameters={"task": "choices", "ways": ways, "wanted": to_int(wanted["n"]), "kinds": ways, "unit": "人"}, understood=known
        )
    return Recognition(
        parameters={"task": "boxes", "things": int(people["n"]) if people else 0, "boxes": ways, "unit": "人"}, understood=known
    )
