"""Reading games and times: the same try again and again, a match of best of three, a meeting, the first hit at a place."""

from __future__ import annotations

from fractions import Fraction
from math import comb

from engine.generators import patterns
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, stay_out, to_int

_CHANCE = r"(?P<value>0?\.\d+|\d{1,2}(?:\.\d+)?%|\d+/\d+)"
_ASKED = r"(?:的)?(?:概率|可能性|几率|机率)(?:是|为|有)?(?:多少%?|(?=[\s()。?:,]|$))"
_WORDS = """
袋中 袋子 口袋 盒子 盒中 箱子 箱中 袋 一个 不透明 不透明的 布袋 装有 有 放有 大小 质地 形状 颜色 完全 相同 大小相同 都 均 球 小球 的球 一次 只有 从 从中 中 任意 任取 取出 取到 摸出 抽出 取 摸 抽 随机 这些球 这些 其中 个 个球 恰好 恰有 的 概率 结果 独立 相互 互不影响 相互独立 互相独立 彼此 之间 各次 各局 每次 每局 比赛 射击 射手 某射手 某人 投篮 命中 命中率 目标 同一目标 向 对 一次 运动员 一名 他 连续 现 两人 三人 同时 各 各自 分别 独立地 独立 甲 乙 丙 密码 一份密码 破译 解 题 一道题 此题
进行 乒乓球 羽毛球 围棋 象棋 台球 网球 排球 比赛 采用 赛制 制 局 三局两胜 五局三胜 没有平局 先胜 最终 最后 获胜 取胜 胜 赢 约定 约好 会面 见面 相见 某地 在 中午 上午 下午 点 之间 先到 先到的人 先到者 等候 等待 等 分钟 过时 即 离去 离开 就 任意时刻 任一时刻 时刻 到达 等可能 等可能的 一小时 小时 两人能 能 会到 车站 图书馆 公园 公园门口 咖啡馆 同一段 内
抛掷 掷 投掷 抛 骰子 两枚 均匀 质地均匀 的骰子 硬币 枚 朝上 点数 之和 向上 正面 反面 面 朝上的 出现 单位 某单位 职工 代表 参加 选出 选 班 某班 学生 同学 产品 件 次品 正品 一批 检验 检查 抽查 抽取 奖券 张 彩票 灯泡
"""


def _value(text: str) -> Fraction:
    value = Fraction(text.rstrip("%")) / (100 if text.endswith("%") else 1) if "/" not in text else Fraction(text)
    if not 0 < value < 1:
        stay_out("no chance")
    return value


BAD = r"漏|失败|故障|失效|损坏|不合格|不及格|未|没有?|不(?!超过|少于|同|大于|小于)|迟到|脱靶|淘汰|发生事故|落空|不中"
"""Words of an event that turn it into its contrary."""


def read_tries(text: str) -> Recognition | None:
    """The same try again and again.

    Raises:
        StayOut: something is not understood.
    """
    text = patterns.sub(r"(命中|射中|打出|击中|射出)(?:\d+|[一二三四五六七八九十])环", r"\1", text)
    text = patterns.sub(r"(\d+次(?:射击|投篮|预报|试验|投掷)),?有(\d+)次(?=命中|击中|投中|准确|成功)", r"\1,恰有\2次", text)
    story = Story(text)
    story.refuse(
        r"台设备同时|放回|[甲乙丙]|条件下|不独立|平均|期望|局|第[一二三四\d]|最后|[首末](?:次|枪|球|发)|且(?![各每互相射投结])|直到|为止|连续(?:命中|投中)|停止|(?:恰好?|正好|刚好|至[少多]|最[少多]|有)[^,;。]{0,3}连续|(?:次品|废品|不良品|不合格品?)率.*(?:正品|良品|(?<!不)合格)|(?:正品|良品|(?<!不)合格品?)率.*(?:次品|废品|不良|不合格)|已知.{0,16}中|骰|硬币|袋|依次|分别"
    )
    ask = r"(?P<gap>[^,;。?\d]{0,12}?)(?P<how>恰好?|正好|刚好|至少|最少|至多|最多|不少于|不超过)(?:能|会|有)?(?P<event>[^,;。?\d]{0,8}?)(?P<value>\d+|[一二两三四五六七八九十])(?:次|球|发|个|道题?|题|粒|颗|台|件|天|名|位|人|枪|棵|张|注)(?P<event2>[^,;。?\d]{0,10}?)"
    asked = story.take(ask + _ASKED)
    every = None if asked else story.take(rf"(?P<how>全部?|都|均|一(?:次|个|道|粒)(?:也|都)(?:没|不))(?P<event>[^,;。?\d]{{1,8}}?){_ASKED}")
    found = asked or every
    if found is None:
        return None
    guessed = story.take(
        rf"(?P<count>{INTEGER})道(?P<what>判断题|单选题|单项选择题|选择题),?(?:\(?每[道题小]*(?:都)?(?:有)?(?P<choices>[四4])(?:个)?(?:选项|答案)?,?(?:其中)?(?:选(?:一|1)?|中只有(?:一|1)个正确)?\)?)?,?(?:他|她|小\w)?(?:全部?|都|完全)?(?:靠|是)?(?:蒙|猜|随机选|乱选|瞎蒙|随便选|随机作答|随意猜)(?:的)?(?:答案)?"
    )
    one = None
    if guessed:
        if guessed["what"] != "判断题" and not guessed["choices"]:
            return None
        chance, times, name = Fraction(1, 2 if guessed["what"] == "判断题" else 4), to_int(guessed["count"]), "每题蒙对"
        bad = bool(patterns.search("错", found[0]))
        if bad:
            chance = 1 - chance
    else:
        one = story.take(rf"(?P<gap>[^,;。?\d]{{0,24}}?)(?:概率|率|可能性)(?:都|均|约)*(?:为|是)?(?:都是)?\s*{_CHANCE}")
        if one is None:
            return None
        numbers = story.take_all(
            rf"(?<![\d.第])(?P<value>{INTEGER})(?:次|个球|球|发|粒|颗|道题?|题|个|台|件|天|名|位|人|枪|棵|张|注)(?=[\u4e00-\u9fff\ue000,。;?]|$)"
        )
        values = {to_int(match["value"]) for match in numbers if to_int(match["value"]) > 1}
        if len(values) != 1:
            return None
        chance, times, name = _value(one["value"]), values.pop(), "每次的概率"
        about = found[0].replace("不少于", "").replace("不超过", "")
        if bool(patterns.search(BAD, one["gap"])) != bool(
            patterns.search(BAD, patterns.sub(r"一(?:次|个|道|粒)(?:也|都)(?:没|不)", "", about))
        ):
            chance = 1 - chance
    # What happens, once told with its chance, is no other thing where it is told again.
    again = (
        ""
        if guessed or one is None
        else " ".join(each for each in patterns.split("[的中地]", one["gap"]) if len(each) > 1 and not patterns.search(BAD, each))
    )
    story.take_all(
        r"(?:且|并且)?(?:各次|每次|各轮|每粒|各题|每题|各台|他们)?(?:射击|投篮|结果|种子|是否[\u4e00-\u9fff]{2,4})?(?:之间)?(?:互不影响|相互独立|互相独立|彼此独立)"
    )
    story.take_all(
        r"(?:在)?每(?:个|一个|次|处|道|盏|台|件|一)?(?:路口|红绿灯|射击|投篮|题|试验|实验|抽查|检查|发射|抛掷)?(?:是否)?(?:遇到|碰到|出现|亮)?(?:的)?(?:红灯|绿灯)?(?:的)?(?=\ue000|,|。)|(?:是否|能否)[\u4e00-\u9fff]{1,6}?(?:互不影响|相互独立|互相独立|彼此独立)"
    )
    story.finish(
        _WORDS
        + " "
        + again
        + " 答题 闯关 选手 某选手 共答 路口 红绿灯 红灯 绿灯 上班 途中 家 单位 经过 射手 连打 每枪 枪 打 全靠蒙 种子 发芽 粒 播种 道 题 篮 设备 正常 工作 台 天 每天 准时 药 治愈 病人 服用 棵 树苗 成活 移栽"
    )
    how = found["how"]
    if every:
        fits = [0] if "一" in how else [times]
        words = how
    else:
        hits = to_int(found["value"])
        if not 1 <= hits <= times:
            return None
        fits = list(range(hits, times + 1)) if "少" in how else list(range(hits + 1)) if patterns.search("多|超", how) else [hits]
        words = f"{how} {hits} 次"
    if times > 12:
        return None
    return Recognition(
        parameters={"task": "tries", "chance": str(chance), "times": times, "fits": fits},
        understood=((name, decimal(chance, 4)), ("次数", f"{times} 次"), ("求", f"{words}的概率")),
    )


_PLAYER = r"(?:[甲乙]|小[\u4e00-\u9fff])"


_FEW = "[一二两三四1-4]"


def _games_so_far(story: Story) -> tuple[int, int] | None:
    """How many of the games so far 甲 has won and lost: `前两局各胜一局`, `前三局甲胜两局、乙胜一局`, `战成 1:1`; taken.

    Raises:
        StayOut: they are not so many.
    """
    since = rf"(?:已知|若|如果|现在?|目前|在|假设)*(?:前(?P<n>{_FEW})局(?:比赛)?(?:中|里|过后|打完后?|结束(?:后|时)?|后)?,?)"
    won, both = "(?:已经?|先|分别)*(?:胜|赢|取胜|获胜)(?:了)?", "(?:双方|两人|两队|甲、?乙(?:两人|双方)?)"
    found = story.take(
        rf"{since}(?:{both}?各{won}(?P<each>{_FEW})局|甲{won}(?P<a>{_FEW})局,?、?(?:而)?乙{won}(?P<b>{_FEW})局|甲(?P<a2>{_FEW})胜(?P<b2>{_FEW})负|{both}?(?:已经?)?(?:战|打)?(?:成|为)?(?P<a3>\d)(?::|比)(?P<b3>\d)(?:平|战平|打平)?|甲(?:已经?)?(?P<all>全胜|全部获胜|都(?:获)?胜|连胜|均(?:获)?胜))(?=[,;。])"
    ) or story.take(
        rf"(?:已知|若|如果|现在?|目前|,)*(?:甲(?:已经?|先|连)*(?:胜|赢)(?:了|下)?前(?P<n>{_FEW})局(?P<all>)|{both}(?:已经?|目前)*(?:战|打)?(?:成|为)(?P<a3>\d)(?::|比)(?P<b3>\d)(?:平)?)(?=[,;。])"
    )
    if found is None:
        return None
    groups = found.groupdict()
    games = to_int(groups["n"]) if groups["n"] else None
    if groups.get("each"):
        score = to_int(groups["each"]), to_int(groups["each"])
    elif groups["all"] is not None:
        score = games or 0, 0
    else:
        own, lost = groups.get("a") or groups.get("a2") or groups["a3"], groups.get("b") or groups.get("b2") or groups["b3"]
        score = to_int(own), to_int(lost)
        if groups["a3"] and own != lost:
            stay_out("who is ahead")
    return score if games in (None, sum(score)) else stay_out("how many games")


def read_match(text: str) -> Recognition | None:
    """The best of so many games: who wins in the end, by how much, after how many games.

    Raises:
        StayOut: something is not understood.
    """
    text = patterns.sub(
        r"(?:每局)?(?:双方|两人|两队|甲乙)(?:每局)?(?:获胜|取胜|胜)的?(?:机会|可能性|概率)(?:都|均)?(?:相等|相同|一样|各占一半|均等)",
        "每局甲获胜的概率为0.5",
        text,
    )
    story = Story(text)
    rest = patterns.sub(r"([甲乙])(?:队|方|选手)", r"\1", patterns.sub("[两2]支?球?队伍?", "两人", story.rest).replace("两支队", "两人"))
    names = list(dict.fromkeys(patterns.findall(_PLAYER, rest)))
    if len(names) not in (1, 2):
        return None
    for name, sign in zip(names, "甲乙", strict=False):
        if names != ["乙"]:
            rest = rest.replace(name, sign)
    story.rest = story.text = rest
    standing = _games_so_far(story)
    story.refuse(r"丙|平局的|发球|让|放弃|条件下|第[二三四五]局|平均|期望|前[两二三四2-4]局|客场|主场")
    best = story.take(
        r"(?:先[胜赢](?P<first>[两二三四2-4])局者?(?:获胜|为胜|胜)?|(?P<of>[三五七357])局(?P<need>[两二三四234])胜)(?:制)?(?:的)?(?:赛制|比赛|规则)?(?:\((?:即)?先[胜赢](?P<again>[两二三四])局者?(?:获胜|为胜)?(?:,没有平局)?\))?"
    )
    win = story.take(rf"(?P<gap>[^,;。?\d]{{0,24}}?)(?:概率|胜率|可能性)(?:都|均)*(?:为|是)?(?:都是)?\s*{_CHANCE}")
    if not best or not win:
        return None
    first = patterns.search("[甲乙]", win["gap"])
    if first is None or patterns.search("[负输败]", win["gap"]):
        return None
    chance = _value(win["value"]) if first[0] == "甲" else 1 - _value(win["value"])
    story.take_all(r"(?:且|并且|假设)?(?:各局|每局)?(?:比赛)?(?:结果|胜负)?(?:之间)?(?:互不影响|相互独立|互相独立|彼此独立)")
    ahead = story.take(
        r"(?:已知|若|如果|现在?|目前|此时)*甲(?:已经?|目前|暂时|现)*(?:以)?(?P<own>[1-3])(?::|比)(?P<lost>[0-3])(?:的比分|的成绩)?(?:领先|暂时领先|落后)(?:了)?"
    )
    story.refuse("领先|落后")
    if standing and ahead:
        stay_out("told twice how it stands")
    led = (
        None
        if ahead or standing
        else story.take(
            r"(?:已知|若|如果|现在?)?甲(?:已经?)?(?:先)?(?:胜|赢)了?(?:第(?:一|1)局|(?:一|1)局)|(?:已知|若|如果|现在?)?第(?:一|1)局甲(?:已经?)?(?:获胜|取胜|胜出|胜|赢)(?:了)?(?=[,;。])"
        )
    )
    score = story.take(
        rf"(?P<who>甲|乙)(?:最终)?以?(?P<own>\d)(?::|比)?(?P<lost>\d)(?:的比分|的成绩)?(?:获胜|取胜|胜出|战胜[甲乙]|赢得比赛|胜乙|胜甲){_ASKED}"
    )
    length = (
        None
        if score
        else story.take(
            rf"(?:比赛)?(?:恰好|恰|正好|刚好|需要|需)*(?:进行|打|赛|打满|比赛)+(?:了)?(?P<games>[二两三四五六七]|\d)局(?:就|后|才)?(?:结束|分出胜负)?{_ASKED}"
        )
    )
    asked = (
        score
        or length
        or story.take(
            rf"(?:求)?(?P<who>甲|乙)(?:最终|最后)?(?:能)?(?:获胜|取胜|胜出|赢得比赛|获得胜利|夺冠|赢|得冠军|获得冠军|赢下比赛|胜){_ASKED}"
        )
    )
    if not asked:
        return None
    story.take_all(
        r"(?:且|假设|设)?(?:没有|无|不(?:会|存在|考虑|出现)|没)(?:有)?(?:平局|和棋|平手|和局)|\(?先[胜赢][两二三]局者?(?:获胜|为胜)(?:,没有平局)?\)?"
    )
    story.finish(_WORDS)
    of = {"三": 3, "五": 5, "七": 7}.get(best["of"] or "", int(best["of"]) if (best["of"] or "").isdigit() else 0)
    need = to_int(best["need"] or best["first"] or "2")
    if of and need * 2 - 1 != of:
        return None
    if (led or ahead or standing) and (score or length):
        return None
    parameters: dict[str, object] = {"task": "match", "win": str(chance), "need": need, "led": bool(led)}
    if ahead:
        own, lost = int(ahead["own"]), int(ahead["lost"])
        if own >= need or lost >= need or (own > lost) != ("领先" in ahead[0]):
            return None
        parameters |= {"own": own, "against": lost}
    if standing:
        if max(standing) >= need:
            return None
        parameters |= {"own": standing[0], "against": standing[1]}
    if length:
        parameters["games"] = to_int(length["games"])
        words = f"打 {length['games']} 局结束"
    else:
        if asked["who"] == "乙":
            parameters["win"] = str(1 - chance)
            if led or ahead or standing:
                mine, other = parameters.get("own", int(bool(led))), parameters.get("against", 0)
                parameters |= {"led": False, "own": other, "against": mine}
        words = f"{asked['who']}获胜"
        if score:
            if int(score["own"]) != need or int(score["lost"]) >= need:
                return None
            parameters["lost"] = int(score["lost"])
            words = f"{asked['who']}以 {score['own']}:{score['lost']} 获胜"
    return Recognition(
        parameters=parameters,
        understood=(
            ("每局获胜", decimal(chance, 4)),
            ("先胜", f"{need} 局"),
            *((("已胜", "1 局"),) if led else ()),
            *((("已打", f"甲胜 {standing[0]} 局、负 {standing[1]} 局"),) if standing else ()),
            *((("比分", f"甲 {ahead['own']}:{ahead['lost']}"),) if ahead else ()),
            ("求", f"{words}的概率"),
        ),
    )


def _minutes(text: str) -> int:
    if "刻钟" in text:
        return 15
    if "半小时" in text:
        return 30
    match = patterns.match(r"(\d+(?:\.\d+)?|[一二两三四五六七八九十]+)", text)
    if match is None:
        stay_out(text)
    number = Fraction(match[1]) if match[1][0].isdigit() else Fraction(to_int(match[1]))
    value = number * (60 if "小时" in text else 1)
    return int(value) if value.denominator == 1 else stay_out(text)


def read_meeting(text: str) -> Recognition | None:
    story = Story(text)
    if not story.has("等") or not story.has("见|会面|相遇|碰"):
        return None
    story.refuse(r"丙|三人|甲.{0,12}等.{0,20}乙.{0,12}等|迟|先后次序|甲先到|乙先到")
    span = story.take(
        r"(?:中午|上午|下午|晚上|早上|早晨)?(?P<a>\d{1,2}|[一二三四五六七八九十]+)(?:点|时|:00)(?:整)?(?:到|至|~|-|—|和)(?:中午|上午|下午|晚上)?(?P<b>\d{1,2}|[一二三四五六七八九十]+)(?:点|时|:00)(?:整)?(?P<half>半)?(?:之间)?(?:的)?(?:任(?:意|一|何)时[刻间])?(?:来到|到达|到)?(?:见面地点|约定地点)?"
    )
    length = story.take_all(
        r"(?:在)?(?:这|同)?(?:一段|段)?(?P<value>\d+(?:\.\d+)?小时|\d+分钟|一小时|一个小时)(?:之?内)(?:的)?(?:任(?:意|一|何)时刻)?(?:是)?(?:等可能)?(?:到达)?"
    )
    wait = story.take(
        r"(?:(?:并)?(?:约定|商定)?(?:第一人|先到的?(?:人|一方|者)?|早到的?人?|每人)(?:到达后)?,?)?(?:最多|只|会|需|要)*(?:等候|等待|等|停留)(?:另一(?:个人?|人|方)|对方|后到者)?(?:最多)?(?P<value>\d+分钟|半小时|\d+(?:\.\d+)?小时|一刻钟)(?:不见(?:第二人|另一人|对方)(?:来|到)?)?"
    )
    asked = story.take(
        rf"(?:两人|他们|他俩|甲乙|二人|两个人)?(?:能|可以|能够)?(?:会面|见面|见到面|见到|相见|相遇|碰面|碰到|见上面|见上|见着|遇上|遇到|碰头|碰上)(?:对方)?{_ASKED}"
    )
    if not wait or not asked or not (span or length):
        return None
    story.take_all(
        r"(?:过时|超时|等不到|否则|之后|然后|过后|若等不到)(?:就|即|便|则)?(?:自行)?(?:离开|离去|走)(?:了)?|(?:就)?可以(?:离开|离去)|他们都在|都在|(?:就|即|便)(?:可)?离(?:开|去)|等可能(?:的)?|任意时刻|任一时刻|随机(?:地)?(?:到达)?|(?:约定|约好)(?:在|于)?"
    )
    story.finish(
        _WORDS + " 假设 两人 这一小时内 随机 各自 独立 到 的 是 今天 明天 晚 早 地点 某地 广场 校门口 食堂 地铁站 两个人 相约 见面"
    )
    windows = {_minutes(match["value"].replace("一个小时", "1小时").replace("一小时", "1小时")) for match in length}
    if span:
        start, end = to_int(span["a"]), to_int(span["b"])
        if end < start or (end == start and not span["half"]):
            end += 12
        windows.add((end - start) * 60 + (30 if span["half"] else 0))
    if len(windows) != 1:
        stay_out("windows")
    window, waits = windows.pop(), _minutes(wait["value"])
    if not 0 < waits < window:
        return None
    return Recognition(
        parameters={"task": "meeting", "window": window, "wait": waits},
        understood=(("时间段", f"{window} 分钟"), ("等", f"{waits} 分钟"), ("求", "见到面的概率")),
    )


def read_first(text: str) -> Recognition | None:
    """Drawn one by one and kept: the first good one at a place."""
    story = Story(text)
    whole = story.take(rf"(?:有|共有)?(?P<value>{INTEGER})(?P<unit>把|件|张|个|只)(?:外观相同的?)?(?P<thing>钥匙|产品|奖券|彩票|灯泡|零件)")
    good = story.take(
        rf"(?:其中)?(?:只|仅)?有?(?P<value>{INTEGER})(?:把|件|张|个|只)(?:钥匙)?(?:(?:能|可以?)打?开(?:这[扇把])?(?:门锁|房门|门|锁)|是次品|次品|有奖(?:的)?|是坏的|能开(?:门|锁))"
    )
    kept = story.take(
        r"(?:逐[把件张个]|依次|逐一|一[把件张个]一[把件张个]地|每次(?:任取|取)一[把件张个]|随机)*(?:任取|试|取出|抽取|抽|开)*,?(?:取|抽|试)?(?:出|过)?(?:后)?(?:不(?:再)?放回|不重复)|(?:用过|试过|打不开)(?:后)?的?(?:钥匙)?(?:就)?(?:不再(?:使用|试|用)|不放回|放在一边|扔掉|拿开)"
    )
    within = story.take(
        rf"(?:在)?(?:前)?(?:至多|最多|不超过)?(?<!第)(?P<k>{INTEGER})次(?:以内|之内|内)?(?:\(含\))?(?:就|便|能|可以)*(?:能)?(?:把)?(?:打开|取到次品|抽到有奖的|抽中|试开成功|开门|试对|开锁)(?:门锁|门|锁)?{_ASKED}"
    )
    if within and not patterns.search("内|至多|最多|不超过", within[0]):
        stay_out("within how many")
    asked = (
        None
        if within
        else story.take(
            rf"(?P<early>(?:恰好|恰|刚好|正好)?)(?:在)?第(?P<place>{INTEGER})次(?P<only>才第一次|才|第一次|恰好|首次)?(?:第一次)?(?:能)?(?:打开(?:门锁|门|锁)?|取到次品|抽到有奖的|抽中|取出次品|试开成功){_ASKED}"
        )
    )
    if not (whole and good and kept and (asked or within)):
        return None
    if within:
        story.take_all(r"(?:他|她)?(?:逐一|逐个|逐[把件张个]|依次|一[把件张个]一[把件张个]地?)(?:地)?(?:任取|试开|试|取出|抽取|开)?")
        story.finish(_WORDS + " 把 钥匙 逐 任取 后 门锁 门 锁 能 他 她 某人 家门")
        total, wanted, tries = to_int(whole["value"]), to_int(good["value"]), to_int(within["k"])
        if not 0 < wanted < total or not 1 <= tries <= total:
            return None
        return Recognition(
            parameters={"task": "fair", "good": comb(total, tries) - comb(total - wanted, tries), "all": comb(total, tries)},
            understood=(("一共", str(total)), ("其中", str(wanted)), ("求", f"{tries} 次以内取到")),
        )
    assert asked is not None
    if not asked["only"] and not asked["early"] and to_int(good["value"]) > 1:
        stay_out("the first, or any")
    story.take_all(r"(?:他|她)?(?:逐一|逐个|逐[把件张个]|依次|一[把件张个]一[把件张个]地?)(?:地)?(?:任取|试开|试|取出|抽取|开)?")
    story.finish(_WORDS + " 把 钥匙 逐 任取 后 门锁 门 锁 能 他 她 某人 家门")
    total, wanted, place = to_int(whole["value"]), to_int(good["value"]), to_int(asked["place"])
    if not 0 < wanted < total or not 1 <= place <= total - wanted + 1:
        return None
    return Recognition(
        parameters={"task": "first", "good": wanted, "bad": total - wanted, "place": place},
        understood=(("一共", str(total)), ("其中", str(wanted)), ("求", f"第 {place} 次才第一次取到")),
    )


def read_waiting(text: str) -> Recognition | None:
    """Somebody comes at any time: to a stop with a bus every so many minutes, or to a light.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    if lights := story.take_all(r"(?P<c>红|绿|黄)灯(?:亮)?(?:时间)?(?:为|是)?(?P<n>\d+)秒(?:钟)?"):
        asked = story.take(rf"(?:恰好|恰|正好)*(?:遇到|看到|遇见|碰到|亮|是)*(?:的)?(?:是)?(?P<not>不是|非)?(?P<c>红|绿|黄)灯{_ASKED}")
        seconds = {light["c"]: int(light["n"]) for light in lights}
        if len(lights) < 2 or len(seconds) != len(lights) or not asked or asked["c"] not in seconds:
            return None
        good, whole = seconds[asked["c"]], sum(seconds.values())
        if asked["not"]:
            good = whole - good
        told = asked[0]
    else:
        every = story.take(r"每(?:隔)?(?P<n>\d+)分钟(?:就|会|都)?(?:有|来|发|开出?)?(?:一|1)(?:班|辆|趟|次)(?:车|公交车|地铁|列车)?")
        asked = story.take(
            rf"(?:他|她|乘客|小\w)?(?:候车|等车|等候|等待)(?:的)?(?:时间)?(?:不(?P<most>超过|多于)|(?P<less>少于|小于|低于)|(?P<more>超过|大于|多于))(?P<n>\d+)分钟{_ASKED}"
        )
        if not every or not asked:
            return None
        whole, limit = int(every["n"]), int(asked["n"])
        good = whole - limit if asked["more"] else limit
        told = asked[0]
    story.take_all(r"随机(?:地)?(?:到站|到达|来到|到)?(?:车站|站台|路口)?|(?:任意|任一)时刻|某人|乘客")
    story.finish(
        _WORDS + " 路口 红绿灯 交通灯 信号灯 公交车 公共汽车 地铁 乘客 随机 到站 车站 站台 等车 行人 司机 走到 开到 来到 到 时 当 你 他"
    )
    if not 0 < good < whole:
        return None
    return Recognition(
        parameters={"task": "fair", "good": good, "all": whole, "times": True},
        understood=(("一个周期", str(whole)), ("其中", str(good)), ("求", told)),
    )
