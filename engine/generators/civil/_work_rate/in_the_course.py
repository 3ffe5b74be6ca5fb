"""What happens in the course of a work, in the words that its readers have: who is quicker by so many days, who joins whom, what is left when.

The readers look at clauses one by one. A clause that stands for two, or tells the rest where they expect what is done, is written out here, and
only where it can mean one thing.
"""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.reading import stay_out

_N = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十半]+)"
_TIME = rf"(?:{_N}|多少|几)个?(?:半)?(?:小时|分钟|天|日(?!常)|周|月)"
_HAND = r"(?:[甲乙丙丁A-D](?:工程队|施工队|[队组管厂])?|师傅|徒弟|哥哥|弟弟|姐姐|妹妹|爸爸|妈妈|[老小](?![时组队型学区])[\u4e00-\u9fff])"
_WORKS = r"(?:单独|独自|独立)?(?:做|干|修|挖|录入|录|打|加工|生产|施工|工作|完成|抄|翻译|铺|开|注水|处理|整理|装|运)"
_SHARE = r"(?:\d+/\d+|\d+(?:\.\d+)?%|一半)"
_LEAVES = r"走|离|退|停|休|调|撤|关|剩|余|另|换|改|只|单|独|轮|又|再"
_APART = re.compile(
    rf"比(?P<other>[^,;。?\d比每效速]{{1,14}}?)(?:要|得|会|能|可)?(?P<way>快|慢)(?:了|出|上)?(?P<time>{_TIME})(?![^,;。?]{{0,2}}/)"
)
_IN_SHARES = re.compile(r"比[^,;。?效速]{1,12}(?:快|慢)了?(?:一半|\d+/\d+|\d+%)的?(?:时间|天数|用时)")


def in_the_course(text: str) -> str:
    """The text with what happens in the course of a work said in the readers' words.

    Raises:
        StayOut: it may mean two things.
    """
    if found := _WHOSE_HALF.search(text):
        stay_out(f"half of what: {found[0]}")
    text = patterns.sub(rf"(?<=由)({_HAND})独(?=[做干修挖开])", r"\1单独", text)
    text = patterns.sub(r"(?:从头到尾|自始至终|自始自终|前前后后)(?=[^,;。?]{0,4}(?:多少|几))", "一共", text)
    return _joined(_part_done(_time_apart(text)))


def _time_apart(text: str) -> str:
    """`乙单独做比甲单独做快 5 天`: he needs 5 days less; `比计划快 5 天`: so much sooner.

    Raises:
        StayOut: `快一半时间` may be said of the time and of the rate.
    """
    if found := _IN_SHARES.search(text):
        stay_out(f"quicker by what: {found[0]}")
    if patterns.search("手表|时钟|闹钟|挂钟|[标北]准?时间|钟面", text):
        return text  # a watch that is fast

    def said(found: re.Match[str]) -> str:
        quick = found["way"] == "快"
        if patterns.fullmatch("原?(?:计划|预计|预定|原定|规定|定)的?(?:时间|工期|日期)?", found["other"]):
            return f"比{found['other']}{'提前' if quick else '推迟'}{found['time']}"
        return f"比{found['other']}{'少' if quick else '多'}用{found['time']}"

    return _APART.sub(said, text)


_WHOSE_HALF = re.compile(rf"合作,(?:其中)?{_HAND}(?:先)?(?:做|干|修)?(?:到|了|完)*一半")
_REST_OF_IT = (
    rf"(?:剩下?|余下?|剩余)(?:全部|工程|总量|任务)?的?(?P<left>{_SHARE})(?:的?(?:工程|工作|任务|工作量|工程量|零件|没做|没完成|未完成))?"
)
_LEFT = re.compile(
    rf"(?:(?:{_WORKS}|合)?(?:一直)?(?:到|至|直到)(?:还|只)?(?=剩|余)|(?:还|只)(?=[剩余][^,;。]*(?:时|后))){_REST_OF_IT}"
    rf"(?:的?时候?|后|(?=,(?:[^,;。?]{{0,3}}{_HAND}[^,;。?]{{0,3}}(?:走|离|退)|再)))(?=,?(?:[^,;。?]{{0,3}}{_HAND}|[^,;。?\d]{{0,4}}(?:过了|用了|做了|经过)))"
)
_REACHED = re.compile(
    rf"(?<=合作|一起|共同|一同)(?:一起)?(?:{_WORKS})?(?:完|到|了|好)*(?:全部|工程|总量|任务|这项工程)?的?(?P<done>{_SHARE})(?:的?(?:工程|工作|任务|工作量|工程量))?(?:之?后|时),?(?:剩下的|余下的|其余的?)?(?:再|然后|接着|就|便|改)?(?:由|让|换)?(?P<who>{_HAND})(?:单独|独自|独立|独|一人|一个人|自己)?(?:继续)?(?:{_WORKS})?(?:剩下的|余下的)?(?:完|到完|完成)?(?=[,。;?])"
)
_ONE_REACHED = re.compile(
    rf"(?P<one>{_HAND})(?:先|单独|独自)*(?:做|干|修|完成|做完|干完)(?:完|到|了)*(?:全部|工程|总量)?的?(?P<done>{_SHARE})(?:之?后|时),?(?:剩下的|余下的)?(?:再|然后|接着|就|改)?(?:由|让|换)?(?P<who>{_HAND}(?:[、和与]?{_HAND})?)(?P<how>两[人队])?(?:合作|共同|一起|接着|继续|接手|接替)+(?:{_WORKS})?(?:完|完成)?(?=[,。;?])"
)
_ONLY_ASKS = re.compile(r"[^\d]*(?:多少|几)(?!分之)[^\d]*$")
_OTHER_HALF = re.compile(
    r"(?<=完成)(?P<first>[^,;。?\d]{0,6}一半[^,;。?\d]{0,6}[,;][^,;。?]{1,12}(?:完成|做|干|修|做完|干完)了?)(?:剩下|余下|剩余|其余|另外?)的?一半"
)


def _part_done(text: str) -> str:
    """`合作到还剩 1/6 时` as `合作完成了 5/6`; `完成一半后由甲独做` as two clauses."""
    text = _OTHER_HALF.sub(r"\g<first>1/2", text)

    def done(found: re.Match[str]) -> str:
        left = found["left"]
        share = Fraction(1, 2) if left == "一半" else Fraction(left.rstrip("%")) / (100 if "%" in left else 1)
        if not 0 < share < 1:
            stay_out("a share of all")
        return f"完成了{1 - share}后"

    text = _LEFT.sub(done, text)
    if (found := _REACHED.search(text)) and _ONLY_ASKS.match(text, found.end()):
        share = "1/2" if found["done"] == "一半" else found["done"]
        return f"{text[: found.start()]}完成了{share},剩下的由{found['who']}单独完成{text[found.end() :]}"
    if (found := _ONE_REACHED.search(text)) and _ONLY_ASKS.match(text, found.end()):
        share = "1/2" if found["done"] == "一半" else found["done"]
        hands = patterns.findall(_HAND, found["who"])
        together = "合作" if len(hands) > 1 else "单独"
        return f"{text[: found.start()]}{found['one']}完成了{share},剩下的由{'、'.join(hands)}{together}完成{text[found.end() :]}"
    return text


_JOINS = r"(?:(?:赶|过|前)?来|赶到|到来|回来|归来|归队|返回|(?:前来|来)?(?:加入|参加|参与|支援|增援))(?:了|进来|帮忙|帮着|帮助|一起|共同|一同|合作|支援|进去)*(?:做|干|修|挖|录入|录|打|加工|生产|施工|工作|完成)?"
_JOINED = re.compile(
    rf"(?P<first>{_HAND})(?:(?:先|单独|独自)+(?:{_WORKS})?|{_WORKS})(?:了)?(?P<time>[^,;。?]{{1,6}}?(?:小时|分钟|天|{_SHARE}))(?P<after>之?后)?(?:,|(?<=后))?"
    rf"(?:(?:然后|再|又|才)?(?P<other>{_HAND})(?:才|也|再|又|就|便)?(?P<joins>{_JOINS})|(?:然后|再|才|又)?(?:与|和|跟|同)(?P<with>{_HAND})(?:一起|合作|共同|一同)(?:做|干|完成|修|施工)*)"
    rf"(?:,?(?:两人|两队|二人|他们|俩人)?(?:一起|合作|共同|一同)(?:做|干|修|施工)?(?:直)?(?:到|至)?(?:完成|做完|完工|结束)?)?(?:直到完成|完成)?(?=[,;。?])"
)


def _joined(text: str) -> str:
    """`甲先做 2 天后乙来帮忙`: both do the rest, where nothing more is told of it."""
    found = _JOINED.search(text)
    if found is None or not _ONLY_ASKS.match(text, found.end()) or patterns.search(_LEAVES, text[found.end() :]):
        return text
    first, other = found["first"], found["other"] or found["with"]
    if first == other:
        return text
    upto = found.end("time")
    rest = patterns.sub(r"^([,;。])(?:完成时|完工时|做完时|最后|结果)", r"\1", text[found.end() :])
    return f"{text[:upto]},剩下的由{first}、{other}合作完成{rest}"
