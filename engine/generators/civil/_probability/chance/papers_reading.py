"""Reading chances that exam papers ask again and again."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._counting.chance_words import CHANCE_WORD as _CHANCE_WORD
from engine.generators.civil._counting.chance_words import NAME as _NAME
from engine.generators.civil._counting.chance_words import NUMBER as _NUMBER
from engine.generators.civil._counting.chance_words import WORDS as _WORDS
from engine.generators.civil._counting.chance_words import asked_chance as _asked
from engine.generators.civil._counting.chance_words import opened as _opened
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_TWO = rf"(?:(?P<one>{_NAME})(?:、|和|与|跟)?(?P<other>{_NAME})(?:两人|2人|二人)?)"
_ROOM = "会议室 会场 影厅 电影院 教室 报告厅 礼堂 考场 单位 公司 座位 入座 就座 就坐 随机 选择 选 坐 两人 他们 人 共 有 排 左右 某 的"


def _finish(story: Story, words: str) -> None:
    """As for every story; what may be done or must be done is a condition, though its words are harmless one by one."""
    story.refuse("只能|只许|每次|必须|须|不得|不能|至多|限")
    story.finish(words)


def _counted(name: str, arguments: list[object], understood: tuple[tuple[str, str], ...]) -> Recognition:
    return Recognition(parameters={"task": "counted", "how": name, "arguments": arguments}, understood=understood)


def _two_on_seats(story: Story) -> bool:
    """Whether two are said to take seats at random; taken."""
    return (
        story.take(rf"{_TWO}(?:都|各|分别)?(?:随机|任意)(?:地)?(?:选择?|找)?(?:(?:一|1)个)?(?:座位)?(?:入座|就座|就坐|坐下|落座|坐)")
        is not None
    )


def read_same_row(text: str) -> Recognition | None:
    """Two at random on seats in equal rows: in the same row."""
    story = _opened(text)
    rows = story.take(rf"(?P<rows>{_NUMBER})排(?:座位)?,?(?:一?共|总共|合计)?(?:有)?(?P<seats>\d+)个座位") or story.take(
        rf"(?P<seats>\d+)个座位,?(?:分成|分为|排成|共)?(?P<rows>{_NUMBER})排"
    )
    alike = story.take(r"每排(?:的)?座位数?(?:都|均)?(?:相同|一样|相等)(?:多)?|各排座位数(?:都)?(?:相同|一样|相等)")
    event = story.take(r"(?:他们|两人|她们|2人)?(?:恰好|正好|刚好|恰)?(?P<no>不)?(?:坐)?在(?P<no2>不)?(?:同一|同|一|1)排")
    if not rows or not alike or not event or not _two_on_seats(story):
        return None
    _asked(story)
    _finish(story, _WORDS + " " + _ROOM)
    count, seats = to_int(rows["rows"]), int(rows["seats"])
    if count < 2 or seats % count or seats // count < 2:
        stay_out("seats")
    same = not (event["no"] or event["no2"])
    return _counted(
        "same-row",
        [count, seats, same],
        (("座位", f"{count} 排，共 {seats} 个，每排一样多"), ("求", f"两人{'同' if same else '不同'}排的概率")),
    )


def read_neighbours(text: str) -> Recognition | None:
    """Two at random on rows of seats: side by side."""
    story = _opened(text)
    uneven = story.take(
        rf"(?P<rows>{_NUMBER})排(?:座位)?,?(?:每排(?:的)?座位数?|各排(?:座位)?|座位数)(?:依次|分别)+(?:为|是|有)?(?P<values>\d+(?:个)?(?:[、,和]\d+(?:个)?)+)(?:个)?(?:座位)?"
    )
    even = None if uneven else story.take(rf"(?P<rows>{_NUMBER})排(?:座位)?,?每排(?:都|均)?(?:有)?(?P<each>\d+)个(?:座位)?")
    event = story.take(
        r"(?:他们|两人|她们|2人)?(?:恰好|正好|刚好|恰)?(?:坐在)?左右相邻|(?:他们|两人|她们|2人)(?:恰好|正好|刚好|恰)?(?:坐在)?同一排(?:且|并且)?相邻"
    )
    if not (uneven or even) or not event or not _two_on_seats(story):
        return None
    _asked(story)
    _finish(story, _WORDS + " " + _ROOM)
    if uneven:
        rows = [int(each) for each in patterns.findall(r"\d+", uneven["values"])]
        if len(rows) != to_int(uneven["rows"]):
            stay_out("how many rows")
    else:
        assert even is not None
        rows = [int(even["each"])] * to_int(even["rows"])
    return _counted("neighbours", [rows], (("各排座位", "、".join(map(str, rows))), ("求", "两人左右相邻的概率")))


def read_couples(text: str) -> Recognition | None:
    """Couples at random round a table, every couple side by side."""
    story = _opened(text)
    couples = story.take(rf"(?:有)?(?P<n>{_NUMBER})对夫妇(?:参加|出席)?(?P<gap>[^,;。?\d]{{0,6}}?)(?=,)")
    table = story.take(
        r"(?:在)?(?:一|1)(?:张|个)(?:(?P<seats>\d+)个(?:座位|位子)的)?(?:圆桌|圆形餐桌)(?:旁|边|上|周围)?(?:就餐|用餐|就座|吃饭|入座)?"
    )
    event = story.take(
        rf"(?:(?P<n>{_NUMBER})对)?夫妇(?:恰好|正好|刚好|恰)?(?:都|全)(?:恰好)?(?:被)?(?:安排|坐)?(?:在一起)?(?:相邻)?(?:而坐|就座|坐在一起|在一起)?(?=的|{_CHANCE_WORD})"
    )
    if not couples or not table or not event or not patterns.search("相邻|在一起", event[0]):
        return None
    story.take_all(
        r"(?:但|但是)?(?:婚礼|宴会|会议)?(?:操办者|主办方|主办者|主人|服务员)?(?:并)?不(?:知道|清楚|了解)(?:他们|来宾)?(?:彼此|相互)?(?:之间)?的?关系|(?:只是)?随机(?:地)?(?:安排|就座|入座|分配)(?:座位)?|(?:他们)?被安排"
    )
    _asked(story)
    _finish(story, _WORDS + " 婚宴 婚礼 宴会 参加 一场 场 座位 安排 只是 就餐 他们 被 在")
    count = to_int(couples["n"])
    if not 2 <= count <= 8 or (table["seats"] and int(table["seats"]) != 2 * count) or (event["n"] and to_int(event["n"]) != count):
        stay_out("seats")
    return _counted("couples-round", [count], (("围圆桌", f"{count} 对夫妇"), ("求", "每对都相邻的概率")))


def read_half_remembered(text: str) -> Recognition | None:
    """A code of which the last digits are forgotten but for what they are like, found within so many tries."""
    story = _opened(text)
    if not story.has("密码"):
        return None
    forgotten = story.take(
        rf"(?:他|她|但)?(?:忘记|忘|记不清|不记得)(?:了)?(?:密码)?(?:的)?(?:最)?(?:后|前|末|中间)(?P<n>{_NUMBER})位(?:数字|数|密码)?"
    )
    like = story.take(
        rf"(?:只|但|仅)*(?:记得|知道)?(?:这|密码的)?(?P<n>{_NUMBER})?(?:个|位)?(?:数字|数|密码)?(?:全|都|均)(?:是|为)(?P<what>奇数|偶数)"
    )
    alike = story.take(
        rf"(?:且|并且|而且|,)*(?:恰好|恰|正好|其中|只)*(?:有)?(?P<n>{_NUMBER})个(?:数字?)?(?:是)?(?:相同|一样)(?:的)?"
    ) or story.take(r"(?:且|并且|而且|,)*(?:各|互|都|均)(?P<all>不)(?:相)?(?:同|重复)|(?:且|并且|而且|,)*没有重复(?:的)?(?:数字)?")
    tries = story.take(
        rf"(?:他|她)?(?:最多|至多)?(?:尝试|试|输入?)(?:密码)?(?:不超过|不多于|至多|最多)?(?P<n>{_NUMBER})次(?:之?内|以内)?(?:就|能|便)*(?:输入?|试|猜)?(?:到|出|中|对)?(?:正确|对)?(?:的)?(?:密码)?"
    )
    if not forgotten or not like or not tries:
        return None
    story.take_all(r"(?:就|便|能)*(?:输入|试出|猜中|输对)(?:正确)?(?:的)?(?:密码)?")
    _asked(story)
    _finish(story, _WORDS + " 银行卡 密码 有 一张 一 张 只 记得 这 他 她 手机 保险箱 保险柜 正确")
    places = to_int(forgotten["n"])
    same = 0 if alike is None else to_int(alike["n"]) if alike.groupdict().get("n") else 1
    if not 1 <= places <= 5 or (like["n"] and to_int(like["n"]) != places) or same > places:
        stay_out("how many digits")
    digits = [1, 3, 5, 7, 9] if like["what"] == "奇数" else [0, 2, 4, 6, 8]
    count = to_int(tries["n"])
    return _counted(
        "code",
        [digits, places, same, count],
        (
            ("密码", f"{places} 位，全是{like['what']}" + (f"，恰有 {same} 个相同" if same > 1 else "，各不相同" if same == 1 else "")),
            ("求", f"{count} 次之内试对的概率"),
        ),
    )


def read_seen_one(text: str) -> Recognition | None:
    """Two taken, one of them said to be such: whether the other is, too."""
    story = _opened(text)
    one = r"(?:颗|个|张|只|枚|支|块|本|件)"
    whole = story.take(rf"(?P<n>{_NUMBER}){one}(?P<thing>[\u4e00-\u9fff]{{1,3}}?)(?=[,:;。])")
    taken = story.take(
        rf"(?P<gap>[^,;。?\d]{{0,8}}?)(?:任意|随机)?(?:从[^,;。\d]{{1,6}}(?:里|中))?(?:取|拿|摸|抽|掏)(?:出|了)*(?:2|两){one}(?P<gap2>[\u4e00-\u9fff]{{0,2}}?)(?=,)"
    )
    seen = story.take(
        rf"(?:他|她|小[\u4e00-\u9fff])?(?:看了看|看了一下|看后)?(?:后)?(?:,)?(?:说|告诉[^,;。]{{1,4}}|发现)?,?其中(?:有)?(?:一|1){one}(?:糖|球)?(?:是)?(?P<name>[\u4e00-\u9fff]{{1,4}}?)(?:味|色)?的"
    )
    sorts = story.take_all(rf"(?P<n>{_NUMBER}){one}(?:是)?(?P<name>[\u4e00-\u9fff]{{1,4}}?)(?:味|色)?(?:的)(?=[,;。、])")
    other = story.take(
        rf"(?:小[\u4e00-\u9fff]|他|她)?(?:取|拿|摸|抽)?(?:出)?(?:的)?另(?:外)?(?:一|1){one}(?P<gap>[\u4e00-\u9fff]{{0,2}}?)也(?:是)?(?P<name>[\u4e00-\u9fff]{{1,4}}?)(?:味|色)?的?(?=的|{_CHANCE_WORD}|\()"
    )
    if not whole or len(sorts) < 2 or not taken or not seen or not other:
        return None
    story.take_all(r"\((?:概率|可能性)\)")
    _asked(story)
    _finish(
        story,
        _WORDS
        + " 口袋里 口袋 里 糖 糖果 小孙 取出 看 了 后 说 他 她 任意 从 "
        + " ".join(dict.fromkeys(patterns.findall("小[\u4e00-\u9fff]", story.text))),
    )
    counts = {each["name"]: to_int(each["n"]) for each in sorts}
    total = to_int(whole["n"])
    if len(counts) != len(sorts) or sum(counts.values()) != total or seen["name"] not in counts or seen["name"] != other["name"]:
        stay_out("which sort")
    such = counts[seen["name"]]
    if such < 2:
        stay_out("never")
    return _counted(
        "seen-one", [total, such], (("共", f"{total} 个，其中{seen['name']} {such} 个"), ("求", "已知一个是，另一个也是的概率"))
    )


def read_runs_out(text: str) -> Recognition | None:
    """Drawn one by one: all of one sort before all of another."""
    story = _opened(text)
    one = r"(?:个|张|只|颗|枚)"
    event = story.take(
        r"(?P<a>[一二三]等奖|[红白黑黄蓝绿]球)(?:比|先于|早于)(?P<b>[一二三]等奖|[红白黑黄蓝绿]球)(?:先)?(?:全部|都)?(?:被)?(?:抽|摸|取)(?:完|光|尽)"
    )
    if event is None:
        return None
    story.refuse("放回")
    sorts = {each["name"]: to_int(each["n"]) for each in story.take_all(rf"(?P<n>{_NUMBER}){one}(?P<name>[一二三]等奖|[红白黑黄蓝绿]球)")}
    story.take(rf"(?P<n>{_NUMBER}){one}(?:奖券|彩票|球|小球)")
    _asked(story)
    _finish(story, _WORDS + " 商场 利用 抽奖 方式 促销 奖券 中 设 设有 有 其中")
    if event["a"] not in sorts or event["b"] not in sorts or event["a"] == event["b"]:
        stay_out("which sort")
    return _counted(
        "runs-out",
        [sorts[event["a"]], sorts[event["b"]]],
        ((event["a"], str(sorts[event["a"]])), (event["b"], str(sorts[event["b"]])), ("求", f"{event['a']}先抽完的概率")),
    )


def read_guessed_set(text: str) -> Recognition | None:
    """A question with several right options, guessed."""
    story = _opened(text)
    if not story.has("选择题"):
        return None
    options = story.take(r"(?P<letters>[A-F](?:、?[A-F]){2,5})(?P<n>[三四五六])个(?:备选项|选项|备选答案)") or story.take(
        r"(?P<n>[三四五六3-6])个(?:备选项|选项|备选答案)"
    )
    least = story.take(
        rf"(?:要求)?(?:从中|其中)?(?:选出|选择|有)?(?P<n>{_NUMBER})个(?:或(?:者)?(?P<m>{_NUMBER})个以上|及以上|以上)(?:的)?(?:选项|答案)?(?:作为)?(?:唯一)?(?:的)?(?:正确|是正确)(?:的)?(?:选项|答案)?"
    ) or story.take(
        rf"(?:要求)?(?:从中|其中)?至少(?:选出|选|有)(?P<n>{_NUMBER})个(?P<m>)(?:选项|答案)?(?:作为|是|为)?(?:正确)?(?:的)?(?:选项|答案)?"
    )
    if not options or not least:
        return None
    story.take_all(
        r"(?:若|如果)?(?:全)?凭(?:猜测|运气|感觉)(?:作答|答题)?|(?:一道|1道)?(?:多项|多选|不定项)选择题|猜对(?:这|该|此)?(?:道)?题"
    )
    _asked(story)
    _finish(story, _WORDS + " 有 要求 选项 这道题 题 作为 正确 唯一")
    count, fewest = to_int(options["n"]), to_int(least["n"])
    if least["m"] and to_int(least["m"]) != fewest:
        stay_out("how many")
    if options.groupdict().get("letters") and len(patterns.findall("[A-F]", options["letters"])) != count:
        stay_out("how many options")
    return _counted("guessed-set", [count, fewest], (("备选项", f"{count} 个，正确的至少 {fewest} 个"), ("求", "猜对的概率")))


def read_shoes(text: str) -> Recognition | None:
    """One pair drawn of pairs of shoes all alike."""
    story = _opened(text)
    pairs = story.take(rf"(?:从)?(?P<n>{_NUMBER})双(?:完全|一模一样|款式)?(?:相同|一样)的鞋(?:子)?(?:中)?")
    event = story.take(r"(?:随机|任意)?(?:抽取|抽出|取出|拿出)(?:两只|2只)?,?(?:恰好|正好)?(?:是|成|为|配成)?(?:一|1)双(?:鞋)?(?:子)?")
    if not pairs or not event:
        return None
    _asked(story)
    _finish(story, _WORDS + " 鞋 随机 抽取")
    return _counted(
        "left-and-right", [to_int(pairs["n"])], (("鞋", f"{to_int(pairs['n'])} 双，完全相同"), ("求", "取两只恰好一左一右的概率"))
    )


def read_two_cards(text: str) -> Recognition | None:
    """Two cards laid to a number of two digits: even, a multiple, larger than so much."""
    story = _opened(text)
    cards = story.take(
        rf"(?:从)?(?:分别)?(?:写有|标有|印有|写着|标着)(?:数字)?(?P<row>\d(?:[、,]\s*\d)+)(?:的|这)?(?P<n>{_NUMBER})张(?:大小相同的|相同的|完全相同的)?卡片(?:中)?"
    )
    laid = story.take(
        r"(?:把|将|以)?第一张(?:卡片)?(?:上)?(?:的)?(?:数字|数)?(?:作为|当作|作|做|为)十位(?:上)?(?:的)?(?:数字|数)?,(?:把|将|以)?第二张(?:卡片)?(?:上)?(?:的)?(?:数字|数)?(?:作为|当作|作|做|为)个位(?:上)?(?:的)?(?:数字|数)?,(?:组成|构成|得到)(?:一个|1个)?(?:两|2)位数"
    )
    event = story.take(
        rf"(?:则|那么|求|,)*(?:组成的?|所得的?|所组成的?|这个|该)*(?:两位|2位)?数(?:是|为|能被|大于|小于|恰好)*(?P<event>偶数|奇数|(?P<times>\d+)(?:的倍数|整除)|(?<=大于)(?P<more>\d+)|(?<=小于)(?P<less>\d+))(?=的|{_CHANCE_WORD})"
    )
    if (
        not cards
        or not laid
        or not event
        or not story.take(r"(?:任意|随机|任|依次|先后|不放回地)*(?:抽取|抽出|取出|抽|取)(?:2|两)张(?:卡片)?")
    ):
        return None
    story.refuse("放回")
    _asked(story)
    _finish(story, _WORDS + " 卡片 数字")
    digits = [int(each) for each in patterns.findall(r"\d", cards["row"])]
    if len(digits) != to_int(cards["n"]) or len(set(digits)) != len(digits) or 0 in digits:
        stay_out("cards")
    what = (
        ["multiple", int(event["times"])]
        if event["times"]
        else ["more", int(event["more"])]
        if event["more"]
        else ["less", int(event["less"])]
        if event["less"]
        else ["rest", int(event["event"] == "奇数")]
    )
    return _counted("two-cards", [digits, *what], (("卡片", "、".join(map(str, digits))), ("求", event[0].strip(",") + "的概率")))


def read_share(text: str) -> Recognition | None:
    """One of many drawn, of whom is told by how many, or how many times, one sort is more than the other."""
    story = _opened(text)
    sort = r"(?P<a>男|女)(?:性|生|职工|员工|选手|学生)?"
    other = r"(?:男|女)(?:性|生|职工|员工|选手|学生)?"
    people = story.take(r"(?:一?共|总共|共有)(?:有)?(?P<n>\d+)(?:人|名[\u4e00-\u9fff]{2})(?:参加|参赛)?")
    more = story.take(rf"{sort}(?:人数)?比{other}(?:人数)?(?P<how>多|少)(?P<n>\d+)(?:人|名)")
    times = story.take(rf"(?:且|并且|,)*{sort}(?:人数)?(?:是|为){other}(?:人数)?的(?P<n>\d+(?:\.\d+)?)倍")
    drawn = story.take(r"(?:若|如果|现)?从(?:[\u4e00-\u9fff]{2,4})中(?:随机|任意|任)(?:抽取|选取|抽|选)(?:出)?(?:一|1)(?:人|名)")
    asked = story.take(rf"(?:则|恰好|抽到|选到|抽中|选中|是|为|,)*(?P<a>男|女)(?:性|生|职工|员工|选手|学生)?(?=的?{_CHANCE_WORD})")
    if not drawn or not asked or not (times or (people and more)):
        return None
    _asked(story)
    _finish(story, _WORDS + " 参赛者 中 知识竞赛 竞赛 比赛 组织 参加 单位 已知 人数 性")
    shares = set()
    if times:
        share = Fraction(times["n"]) / (1 + Fraction(times["n"]))
        shares.add(share if times["a"] == "男" else 1 - share)
    if people and more:
        first = Fraction(int(people["n"]) + int(more["n"]) * (1 if more["how"] == "多" else -1), 2 * int(people["n"]))
        shares.add(first if more["a"] == "男" else 1 - first)
    if len(shares) != 1 or not 0 < (men := shares.pop()) < 1:
        stay_out("which share")
    value = men if asked["a"] == "男" else 1 - men
    return _counted("share", [str(value)], (("男所占", str(men)), ("求", f"抽到{asked['a']}的概率")))


PAPER_READERS = (
    read_two_cards,
    read_share,
    read_same_row,
    read_neighbours,
    read_couples,
    read_half_remembered,
    read_seen_one,
    read_runs_out,
    read_guessed_set,
    read_shoes,
)
