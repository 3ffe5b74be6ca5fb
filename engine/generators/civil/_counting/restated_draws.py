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


def restated_draws(text: str) -> str:
    """A normalised text in the words that the readers of draws and of rounds know."""
    return _people(_round_seats(_two_choose(_put_back(text))))
