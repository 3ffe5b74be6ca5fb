"""Problems about asynchronous serial lines in the words that their readers know."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.patterns import caseless
from engine.generators.reading import to_int

_WRITTEN = (
    (r"效验", "校验"),
    (r"(?<![A-Za-z])l\s*位(?=校验|停止|起始)", "1位"),  # a letter for the figure 1
    (r"(?<=起始位|停止位)\((?:为)?[01]\)", ""),
    (r"ASCII(?:码)?(?:的)?(?=字符)", ""),
    (r"(?:在)?(?:某)?(?:计算机|机器|PC机)(?:上)?(?:的)?I\s?/\s?O设备[:,]?", "某设备"),
    (r"在PC机上采用RS-?232-?C?(?:标准)?接口(?:进行)?", "采用"),
    (
        r"(?:利用|采用|以)?串行方式(?:进行)?(?:传送|传输)字符,?(?:每秒钟?(?:所)?(?:传送|传输)的比特\(?(?:bit)?\)?位数(?:常)?称为波特率)",
        "采用串行方式传送字符",
    ),
    (r"(?P<bits>\d)\s*位数据字符", r"\g<bits>位数据位"),
    (
        r"每(?:一)?个字符(?:的)?(?:格式)?(?:规定|共)?(?:包含|包括|含|有|占)\s*(?P<bits>\d{1,2})\s*个?(?:比特|代码|二进制)?位\s*\([^()]{0,30}\)",
        r"每个字符共\g<bits>位,含起始位",
    ),
    (
        r"(?:要求)?(?:数据)?(?:传送|传输)(?:的)?(?:速率|速度)(?:是|为)(?:每秒)?\s*(?P<chars>\d+)\s*(?:个)?字符(?:/秒|/s|每秒)?",
        r"每秒传送\g<chars>个字符",
    ),
    (
        r"(?:传送|传输|发送)(?:每|一|1)(?:个)?(?:比特|位)(?:信息|数据)?(?:所)?(?:占用|需要?|用)?(?:的)?时间|每(?:一)?个?(?:比特)?位(?:信息|数据)?(?:所)?(?:占用?|需要?)(?:的)?时间",
        "每位的时间",
    ),
    (r"(?:则)?(?:传送|传输|发送)(?:一|1)个字符(?:所)?(?:需要?|用)?(?:的)?时间(?:约)?", "每个字符的时间"),
    (r"每秒(?:钟)?(?:能|可以?)?(?:传送|传输)(?:的)?最大字符数", "每秒最多传送的字符数"),
    (r"每秒(?:钟)?(?:最多)?(?:能|可以?)?(?:传送|传输)(?:的)?字节数", "每秒最多传送的字节数"),
    (r"设定(?:传送|传输)速率为\s*(?=\d+\s*波特)", "波特率为"),
    (r"(?:采用|以)?起止式异步(?:通信)?(?:协议)?", "采用异步通信"),
    (r"(?:某)?终端通过串行(?:通信)?接口与主机相连", "某终端用串行接口"),
    (r"(?:通信)?协议约定(?:用)?", "字符格式为"),
    (r"(?:以|用)异步(?:串行)?(?:方式|传送方式)?(?:进行)?字符传送,?(?:约定)?(?:用)?", "采用异步传送,字符格式为"),
)
_A_MINUTE = r"每分钟(?:能|可以?)?(?:传送|传输|发送)\s*(?P<chars>\d+)\s*个字符"


def written_plainly(text: str) -> str:
    """The same in the words that the readers know."""
    if not patterns.search("起始|停止|起止|异步|串行", text):
        return text
    for written, known in _WRITTEN:
        text = caseless(written).sub(known, text)
    return caseless(_A_MINUTE).sub(
        lambda said: f"每秒传送{to_int(said['chars']) // 60}个字符" if to_int(said["chars"]) % 60 == 0 else said[0], text
    )
