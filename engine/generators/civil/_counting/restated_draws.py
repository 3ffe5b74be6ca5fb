"""Papers' words for draws by chance and for seats round a table, put as the readers know them; only what says the same is put otherwise."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._counting.assigning.words import N
from engine.generators.reading import to_int

_TAKE = r"(?:抽|摸|取|拿|选)(?:取|出)?"
_PERSON = r"(?:大人|成年?人|孩子|小孩子?|儿童|家长|老人|老师|学生|男生|女生|男孩|女孩|小朋友)"
_NAME = r"(?:[甲乙]|小[\u4e00-\u9fff])"


def _put_back(text: str) -> str:
    """`每次从中抽出 1 个记下后放回，如是重复 3 次`: so many drawn and put back."""
    found = patterns.search(
        rf"每次(?:从中|都)?(?:任意|随机)?{_TAKE}[1一]个(?P<what>[\u4e00-\u9fff]{{0,3}}?),?(?:记下?(?:编号|号码|数字|颜色)?)?(?:后|再)?(?:都|再)?放回(?:袋中|盒中|去)?,(?:如是|如此|这样|像这样|按此)?(?:连续)?(?:重复|进行|{_TAKE})(?:了)?(?P<n>{N})次",
        text,
    )
    if found is None:
        return text
    number, what = to_int(found["n"]), found["what"]
    tail = patterns.sub(
        rf"(?:则|那么)?(?:这)?{found['n']}次(?:中|所)?(?:记下|{_TAKE}到?)的?(?:[\u4e00-\u9fff]{{0,2}}球)?的?(?P<of>编号|号码|数字)的?(?=(?:乘?积|之?和|之积))",
        rf"抽到的{number}个\g<of>的",
        text[found.end() :],
    )
    tail = tail.replace("的之积", "的乘积").replace("的之和", "的和")
    return f"{patterns.sub('桌子[中上里](?=有)', '袋中', text[: found.start()])}有放回地抽取{number}个{what}{tail}"


def _two_choose(text: str) -> str:
    """`小李和小张各自从 1 到 6 中任选一个数，两人选的数之和`: two drawn and put back."""
    return patterns.sub(
        rf"{_NAME}[和与、]{_NAME}(?:两人|二人)?各自?(?:独立地?|随机地?|任意地?)?从(?P<row>[^,;。]{{3,20}}?)(?:中|里|这\d+个数中)(?:随机|任意?)?{_TAKE}择?[1一]个(?P<what>数字?|整数|自然数),(?:那么|则)?(?:两人|二人|他们)(?:所)?{_TAKE}择?(?:到|中)?的(?:[两2]个)?(?:数字?|整数|自然数)的?(?P<how>之和|和|之积|积|之差)",
        r"从\g<row>中有放回地抽取2个\g<what>,抽到的2个\g<what>\g<how>",
        text,
    )


def _round_seats(text: str) -> str:
    """`两个大人带四个孩子去坐只有六个位置的圆形旋转木马`: so many people round a circle."""
    found = patterns.search(
        rf"(?P<a>{N})(?:个|名|位)(?P<one>{_PERSON})(?:带着?|领着?|陪着?|和|与|、)(?P<b>{N})(?:个|名|位)(?P<two>{_PERSON})(?:一起|共同|随机)?(?:去|来)?(?:乘坐|坐上?|围坐)(?:一?[个张])?(?:只有|有)(?P<n>{N})个(?:座位|位置|座)的(?P<what>[^,;。]{{1,10}})(?=[,;。])",
        text,
    )
    if found is None or not patterns.search("[圆环]", found["what"]) or to_int(found["a"]) + to_int(found["b"]) != to_int(found["n"]):
        return text
    return f"{text[: found.start()]}{found['a']}名{found['one']}和{found['b']}名{found['two']}围坐成一圈{text[found.end() :]}"


def _people(text: str) -> str:
    """`两个大人`: people are not counted as things are."""
    return patterns.sub(rf"(?P<n>{N})个(?=(?:{_PERSON})(?!书|票|餐))", r"\g<n>名", text) if patterns.search("围|圈|圆桌", text) else text


_SOMEBODY = r"(?:[甲乙丙丁戊]|[小老][\u4e00-\u9fff])"
_DAY = r"(?:周|星期)[一二三四五六日天]"


def _kept_from_a_day(text: str) -> str:
    """`老陶周一外出开会不能排，小刘有其他的事不能排在周五`, `在周一至周五的中午值班，每人一次`: without the reasons, each one day."""
    text = patterns.sub(
        rf"(?P<who>{_SOMEBODY})(?P<day>{_DAY})[^\d,;。不没只必第各每至最]{{2,8}}?不能(?:值班|安排|排班|排|上班)(?=[,;。])",
        r"\g<who>不能排在\g<day>",
        text,
    )
    text = patterns.sub(
        rf"(?P<who>{_SOMEBODY})(?:有其他的?事情?|有其它的?事情?|有事|临时有事|家中有事)(?=不能[^,;。]{{0,4}}{_DAY})", r"\g<who>", text
    )
    if not patterns.search(rf"{_DAY}(?:到|至){_DAY}", text):
        return text
    text = patterns.sub(rf"(?P<to>{_DAY}(?:到|至){_DAY})的?(?:每天)?(?:中午|晚上|上午|下午|夜间|早上)(?=值)", r"\g<to>", text)
    text = patterns.sub(rf"不能?(?:排|安排)在(?P<day>{_DAY})(?!值)", r"不在\g<day>值班", text)
    return patterns.sub("每人(?:值班?)?[一1]次(?=[,;。])", "每人值班一天", text)


def _at_places(text: str) -> str:
    """`某站由甲舱、乙舱、丙舱构成。某次实验需要 5 人同时在三个舱中开展`: so many sent to so many places, with their names."""
    text = patterns.sub(
        r"(?P<only>(?:只能?|必须|可以?|想|要求)(?:去|到|参加|选择?|从事|承担))(?P<a>[^,;。\d和与不没]{1,8})[和与](?P<b>[^,;。\d和与不没]{1,8}?)(?:这?[两二2]个[^,;。\d中]{0,3})?(?:之|当)?中的?(?:任意|其中)?[一1](?:个|项|处|所|门|座|家|村)(?=[,;。])",
        r"\g<only>\g<a>或\g<b>",
        text,
    )
    found = patterns.search(
        rf"(?:由|有|包括|包含)(?P<row>[^,;。\d、]{{1,8}}(?:、[^,;。\d、]{{1,8}}?)+?)(?:[两二三四五六]个[\u4e00-\u9fff]{{1,3}})?(?:构成|组成)?。[^,;。\d]{{0,10}}?(?:需要?|安排|派)(?P<n>{N})(?P<who>(?:名|位|个)[\u4e00-\u9fff]{{1,5}}?)(?:同时|分别)*在(?P<m>{N})个(?P<what>[\u4e00-\u9fff]{{1,3}}?)[中里内](?:同时)?(?:开展|进行|工作|作业|完成)(?=,)",
        text,
    )
    if (
        found is None
        or len(found["row"].split("、")) != to_int(found["m"])
        or not all(each.endswith(found["what"]) for each in found["row"].split("、"))
    ):
        return text
    return f"将{found['n']}{found['who']}安排到{found['row']}{found['m']}个{found['what']}{text[found.end() :]}"


def _pairs_in_a_row(text: str) -> str:
    """`四对情侣排成一队，每对情侣必须排在一起`: so many families of two."""
    return patterns.sub(
        rf"(?P<n>{N})对(?P<who>夫妻|夫妇|情侣|恋人|双胞胎|母女|父子|母子|父女)(?:站|排)成[一1](?:队|排|列)[^,;。\d]{{0,10}},(?:已知|要求|若|如果|且|但)*每对(?P=who)(?:必须|须|要|都|均|应|得)*(?:(?:排|站)在一起|相邻)(?=[,;。])",
        r"有\g<n>个家庭,每个家庭2人,排成一排,同一个家庭的人必须相邻",
        text,
    )


def _groups_of_sizes(text: str) -> str:
    """`分成 3 组，人数分别为 3、3、2`: how many groups have how many; and those that are told apart by what they are, by names."""
    found = patterns.search(
        rf"(?P<n>{N})(?:个)?(?:小)?组,(?:每组|各组|三组)?的?人数分别(?:为|是)(?P<list>\d(?:人)?(?:[、,和]\d(?:人)?)+)(?=[,;。])", text
    )
    sizes = [int(each) for each in patterns.findall(r"\d", found["list"])] if found else []
    if found is None or len(sizes) != to_int(found["n"]):
        return text
    told = "、".join(f"{'其中' if not place else ''}{sizes.count(size)}组各{size}人" for place, size in enumerate(dict.fromkeys(sizes)))
    text = f"{text[: found.start()]}{found['n']}组,{told}{text[found.end() :]}"
    return patterns.sub(
        r",其中(?:有)?(?P<k>[2两])(?:名|位|人)(?P<what>[^,;。]{2,8}?)(?P<rest>[,;。].*?)(?P=k)(?:名|位)(?P=what)的(?=[\u4e00-\u9fff]{2}(?:不|必须|要|都)?)",
        r"\g<rest>甲、乙两名",
        text,
    )


def restated_draws(text: str) -> str:
    """A normalised text in the words that the readers of draws and of rounds know."""
    text = _groups_of_sizes(_at_places(_pairs_in_a_row(_kept_from_a_day(text))))
    return _people(_round_seats(_two_choose(_put_back(text))))
