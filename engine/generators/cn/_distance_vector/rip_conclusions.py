"""What follows from one entry of a neighbour's distance vector: each option is a statement that holds or does not."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.cn._distance_vector.rip_reading import NETWORK, ROUTER, Advertising, capitals
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless
from engine.generators.reading import stay_out

_MOST = 15
"""RIP's greatest distance: a network 16 hops away cannot be reached."""

_TOLD = rf"(?:若|如果|假设|当)?(?:该|此)?(?:自治系统)?(?:内|中)?(?:的)?(?:路由器)?(?P<own>{ROUTER})(?:从|由)?(?:收到|接收到|接到)(?:了)?(?:来自|其|它的?|邻居|相邻|路由器|的)*(?P<from>{ROUTER})(?:发来|发送|通告)*(?:的)?(?:距离|路由)(?:向量|矢量|信息|更新)(?:信息|报文)?"
_ENTRY = rf"(?:,|且|其中|该|此|距离|向量|矢量|路由|信息|报文|表|里|中)*(?:包含|包括|含|有|为|是)+(?:有|了)?(?:的)?(?:信息|表项|路由|条目|一项|项)*\(?\s*(?P<net>{NETWORK})\s*,\s*(?P<far>\d{{1,2}})\s*\)?"
_ASKED = r"(?:则|那么|由此|据此|从中|可以?|能够?|下列|以下|下面)*(?:得出|推出|推断|知道|得到|断定|判断)(?:的)?(?:结论|信息)?(?:中)?(?:是|为|有)?(?:哪一?个|什么)?(?=\s*(?:\(\s*\))?\s*(?:[。?]|$))"
_STATEMENT = caseless(
    rf"(?P<who>{ROUTER})(?P<can>可以?|能够?|不能|不可以?|无法)(?:经过?|通过|由|经由)?(?P<via>{ROUTER})?(?:直接)?(?:到达?|去往)(?:网络)?(?P<net>{NETWORK})(?:[,,、]?(?:跳数|距离)(?:为|是|等于)?\s*(?P<far>\d{{1,2}}))?[。.]?"
)


def recognise(text: str) -> Recognition | None:
    """Which router got which distance from which neighbour; None where nothing is asked of what follows."""
    problem = Advertising(capitals(normalise(text)))
    told = problem.take(_TOLD)
    entry = problem.take(_ENTRY) if told else None
    if told is None or entry is None or not problem.take_asked(_ASKED) or told["own"] == told["from"]:
        return None
    problem.settle()
    if not 0 < int(entry["far"]) <= _MOST + 1:
        return None
    net = patterns.sub(r"\s", "", entry["net"])
    return Recognition(
        parameters={"task": "conclusion", "own": told["own"], "from": told["from"], "net": net, "far": int(entry["far"])},
        understood=(("收到", f"{told['own']} 从 {told['from']} 收到到 {net} 的距离 {entry['far']}"), ("求", "成立的结论")),
    )


def solve(parameters: Parameters) -> Solution:
    """The statement that the entry makes certain."""
    own, near, far = parameters["own"], parameters["from"], parameters["far"]
    beyond = far + 1

    def holds(option: str) -> bool:
        said = _STATEMENT.fullmatch(patterns.sub(r"\s", "", option))
        if said is None or patterns.sub(r"\s", "", said["net"]).lower() != parameters["net"].lower():
            stay_out(option)
        positive = said["can"].startswith(("可", "能"))
        hops = int(said["far"]) if said["far"] else None
        if said["who"] == own and said["via"] == near:
            reached, way = beyond <= _MOST, beyond
        elif said["who"] == near and said["via"] is None:
            reached, way = far <= _MOST, far
        else:
            return False  # nothing is known of it
        return reached == positive and (hops is None or not reached or hops == way)

    if far > _MOST:
        why = f"RIP 中距离 16 表示不可达：{near} 到不了 {parameters['net']}，{own} 也就不能经过 {near} 到达它。"
    elif beyond > _MOST:
        why = f"{near} 到 {parameters['net']} 的距离为 {far}，{own} 经过 {near} 要 {far} + 1 = {beyond} 跳，RIP 中即不可达。"
    else:
        why = f"{near} 到 {parameters['net']} 的距离为 {far}，{own} 经过 {near} 的距离为 {far} + 1 = {beyond}。"
    return Solution(answer="", steps=why, fits=holds, conventions=("RIP 的距离最大为 15，16 表示不可达",))
