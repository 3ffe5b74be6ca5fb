"""The words of somebody who goes a way alone: its parts and sections, there and back, as planned, sooner or later."""

from __future__ import annotations

from engine.generators.civil._problems.mentions import Lexicon
from engine.generators.civil._travel.itineraries.words import WORDS as MOVING

_N = r"\d+(?:\.\d+)?(?:/\d+)?"
_LENGTH = r"(?:千米|米)"
_TIME = r"(?:小时|分钟|秒|天)"
_SHARE = r"\d+/\d+|一半|半"

_ALONE = (
    (
        "",
        r"(?:在)?(?=\d+(?:\.\d+)?(?:小时|分钟)内)|(?<=小时|分钟)[内里]|整个(?:行程|全程|过程)(?!的?平均)|[一1](?:个|名|位|辆|列|架|艘|只|条)(?=[\u4e00-\u9fff])|(?:若|如果)?不(?:考虑|计)其他因素|已知|按照?|该船|这条船|这艘船|这辆车|该车|(?:轮|客|货|帆|小|木|游|快)?(?:船|艇)(?![速长])|(?:小|大)?(?:汽车|轿车|客车|货车|卡车|火车|列车|飞机)",
    ),
    ("", r"(?:然后)?(?:立即|马上)?(?:调头|掉头)|在?同样的(?:风速|水速)(?:下)?|(?:单|只)?靠?(?:只)?开足动力桨(?:行驶)?|开足动力桨"),
    ("", r"(?:之间)?的?(?:山?村)?(?:的)?路不是上坡就是下坡"),
    ("if", r"(?:现在|这次|今天)?(?:打算|准备|想要|想)(?=[^,;。]{0,20}(?:到|提前|准时))"),
    ("than", r"比(?!值|例|赛|较|多少|为|是|\d)"),
    (
        "part-way",
        rf"(?:当)?(?:他|她|它|车)?(?:行驶|走|行|骑|开)(?:到|了|完)(?:全程|路程|总路程|两地|A、B两地)?(?:的)?(?P<value>{_SHARE}|中点)(?:路程|路|全程)?(?:处)?(?:的)?(?:时候|时|后|以后|之后)?",
    ),
    ("first-part", rf"(?:在)?前(?:面)?(?:的)?(?P<value>{_SHARE})(?:段|程)?(?:的)?(?:路程|路|全程)?(?!时间|段时间)"),
    ("last-part", rf"(?:在)?后(?:面)?(?:的)?(?P<value>{_SHARE})(?:段|程)?(?:的)?(?:路程|路|全程)?(?!时间|段时间)"),
    ("first-time", r"(?:在)?前(?:一)?半(?:段)?(?:的)?时间(?:里|内)?"),
    ("last-time", r"(?:在)?后(?:一)?半(?:段)?(?:的)?时间(?:里|内)?"),
    ("rest-part", r"(?:在)?(?:剩下|剩余|余下|其余|剩)(?:的)?(?:路程|路|一段路|部分)?"),
    ("share-of-way", rf"(?:全程|路程|总路程)的(?P<value>{_SHARE})|(?P<value2>\d+/\d+)的?(?:路程|全程)"),
    (
        "on-time",
        r"(?:正好|恰好|刚好|可以?|能|就|也)*(?:准时|按时|准点|按期|如期)(?:到校|到达|赶到|到)?(?:[AB]地)?|(?:正好|恰好|刚好)(?:到达|到)",
    ),
    ("plan-time", r"(?:规定|预定|原定|计划|原计划|预计|原来)(?:的)?(?:到达)?(?:时间|用时)"),
    ("plan", r"(?:原来?计划|原定|预定|计划|预计|原来|原本|规定|平时|往常|平常)(?![的]?(?:速度|车速))"),
    ("base-speed", r"(?:以|按|用)?(?:原来的?|原|原定的?|计划的?|原计划的?|预定的?|平时的?|正常)(?:行驶|步行|行走)?(?:速度|车速|速)"),
    ("round-trip", r"往返(?:一次|一趟|[两2]港|[两2]地)?(?:A、B两地)?(?:之间)?|来回(?:一趟|一次)?"),
    ("mean", r"(?:往返|全程|来回|上下山|整个行程|整个全程|此人|该车|全路程)*(?:的)?平均(?:的)?(?:速度|时速|车速|速率)|均速"),
    ("sooner", r"(?:可以?|能|就|会|将|要)*(?:提前|早)(?:到校|到达|赶到|到)?(?:了)?(?=\d|多少|几)|(?:提前|提早)(?=到)"),
    ("tardy", r"(?:就|可能)?(?:会|将|要)*(?:迟到|晚到|晚点|迟|晚|延误|推迟)(?:到达|到)?(?:了)?(?=\d|多少|几)|迟到(?=[,;。])"),
    ("less-time", r"少(?:用|花|需|费|耗)(?:了)?(?:时间)?|节省(?:了)?|节约(?:了)?|缩短(?:了)?|用时(?=比)"),
    ("more-time", r"多(?:用|花|需|费|耗)(?:了)?(?:时间)?"),
    ("section", r"(?:从|由)?(?:山脚|山下)(?:走?到|至|爬?到)(?P<value>山)顶|(?:从|由)?山顶(?:走?到|至|回到)(?P<value2>山脚)"),
    (
        "section",
        r"(?P<value>上坡|下坡|平路|上山|下山|爬山)(?:路|时)*(?:的)?(?:平均)?(?=速度|时速|每|以|,|用|\d|和|、|的|走|行|,|路|;|骑|$|共|需|比)",
    ),
    ("section", r"(?P<value>步行|跑步|骑车|乘车|坐车|开车|走路|坐地铁|乘地铁)(?:时)?"),
    (
        "section",
        r"(?P<value>回)(?:来|去|程|家)(?:时|的时候)?|(?:按|沿|从|以)?(?:着)?(?:原路|原速)?(?P<value2>返)(?:回|程|航)?(?:时|的时候|途中)?(?:[AB]地)?|(?:立即|马上|立刻)?(?P<value3>回)(?=A地)",
    ),
    ("section", r"(?P<value>去)(?:时|程|的时候)(?:候)?|(?P<value2>来)时"),
    ("drift", r"(?:放(?:下|置)?)?(?:[一1]?(?:个|只|块))?(?:漂流瓶|木筏|竹筏|木排|浮木|漂浮物|无动力的?(?:木筏|小船|船)|木箱|救生圈)"),
    ("drifts", r"漂(?:流)?(?=到|至|回|从|,)"),
    ("as-far", r"(?:这|该)(?:段|条)(?:路程?|河|航程)?|(?:同样|相同)的?(?:路程|距离|航程)|同一段(?:路程?|航程)?"),
    ("how", r"(?:怎样|什么|多大|多快)的?(?:速度|车速)|(?:速度|车速)(?:应(?:该)?)?(?:是|为)?多少"),
)
WORDS = (
    *_ALONE,
    *(word for word in MOVING if word[0] not in ("turn", "mode", "mean", "sooner", "tardy", "later", "still-water")),
)
LEXICON = Lexicon(
    (
        *_ALONE,
        ("still-water", r"(?:在)?静(?:止)?水(?:中|里)?(?:航行|行驶)?(?:的)?(?:速度|船速|航速)?|(?<!的)船速|无风(?:时|的时候)?"),
        *WORDS[len(_ALONE) :],
    )
)

SIGNS = {
    "name": "_", "all": "N", "three": "N", "pronoun": "_", "place": "p", "both": "B", "other-end": "o", "home": "h", "end": "p", "middle": "M", "meeting-place": "N",
    "time": "t", "ask-time": "T", "some-time": "s", "clock": "c", "ask-clock": "C", "length": "l", "ask-length": "L", "speed": "v", "ask-speed": "V",
    "percent": "%", "times": "*", "share": "/", "half": "/", "ratio": "q", "ask-ratio": "Q", "ask-times": "Y", "ask-count": "N", "laps": "N", "ask-laps": "N", "lap": "N",
    "nth": "i", "again": "_", "meet": "N", "catch": "N", "chase": "N", "arrive": "A", "toward": "A", "from": "f", "distance": "D", "turn": "N", "rest": "R", "start": "S",
    "go": "G", "first": "_", "towards": "N", "away": "N", "along": "N", "clockwise": "N", "counter": "N", "shuttle": "N", "ring": "N",
    "than": ">", "more": "+", "less": "-", "become": "b", "ahead": "N", "behind": "N", "equal": "=", "speed-word": "W", "whole": "Z", "exchange": "N",
    "after": "k", "when": "_", "then": "j", "still": "_", "continue": "_", "if": "i", "ask": "?", "down": "x", "up": "x", "still-water": "7", "water": "8", "mean": "a",
    "mode": "_", "same-time": "N", "same-place": "N", "each": "_", "total": "O", "cycle": "N", "stream-place": "_", "shortest": "N", "lets": "N",
    "part-way": "m", "first-part": "1", "last-part": "2", "first-time": "3", "last-time": "4", "rest-part": "5", "share-of-way": "z", "on-time": "o", "plan-time": "P",
    "plan": "P", "base-speed": "H", "round-trip": "y", "sooner": "e", "tardy": "d", "less-time": "E", "more-time": "F", "section": "x", "drift": "r", "drifts": "u",
    "as-far": "g", "how": "U",
}  # fmt: skip
