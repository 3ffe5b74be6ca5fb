"""One wording for what people say of sets: remarks in brackets, several names with several numbers, marks as good or not."""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators import patterns
from engine.generators.civil._inclusion_exclusion.regions import PEOPLE, SORT, STATE, VERB
from engine.generators.civil._problems.story import Story
from engine.generators.reading import stay_out

UNIT = rf"(?:(?:的)?(?:个|名|位|户|家|份|种(?:产品|样品|商品|药品|食品)|本(?:书|图书|杂志)?|篇(?:稿件|文章|论文)?|册(?:书|图书)?|种(?![\u4e00-\u9fff])|批次?|道(?:题)?|平方(?:厘米|分米|米)|{PEOPLE})?(?:的)?{PEOPLE}?)"
SIZES = {"两": 2, "二": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4}


def _place(sign: str) -> int:
    return int(sign) if sign.isdigit() else "一二三四".index(sign) + 1


def upright(text: str) -> str:
    """Lines of a table, each a name and its number, as sentences."""
    line = r"[^\d\n]{1,12}?[ \t|:：]+\d+(?:人|户|名)?"
    lines = text.split("\n")
    if sum(patterns.fullmatch(line, each.strip("| \t")) is not None for each in lines) < 3:
        return text
    sentences = []
    for each in lines:
        bare = each.strip("| \t")
        if row := patterns.fullmatch(r"([^\d\n]{1,12}?)[ \t|:：]+(\d+)(?:人|户|名)?", bare):
            sentences.append(f"{row[1]}的有{row[2]}人,")
        elif not patterns.fullmatch(r"(?:项目|类别|情况|种类|内容|名称|科目|课程)[ \t|]*(?:人数|数量|户数)(?:\(人\)|/人)?", bare):
            sentences.append(each + "\n")
    return "".join(sentences)


def _one_each(values: str, names: str, state: str) -> str:
    """Each name with its number, where there are as many."""
    numbers, told = patterns.findall(r"\d+[\u4e00-\u9fff]", values), patterns.split("[、和与]", names)
    if len(numbers) != len(told):
        stay_out("names and numbers")
    return ",".join(f"{name}{state}的有{number}" for name, number in zip(told, numbers, strict=True))


_REWORDED: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    # when and where it was, in how many contests, of no matter
    (
        r"^[^,;。\d]{0,8}(?:举办|举行|组织|开展)(?:了)?(?:(?:19|20)\d\d年)?[^,;。\d]{0,14}?(?:运动会|活动|比赛|竞赛|大会|培训),(?=[^。]{0,30}。[^。]*\d+(?:名|人))",
        "",
    ),
    (r"(?:共?有|设有?|分为?)[2-4二三四](?:个|项)(?:比赛)?(?:项目|科目|活动),(?:均|都)?(?:以[^,;。\d]{1,8}(?:方式|形式)(?:进行)?。)?", ""),
    # `在第一次考试中有 26 人及格`
    (
        rf"(?:在)?(?P<what>第[一二三四1-4][^,;。\d]{{1,5}}?|[\u4e00-\u9fff]{{2,4}}考试)中,?(?:有)?(?P<n>\d+)(?:人|名)(?P<state>{STATE})(?=[,;。])",
        lambda match: f"{match['what']}{match['state']}的有{match['n']}人",
    ),
    # `至少参加英语小组、语文小组、数学小组中的一个课外活动小组`
    (
        r"至少(?P<verb>参加|选修?|会|订|报名?)(?:了)?(?:[\u4e00-\u9fffA-Z]{1,6}、)+[\u4e00-\u9fffA-Z]{1,6}?(?:中)?的(?:一|1)(?P<sort>个|项|门|种)[^,;。\d]{0,8}",
        r"至少\g<verb>一\g<sort>",
    ),
    # which class it was
    (
        r"(?:[一二三四五六七八九]年级|[初高][一二三])?(?:[一二三四五六七八九十1-9]|[一二三四五六七八九1-9]?\s*\(\s*[1-9一二三四五六七八九]\s*\))班(?=[,学参的里中有每])",
        "某班",
    ),
    (r"(?:(?<=[,;。\n])|^)(?:一|这|某|本)个(?=(?:年级|班级?|单位|公司|学校|社区|车间)(?:里|中)?(?:共)?有\d)", "某"),
    # `7 种、9 种、6 种分别在甲、乙、丙上不合格`
    (
        rf"(?:有)?(?P<values>\d+(?:种|人|个|批|件|家|名)(?:[、,]\d+(?:种|人|个|批|件|家|名))+)(?:[\u4e00-\u9fff]{{0,4}}?)分别(?:在|是|因|有)(?P<names>[^,;。\d、]{{1,8}}(?:[、和与][^,;。\d、和与不没上]{{1,8}})+)(?:上|方面|中)?(?P<state>{STATE})(?=[,;。])",
        lambda match: _one_each(match["values"], match["names"], match["state"]),
    ),
    (r"双优", "都优秀"),
    (r"^[^,;。\d]{2,20}?人(?:一起)?做(?:了)?同一(?:份|套)(?:试卷|卷子|考卷|试题)[,。]", ""),
    (r"(?:有)?几(?:道)?题(?=[,;。?]|$)", "有多少道题"),
    (r"获优", "优秀"),
    (r"(?:在)?(?:一|某|这|某一)次(?:测验|考试|测试|竞赛|期末考试|期中考试)中,?(?=有\d+(?:人|名))", ""),
    (r"(?:(?<=[,。;\n])|^)某班(?:共)?有(?=\d+(?:人|名)[\u4e00-\u9fff]{2,4}(?:优秀|及格|满分))", "有"),
    (
        r"每人(?:在[\u4e00-\u9fff]{1,4}(?:里|中|内|间))?都参加(?:了)?(?:体育|文艺|课外)?(?:训练队|兴趣小组|小组|社团|课外活动|运动队)(?=[,。])",
        "每人至少参加一项",
    ),
    # `参加实践课的员工中，有 60% 也参加了理论课`
    (
        rf"(?:在|其中)?(?P<one>(?:{VERB})[^,;。\d]{{1,10}}?)(?:的)?{PEOPLE}(?:当)?中,?(?:有)?(?P<p>\d+%|\d+/\d+)(?:的)?(?:{PEOPLE})?(?:也|又|还|同时)+(?P<two>(?:{VERB})[^,;。\d]{{1,10}}?)(?=[,;。])",
        r"既\g<one>又\g<two>的人数是\g<one>的人数的\g<p>",
    ),
    # `都做物理，化学实验`: both of them
    (
        r"都?(?P<verb>做|参加|考)(?:了)?(?P<a>[\u4e00-\u9fff]{2,4})[,、和与](?P<b>[\u4e00-\u9fff]{2,4})(?P<what>实验|考试|测验|竞赛)(?=[,;。])",
        r"\g<verb>\g<a>、\g<b>两种\g<what>",
    ),
    # `前两天售出的商品有 25 种相同`
    (
        r"(?P<part>前|后)[两2]天(?:都)?(?P<verb>售出|卖出)的[\u4e00-\u9fff]{1,3}?(?:有)?(?P<n>\d+)种(?:是)?相同(?:的)?",
        lambda match: (
            f"第{'一' if match['part'] == '前' else '二'}天{match['verb']}、第{'二' if match['part'] == '前' else '三'}天{match['verb']}都有的有{match['n']}种"
        ),
    ),
    (
        r"(?:这)?[三3]天(?:一?共|总共)?(?P<verb>售出|卖出)的[\u4e00-\u9fff]{1,3}?(?P<some>至少|最少|至多|最多)有多少种",
        r"一共有\g<some>有多少种",
    ),
    (
        r"(?:(?<=[,;。])|^)[^,;。\d]{0,8}?(?P<day>第[一二三]天)(?P<verb>售出|卖出)(?:了)?(?P<n>\d+)种[\u4e00-\u9fff]{1,3}?(?=[,;。])",
        r"\g<day>\g<verb>的有\g<n>种",
    ),
)


def _as_papers_say(text: str) -> str:
    """Turns of exam papers as the reader of sets knows them."""
    for pattern, replacement in _REWORDED:
        text = patterns.sub(pattern, replacement, text)
    return text


def opened(text: str) -> Story:
    """The problem in the wording that the reader of sets knows."""
    text = upright(text)
    if text.count(" ") > 2 and not patterns.search("[,;。]", text):  # spaces instead of commas
        text = patterns.sub(r"(?<=[\u3400-\u9fff%?]) +(?=\S)", ",", text)
    story = Story(text)
    rest = _as_papers_say(story.rest.replace("\ue000", ""))
    if "骑车" in rest:
        rest = rest.replace("骑自行车", "骑车").replace("骑单车", "骑车")
    rest = patterns.sub(r"不[只止](?:使用|选|参加|订|报|用|会)?(?:一|1)(?=种|项|门|个|样)", "至少两", rest)
    rest = patterns.sub(r"(?<!有)无线(?:网络?|宽带)?(?=上网|[,。的、])", "WIFI", rest) if "无线" in rest and "有线" in rest else rest
    rest = patterns.sub(
        rf"(?<![\d.第])([1-4])(?={SORT}(?:都|全|均|的(?:人)?(?:都)?有|考|外|小组|课|测|竞))",
        lambda match: "一两三四"[int(match[1]) - 1],
        rest,
    )
    if patterns.search("男", rest) and patterns.search("女", rest):
        rest = rest.replace("女", "非男")
    rest = patterns.sub(r"(?:是|占|为)总(?:人数|户数|数|体)?的(?=\d)", "占", rest)
    rest = patterns.sub(r"(?<=[,;。])(?:若|如果|已知)(?=[^,;。?]{1,14}(?:有|为|是|占)?\d)", "", rest)
    rest = patterns.sub(r"(?:有)?(?:一)?部分(?:重叠|叠在一起|叠放)(?=,[^,;。]{0,6}面积)", "", rest)
    bad = r"不合格|不达标|不过关"
    if len(patterns.findall(bad, rest)) >= 3:
        # What is counted are those that fail: to fail is the state, to pass its contrary.
        rest = patterns.sub(r"(?:全部?|都|均)?(?<![不欠])(?:合格|达标|过关)", "都不欠佳", patterns.sub(bad, "欠佳", rest))
    set(patterns.findall("赞成|支持|同意", rest))
    story.rest = above_marks(rest.replace("(同上)", "同上"))
    return story


def each_in_words(rest: str) -> str:
    """`第 1~4 题`, `第一、二题`: each by its own ordinal."""
    rest = patterns.sub(
        r"第([1-4一二三四])(?:到|至|~|-|—)(?:第)?([1-4一二三四])(题|道题|门|项|关|场)",
        lambda match: "、".join(f"第{'一二三四'[place - 1]}{match[3]}" for place in range(_place(match[1]), _place(match[2]) + 1)),
        rest,
    )
    rest = patterns.sub(
        r"第([一二三四])((?:[、和][二三四])+)(题|道题|门|项|关|场)",
        lambda match: "、".join(f"第{each}{match[3]}" for each in match[1] + patterns.sub("[、和]", "", match[2])),
        rest,
    )
    return patterns.sub(r"(?<=第)([1-4])", lambda match: "一二三四"[int(match[1]) - 1], rest)


def chosen_by_both(text: str) -> str:
    """`要求成员同时有甲和乙……能够入选的有`: who may be chosen is who has both; and of how many they are chosen."""
    text = patterns.sub(
        rf"(?:(?<=[,;。])|^)[^,;。\d]{{0,12}}?(?:计划|拟|准备|打算)?从(?:全部|全体|所有)?的?(?P<all>\d+(?:名|个|位){PEOPLE})中(?:挑选|选拔|选派|抽调|选出?|遴选)[^,;。\d不没未]*(?=[,;。])",
        r"共有\g<all>",
        text,
    )
    wanted = patterns.search(
        r"[,;。](?:且|并)?(?:要求|规定)[^,;。\d不没未]{0,10}?(?:必须|须|要|应|需)当?(?P<both>同时[^,;。\d不没未或]{3,20})(?=[,;。])", text
    )
    if wanted is None:
        return text
    before, after = text[: wanted.start()], text[wanted.end() :]
    asked = patterns.search(
        rf"(?<![不没未无])(?:能够?|可以?|有资格)(?:进入|入选|加入|参加|成为|被选[为入])[^,;。?\d的]{{0,8}}的?(?={PEOPLE}?(?:共|一共)?有?多少)",
        after,
    )
    return f"{before}{after[: asked.start()]}{wanted['both']}的{after[asked.end() :]}" if asked else text


def contraries(text: str) -> str:
    """What is the contrary of a word as `不` with it, where both are told: `反对` beside `赞成`, `正常` beside `偏高`, `错` beside `对`."""
    text = (
        patterns.sub("不达标|不过关|不及格", "不合格", patterns.sub("(?<!不)(?:达标|过关|及格)", "合格", text)) if "合格" in text else text
    )
    votes = set(patterns.findall("赞成|支持|同意", text))
    if len(votes) == 1 and "反对" in text and not patterns.search("弃权|中立|无所谓|没有?意见", text):
        text = text.replace("反对", f"不{votes.pop()}")
    if (state := patterns.search("偏高|超标|异常", text)) and "正常" in text:
        text = text.replace("正常", f"不{state[0]}")
    if patterns.search("[答做解写]对", text):
        text = patterns.sub(
            "(?<=[都全均皆])(?:[答做解写])?错", lambda match: "没" + (patterns.search("[答做解写]对", text) or match)[0], text
        )
    return text


def above_marks(text: str) -> str:
    """`数学 90 分以上`, `没上 90 分`: good or not, where all speak of the same marks."""
    marks = set(patterns.findall(r"(\d{2,3})分(?!钟)", text))
    if len(marks) != 1 or not patterns.search(r"分(?:及|\(含\))?以上|达到|超过|上\d+分", text):
        return text
    value = marks.pop()
    text = patterns.sub(
        rf"(?:不到|不足|低于|(?:没有?|未)(?:能)?(?:上|到|达到|超过|得到?|考到?|在)?){value}分(?:以上)?|在?{value}分以下", "不优秀", text
    )
    return patterns.sub(rf"(?:成绩)?(?:在|得|达到|超过|上|考了?)*{value}分(?:及)?(?:以上)?", "优秀", text)


def remarks(text: str) -> str:
    """Remarks in brackets put where they belong: what includes the middle part changes nothing, what excludes it does."""

    def remark(match: re.Match[str]) -> str:
        inside = match[1]
        if patterns.search(r"不(?:包括|包含|含|算)|除外", inside):
            return "恰" if not patterns.search(r"\d", inside) else stay_out(inside)
        if patterns.search(r"包括|包含|含|算", inside) or patterns.search(r"^假设|^注", inside):
            return "" if not patterns.search(r"\d", inside) else stay_out(inside)
        if patterns.search(r"恰|刚好|正好|仅|只(?!考虑)", inside) and not patterns.search(r"\d|多少", inside):
            return "恰"
        if patterns.search(r"^(?:但|而|且|并且?|不过)[^,]*(?:不|没|未)", inside) and not patterns.search(r"\d", inside):
            return inside  # `喜欢看球赛和戏剧(但不喜欢看电影)`
        return f",{inside},"

    return patterns.sub(r"\(([^()]{0,24})\)", remark, text)


def spread(text: str) -> str:
    """`会英语、日语的分别有 30、40 人` with each number beside its name."""

    def each_beside(match: re.Match[str]) -> str:
        values = patterns.findall(r"\d+(?:\.\d+)?%?", match["values"])
        head = patterns.sub(
            rf"(?:的)?(?:{PEOPLE})?(?:面积)?$",
            "",
            patterns.sub(rf"(?:这)?(?<!第)[两二三四2-4]{SORT}(?:不同形状的)?(?=[^、和与]*$)", "", match["head"]),
        )
        head = patterns.sub(r"(?:的)?(?:人数)?(?:分别|依次|各)+$", "", head)
        head = patterns.sub(r"(?<=[甲乙丙丁A-Z])报名$", "", head)
        names = patterns.split(r"[、和与及,]", head)
        if len(names) != len(values):
            # The names stand in the clause before.
            before = patterns.search(r"[^,;。?!:\d]*[、和与][^,;。?!:\d]*$", text[: match.start()].rstrip(",;。"))
            names = (
                patterns.split(r"[、和与及,]", patterns.sub(rf"(?:这)?[两二三四2-4]{SORT}[^、和与]*$", "", before[0])) if before else names
            )
            names = [patterns.sub(r"^.*(?:有|开展了?|举办了?|组织了?|开设了?|设有|进行了?)", "", name) for name in names]
        kinds = patterns.search(rf"(?P<number>[两二三四2-4]){SORT}", text)
        if (len(names) != len(values) or not all(names)) and kinds and len(values) == SIZES.get(kinds["number"], -1):
            names = [f"第{place}样" for place, _ in zip("一二三四", values, strict=False)]
        if len(names) != len(values) or not all(names):
            return match[0]
        first = patterns.match(rf"^.*?(?:{VERB})", names[0])
        last = patterns.search(rf"{STATE}.*$", names[-1])
        told = [
            f"{first[0] if first and place and not patterns.match(VERB, name) else ''}{name}{last[0] if last and place < len(names) - 1 else ''}"
            for place, name in enumerate(names)
        ]
        return "".join(f"{name}的有{value}人," for name, value in zip(told, values, strict=True))

    value = r"\d+(?:\.\d+)?%?(?:人|名|户|个|位)?"
    return patterns.sub(
        rf"(?P<head>[^,;。?!:\d]*)(?:的)?(?:人数)?(?:(?:分别|依次)(?:有|是|为|占)*|是|为|有)(?P<values>{value}(?:[、,和与 ]+{value})+){UNIT}",
        each_beside,
        text,
    )
