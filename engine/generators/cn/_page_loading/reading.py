"""Problems that count the round trips in which a browser loads a page with so many objects."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.cn import _units as units
from engine.generators.cn._mentions import Lexicon
from engine.generators.kind import Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import INTEGER, close_up, stay_out, to_int

_TIME = rf"(?P<value>{units.TIME})"
_IS = r"(?:均|都|设)?(?:为|是|等于|=|约)*\s*"
_OBJECT = r"(?:JPEG|GIF|PNG|jpg|gif|png)?\s*(?:图像|图片|图形|对象|文件|照片)(?:文件|对象|资源)?"
_SMALL = r"(?:非常|很|较)?(?:小|短)(?:的)?|(?:不同|其他|引用|内嵌|嵌入)(?:的)?|JPEG|GIF|PNG"
_LASTING = r"(?:性)?(?:的)?(?:TCP)?(?:连接)?(?:方式|模式)?(?:的)?(?:HTTP(?:/?1\.[01])?(?:协议)?)?"
_CONNECTION = r"(?:的)?(?:TCP)?(?:连接)?(?:方式)?"
_LEXICON = Lexicon(
    (
        (
            "neglected",
            r"\(?(?:假设|假定|设|其中|若)?(?:忽略|不计|不考虑|不包括)(?:(?:DNS|域名)(?:解析|查询)?|HTML|Web|页面?|网页|图像|图片|对象|文件|报文|本身|基本|各个?|每个|所有|数据|TCP|连接|释放|拆除|断开|传输|发送|传送|处理|排队|的|时间|延迟|和|与|及|、|以及|开销)*\)?",
        ),
        (
            "neglected",
            r"\(?(?:且|并且)?(?:各|每个|所有|这些)?(?:HTML|网页|页面|对象|图像|图片|文件|、|和|与|及|的)*(?:发送|传输|传送)(?:时间|延迟)?(?:均|都|可以?|可)*(?:忽略不计|忽略|不计)\)?",
        ),
        ("neglected", r"(?:且)?(?:服务器|Web服务器)?(?:的)?(?:IP地址|域名)(?:已|已经)?(?:被)?(?:缓存|解析|知道|已知)+(?:在本地)?"),
        (
            "alone",
            r"(?:不|没有|未)(?:支持|采用|使用|允许|建立)?(?:任何)?(?:TCP)?并行"
            + _CONNECTION
            + r"|(?:非|无)并行"
            + _CONNECTION
            + r"|串行"
            + _CONNECTION,
        ),
        (
            "parallel",
            rf"(?:支持|采用|使用|允许|可以?|能|并|同时|配置|建立|打开|最多)*(?:(?P<many>{INTEGER})\s*(?:个|条|路))?(?:的)?(?:TCP)?并行{_CONNECTION}(?:(?:数)?(?:最多)?(?:为|是)?(?P<many2>{INTEGER})(?:个|条)?)?",
        ),
        ("plain", r"(?:非|不(?:带|采用|使用|支持)|无)(?:流水线|管道化?)(?:的)?(?:方式|机制)?"),
        ("pipelined", r"(?:且)?(?:带|采用|使用|支持)?(?:流水线|管道化?)(?:的)?(?:方式|机制)?"),
        ("fleeting", r"非(?:持续|持久)" + _LASTING + r"|HTTP/1\.0(?:协议)?|短连接"),
        ("lasting", r"(?:持续|持久)" + _LASTING + r"|HTTP/1\.1(?:协议)?|长连接"),
        ("ready", r"(?:若|已|且)?(?:与服务器)?(?:之间)?(?:的)?TCP连接(?:已经?)(?:建立|建好)|(?:已|已经)建立(?:好|了)?TCP连接"),
        (
            "whole",
            r"(?:从)(?:浏览器)?(?:为)?(?:传送|传输|请求|获取)?(?:该|此)?(?:Web)?(?:页|网页|页面)?(?:请求)?(?:发起|开始)?(?:建立|请求建立)TCP连接(?:请求)?(?:开始|起|时起|算起)*",
        ),
        (
            "page",
            r"(?:一个|1个|该|此|某个?)?(?:基本(?:的)?)?(?:HTML|Web)\s*(?:网页|页面|页|文件|文档)|(?:一个|1个|该|此|某个?)?(?:网页|页面)",
        ),
        (
            "objects",
            rf"(?:其中|该页|页面|网页|里面|它)?(?:中)?(?:还|又|共|并|内)*(?:引用|包含|内嵌|嵌入|链接|含有?|有)(?:了|着)?(?:同一(?:个)?(?:网站|服务器)(?:上)?的?|同一网站上|该服务器上的?)?(?:另外)?\s*(?P<n>{INTEGER})\s*(?:个|幅|张)(?:{_SMALL})*{_OBJECT}",
        ),
        ("trip", rf"(?:往返(?:时间|延迟|时延))(?:\(?RTT\)?)?{_IS}{_TIME}|RTT{_IS}{_TIME.replace('value', 'value2')}"),
        ("name", r"(?:与服务器(?:之间)?的)?往返(?:时间|延迟|时延)(?:记)?(?:为)?\(?RTT\)?(?!\s*[=数])"),
        (
            "ask",
            r"(?:所?需要?|要|共|总共|一共|经过|经历|用)*(?:的)?(?:往返(?:时间|延迟))?\(?(?:RTT)\)?(?:的)?(?:个)?数(?:至少|最少)?(?:为|是)?(?:多少)?|(?:所?需要?|要|共|总共|一共|至少|最少|经过|经历)*(?:多少|几|\(\s*\))\s*个?(?:往返(?:时间|延迟)?)?\s*\(?RTT\)?",
        ),
        (
            "ask time",
            r"(?:所?需要?|要|共|总共|一共|至少|最少|用|的|总)*(?:响应)?(?:时间)(?:至少|最少)?(?:为|是)?(?:多少|多长)?|(?:需要?|要|共|至少)*(?:多长时间|多久|多少(?:ms|毫秒))",
        ),
        ("at least", r"至少|最少"),
    ),
    "浏览器 用户 客户 客户机 服务器 Web 网站 某 请求 访问 点击 下载 获取 获得 收到 接收完 接收 显示 打开 使用 采用 协议 HTTP 全部 所有 内容 对象 图像 图片 整个 完整 页面 网页 为止 止 到 从 开始 起 该 此 一个 1个 各 若 则 假设 设 每个 之间 均 都 且 并 在 同一 上 的 传送 传输 连接 TCP 建立",
    story=8,
)


def recognise(text: str) -> Recognition | None:
    """How a page is loaded and what is asked; None where it is something else.

    Raises:
        StayOut: not all of the text is understood.
    """
    if not patterns.search("HTTP|(?:非持|持)[续久]", text) or not patterns.search("RTT|往返", text):
        return None
    clauses = _LEXICON.read(close_up(normalise(text)))
    found = [mention for clause in clauses for mention in clause.mentions]
    kinds = {mention.kind for mention in found}
    counts = {to_int(mention["n"]) for mention in found if mention.kind == "objects"}
    trips = {units.seconds(mention["value"] or mention["value2"]) for mention in found if mention.kind == "trip"}
    many = {to_int(each) for mention in found if mention.kind == "parallel" for each in [mention["many"] or mention["many2"]] if each}
    if len(counts) != 1 or len(trips) > 1 or len(many) > 1 or not kinds & {"ask", "ask time"}:
        return None
    if {"fleeting", "lasting"} <= kinds or {"alone", "parallel"} <= kinds or {"plain", "pipelined"} <= kinds:
        stay_out("two ways of loading")
    way = "fleeting" if "fleeting" in kinds else "lasting" if "lasting" in kinds else None
    if way is None or ("ask time" in kinds and "ask" not in kinds and not trips):
        return None
    if way == "fleeting" and (kinds & {"plain", "pipelined", "ready"} or not kinds & {"alone", "parallel"}):
        stay_out("whether objects are loaded at the same time")
    if way == "lasting" and ("parallel" in kinds or not kinds & {"plain", "pipelined"}):
        stay_out("whether requests wait for answers")
    count = counts.pop()
    if not 1 <= count <= 1000:
        stay_out("how many objects")
    return Recognition(
        parameters={
            "task": "page",
            "objects": count,
            "way": way,
            "parallel": (many.pop() if many else count) if "parallel" in kinds else 1,
            "pipelined": "pipelined" in kinds,
            "ready": "ready" in kinds,
            "trip": str(trips.pop()) if trips else None,
            "time": "ask time" in kinds and "ask" not in kinds,
        },
        understood=(
            ("页面引用的对象", f"{count} 个"),
            ("连接", "非持续" if way == "fleeting" else "持续、流水线" if "pipelined" in kinds else "持续、非流水线"),
            ("求", "往返时间数"),
        ),
    )
