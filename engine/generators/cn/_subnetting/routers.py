"""Reading how many addresses a subnet needs for its router."""

from __future__ import annotations

from engine.generators.cn._subnetting.problem import Subnets
from engine.generators.reading import INTEGER, stay_out, to_int

_ROUTER = r"(?:(?:连接)?(?:路由器|网关|三层交换机)(?:的)?(?:一个)?(?:接口|端口)?(?:的)?(?:IP)?(?:地址)?)"
_OTHERS = r"(?:默认)?(?:网关|路由器|打印机|服务器|交换机|摄像头|监控|AP)(?:接口|端口)?"
_EVERY = r"(?:各|每一?个?|所有)(?:个)?(?:局域网|LAN|部门|子网|网段|网络|系|楼|楼层|科室)?(?:中|里|内|的)*"


def take_router_addresses(problem: Subnets, *, perhaps: bool = False) -> int:
    """How many addresses each subnet needs for its router besides the hosts that are told.

    `perhaps`: where the hosts are told without the router, and it is not said whether there is one, -1.

    Raises:
        StayOut: something of a router is told that may need an address, but not how many.
    """
    problem.take_all(
        rf"\(?(?:且|并且|其中)?(?:均|都|各)?(?:主机数?)?(?:里|中)?(?:均|都)?(?:已经?)?(?<!不)(?:包含|包括|含|算上|计入)(?:了)?{_ROUTER}(?:在内)?\)?"
    )
    problem.take_all(rf"\((?:不考虑|忽略){_ROUTER}(?:占用的?地址)?\)")
    apart = problem.take_all(rf"(?:主机数?)?(?:均|都)?(?:不|未|没有?)(?:包含|包括|含|算|计|计入|算上)(?:在内的)?{_ROUTER}(?:在内)?")
    more = problem.take_one(
        rf"(?:而|且|并且?)?(?:(?:{_EVERY})?(?:还|另外?|再|此外|也|都|均|各|必须|应|须)+(?:需要?|要|得)?|{_EVERY}(?:需要?|要|得))(?:分配|预留|留出?|有|占用?|给|为)*(?P<value>{INTEGER})?个?(?:IP)?(?:地址)?(?:分配给|留给|给|用于|作为|供|用作)?{_ROUTER}(?:使用|用)?",
        lambda value: to_int(value) if value else 1,
    )
    if more is None and problem.has(
        rf"{_EVERY}(?:还|另外?|再)(?:要|需要?)?(?:需要?|要|得|留出?|预留|为)[^,;。?]{{0,12}}(?:接口|地址)|{_EVERY}(?:要|需要?|须|应)?为[^,;。?]{{1,10}}(?:留|预留|保留|分配)[^,;。?]{{0,4}}个[^,;。?]{{0,4}}地址"
    ):
        stay_out("an address of something else")
    if more is None and (apart or problem.has(r"(?:还|另|再|加上?|需要?|要|留|外加)[^,;。?\ue000]{0,10}(?:路由器|网关)(?!某)")):
        if perhaps and apart and not problem.has("路由器|网关"):
            return -1
        stay_out("how many addresses the routers need")
    return more or 0


def taken_by_others(problem: Subnets) -> int:
    """How many addresses of the only subnet a router, a printer or the like already has (`网关占一个地址`), where those for hosts are asked.

    Raises:
        StayOut: it is said that something has addresses, but not in these words.
    """
    taken = 0
    for match in problem.take_all(
        rf"(?:而|且|并且|其中)?(?:的)?(?:{_OTHERS}(?:和|与|、|及)?)+(?:已经?|要|会|固定|各|共|一共)*(?:占|用|使用)(?:用|去|掉|了|据|走)*(?:第)?(?P<n>{INTEGER})个(?:(?:可用|有效|可分配)?(?:的)?(?:IP)?地址|(?=[,;。?]))"
    ):
        if match[0].count("第") or "各" in match[0]:
            stay_out("which address it has")
        taken += to_int(match["n"])
    problem.refuse(rf"(?:{_OTHERS})[^,;。?]{{0,4}}(?:占|用[去掉了第]|使用第)|占[用去了掉]")
    return taken
