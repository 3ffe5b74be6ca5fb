"""Reading what must be sure of cards, birthdays, scores and numbers."""

from __future__ import annotations

import calendar

from engine.generators import patterns
from engine.generators.civil._problems.story import Story
from engine.generators.reading import stay_out, to_int

NUMERAL = r"(?:\d+|[一二两三四五六七八九十百]+)"
SURE = r"(?:保证|确保|一定|必定|必然|必有|必能|肯定|无论|不管|不论|总有|总能|才能|能有|绝对)"
LEAST = r"(?:至少|最少|起码|最小|少)"
CALENDAR = (
    (r"(?:同一?个?月(?:份)?(?!同)|月份相同)(?:出生|过生日|的生日|生日)?|生日(?:都)?在同一个?月", 12, "月份"),
    (r"(?:同一?个?属相|属相(?:都)?相同|属相一样|生肖(?:都)?相同|同一?个?生肖|同属相|生肖一样)", 12, "属相"),
    (r"(?:同一?个?星座|星座(?:都)?相同|星座一样)", 12, "星座"),
    (
        r"(?:同月同[一]?[天日](?:出生|过生日|的生日|生日)?|同一天(?:出生|过生日|的生日|生日)?|生日(?:都)?(?:相同|一样|在?同一天|是同一天)|同一天生日)",
        366,
        "日子",
    ),
    (r"(?:同在?一个?星期几|星期几(?:出生)?相同|同一个星期几)", 7, "星期几"),
    (r"生日(?:都)?在同一周|同一周(?:内|里)?(?:出生|过生日|的生日)", 53, "周"),
    (r"(?:同一?个?季度?|季节相同)", 4, "季节"),
)


def of_cards(sentence: str, story: Story, unit: str, same: str) -> dict[str, object]:
    text = story.text
    ranks = set(patterns.findall(r"(?<![A-Za-z])[AJQK](?![A-Za-z])", text))
    if len(ranks) > 1 or patterns.search(r"两副|2副|顺子|对子|同花顺|\d点|黑色|红色", text):
        stay_out("which cards")
    if patterns.search("各(?:有)?[2-9两三四五]|且|并且", sentence):
        stay_out("so many of each")
    without = patterns.search(
        r"(?:去掉|除去|除掉|拿掉|抽掉|不含|没有|不包括|不带|取出|拿走|去除|无)(?:了)?(?:两张)?(?:大小王|大、小王|大王和?、?小王|王牌?|王)|52张",
        text,
    )
    jokers = 0 if without else 2
    whole = patterns.search("54张|含大|带大|有大|包括大|含王|大小王|完整", text)
    # A pack that nothing is said of has its 54 cards.
    if not without and not whole and not patterns.search("[一1]副", text):
        stay_out("jokers")
    story.take_all(
        r"\(?(?:共|有|一共)?5[24]张(?:牌)?\)?|\(?(?:去掉|除去|除掉|拿掉|抽掉|不含|没有|不包括|不带|含|含有|带|带有|有|包括|包含|取出|拿走)(?:了)?(?:两张)?(?:大小王|大、小王|大王和?、?小王|王牌?)(?:后|的)?\)?|一副(?:完整的?)?(?:扑克牌?|牌)|剩下的?|(?:每种花色|四种花色)(?:各)?(?:有)?13张|大小王(?:都)?不算(?:任何)?花色"
    )
    suits = {"黑桃": 0, "红桃": 1, "红心": 1, "梅花": 2, "草花": 2, "方块": 3, "方片": 3}
    named = [name for name in suits if name in sentence]
    base: dict[str, object] = {"others": jokers, "unit": unit or "张"}
    if not without and not whole:
        base["whole_pack"] = True
    if len(named) == 1:
        number = patterns.search(rf"(?P<n>{NUMERAL})张(?:是)?{named[0]}", sentence)
        wanted = to_int(number["n"]) if number else 1
        if not 1 <= wanted <= 13:
            stay_out("numbers")
        story.take_all(rf"(?:{NUMERAL}张)?(?:到|有|是)?{named[0]}(?:牌)?")
        return {
            **base,
            "task": "certain",
            "counts": [13] * 4,
            "colour": suits[named[0]],
            "wanted": wanted,
            "told": f"{wanted} 张{named[0]}",
        }
    if named:
        stay_out("which suits")
    if ranks:
        (rank,) = ranks
        number = patterns.search(rf"(?P<n>{NUMERAL})张(?:牌)?(?:是|为|的)?{rank}(?![A-Za-z])", sentence)
        wanted = to_int(number["n"]) if number else stay_out("how many of a rank")
        if not 1 <= wanted <= 4:
            stay_out("numbers")
        story.take_all(rf"{NUMERAL}张(?:牌)?(?:是|为|的)?{rank}(?:出现|牌)?")
        return {**base, "task": "certain", "counts": [4] * 13, "colour": 0, "wanted": wanted, "told": f"{wanted} 张 {rank}"}
    if found := patterns.search(same, sentence):
        by_suit, by_points = "花色" in sentence, bool(patterns.search("点数|数字|大小(?:相同|一样)", sentence))
        if by_suit == by_points:
            stay_out("same what")
        wanted = to_int(found["n"])
        if not 2 <= wanted <= (13 if by_suit else 4):
            stay_out("numbers")
        story.take_all(same)
        story.take_all("(?:花色|点数|数字)(?:都)?(?:相同|一样)")
        if jokers and by_points and patterns.search("大小(?:相同|一样)", sentence):
            # Of the two jokers each has a size of its own.
            return {**base, "others": 0, "task": "same", "counts": [*[4] * 13, 1, 1], "wanted": wanted, "told": found[0]}
        return {**base, "task": "same", "counts": [13] * 4 if by_suit else [4] * 13, "wanted": wanted, "told": found[0]}
    if every := patterns.search(r"(?P<n>[二两三四2-4])种花色|(?:每种|各种|所有|全部)花色", sentence):
        wanted = to_int(every["n"]) if every["n"] else 4
        story.take_all(r"(?:[二两三四2-4]种|每种|各种|所有|全部)花色(?:的牌)?(?:都|齐|全)*|至少(?:有)?(?:一|1)张")
        return {**base, "task": "kinds", "counts": [13] * 4, "wanted": wanted, "told": f"{wanted} 种花色"}
    stay_out("which cards")


def of_calendar(sentence: str, story: Story, boxes: int, what: str, unit: str, pattern: str) -> dict[str, object]:
    """People by month, day or zodiac: how many make sure of so many alike, or how many alike so many make sure of."""
    if boxes == 366:
        story.take_all(r"\(?(?:即|也就是)?(?:出生的)?同月同日\)?(?:出生|生)?(?:的)?(?=[,;。?)]|$)")
    text, pattern = story.text, f"(?:{pattern})"
    if boxes == 366 and (born := story.take(r"(?:都)?(?:在|是)?(?P<y>(?:19|20)\d\d)年(?:出生|生)(?:的)?")):
        boxes = 366 if calendar.isleap(int(born["y"])) else 365
        text = text.replace(born[0], "")
    said = patterns.search(r"(?:一年)?(?:按|为|有|以)?(?P<n>36[56])天", text)
    if said:
        boxes = int(said["n"]) if boxes == 366 else stay_out("days")
    if boxes == 53:
        if not patterns.search("53个?周", text):
            stay_out("weeks")
        story.take_all(r"\(?(?:一年)?(?:按)?(?:一年)?53个?周(?:算|计|计算)?\)?")
    if boxes == 366 and not said and patterns.search("平年", text):
        boxes = 365
    if patterns.search("性别|男|女|并且|而且|且", text):
        stay_out("and what else")
    story.take_all(r"\(?(?:一年)?(?:按|为|有|以)?36[56]天(?:算|计算|计)?\)?|\(?平年\)?")
    wanted = patterns.search(
        rf"(?<!少)有(?P<n>{NUMERAL})(?:个|名|位)?(?:人|学生|同学|员工|小朋友|职工|孩子)?(?P<gap>[^,;?。\d]{{0,8}}?){pattern}", text
    )
    people = patterns.search(r"(?<!多少)(?P<n>\d+)(?:个|名|位)?(?:人|学生|同学|员工|小朋友|职工|孩子|老师|教师|居民|游客|观众|代表)", text)
    asks_people = patterns.search(
        rf"{LEAST}(?:要|需要?|应|得)?(?:有)?多少(?:个|名|位)?(?:人|学生|同学|员工|职工|小朋友|老师|教师)?(?:中|里|以上|在场|才|就|,|能|可以|参加)*(?:才)?(?:能)?{SURE}|{SURE}.*{LEAST}.{{0,6}}多少",
        text,
    )
    if wanted and asks_people:
        story.take_all(rf"有{NUMERAL}(?:个|名|位)?(?:人|学生|同学|员工|小朋友|职工|孩子)?")
        story.take_all(pattern)
        story.take_all(SURE)
        return {
            "task": "choices",
            "ways": boxes,
            "wanted": to_int(wanted["n"]),
            "kinds": boxes,
            "unit": unit or "人",
            "told": f"{wanted['n']} 人{what}相同",
        }
    if people and not wanted and patterns.search(rf"{LEAST}(?:有|会有)?多少", text):
        story.take_all(r"(?:有|共有)?(?<!多少)\d+(?:个|名|位)?(?:人|学生|同学|员工|小朋友|职工|孩子|老师|教师|居民|游客|观众|代表)")
        story.take_all(pattern)
        story.take_all(SURE)
        return {"task": "boxes", "things": int(people["n"]), "boxes": boxes, "unit": unit or "人", "told": f"至少多少人{what}相同"}
    stay_out("which question")


def of_scores(sentence: str, story: Story, unit: str) -> dict[str, object]:
    """People with whole scores of a range: how many at least have the same, or how many make sure of it."""
    text = story.text
    if span := story.take(
        r"(?:得分|分数|成绩)?(?:都|均)?(?:是|为)?(?:整数)?(?:且|,|在)*(?:最低|至少|不低于)(?:得|分|为|是)*(?P<low>\d+)分(?:,)?(?:最高(?:得|分|为|是)*(?P<top>\d+)分)?"
    ):
        top = span["top"] or (found["n"] if (found := story.take(r"满分(?:为|是)?(?P<n>\d+)分?")) else None)
        if top is None:
            stay_out("which scores")
        scores = int(top) - int(span["low"]) + 1
    elif quiz := story.take(
        r"(?P<n>\d+)道(?:判断|选择|单选|填空)?题,?(?:每[道题小]*)(?:答|做)?对(?:得)?(?P<mark>1|一)分钟?,?(?:、)?(?:答|做)?(?:错|不答|不做)(?:或|、|和|都|均|不答|错|答错)*(?:得0分钟?|不得分|不扣分|0分|得零分|都不得分)(?:也不扣分)?"
    ):
        scores = int(quiz["n"]) + 1
    else:
        stay_out("which scores")
    story.take_all(r"(?:得分|分数|成绩)(?:都|均)?(?:是|为)?整数(?:且)?|满分(?:为|是)?\d+分?|某?(?:次)?考试(?:有|中)?")
    wanted = patterns.search(rf"{SURE}[^,;。?\d]{{0,6}}有?(?P<n>{NUMERAL})(?:个|名|位)?(?:人|学生|同学|考生)", sentence)
    people = patterns.search(r"(?<!多少)(?P<n>\d+)(?:个|名|位)?(?:人|学生|同学|考生)", text)
    story.take_all(rf"有?{NUMERAL}(?:个|名|位)?(?:人|学生|同学|考生)(?:的)?(?:得分|分数|成绩)?|(?:得分|分数|成绩)(?:相同|一样)|{SURE}")
    if wanted and patterns.search(rf"{LEAST}.{{0,8}}多少", sentence):
        return {
            "task": "choices",
            "ways": scores,
            "wanted": to_int(wanted["n"]),
            "kinds": scores,
            "unit": unit or "人",
            "told": f"{wanted['n']} 人得分相同",
        }
    if people and not wanted and patterns.search(rf"{LEAST}(?:有|会有)*多少", sentence):
        return {"task": "boxes", "things": int(people["n"]), "boxes": scores, "unit": unit or "人", "told": "至少多少人得分相同"}
    stay_out("which question")


def of_numbers(sentence: str, story: Story, unit: str) -> dict[str, object]:
    """Numbers from 1 on, of which two must differ by, or add up to, so much."""
    if patterns.search("奇数|偶数|质数|合数|连续取|互不", story.text):
        stay_out("which numbers")
    span = story.take(r"(?:在|从)?(?<!\d)1(?:到|至|~|-|—)(?P<high>\d+)")
    if span is None:
        stay_out("which numbers")
    high = int(span["high"])
    story.take_all(r"(?:任意?)?(?:取|选)(?:出)?若干个(?:数|自然数)?")
    story.take_all(r"(?:这)?\d+个(?:连续)?(?:自然数|数|整数|正整数)(?:中|里)?")
    aims = (
        (r"(?:之差|的差|差)(?:恰好)?(?:是|为|等于)(?P<n>\d+)(?!的倍数|\d)", "difference"),
        (r"(?:之和|的和|和|加起来|相加)(?:恰好)?(?:是|为|等于)(?P<n>\d+)(?!的倍数|\d)", "sum"),
        (r"(?:之差|的差|差)(?:是|为)(?P<n>\d+)的倍数|除以(?P<m>\d+)(?:的)?余数相同", "modulo"),
        (r"互质|互素", "coprime"),
        (r"(?:其中)?(?:一|1)个(?:数)?(?:恰好)?是另(?:外)?(?:一|1)个(?:数)?的(?P<n>[2-9]|两|三)倍", "times"),
        (r"(?:其中)?(?:一|1)个(?:数)?是另(?:外)?(?:一|1)个(?:数)?的(?:整数)?倍(?:数)?(?![\d])|倍数关系", "multiple"),
    )
    for pattern, task in aims:
        if found := patterns.search(pattern, sentence):
            if task not in ("times", "multiple") and not patterns.search(r"(?:两|2)个?(?:数|不同的数|自然数)?", sentence):
                stay_out("two numbers")
            story.take_all(pattern)
            story.take_all(r"(?:有|存在)?(?:两|2)(?:个(?:不同的)?(?:自然)?数?|数)")
            groups = found.groupdict()
            number = to_int(groups.get("n") or groups.get("m") or "0")
            if high > 10_000 or (task == "modulo" and not 1 < number < high):
                stay_out("numbers")
            return {"task": "numbers", "high": high, "aim": task, "number": number, "unit": unit or "个", "told": found[0]}
    stay_out("which numbers")


def of_linked(sentence: str, story: Story, unit: str) -> dict[str, object]:
    """Cards numbered from 1 on, some of each number: how many make sure of so many numbers in a row."""
    span = story.take(r"(?:编号|标有|写有|数字)*(?:从|为|是)*1(?:到|至|~|-|—)(?P<high>\d+)(?:号)?(?:的)?(?:卡片|卡|牌|球)?")
    each = story.take(r"(?:每个|每种|各)(?:编号|号码|数字)?(?:的)?(?:卡片|卡|牌|球)?(?:都|各|均)?有?(?P<n>\d+|[一二两三四五六])(?:张|个)")
    aim = patterns.search(rf"(?P<n>{NUMERAL})(?:张|个)(?:卡片|卡|牌|球)?(?:的)?编号(?:恰好|正好)?(?:相连|连续|相邻)", sentence)
    if span is None or aim is None:
        stay_out("which numbers")
    high, copies, run = int(span["high"]), to_int(each["n"]) if each else 1, to_int(aim["n"])
    total = story.take(r"(?:一?共|总共)(?:有)?(?P<n>\d+)(?:张|个)(?:卡片|卡|牌|球)?")
    if not 2 <= run <= high <= 1000 or (total and int(total["n"]) != high * copies):
        stay_out("numbers")
    story.take_all(rf"有?{NUMERAL}(?:张|个)(?:卡片|卡|牌|球)?(?:的)?编号(?:恰好|正好)?(?:相连|连续|相邻)")
    return {"task": "linked", "high": high, "copies": copies, "run": run, "unit": unit or "张", "told": aim[0]}
