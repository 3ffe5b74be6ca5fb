"""What people type in a chat (`俩车对着开，几小时碰`), in the words of a textbook, for the readers of those who meet and overtake."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from re import Match

from engine.generators import patterns
from engine.generators.civil._problems.reduced import opened

_N = r"\d+(?:\.\d+)?"
_METRE = r"(?:千米|米)"
_NAME = r"(?:[甲乙丙丁]|[\u4e00-\u9fff]{2,3}?)"


def _swapped(ends: Match[str]) -> str:
    return {"左岸": "A地", "右岸": "B地"}[ends[0]]


_IN_A_CHAT: tuple[tuple[str, str | Callable[[Match[str]], str]], ...] = (
    (r"俩", "两"),
    (r"(?:这是|来个?)?(?:一?道)?(?:追及|相遇|跑步|行程)(?:题|问题)?[!:]", ""),
    (r"\s+", ""),
    (rf"({_N})({_METRE})(?:/|每)(时|分)(?!钟)", lambda m: f"{m[1]}{m[2]}/{ {'时': '小时', '分': '分钟'}[m[3]] }"),
    (rf"({_N}{_METRE})每(小时|分钟|秒)", r"\1/\2"),
    (rf"({_N})(和|、|与)({_N})\(({_METRE}/(?:小时|分钟|秒))\)", r"速度\1\4\2\3\4"),
    (r"(?:对着|面对面|相对着|反着)(?:走|跑|开|行)", lambda m: "反向而行" if m[0][0] == "反" else "相向而行"),
    (r"(?:遇到|碰到|碰上|碰面|碰头|碰)(?=[,。?时狗]|$)", "相遇"),
    (r"(?<![\u4e00-\u9fff])(哥|弟|姐|妹|爸|妈)(?!\1)(?=骑|走|跑|每|以|先|开|\d)", r"\1\1"),
    (r"同一个地方|在?同一地点", "同地"),
    (r"(?:快递员|外卖员|邮递员|通讯员|司机|骑手|运动员)(?=小[\u4e00-\u9fff])", ""),
    (r"(?<!同)一(?:只|条|匹|头)(?=[\u4e00-\u9fff])", ""),
    (r"小狗", "狗"),
    (r"[两2]个人之?间", "两人之间"),
    (rf"({_NAME})(?:发现|看见|看到)(?:正|在)?前方({_N}米)(?:远)?(?:处|的地方)?有({_NAME})(?=[,;。])", r"\3在\1前面\2"),
    (r"(?:速度)?(?<!的)(?:骑车|步行|跑步)速度(?=为|是|\d)", "速度"),
    (r"离(?:开)?(?:家|校|学校|公司|单位)(?=\d+(?:分钟|小时)后)", "出发"),
    (rf"(?<![先再又])(走|行|跑)了?({_N}米)后,?(?=[^,;。]{{1,4}}(?:骑车)?(?:去|出发)*追)", r"先\1\2,"),
    (r"先走一步,", ""),
    (rf"({_NAME})带的狗", "狗"),
    (r"到([两2]人相遇)(?:时)?(?=狗)", r"\1时,"),
    (r"(?<=/小时)(?=后一半|后半|全程平均)", ","),
    (rf"狗追上[^?]*?跑来跑去,直到({_NAME})追上({_NAME}?)(?:狗才停下?来?)?(?=[,。])", r"\1追上\2"),
    (r"(?<=内)([^,;。]*?)(?:迎面)?相遇多少次", r"\1共多少次"),
    # Who has gone for so long when another sets out after him has gone first.
    (
        rf"(?<![先再又])已?(?:经)?(走|行|跑)了?({_N}(?:分钟|小时))(?=[,;。][^,;。]*追|[;,。][^,;。]*[,;。则]*[^,;。]*出发后[^,;。]*追)",
        r"先\1\2",
    ),
    (r"([\u4e00-\u9fff甲乙]{1,3})(?:骑车|步行|开车|驾车)?去追(?:早出门|先出发|先走)的([\u4e00-\u9fff甲乙]{1,3})[。;,](?=\2)", ""),
    (r"追(?=多少时间|多久)(多少时间|多久)", r"\1追上"),
    (r"(追上|赶上|追)(?:了)?(?:他|她|它|对方)(?![们的])", r"\1"),
    (r"(追上|相遇)、\1(?=时)", r"\1,\1"),
    (r"(?:在|从)?长(?:为)?(\d+米)的?(?:游?泳池|跑道|水池)的?[两二]端", r"从相距\1的A、B两地"),
    (r"来回(?=游泳|跑|游|走)", "不断往返"),
    (r"(?<![^,;。])(第[\d一二三四五六]次(?:迎面)?相遇)(?=[甲乙丙](?:一共|总共|共)?[走跑行骑游](?:了)?多少)", r"\1时,"),
    (r"其中一个人?的?速度", "甲的速度"),
    (r"另(?:外)?一个人?呢(?:多少)?", "乙的速度是多少"),
    (r"(?:从)?(?:一条)?(?:河|江)的?[两二]岸", "从A、B两地"),
    (r"左岸|右岸", _swapped),
    (r"(?:河|江)宽", "A、B两地相距"),
    (r"[两2]艘(?:渡轮|轮船|船)", "甲、乙两船"),
    (r"(同向[^?]*?[,。?;])(?:如果|若)?反向(?:而行|跑|走)?[,]?(?=[^,;。]*(?:相遇|遇上))", r"\1如果反向而行,"),
    # How they start, though it is told last.
    (r"^([^,;。?]*相遇),([^?]*?)[,。]([两2](?:车|人|船)同时从[^,;。?]*相向[^,;。?]*)[,。]", r"\3,\2,\1,"),
    (r"到([AB])地时比(?=[甲乙])", r"到达\1地比"),
    (r"(?:要|应|得|该)?(?:开|跑|走|行|骑)(多少千米/小时|多少米/(?:分钟|秒))", r"速度是\1"),
)


@lru_cache(maxsize=16)
def as_written(text: str) -> str:
    """The opened text in the words of a textbook, without spaces."""
    plain = opened(text)
    if "," not in plain:
        plain = patterns.sub(r"(?<=\S) +(?=\S)", ",", plain)
    for pattern, said in _IN_A_CHAT:
        plain = patterns.sub(pattern, said, plain)
    if patterns.search("^(?=.*[走跑行骑]一圈)(?=.*同地[^,;。?]*[同反背]向)", plain) and not patterns.search(
        "[环圆]形|跑道|[湖池块园场岛山]|[大小内外]圈", plain
    ):
        plain = f"环形跑道上,{plain}"
    if not patterns.search("从家|回家|[到去]家|家[到去]", plain):
        plain = patterns.sub("离(?:家|校门|出发地)(?=有?多少)", "离起点", plain)
    if friend := patterns.search("我和(?:我的?)?(朋友|同学|室友|同桌|他|她)", plain):
        plain = patterns.sub("我", "甲", patterns.sub(rf"{friend[1]}|他(?!们)", "乙", plain))
    if patterns.search(rf"{_N}千米(?!/)", plain) and "小时" in plain and not patterns.search("/小时", plain):
        plain = patterns.sub(rf"(?<=,)({_N})和({_N})(?=,)", r"速度\1千米/小时和\2千米/小时", plain)
    return plain
