"""Problems about the TLB in one spelling: a unit at every time, pairs told one by one, and no size of a page that changes nothing."""

from __future__ import annotations

from engine.generators import patterns

_TLB = r"(?:快表|TLB|联想(?:寄存器|存储器)|相联(?:存储器|寄存器)|块表)(?:\(?(?:TLB|快表|联想寄存器)\)?)?"
_MEMORY = r"(?:内存|主存|物理内存|存储器)"
_ACCESS = r"(?:访问|存取|读写|读取|访|读|查找|检索|查询|查|搜索|取)"
_UNITS = r"(?:ns|μs|us|ms|纳秒|微秒|毫秒)"


def written_out(text: str) -> str:
    """The text with a unit at every time that lacks one, and pairs of times told one by one."""
    if letter := patterns.search(r"命中(?:率|概率)(?:为|是|设为|=)?\s*(?P<letter>[a-z])(?![A-Za-z\d=])(?!\s*=)", text):
        text = text.replace(letter[0], "命中率未知")
        text = patterns.sub(rf"(?:求|问|则)\s*(?<![A-Za-z]){letter['letter']}(?![A-Za-z])(?:的?值)?", "求命中率多少", text)
    text = patterns.sub(r"(?<=时间)(?:都|均|也)?不算(?![在入])", "不计", text)
    text = patterns.sub(rf"({_ACCESS}\s*{_TLB})\s*(?:本身)?(?:不花|不占|不用|不耗费?|不需要?)时间(?=[,;。])", r"\1的时间忽略不计", text)
    found = patterns.findall(_UNITS, text)
    unit = found[0] if found else "ns"
    labels = rf"(?:{_TLB}|{_MEMORY}|访存|EAT|EMAT|(?:有效|平均)(?:访问|访存|存取)?时间)"
    text = patterns.sub(
        rf"({labels}(?:的)?(?:{_ACCESS}|一次|时间|周期|为|是|要|需|花|=|:|\s)*)(\d+(?:\.\d+)?)(?!\s*(?:{_UNITS}|%|级|次|成|s|秒|[A-Za-z]|个|项|位|条|[KMG])|[\d.])",
        rf"\1\2{unit}",
        text,
    )
    time = rf"\d+(?:\.\d+)?\s*{_UNITS}"
    return patterns.sub(
        rf"(?P<one>{_TLB}|{_MEMORY})\s*(?:和|与|、|及)\s*(?P<other>{_TLB}|{_MEMORY})(?:的)?(?:{_ACCESS})*(?:时间|周期)?(?:分别|各|依次)*(?:为|是|要|需|=|:)*\s*(?P<first>{time})\s*(?:、|,|和|与)\s*(?P<second>{time})",
        r"\g<one>访问时间\g<first>,\g<other>访问时间\g<second>",
        text,
    )


def without_page_size(text: str) -> str:
    """The text without the size of a page where nothing is translated or counted in pages: it changes no time."""
    if patterns.search(r"地址(?:为|是|:|\s*\d)|[0-9A-F]+H(?![A-Za-z])|0x|覆盖|表项|项|多大|空间|数组|传送|传输|KB/|MB/", text):
        return text
    return patterns.sub(
        r"(?:(?<=[,;。，；])|^)\s*(?:假?设|某|若|如果)?(?:系统|计算机)?(?:的|中)?(?:每个?页(?:面)?(?:的)?(?:大小|长度)?|页(?:面)?(?:的)?(?:大小|长度)?|(?:主存|内存)(?:的)?(?:总)?容量)(?:为|是|=)?\s*\d+\s*(?:[KM]?B|字节)\s*[,，;；]",
        "",
        text,
    )
