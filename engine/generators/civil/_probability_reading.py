"""Reading chances: drawing, independent tries, best of three or five, a meeting, dice, coins, the first hit at a place."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators.civil._story import Story
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, stay_out, to_int

_CHANCE = r"(?P<value>0?\.\d+|\d{1,2}(?:\.\d+)?%|\d+/\d+)"
_ASKED = r"(?:的)?(?:概率|可能性|几率|机率)(?:是|为|有)?(?:多少%?|(?=[\s()。?]*$))"
_WORDS = """
袋中 袋子 口袋 盒子 盒中 箱子 箱中 袋 一个 不透明 不透明的 布袋 装有 有 放有 大小 质地 形状 除 颜色 外 完全 相同 大小相同 都 均 球 小球 的球 一次 只有 从 从中 中 任意 任取 取出 取到 摸出 抽出 取 摸 抽 随机 这些球 这些 其中 个 个球 恰好 恰有 的 概率 结果 独立 相互 互不影响 相互独立 互相独立 彼此 之间 各次 各局 每次 每局 比赛 射击 射手 某射手 某人 投篮 命中 命中率 目标 同一目标 向 对 一次 运动员 一名 他 连续 现 两人 三人 同时 各 各自 分别 独立地 独立 甲 乙 丙 密码 一份密码 破译 解 题 一道题 此题
进行 乒乓球 羽毛球 围棋 象棋 台球 网球 排球 比赛 采用 赛制 制 局 三局两胜 五局三胜 没有平局 先胜 最终 最后 获胜 取胜 胜 赢 约定 约好 会面 见面 相见 某地 在 中午 上午 下午 点 之间 先到 先到的人 先到者 等候 等待 等 分钟 过时 即 离去 离开 就 任意时刻 任一时刻 时刻 到达 等可能 等可能的 一小时 小时 两人能 能 会到 车站 图书馆 公园 公园门口 咖啡馆 同一段 内
抛掷 掷 投掷 抛 骰子 两枚 均匀 质地均匀 的骰子 硬币 枚 朝上 点数 之和 向上 正面 反面 面 朝上的 出现 单位 某单位 职工 代表 参加 选出 选 班 某班 学生 同学 产品 件 次品 正品 一批 检验 检查 抽查 抽取 奖券 张 彩票 灯泡
"""


def _value(text: str) -> Fraction:
    value = Fraction(text.rstrip("%")) / (100 if text.endswith("%") else 1) if "/" not in text else Fraction(text)
    if not 0 < value < 1:
        stay_out("no chance")
    return value


_HIT = r"(?:射中|命中|击中|投中|做对|答对|解出|解对|破译|译出|中靶|通过|合格|成功|解决|投进|打中|打中目标|中)"


def _shots(text: str) -> Recognition | None:
    """Two or three try once each."""
    story = Story(text)
    story.refuse(r"放回|已知.*条件下|在.*条件下|[两二三2-9]次|不独立|平均|期望|局|连续|若.{0,6}(?:中|对)")
    first = story.take(
        rf"甲(?:[、和与,])?乙(?:(?:[、和与,])?(?P<third>丙))?(?:[两二三]个?人|两名[\u4e00-\u9fff]{{2,3}})?[^\d\ue000。;?]{{0,30}}?(?:率|概率|可能性)(?:分别)?(?:为|是)?(?:分别)?\s*{_CHANCE}\s*(?:和|、|与|,|\s)\s*{_CHANCE.replace('value', 'second')}(?:\s*(?:和|、|与|,|\s)\s*{_CHANCE.replace('value', 'last')})?"
    )
    if first and re.search(r"若|如果|不|且.{0,3}概率|条件|一人|至少|都", first[0]):
        stay_out("whose chances")
    chances: list[Fraction] = []
    if first:
        if bool(first["third"]) != bool(first["last"]):
            stay_out("three")
        chances = [_value(first[name]) for name in ("value", "second", "last") if first[name]]
    else:
        told = story.take_all(
            rf"(?P<who>[甲乙丙])(?:的)?(?:射击|投篮|独立)?(?:{_HIT})?(?:此题|该题|这道题|目标|题目|密码|靶)?(?:的)?(?:命中率|率|概率|可能性|正确率|成功率)?(?:的概率)?(?:为|是)\s*{_CHANCE}"
        )
        if [match["who"] for match in told] not in (["甲", "乙"], ["甲", "乙", "丙"]):
            return None
        chances = [_value(match["value"]) for match in told]
    story.take_all(r"各?(?:打|射|开)(?:了)?(?:一|1)(?:枪|发|次|箭)")
    story.take_all(
        r"(?:且|两人|三人|他们|各人|是否命中|射击|命中与否|之间|结果|互相)*(?:互不影响|相互独立|互相独立|彼此独立)(?:地)?|独立地"
    )
    asked = story.take(
        rf"(?P<how>(?:至少|最少)有?(?:一|1)个?人?|恰好?有?(?:一|1)个?人?|只有(?:一|1)个?人?|(?:[两二三]人)?(?:都|同时|均)|目标被|目标|密码被|密码|此题被|该题被|题目被|这道题被|没有人|无人)(?:能|可以)?(?P<not>没有?|不|未)?(?:能|被)?(?:能)?{_HIT}(?:目标|靶|题目|密码|此题)?(?:了)?{_ASKED}"
    )
    if asked is None:
        return None
    story.finish(_WORDS)
    how = asked["how"]
    none = how in ("没有人", "无人") or (asked["not"] and re.search("都|均|目标|密码|题", how))
    if asked["not"] and not none:
        return None
    task = (
        "none"
        if none
        else "either"
        if re.search("至少|最少|目标|密码|题", how)
        else "both"
        if re.search("都|同时|均", how)
        else "exactly-one"
    )
    words = {"either": "至少一人命中", "both": "都命中", "exactly-one": "恰有一人命中", "none": "都没命中"}[task]
    return Recognition(
        parameters={"task": task, "chances": [str(each) for each in chances]},
        understood=(*((who, decimal(each, 4)) for who, each in zip("甲乙丙", chances, strict=False)), ("求", f"{words}的概率")),
    )


def _tries(text: str) -> Recognition | None:
    """The same try again and again."""
    story = Story(text)
    story.refuse(r"放回|甲|乙|条件下|不独立|平均|期望|局|第[一二三四\d]|直到|为止|连续(?:命中|投中)|停止|恰好?(?:连续)")
    one = story.take(
        rf"(?:每次|每题|一次)?(?:射击|投篮|射门|投球|罚球|答题|试验|种子)?(?:的)?(?:{_HIT}|发芽|正面朝上)(?:率|目标|篮筐)*(?:的)?(?:概率|可能性)?(?:都|均|约)?(?:为|是)(?:都是)?\s*{_CHANCE}"
    )
    times = story.take(
        rf"(?:他|她|现|现在|如果|若)*(?:连续|独立|共|一共|重复|各次|地)*(?:射击|投篮|射门|投球|罚球|投|射|罚|试验)了?(?P<value>{INTEGER})(?:次|个球|球|发)"
    )
    asked = story.take(
        rf"(?P<how>恰好?|正好|刚好|至少|最少|至多|最多|全部|一次都没有?)(?:有)?(?:{_HIT})?(?P<value>{INTEGER})?(?:次|球|发|个)?(?:{_HIT})?(?:目标)?{_ASKED}"
    )
    guessed = (
        story.take(
            rf"(?P<count>{INTEGER})道(?P<what>判断题|单选题|单项选择题|选择题)(?:\(?每[道题]*(?P<choices>[四4])(?:个选项)?选(?:一|1)?\)?)?,?(?:全部?|都)?(?:靠|是)?(?:蒙|猜|随机选|乱选|瞎蒙)(?:的)?"
        )
        if not one and not times
        else None
    )
    hit = guessed and story.take(
        rf"(?P<how>恰好?|正好|刚好|至少|最少|至多|最多)(?:有)?(?:能)?(?:蒙|猜|做|答)?对(?P<value>{INTEGER})(?:道|题){_ASKED}"
    )
    if guessed and hit and (guessed["what"] == "判断题" or guessed["choices"]):
        story.finish(_WORDS + " 全靠蒙")
        count, hits = to_int(guessed["count"]), to_int(hit["value"])
        if not 1 <= hits <= count <= 10:
            return None
        fits = (
            list(range(hits, count + 1))
            if hit["how"] in ("至少", "最少")
            else list(range(hits + 1))
            if hit["how"] in ("至多", "最多")
            else [hits]
        )
        chance = "1/2" if guessed["what"] == "判断题" else "1/4"
        return Recognition(
            parameters={"task": "tries", "chance": chance, "times": count, "fits": fits},
            understood=(("每题蒙对", chance), ("题数", str(count)), ("求", f"{hit['how']}对 {hits} 道的概率")),
        )
    if not (one and times and asked):
        return None
    story.take_all(r"(?:且)?(?:各次|每次|各轮)?(?:射击|投篮|结果)?(?:之间)?(?:互不影响|相互独立|互相独立|彼此独立)")
    story.finish(_WORDS)
    count = to_int(times["value"])
    if asked["value"] is None:
        return None
    hits = to_int(asked["value"])
    if not 1 <= hits <= count <= 10:
        return None
    how = asked["how"]
    least = how in ("至少", "最少")
    fits = list(range(hits, count + 1)) if least else list(range(hits + 1)) if how in ("至多", "最多") else [hits]
    return Recognition(
        parameters={"task": "tries", "chance": str(_value(one["value"])), "times": count, "fits": fits},
        understood=(("每次命中", decimal(_value(one["value"]), 4)), ("次数", f"{count} 次"), ("求", f"{how}命中 {hits} 次的概率")),
    )


_COLOUR = "红|白|黑|黄|蓝|绿|紫"


def _balls(text: str) -> Recognition | None:
    """So many drawn from things of two or more sorts."""
    story = Story(text)
    story.refuse(
        r"第[一二三四\d]|编号|标有|条件下|骰|硬币|不独立|平均|期望|再放入|加入|往|若干|直到|为止|甲|乙|先.{0,8}再|从.{0,8}袋.{0,14}从|取到红球,"
    )
    story.take_all(
        r"(?:它们|这些球|这些小?球|球)?(?:的)?(?:大小、?和?(?:形状|质地|材质)?(?:都|完全|均)*相同的?(?=红|白|黑|黄|蓝|小?球|[\d\ue000]|,)|除了?颜色(?:不同)?(?:之|以)?外,?(?:其余|其他|其它)?(?:都|完全|均)*(?:相同|一样|没有(?:任何)?(?:其他)?区别)|大小、?(?:形状|质地)?(?:都|完全|均)*(?:相同|一样)|除颜色外(?:均|都)?无(?:其他)?(?:区别|差别))"
    )
    sort = rf"(?P<sort>(?:{_COLOUR})(?:色)?(?:的)?(?:小)?(?:球|乒乓球|玻璃球|棋子|卡片)?|男(?:生|职工|员工|同学|士|性|教师|医生|干部|队员)?|女(?:生|职工|员工|同学|士|性|教师|医生|干部|队员)?|(?:正品|合格品|一等品|次品|二等品|不合格品|坏的|好的))"
    groups: dict[str, int] = {}

    def key(text_: str) -> str:
        if found := re.match(_COLOUR, text_):
            return found[0]
        return {
            "男": "男",
            "女": "女",
            "正": "正品",
            "合": "正品",
            "好": "正品",
            "次": "次品",
            "不": "次品",
            "坏": "次品",
            "一": "一等品",
            "二": "二等品",
        }[text_[0]]

    def add(sort_: str, value: str) -> None:
        name = key(sort_)
        if name in groups:
            stay_out("a sort twice")
        groups[name] = to_int(value)

    numbers = r"\d+|[一二两三四五六七八九十]+"
    # `12 个红球 10 个蓝球` or `红球 12 个、蓝球 10 个`: whichever comes first in the text.
    first_number, first_sort = (
        re.search(numbers + "(?:个|名|件|位|只|枚|张)", story.rest),
        re.search(rf"(?:{_COLOUR})色?(?:的)?(?:小)?(?:球|乒乓|玻璃|棋|卡)|男|女|正品|次品|合格", story.rest),
    )
    number_first = bool(
        first_number and first_sort and first_number.start() < first_sort.start() and first_sort.start() - first_number.end() < 6
    )
    orders = (
        rf"{sort}(?:有|各)?(?P<value>{numbers})(?:个|名|件|人|位|只|枚|张)",
        rf"(?<!有)(?<!是)(?<!到)(?<!少)(?<!恰)(?P<value>{numbers})(?:个|名|件|位|只|枚|张)(?:大小相同的)?{sort}",
        rf"(?:装有|装着|有|里有|中有|放有|放着)(?P<value>{numbers})(?:个|名|件|位|只|枚|张)(?:大小相同的)?{sort}(?![^,。;]{{0,3}}(?:概率|可能|的概率))",
    )
    for pattern in (orders[1], orders[2], orders[0]) if number_first else orders:
        for match in list(re.finditer(pattern, story.rest)):
            if re.search(
                r"(?:恰好?|至少|至多|都是|最多|正好)有?$",
                story.rest[max(0, match.start() - 4) : match.start()],
            ):
                continue
            add(match["sort"], match["value"])
            story._mark(match)
    if story.has("袋|盒|箱|球|男"):
        for match in list(re.finditer(rf"(?<!\d)(?P<value>\d+)(?P<sort>{_COLOUR}|男|女)(?:球|生)?(?=[\d,;。、和中里]|$)", story.rest)):
            add(match["sort"], match["value"])
            story._mark(match)
    of_all = story.take(
        rf"(?:有|共有|共)?(?P<value>{numbers})(?:件|个|张|只)(?:产品|奖券|灯泡|零件|彩票|球|人)(?:中|里)?,?(?=(?:其中)?(?:有)?\ue000)"
    )
    if of_all and len(groups) == 1:
        total = to_int(of_all["value"])
        ((name, count),) = groups.items()
        if not 0 < count < total:
            return None
        groups["正品" if name == "次品" else "次品" if name == "正品" else "其他"] = total - count
    elif of_all and to_int(of_all["value"]) != sum(groups.values()):
        stay_out("total")
    take = story.take(
        rf"(?:现|若|从(?:中|袋中|里面|袋子里|盒中|这批产品中|他们中|这些人中|箱中|盒子里|中)?)*(?:一次|同时|一次性)?(?P<each>(?:不放回地?|有放回地?|放回地?|依次|逐个|先后|连续|无放回地?)*)(?:从中)?(?:任意|随机|任)?(?:地)?(?:取出?|摸出?|抽取?|抽出?|拿出?|选出?|抽查|选派|挑选)(?:取)?(?:了)?(?P<value>{numbers})(?P<unit>个|名|件|只|张|枚|人|位|次)?(?:小)?(?:球|产品|人|代表)?"
    )
    back = story.take(
        r"(?:每次)?(?:取|摸|抽)(?:出)?(?:(?:一|1)个?球?)?后?(?:再)?(?P<not>不|不再)?放回(?:袋中|去)?|(?P<not2>不|无)放回|有放回|(?:记下颜色)?(?:后|再)放回"
    )
    if take is None or len(groups) < 2:
        return None
    number = to_int(take["value"])
    each = (take["each"] or "") + (back[0] if back else "")
    replaced = bool(re.search("放回", each)) and not re.search("不|无", each)
    if take["unit"] == "次" and not (back and (back["not"] or back["not2"])) and not replaced:
        return None
    event = r"(?:取出?的|摸出?的|取到的?|摸到的?|抽到的?|抽出的?|选出的?|它们|这|其|正好|则|所取的?)*(?:(?P<both>[两二三四23])(?:个|件|名|次|张|只)?(?:小球|球|人|产品)?)?(?:的)?(?:中|里|摸到|取到|抽到)*"
    asked = story.take(
        rf"{event}(?P<how>颜色(?:都)?(?:相同|一样)|(?:是)?同色|是?同一种?颜色|颜色(?:各?不相?同|互不相同|不一样)|(?P<all>都是|全是|全部是|全为|均为|都为|都|均是)(?P<allsort>{_COLOUR}|男|女|正|次|合格)(?:色)?(?:小)?(?:球|品|生|职工|性|的)?|"
        rf"(?:恰好?|正好|刚好)(?:有)?(?P<count>{numbers})(?:个|名|件|只|张|人|次)?(?:是)?(?P<colour>{_COLOUR}|男|女|次|正)(?:色)?(?:小)?(?:球|品|生|职工|性)?|"
        rf"(?:至少|最少)(?:有)?(?P<least>{numbers})(?:个|名|件|只|张|人|次)?(?:是)?(?P<kind>{_COLOUR}|男|女|次|正)(?:色)?(?:小)?(?:球|品|生|职工|性)?|"
        rf"(?:至多|最多)(?:有)?(?P<most>{numbers})(?:个|名|件|只|张|人|次)?(?:是)?(?P<kind2>{_COLOUR}|男|女|次|正)(?:色)?(?:小)?(?:球|品|生|职工|性)?|"
        rf"(?:恰好?|是|为)?(?:一|1)个?(?P<one>{_COLOUR}|男|女)(?:色)?球?(?:、|,|和)?(?:一|1)个?(?P<other>{_COLOUR}|男|女)(?:球)?|没有(?P<none>{_COLOUR}|男|女|次|正)(?:色)?(?:球|品|生)?|(?P<single>是|为|取到|摸到|抽到)(?P<singlesort>{_COLOUR}|男|女|次|正)(?:色)?(?:小)?(?:球|品|生)?){_ASKED}"
    ) or (number == 1 and story.take(rf"(?P<single>是|为|取到|摸到|抽到)?(?P<singlesort>{_COLOUR}|次|正)(?:色)?(?:小)?(?:球|品){_ASKED}"))
    if not asked:
        return None
    story.take_all(r"求(?:取出?|摸出?)?(?:到)?的?")
    story.finish(_WORDS)
    total = sum(groups.values())
    if not 1 <= number <= total or number > 6 or (asked.groupdict().get("both") and to_int(asked["both"]) != number):
        return None
    got = asked.groupdict()
    names = list(groups)

    def sort_of(text_: str) -> int:
        name = key(text_ if text_ not in ("正", "次") else text_ + "品")
        return names.index(name) if name in names else stay_out(f"no {name}")

    how = got.get("how") or ""
    if got.get("singlesort"):
        if number != 1:
            return None
        need = ["count", sort_of(got["singlesort"]), [1]]
    elif got.get("allsort"):
        need = ["count", sort_of(got["allsort"]), [number]]
    elif got.get("count"):
        need = ["count", sort_of(got["colour"]), [to_int(got["count"])]]
    elif got.get("least"):
        need = ["count", sort_of(got["kind"]), list(range(to_int(got["least"]), number + 1))]
    elif got.get("most"):
        need = ["count", sort_of(got["kind2"]), list(range(to_int(got["most"]) + 1))]
    elif got.get("none"):
        need = ["count", sort_of(got["none"]), [0]]
    elif got.get("one"):
        if number != 2 or got["one"] == got["other"]:
            return None
        need = ["pair", sort_of(got["one"]), [sort_of(got["other"])]]
    elif "不" in how:
        if number > 2 and not re.search("各|互", how):
            return None
        need = ["different", 0, []]
    else:
        need = ["same", 0, []]
    if number < 2 and need[0] != "count":
        return None
    return Recognition(
        parameters={"task": "balls", "counts": list(groups.values()), "names": names, "take": number, "need": need, "replaced": replaced},
        understood=(
            *((name, str(count)) for name, count in groups.items()),
            ("任取", f"{number} 个{'（有放回）' if replaced else ''}"),
            ("求", f"{how or asked[0]}"),
        ),
    )


def _match(text: str) -> Recognition | None:
    story = Story(text)
    story.rest = story.text = re.sub(r"([甲乙])(?:队|方|选手)", r"\1", story.rest.replace("两队", "两人").replace("两支队", "两人"))
    story.refuse(r"丙|平局的|发球|让|放弃|条件下|恰好?|第[二三四五]局|平均|期望|前两局|\d:\d|比分|打满")
    best = story.take(
        r"(?:先胜(?P<first>[两二三2-4])局者?(?:获胜|为胜)?|(?P<of>[三五七357])局(?P<need>[两二三四234])胜)(?:制)?(?:的)?(?:赛制|比赛|规则)?(?:\((?:即)?先[胜赢](?P<again>[两二三四])局者?(?:获胜|为胜)?(?:,没有平局)?\))?"
    )
    win = story.take(
        rf"(?:已知|若|且|如果)*(?:每局|每一局|一局|单局)(?:比赛)?(?:中)?(?:甲)?(?:获胜|取胜|胜|赢)?(?:甲)?(?:获胜|取胜|胜|赢|战胜乙)?(?:的)?(?:概率)?(?:都|均)?(?:为|是)\s*{_CHANCE}|甲(?:在)?每局(?:比赛)?(?:中)?(?:获胜|取胜|胜|赢)(?:乙)?(?:的)?概率(?:都|均)?(?:为|是)\s*{_CHANCE.replace('value', 'value2')}|甲(?:的)?(?:胜率|获胜概率)(?:为|是)\s*{_CHANCE.replace('value', 'value3')}"
    )
    if not best or not win or not re.search("甲", win[0]):
        return None
    independent = story.take_all(r"(?:且|并且|假设)?(?:各局|每局)?(?:比赛)?(?:结果|胜负)?(?:之间)?(?:互不影响|相互独立|互相独立|彼此独立)")
    led = story.take(r"(?:已知|若|如果|现在?)?甲(?:已经?)?(?:先)?(?:胜|赢)了?(?:第(?:一|1)局|(?:一|1)局)")
    asked = story.take(rf"(?:求)?(?P<who>甲|乙)(?:最终|最后)?(?:能)?(?:获胜|取胜|胜出|赢得比赛|获得胜利|夺冠|赢|得冠军|获得冠军){_ASKED}")
    del independent
    if not asked:
        return None
    story.take_all(r"没有平局|\(?先胜[两二三]局者获胜(?:,没有平局)?\)?")
    story.finish(_WORDS)
    chance = _value(win["value"] or win["value2"] or win["value3"])
    of = {"三": 3, "五": 5, "七": 7}.get(best["of"] or "", int(best["of"]) if (best["of"] or "").isdigit() else 0)
    need = to_int(best["need"] or best["first"] or "2")
    if of and need * 2 - 1 != of:
        return None
    if asked["who"] == "乙":
        if led:
            return None
        chance = 1 - chance
    return Recognition(
        parameters={"task": "match", "win": str(chance), "need": need, "led": bool(led)},
        understood=(
            ("每局获胜", decimal(chance, 4)),
            ("先胜", f"{need} 局"),
            *((("已胜", "1 局"),) if led else ()),
            ("求", f"{asked['who']}获胜的概率"),
        ),
    )


_DURATION = r"(?:(?P<hours>\d+|一|两|1\.5|0\.5)(?:个)?小时|(?P<minutes>\d+)分钟|(?P<quarter>一刻钟|半小时))"


def _minutes(text: str) -> int:
    if "刻钟" in text:
        return 15
    if "半小时" in text:
        return 30
    match = re.match(r"(\d+(?:\.\d+)?|[一二两三四五六七八九十]+)", text)
    if match is None:
        stay_out(text)
    number = Fraction(match[1]) if match[1][0].isdigit() else Fraction(to_int(match[1]))
    value = number * (60 if "小时" in text else 1)
    return int(value) if value.denominator == 1 else stay_out(text)


def _meet(text: str) -> Recognition | None:
    story = Story(text)
    if not story.has("等") or not story.has("见|会面|相遇|碰"):
        return None
    story.refuse(r"丙|三人|甲.{0,12}等.{0,20}乙.{0,12}等|迟|先后次序|甲先到|乙先到")
    span = story.take(
        r"(?:中午|上午|下午|晚上|早上|早晨)?(?P<a>\d{1,2}|[一二三四五六七八九十]+)(?:点|时|:00)(?:整)?(?:到|至|~|-|—|和)(?:中午|上午|下午|晚上)?(?P<b>\d{1,2}|[一二三四五六七八九十]+)(?:点|时|:00)(?:整)?(?:之间)?"
    )
    length = story.take_all(
        r"(?:在)?(?:这|同)?(?:一段|段)?(?P<value>\d+(?:\.\d+)?小时|\d+分钟|一小时|一个小时)(?:之?内)(?:的)?(?:任(?:意|一|何)时刻)?(?:是)?(?:等可能)?(?:到达)?"
    )
    wait = story.take(
        r"(?:先到的?(?:人|一方|者)?|早到的?人?|每人)?(?:最多|只|会|需|要)*(?:等候|等待|等|停留)(?:另一(?:个人?|人|方)|对方|后到者)?(?:最多)?(?P<value>\d+分钟|半小时|\d+(?:\.\d+)?小时|一刻钟)"
    )
    asked = story.take(
        rf"(?:两人|他们|他俩|甲乙|二人|两个人)?(?:能|可以|能够)?(?:会面|见面|见到面|相见|相遇|碰面|碰到|见上面|碰上){_ASKED}"
    )
    if not wait or not asked or not (span or length):
        return None
    story.take_all(
        r"(?:过时|超时|等不到|否则|之后|然后|过后|若等不到)(?:就|即|便|则)?(?:自行)?(?:离开|离去|走)(?:了)?|(?:就|即|便)(?:可)?离(?:开|去)|等可能(?:的)?|任意时刻|任一时刻|随机(?:地)?(?:到达)?|(?:约定|约好)(?:在|于)?"
    )
    story.finish(
        _WORDS + " 假设 两人 这一小时内 随机 各自 独立 到 的 是 今天 明天 晚 早 地点 某地 广场 校门口 食堂 地铁站 两个人 相约 见面"
    )
    windows = {_minutes(match["value"].replace("一个小时", "1小时").replace("一小时", "1小时")) for match in length}
    if span:
        start, end = to_int(span["a"]), to_int(span["b"])
        if end <= start:
            end += 12
        windows.add((end - start) * 60)
    if len(windows) != 1:
        stay_out("windows")
    window, waits = windows.pop(), _minutes(wait["value"])
    if not 0 < waits < window:
        return None
    return Recognition(
        parameters={"task": "meeting", "window": window, "wait": waits},
        understood=(("时间段", f"{window} 分钟"), ("等", f"{waits} 分钟"), ("求", "见到面的概率")),
    )


def _dice(text: str) -> Recognition | None:
    story = Story(text)
    if not story.has("骰子|硬币"):
        return None
    story.refuse(r"条件下|已知|第[一二三四\d]|连续.{0,4}[正反]|为止|直到|不均匀|甲|乙|方程|数字之积|乘积")
    fair = story.take_all(r"质地均匀的?|均匀的?|公平的?")
    thrown = story.take(
        rf"(?:同时|连续|先后|依次|随机|将|把)*(?:地)?(?:抛掷|投掷|抛|掷|扔|投)?(?:了)?(?P<count>{INTEGER}|一)(?:枚|颗|个|粒)(?:\ue000+)?(?:正方体)?(?P<what>骰子|硬币)(?:同时|连续)?(?:抛掷|投掷|抛|掷|扔)?(?:(?P<times>{INTEGER})次)?(?:抛掷|投掷|抛|掷)?"
    )
    del fair
    if thrown is None:
        return None
    count = to_int(thrown["count"]) * (to_int(thrown["times"]) if thrown["times"] else 1)
    if thrown["times"] and to_int(thrown["count"]) != 1:
        return None
    if thrown["what"] == "骰子":
        asked = story.take(
            rf"(?:朝上|向上|出现|两枚骰子|两个骰子|两次|所得|得到|掷出)*(?:的)?(?:一面|面)?(?:的)?(?:点数|数字)?(?:之和|的和|和)(?P<rel>等于|恰好?为|恰好?是|为|是|大于|小于|不小于|不大于|不超过|至少为|至多为)?(?P<value>\d+|奇数|偶数|质数)(?:,)?{_ASKED}|(?:朝上|向上|出现|的|两枚骰子)*(?:的)?(?:点数)?(?P<same>相同|一样|不同){_ASKED}"
        )
        if not asked or not 1 <= count <= 3:
            return None
        story.finish(_WORDS + " 两个 次")
        if asked["same"]:
            if count != 2:
                return None
            need = ["same" if asked["same"] != "不同" else "different", 0]
        else:
            value = asked["value"]
            relation = asked["rel"] or "为"
            if not value.isdigit():
                need = [{"奇数": "odd", "偶数": "even", "质数": "prime"}[value], 0]
            else:
                kind = (
                    "more"
                    if relation == "大于"
                    else "less"
                    if relation == "小于"
                    else "least"
                    if relation in ("不小于", "至少为")
                    else "most"
                    if relation in ("不大于", "不超过", "至多为")
                    else "equal"
                )
                need = [kind, int(value)]
        if count == 1:
            return None
        return Recognition(
            parameters={"task": "dice", "count": count, "need": need}, understood=(("骰子", f"{count} 枚"), ("求", asked[0]))
        )
    asked = story.take(
        rf"(?P<how>恰好?|正好|刚好|至少|最少|至多|最多|全部|都是|全是|均为|都)?(?:有)?(?:出现)?(?P<value>{INTEGER})?(?:枚|次|个)?(?:是|出现)?(?P<side>正面|反面)(?:朝上|向上)?(?:(?P<value2>{INTEGER})次)?{_ASKED}"
    )
    if not asked or not 1 <= count <= 10:
        return None
    story.finish(_WORDS + " 次")
    how = asked["how"] or ""
    told = asked["value"] or asked["value2"]
    if re.search("全|都|均", how):
        fits = [count]
    elif told is None:
        return None
    else:
        hits = to_int(told)
        if hits > count:
            return None
        fits = list(range(hits, count + 1)) if re.search("少", how) else list(range(hits + 1)) if re.search("多", how) else [hits]
        if not how and not asked["value2"]:
            return None
    return Recognition(
        parameters={"task": "tries", "chance": "1/2", "times": count, "fits": fits},
        understood=(("抛硬币", f"{count} 次"), ("求", asked[0])),
    )


def _first(text: str) -> Recognition | None:
    """Drawn one by one and kept: the first good one at a place."""
    story = Story(text)
    whole = story.take(rf"(?:有|共有)?(?P<value>{INTEGER})(?P<unit>把|件|张|个|只)(?:外观相同的?)?(?P<thing>钥匙|产品|奖券|彩票|灯泡|零件)")
    good = story.take(
        rf"(?:其中)?(?:只|仅)?有?(?P<value>{INTEGER})(?:把|件|张|个|只)(?:能打开(?:门锁|门|锁)|是次品|次品|有奖(?:的)?|是坏的|能开(?:门|锁))"
    )
    kept = story.take(
        r"(?:逐[把件张个]|依次|逐一|一[把件张个]一[把件张个]地|每次(?:任取|取)一[把件张个]|随机)*(?:任取|试|取出|抽取|抽|开)*,?(?:取|抽|试)?(?:出|过)?(?:后)?(?:不(?:再)?放回|不重复)|(?:用过|试过)的?(?:钥匙)?(?:不再使用|不放回|放在一边)"
    )
    asked = story.take(
        rf"(?:恰好|恰|刚好)?(?:在)?第(?P<place>{INTEGER})次(?P<only>才|才第一次|第一次|恰好|首次)(?:第一次)?(?:能)?(?:打开(?:门锁|门|锁)?|取到次品|抽到有奖的|抽中|取出次品|试开成功){_ASKED}"
    )
    if not (whole and good and kept and asked):
        return None
    story.finish(_WORDS + " 把 钥匙 逐 任取 后 门锁 门 锁 能")
    total, wanted, place = to_int(whole["value"]), to_int(good["value"]), to_int(asked["place"])
    if not 0 < wanted < total or not 1 <= place <= total - wanted + 1:
        return None
    return Recognition(
        parameters={"task": "first", "good": wanted, "bad": total - wanted, "place": place},
        understood=(("一共", str(total)), ("其中", str(wanted)), ("求", f"第 {place} 次才第一次取到")),
    )


READERS = (
    _shots,
    _tries,
    _balls,
    _match,
    _meet,
    _dice,
    _first,
)
