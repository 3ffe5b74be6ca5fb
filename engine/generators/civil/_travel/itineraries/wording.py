"""One wording for what itineraries say in several ways."""

from __future__ import annotations

from engine.generators import patterns


def one_wording(plain: str) -> str:
    """What is said in several ways, in one."""
    plain = patterns.sub(r"(?<=\d):(?=\d+(?!\d*[点分]))", "∶", plain)
    plain = patterns.sub(r"时多少,", "时,", plain)
    if stated := patterns.search(r"\((?:速度)?(?:单位)?(?:都|均)?(?:是|为)?:?(千米/小时|米/秒|米/分钟)\)", plain):
        plain = plain.replace(stated[0], "")
        plain = patterns.sub(r"(?<=[速度])((?:分别)?(?:为|是)?)(\d+(?:\.\d+)?)(?![\d.千米]|米)", rf"\1\2{stated[1]}", plain)
    plain = patterns.sub(
        r"(?:调研|出差|旅游|旅行|开会|办事|送货|送快递|送外卖|培训|参观|考察|视察|春游|秋游|郊游|露营|赶集|看望[\u4e00-\u9fff]{1,3}|参加[\u4e00-\u9fff]{2,6}|军事训练|(?:军事)?(?:野营)?训练|执行任务)(?=[,。;]|$)",
        "",
        plain,
    )
    plain = patterns.sub(
        r"(?:用|花)?(?:了)?(\d+(?:\.\d+)?(?:小时|分钟))(?:的?时间)?(?:办完?事情?|办完|办好|办理|处理完?[^,;。\d]{1,4}|装卸?货物?|卸货物?|吃饭|休整)(?:完)?(?:后|,)?",
        r"停留\1后",
        plain,
    )
    plain = _placed_distance(plain)
    plain = patterns.sub(r"从(?:湖边|河边|路边|跑道上?)的?一个?固定(?:地)?点(?=出发)", "从同一点", plain)
    plain = patterns.sub(r"最先(?=出发)", "先", plain)
    plain = patterns.sub(
        r"(?:比|在)原(?:来|先)?(?:的)?(?:速度)?(?:的)?(?:基础上)?(?=[^,;。]{0,6}(?:快|慢|多|少|提高|增加|降低|减少|加快)\d)", "", plain
    )
    if patterns.search(r"\d千米/小时|\d(?:\.\d+)?小时", plain) and not patterns.search(r"\d米|/分钟|/秒", plain):
        plain = patterns.sub(
            r"((?:速度|时速)(?:都|各|均|分别)?(?:再)?(?:增加|提高|加快|减少|降低|减慢)(?:了)?\d+(?:\.\d+)?千米)(?!/)", r"\1/小时", plain
        )
    plain = patterns.sub(r"(?<=[需要用花])多少(?=[。?]?$)", "多少时间", plain)
    plain = patterns.sub(r"练习(?=跑步|骑|走|游|竞走|,|。|$|快|慢)|(?<=跑步|往返|游泳|长跑|竞走)练习", "", plain)
    plain = patterns.sub(r"以?(?:各自的?)?不变的?速度|均?以(?:各自的?)?(?:恒定|一定|均匀)的?速度", "匀速", plain)
    plain = patterns.sub(r"(?:火车|列车|飞机|班车|汽车)?(?:的)?(?:开车|起飞|发车|开动|上课|开会|上班|集合)(?:的)?时间", "预定时间", plain)
    plain = patterns.sub(
        r"在?(?:火车|列车|飞机|班车|汽车)?(?:的)?(?:开车|起飞|发车|上课|开会|上班|集合)之?前(\d+(?:\.\d+)?(?:分钟|小时))(?:到达?|赶到)",
        r"比预定时间提前\1到达",
        plain,
    )
    plain = patterns.sub(r"(?:上|中|下)游的?(?=[A-D]地)", "", plain)
    plain = patterns.sub(
        r"(?:[他她]?立即|立刻|马上|赶紧)*(?:返)?回(?:到)?(?:A地|家)(?:拿|取)(?:书|课本|作业|东西|文件|材料|物品|钥匙|手机|证件)?",
        "返回",
        plain,
    )
    plain = patterns.sub(r"也(?:一?共)?用(?:了)?(?=\d)", "共用", plain)
    plain = patterns.sub(r"(?<=多少时间)多少|(?<=的距离)(?=多少[。?]?$)", "", plain)
    plain = patterns.sub(r"时速(?:应?是|应?为)?多少(千米|米)(?!/)", r"速度多少\1/小时", plain)
    plain = patterns.sub(
        r"(?:突然|才|忽然)?(?:发现|想起|得知|因为?)[^,;。?\d回返折]{0,8}(?:忘|落|漏|丢|没带|没拿|没有带|未带)[^,;。\d回返]{0,10}(?=[,;。]|立|马上|返|折|于是)",
        "",
        plain,
    )
    plain = patterns.sub(r"取(?:了)?(?:东西|文件|材料|资料|书|物品|证件|钥匙|手机|伞)(?:后)?(?=,|再|又|立|马上)", "", plain)
    plain = patterns.sub(r"(小时|分钟|秒|千米|米|倍)多少(?=[。?]?$)", r"多少\1", plain)
    plain = patterns.sub(r"(?<=多少)[。,?:()]*多少$|(?<=\?)[:(]*多少$|:(?=多少$)", "", plain)
    plain = patterns.sub(r"(?<=\d时\d{2})分钟(?!后)|(?<=\d时\d)分钟(?!后)", "分", plain)
    plain = patterns.sub(r"(\d+)(?:个)?小时零?(\d+)分(?!钟|之)", r"\1小时\2分钟", plain)
    plain = patterns.sub(
        r"([甲乙丙丁])(?:车|船)?每(小时|分钟|秒)钟?比([甲乙丙丁])(?:车|船)?(?:每\2钟?)?(多|少)(?:行驶|走|行|跑|游|骑)?(\d+(?:\.\d+)?)(千米|米)",
        lambda m: f"{m[1]}比{m[3]}{'快' if m[4] == '多' else '慢'}{m[5]}{m[6]}/{m[2]}",
        plain,
    )
    plain = patterns.sub(
        r"([甲乙丙丁])(?:的?速度)?(?:每(小时|分钟|秒)钟?)?比([甲乙丙丁])(?:的?速度)?(?:每(小时|分钟|秒)钟?)?(多|少|快|慢)(?:行驶|走|行|跑|游|骑)?(\d+(?:\.\d+)?|多少)(千米|米)(?!/)",
        lambda m: f"{m[1]}比{m[3]}{'快' if m[5] in '多快' else '慢'}{m[6]}{m[7]}/{m[2] or m[4]}" if m[2] or m[4] else m[0],
        plain,
    )
    plain = patterns.sub(r"(?:进行|参加)?(?:的)?(\d+米)(?:的)?(?:跑步|滑冰|游泳|跑|径赛|骑行)*(?:比赛|赛跑|赛)", r"比赛,全程\1", plain)
    plain = patterns.sub(
        r"每(小时|分钟|秒)钟?(?:要)?(多|少)(?:行驶|走|行|跑|游|骑)?(\d+(?:\.\d+)?)(千米|米)",
        lambda m: f"速度{'提高' if m[2] == '多' else '降低'}{m[3]}{m[4]}/{m[1]}",
        plain,
    )
    plain = patterns.sub(
        r"(\d+(?:\.\d+)?)(千米|米)/(小时|分钟|秒)(和|、|与|,)(\d+(?:\.\d+)?)(千米|米)(?![/\d])(?=[,。;的]|$)", r"\1\2/\3\4\5\6/\3", plain
    )
    return patterns.sub(r"(?<![\d:∶比])(\d{1,2}):([0-5]\d)(?=分别|出发|从|第|两|相|时|,|甲|乙|到|同|起|一|他|再|自|$)", r"\1点\2分", plain)


def _placed_distance(plain: str) -> str:
    """`去往相距 15 千米的 B 地` and `90 千米外的 B 地` tell how far it is between the two places of the text."""
    if set(patterns.findall("([A-D])地|([A-D])、", plain)) and patterns.search("[CD]地", plain):
        return plain
    pattern = r"(?:与[A-D]地)?(?:相距|距离(?:为)?|距)(?:[A-D]地)?(\d+(?:\.\d+)?(?:千米|米))(?:以?外)?的(?=[A-D]地)|(\d+(?:\.\d+)?(?:千米|米))(?:以|之)?外的?(?=[A-D]地)"
    found = list(patterns.finditer(pattern, plain))
    if len(found) != 1:
        return plain
    way = found[0][1] or found[0][2]
    return f"A、B两地相距{way},{plain[: found[0].start()]}{plain[found[0].end() :]}"


def fast_and_slow(plain: str) -> str:
    """`快的一人` and `慢的一人` as 甲 and 乙, where nothing else is told of either."""
    if patterns.search("[甲乙]", patterns.sub("甲、?乙", "", plain)) or not patterns.search("快的|较快|快者", plain):
        return plain
    plain = patterns.sub(r"(?:速度)?(?:较|更)?快(?:的)?(?:一个人|一人|一个|人|者|车|船|那个人)(?!的?时间)", "甲", plain)
    return patterns.sub(r"(?:速度)?(?:较|更)?慢(?:的)?(?:一个人|一人|一个|人|者|车|船|那个人)(?!的?时间)", "乙", plain)
