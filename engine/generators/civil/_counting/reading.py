"""Reading other counts: round a table, digits, numbers with a sum, pairs, matches, insertions, lamps, steps, routes, products."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._counting.combinatorics.words import PERSON as _PERSON
from engine.generators.civil._counting.combinatorics.words import WORDS as _WORDS
from engine.generators.civil._counting.combinatorics.words import asked_ways as _asked
from engine.generators.civil._counting.names import SHORT_NAMES as NAMES
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

_NAME = r"(?:小[A-Z]|[甲乙丙丁戊ABCDE]|小[\u4e00-\u9fffA-Z]|老[王李张刘])"


def read_circle(text: str) -> Recognition | None:
    """Round a table, where turning changes nothing, as the text must say."""
    story = Story(text)
    if not story.has("圆|围|圈"):
        return None
    # That turning changes nothing is meant where nobody says otherwise; numbered seats would be others.
    story.take_all("(?<=[多少种])不同(?:的)?(?=[坐排入])")
    story.refuse("概率|男|女|不|对面|左|右|翻转|编号|号座|主位|固定")
    story.take(r"\(?(?:经过?)?(?:转一圈|旋转|转动)(?:后)?(?:能重合的)?(?:算|视为|看作|为|是)*(?:一样|相同|同一种)(?:的)?\)?")
    people = story.take(
        rf"(?P<value>{INTEGER}){_PERSON}(?:围|坐)(?:着|成|在|坐)*(?:一|1)?(?:张|圈|个)?(?:圆桌|圆圈|圈)(?:旁边?|边|周围|四周|而坐|坐|吃饭|开会|就座|坐下|坐成一圈)*"
    )
    close = story.take(
        rf"(?:其中|若|要求)*,?(?P<who>{NAMES}|小两口|夫妻(?:两人|俩)?|一对(?:夫妻|情侣|双胞胎)|两口子|(?:其中)?(?:某|指定的?)?(?:两|2)(?:个|名|位)?(?:人|同学|领导)?)(?:两人|两个人)?(?:必须|一定|要|得|需)*(?:坐在?|排在|挨着)?(?:相邻|挨着|一起|一块|在一起|挨在一起)(?:而坐|坐)?"
    )
    _asked(story)
    story.finish(_WORDS)
    if not people:
        return None
    count = to_int(people["value"])
    certain = 1 if close is None else len(patterns.findall(_NAME, close["who"])) if patterns.fullmatch(NAMES, close["who"]) else 2
    if close and certain < 2:
        return None
    if not 1 <= certain < count <= 12 or certain > 4:
        return None
    return Recognition(
        parameters={"task": "circle", "people": count, "certain": certain},
        understood=(("围坐", f"{count} 人"), ("条件", f"{certain} 人相邻" if close else "没有")),
    )


def read_pairs(text: str) -> Recognition | None:
    """Everybody with everybody once: shaking hands, matches, tickets."""
    story = Story(text)
    story.refuse(r"概率|淘汰|分组|小组赛|已经|每人.{0,3}[2-9]次|决赛|甲|乙")
    number = story.take(
        rf"(?P<value>{INTEGER})(?:个|名|位|支)?(?P<gap>[\u4e00-\u9fff]{{0,3}}?)(?P<who>人|同学|代表|朋友|球队|队|选手|车站|站|城市|运动员|足球队|篮球队|排球队|同事|与会者|棋手|专家)"
    )
    how = story.take(
        r"(?:每)?(?:两两|两|2|任意两|任意2)(?:个)?(?:人|队|支球队|支队|名选手|位代表|选手)?(?:之间)?(?:都|各|互相|彼此|要|需|只|仅|进行)*(?P<hands>握(?=手[,。])|握(?:了)?(?:一|1)?次?手|握(?:了)?(?:一|1)次|握手(?:一|1)次|互相握手|赛(?:一|1)[场盘局]|比赛(?:一|1)场|打(?:一|1)场|比(?:一|1)场|通(?:一|1)次电话|下(?:一|1)盘(?:棋)?)(?P<once>(?:一|1)次)?|(?P<round>单循环(?:赛|比赛)?)|(?P<double>双循环(?:赛|比赛)?)|(?P<cards>(?:每人|互相|彼此|相互)(?:都)?(?:给其他(?:每)?人|之间)?(?:互)?(?:送|赠送|寄)(?:一|1)?张?(?:贺卡|名片|照片)?)"
    )
    if how and not how["double"] and not how["cards"]:
        story.take_all(
            r"(?:单循环(?:赛|比赛|制)?)|(?:每)?(?:两|2)(?:个)?(?:人|队|支球队|支队|名选手)?(?:之间)?(?:都|各|互相|要|只|仅)*(?:比?赛|打|握)(?:一|1)(?:场|盘|局|次)(?:手)?(?:比赛)?"
        )
    asked = story.take(
        r"(?:一?共|总共|则|要|需要?|应)*(?:握(?:了)?手?|进行|比赛|要?赛|打|安排|举行|通|要?送|送出|下)*(?:了)?多少(?:次|场|盘|张|局)(?:手|比赛|电话|贺卡|棋|握手)?"
    )
    if not number or not how or not asked:
        return None
    story.finish(
        _WORDS
        + " 握手 聚会 参加 球队 比赛 循环赛 单循环 进行 采用 每 互相 之间 赛制 足球 篮球 排球 乒乓球 联赛 一次 见面 同学聚会 贺卡 一张 一场"
    )
    count = to_int(number["value"])
    ordered = bool(how["double"] or how["cards"])
    if count < 2:
        return None
    return Recognition(
        parameters={"task": "plain", "total": count, "take": 2, "ordered": ordered, "unit": True},
        understood=(("人（队）数", str(count)), ("两两", "各一次" if not ordered else "有来有往")),
    )


def read_families(text: str) -> Recognition | None:
    """So many pairs round a table, each side by side.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.refuse("概率|男女|不(?!同)|对面|(?:和|与|及|、|还有|外加)(?:另外?)?[一两三1-3](?:个|名|位)(?!家庭)")
    pairs = story.take(
        rf"(?P<n>{INTEGER})(?:个|对)(?:家庭|夫妻|夫妇|情侣|恋人|父子|母子|母女|父女|双胞胎|姐妹|兄弟|姐弟|兄妹|师徒|搭档)(?P<gap>[^\d\ue000;。?]{{0,12}}?)(?:(?:每家|各派|各有|两|2)?(?P<gap2>[\u4e00-\u9fff]{{0,8}}?)(?:两|2)人(?P<gap3>[\u4e00-\u9fff]{{0,6}}?))?(?=,|{INTEGER}人|围|坐|站|一起|排)"
    )
    line = story.take(
        r"(?P<gap>\d{0,2}人?)(?:(?P<circle>(?:围|(?:站|坐|排)(?=成))(?:成|着|坐)*(?:一|1)?(?:个|张)?(?:圆圈|圆桌|圈)(?:坐下|而坐|就座|坐|做游戏|吃饭|旁)*)|(?P<row>(?:站|排|坐)成?(?:一|1)?(?:排|列|行)(?:照相|拍照|合影)*))"
    )
    near = story.take(
        r"(?:要求|且|,)*(?:每对|每个家庭|每家|同一家庭|夫妻|姐妹|兄弟|双胞胎|师徒)(?:的)?[\u4e00-\u9fff]{0,4}?(?:必须|要|都|一定|得|两人|都要)*(?:挨着坐?|相邻(?:而坐)?|坐在一起|站在一起|挨在一起)"
    )
    turned = story.take(
        r"\(?(?:经过?)?(?:转一圈|旋转|转动)(?:后)?(?:能重合的|相同|重合)?(?:的)?(?:坐法|排法)?(?:算|视为|看作|为|是)*(?:一样|相同|同一种)?(?:坐法|排法)?(?:的)?\)?"
    )
    if not pairs or not line or not near:
        return None
    _asked(story)
    count = to_int(pairs["n"])
    story.take_all(rf"{2 * count}个?人")
    story.finish(_WORDS + " 家庭 父亲 母亲 孩子 亲子 活动 各派 做游戏 坐下 父子 夫妻 每对 人")
    del turned  # meant where nobody says otherwise
    return Recognition(
        parameters={"task": "families", "pairs": count, "circle": bool(line["circle"])},
        understood=(("对数", str(count)), ("坐法", "围成一圈" if line["circle"] else "一排")),
    )


def read_stations(text: str) -> Recognition | None:
    """Tickets (both directions differ) or fares between so many stations.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    if not story.has("车票|票价|机票|船票"):
        return None
    story.refuse("概率|新增|增加|原有|座|元|直达")
    between = story.take(
        r"(?:除起点和终点外|(?:途中|中间|沿途|途经)(?:要|共|还)?(?:停靠|经过|有|设有?)*)(?:还有)?(?P<n>\d+|[二三四五六七八九十]+)个(?:车站|站|停靠站|中间站|小站)"
    )
    number = (
        None
        if between
        else story.take(
            r"(?:连|含|包括|包含|算上)?(?:起点?、?和?(?:终点|起终点|起讫点|首尾)?站?)?(?:终点)?(?:在内)?(?:站)?(?:一?共|总共|沿线|沿途|设|有|设有|共有|停靠)*(?P<n>\d+|[二三四五六七八九十]+)个?(?:不同的?|大小)?(?:车站|站点|站|城市|停靠站|机场|码头)"
        )
    )
    asked = story.take(
        r"(?:一?共|需要?|要|应|得|铁路部门|至少|最多|总共|则|那么)*(?:准备|设计|印制|印|发售|制作|设置|有|备)*(?:了)?多少种(?:不同的?)?(?:的)?(?P<what>车票|票价|机票|船票)"
    )
    ordered = story.take(
        r"\(?(?:往返|来回|起点终点不同|往、?返)(?:的)?(?:车票)?(?:算|是|为|视为|的)?(?:不同|两种|不一样)(?:的)?(?:车票)?\)?|单程(?:票)?|\(?往返(?:车票)?(?:算|视为|看作|按)?(?P<same>同一种|相同|一种|一样)(?:车票)?\)?"
    )
    if not asked or not (number or between):
        return None
    story.finish(
        _WORDS
        + " 高铁 应该 为 这条 路线 铁路线 线 铁路 火车 列车 某条 沿途 连起终点 起点 终点 一条 线路 站 动车 运行 于 两地 往返 之间 起终点 包括 在内 起点站 终点站 连 含 客车"
    )
    count = to_int((number or between)["n"]) + (2 if between else 0)  # type: ignore[index]
    price = asked["what"] == "票价"
    same = ordered is not None and ordered["same"] is not None
    return Recognition(
        parameters={"task": "plain", "total": count, "take": 2, "ordered": not (price or same)},
        understood=(("车站", str(count)), ("求", asked["what"] + "种数")),
    )


def read_inserted(text: str) -> Recognition | None:
    """New items put into a programme whose order stays.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    if not story.has("插|加|添"):
        return None
    story.refuse("概率|圆|男|女|选")
    old = story.take(
        rf"(?:已|原|原来|原有|已经|本来)(?:排好|定好|安排|有|定|排|排定|排了)*(?:了)?(?:的)?(?P<n>{INTEGER})个(?:歌舞|不同的)?(?:节目)"
    )
    old = old or story.take(rf"(?:节目单|节目表|晚会|单|表)(?:上|中|里)?(?:共|原|已)*有(?P<n>{INTEGER})个(?:歌舞|不同的)?(?:节目)?")
    new = story.take(
        rf"(?:再|又|要|需|现|临时|决定)*(?:插入|加入?|添加?进去?|加进去?|增加|添加|添|增|插进|加上|新增)(?:了|进)?(?P<n>{INTEGER})个(?:新的?|不同的?)?(?:节目)"
    )
    kept = story.take(
        r"(?:若|如果|要求|且|保持|这|,)*(?:原来|原有|原定)?(?:的)?(?:\d+|[一二三四五六七八九])?个?(?:节目)?(?:的)?(?:先后|相对)?(?:顺序|次序|位置)(?:都)?(?:不变|不动|不改变|保持不变|固定)|保持(?:这些|这[\d一二三四五六七八九]个|它们)(?:节目)?(?:的)?(?:相对|先后)?(?:顺序|次序)(?:不变)?|保持原(?:来|有)?(?:节目)?(?:的)?(?:相对)?(?:顺序|次序)(?:不变)?"
    )
    apart = story.take(r"(?:新|新加的|这|加入的|插入的)?(?:[两二2三]个)?(?:新)?(?:节目)?(?:互|都|也)?不(?:能|可)?(?:相邻|连排|连续)")
    if not (old and new and kept):
        return None
    _asked(story)
    story.finish(_WORDS + " 单上 节目单上 临时 演出前 又要 新节目 的 插入 插入方式 不同 晚会 联欢会 节目 原来 则")
    return Recognition(
        parameters={"task": "inserted", "old": to_int(old["n"]), "new": to_int(new["n"]), "apart": bool(apart)},
        understood=(("原有", old["n"]), ("插入", new["n"])),
    )


def read_lamps(text: str) -> Recognition | None:
    """Lamps (or seats) in a row of which some are put out, no two side by side.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    if not story.has("灯"):
        return None
    story.refuse("概率|颜色|闪")
    row = story.take(rf"(?P<n>{INTEGER})(?:盏|个|只)(?P<gap>[\u4e00-\u9fff]{{0,3}}?)灯(?:排成|摆成|排)?(?:一|1)?(?:排|列|行)?")
    out = story.take(rf"(?:熄灭|关掉|关闭|关|熄掉|熄)(?:了)?(?:其中的?)?(?P<n>{INTEGER})(?:盏|个|只)(?:灯)?")
    apart = story.take(
        r"(?:且|并且|而且|,|但)*(?:熄灭的|关掉的|关闭的|被关的)?(?:灯)?(?:不能|不可以?|任意|任何|不得|也|两盏|2盏|灯|都|互|不许|相邻的?|两两)*(?:不能|不|不可以?)?(?:同时)?(?:连着|连续)?(?:关掉?|熄灭?)?(?:相邻)(?:的)?(?:两盏|2盏)?(?:灯)?(?:不能(?:同时)?(?:关掉|熄灭|关))?"
    )
    ends = story.take(
        r"(?:规定|要求|其中|但|且|,)*(?:首尾|两端|两头|头尾|最两边)(?:的)?(?:两盏|2盏)?(?:灯|路灯)?(?:都|必须|要|均)*(?:不能|不可以?|不得|不)?(?:关掉?|熄灭?|亮着?|灭)(?:着)?(?:的)?"
    ) or story.take(r"(?:也|但|且|,)*(?:不能|不可以?|不得|不)(?:关掉?|熄灭?)(?:首尾|两端|两头|头尾)(?:的)?(?:两盏|2盏)?(?:路?灯)?")
    if not row or not out or not apart or "相邻" not in apart[0] or not patterns.search("不", apart[0]):
        return None
    if ends and not patterns.search("不|亮", ends[0]):
        stay_out("which lamps")
    _asked(story)
    story.finish(_WORDS + " 小区 路上 走廊上 道路 路灯 盏 灯 为了 省电 要 现要 节约 用电 一条 一排 照明 规定")
    return Recognition(
        parameters={"task": "lamps", "all": to_int(row["n"]), "out": to_int(out["n"]), "ends": bool(ends)},
        understood=(("灯", row["n"]), ("关", out["n"]), ("条件", f"不相邻{'，两端不关' if ends else ''}")),
    )


def read_stages(text: str) -> Recognition | None:
    """Matches in groups of a round-robin and a knock-out after them, or a knock-out alone.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    if not story.has("淘汰"):
        return None
    story.refuse("概率|双循环|主客场|轮空|复活")
    teams = story.take(
        rf"(?:有|共有|共)?(?P<n>{INTEGER})(?:名|支|个|位)(?P<gap>[\u4e00-\u9fff]{{0,3}}?)(?:选手|球队|队伍|队|运动员|人|棋手)(?:参加)?"
    )
    groups = story.take(rf"(?:平均)?(?:分成|分为|编为|分)(?P<n>{INTEGER})(?:个)?(?:小)?组")
    robin = story.take(
        r"(?:每|各)?(?:个)?(?:小)?组(?:内|里)?(?:选手|球队|队伍)?(?:先)?(?:都)?(?:进行|采用|打)?单循环(?:赛|比赛)?|小组(?:内)?单循环(?:赛)?"
    )
    best = story.take(rf"(?:每|各)?(?:小)?组(?:的)?前(?P<n>{INTEGER})名(?P<gap>[\u4e00-\u9fff]{{0,4}}?)(?:进入|晋级|参加)?")
    story.take(r"(?:再|然后|进行|采用|进入|之后|后|单场|实行|单)*淘汰(?:赛|制)(?:比赛)?(?:的)?(?:方式)?")
    third = story.take(
        r"(?:和|及|并|以及|,)?(?:决出)?(?:冠、?亚、?季军|第三名|第三、?四名|季军|三四名)(?:\([^()]{0,8}\))?|\((?:设|另设|含)?(?:季军赛|三四名决赛)\)"
    )
    asked = story.take(
        r"(?:整个|全部|这次|该)?(?:赛事|比赛|赛程|联赛)?(?:一?共|总共|需要?|要|共需)*(?:进行|安排|举行|打|赛|比赛)*(?:了)?多少(?:场|次)(?:比赛)?"
    )
    if not (teams and asked) or bool(groups) != bool(robin) or bool(groups) != bool(best):
        return None
    story.take_all(r"(?:直至|直到|最后|最终)?(?:决出|产生)(?:冠军|冠亚军|冠、?亚军)?|\([^()\d]{0,10}季军赛\)|冠军")
    story.finish(_WORDS + " 乒乓球 羽毛球 网球 足球 篮球 单打 比赛 赛事 某次 选手 直至 决出 冠军 设 季军赛 整个 两人 每场 一场 锦标赛 到")
    count = to_int(teams["n"])
    in_groups = to_int(groups["n"]) if groups else 0
    if in_groups and count % in_groups:
        stay_out("unequal groups")
    return Recognition(
        parameters={"task": "stages", "teams": count, "groups": in_groups, "best": to_int(best["n"]) if best else 0, "third": bool(third)},
        understood=(("参赛", str(count)), ("赛制", f"{in_groups} 组单循环后淘汰" if in_groups else "淘汰")),
    )
