"""An expanding opcode that gives every format as many instructions as it can: each keeps one code for the next format, the last uses all."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.clauses import Clauses
from engine.generators.laws.settling import settle
from engine.generators.laws.words import COMMON
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

TASK = "most of all formats"
_SIGNS = {3: "三3", 2: "二两双2", 1: "一单1", 0: "零无0"}
_NAMES = {3: "三地址", 2: "二地址", 1: "一地址", 0: "零地址"}
_LEVEL = r"(?<![\d一二两三四])[三二两双一单零无0-3]\s*地址(?:指令)?"
_LEVELS = rf"{_LEVEL}(?:\s*[、,和与及]+\s*{_LEVEL}){{0,3}}"
_MOST = r"(?:的)?(?:条数|数量|数目)?(?:均|都|各|全部?|分别)*(?:取|达到|设计|安排|定义|使用|为)*(?:到|成|了)?(?:其)?(?:最大可能(?:的)?(?:条数|值|数目)?|尽可能多|尽量多|最多(?:的)?(?:条数)?|最大(?:值|条数)?)(?:条)?(?:时)?"


def _levels(text: str) -> list[int]:
    return [
        next(level for level, signs in _SIGNS.items() if sign in signs)
        for sign in patterns.findall(r"[三二两双一单零无0-3](?=\s*地址)", text)
    ]


def recognise(text: str) -> Recognition | None:
    """The formats, those that are to have as many instructions as they can, and the question how many there are at last."""
    if not patterns.search("最大|尽可能|尽量|最多", text):
        return None
    problem = Clauses(text)
    problem.refuse(r"\d\s*条|寄存器|寻址|立即|偏移|固定|定长|至少|概率|哈夫曼|霍夫曼")
    word = problem.take_one(
        rf"(?:指令(?:字)?(?:的)?(?:长度?|字长)|机器字长)(?:均|都)?(?:为|是|固定为)*\s*(?P<value>{INTEGER})\s*(?:位|bit)", to_int
    )
    address = problem.take_one(
        rf"(?:每个?|各)?(?:操作数)?地址(?:码)?(?:字段)?(?:的)?(?:长度|位数)?(?:均|都|各)*(?:为|是|占|用)*\s*(?P<value>{INTEGER})\s*(?:位|bit)",
        to_int,
    )
    formats = problem.take(rf"(?:支持|有|采用|包含|具有|包括)*{_LEVELS}(?:共)?(?:[2-4二三四两]\s*[种类])?(?:指令)?(?:格式|类型|指令)")
    most = problem.take(rf"(?:若|如果|当|假设|设)?(?P<levels>{_LEVELS}){_MOST}")
    problem.take_all(r"(?:采用|使用|用)?(?:操作码)?扩展操作码(?:技术|方法|方式|编码)?")
    total = problem.take(
        r"(?:该|此|这台)?(?:机器|指令系统|计算机)?(?:最多|至多|总共|一共|共)*(?:可以?|能|能够)*(?:定义|设计|有|安排|支持)*(?:的)?(?:不同(?:的)?)?指令(?:的)?(?:总)?(?:条)?(?:总)?数(?:目)?(?:最多)?(?:为|是|有)?(?:多少)?(?:条)?|(?:最多|总共|一共|共)+(?:可以?|能)?(?:有|定义|设计)?(?:多少|几)条(?:指令)?"
    )
    if word is None or address is None or formats is None or most is None or total is None:
        return None
    problem.mark_asked([total.span()])
    settle(problem, COMMON + " 指令 指令字 格式 机器 地址码 操作码 技术 编码 指令系统 长度 三种 两种 条")
    named = sorted(set(_levels(formats[0])), reverse=True)
    filled = sorted(set(_levels(most["levels"])), reverse=True)
    if len(named) < 2 or named != list(range(named[0], named[-1] - 1, -1)) or filled not in (named, named[:-1]):
        return None
    if not 1 <= address <= 16 or not 4 <= word <= 64 or word - named[0] * address < 1:
        return None
    return Recognition(
        parameters={"task": TASK, "word": word, "address": address, "levels": named},
        understood=(
            ("指令字长", f"{word} 位"),
            ("地址码", f"{address} 位"),
            ("格式", "、".join(_NAMES[level] for level in named)),
            ("求", "各格式都取最多条数时的指令总数"),
        ),
    )


def solve(parameters: Parameters) -> Solution:
    """From the most addresses to the fewest."""
    word, address, levels = parameters["word"], parameters["address"], parameters["levels"]
    codes = 1 << word - levels[0] * address
    counts, steps = [], []
    for place, level in enumerate(levels):
        last = place == len(levels) - 1
        count = codes if last else codes - 1
        if count < 1:
            stay_out("no code is left")
        counts.append(count)
        steps.append(f"{_NAMES[level]}指令有 {codes} 个编码{'，全部可用' if last else '，留 1 个作扩展'}，最多 {count} 条。")
        codes = (codes - count) << address
    total = sum(counts)
    answer = f"{total} 条"
    return Solution(
        answer=answer,
        also=(str(total), f"{'+'.join(map(str, counts))}={total}"),
        steps=paragraphs(*steps, f"共 {' + '.join(map(str, counts))} = {total} 条"),
        conventions=("每种格式只留一个编码作扩展标志",),
    )
