"""The words of scheduling problems: units, and what arrivals, bursts and priorities are called."""

from __future__ import annotations

from engine.generators.reading import SEPARATOR

UNIT = r"(?:(?:ms|毫秒|s|秒|min|分钟|分(?!别)|个?小时|h|个?时间单位|个?单位时间|个单位)(?![A-Za-z]))"
NUMBER = r"\d+(?:\.\d+)?"
LIST = rf"{NUMBER}(?:\s*{UNIT})?(?:{SEPARATOR}(?:和\s*)?{NUMBER}(?!\d|\s*(?:时刻|时(?=[,;。同到])))(?:\s*{UNIT})?|\s*和\s*{NUMBER}(?:\s*{UNIT})?)+"

UNIT_NAMES = {
    "个小时": "h",
    "毫秒": "ms",
    "秒": "s",
    "分钟": "min",
    "分": "min",
    "小时": "h",
    "个时间单位": "",
    "时间单位": "",
    "单位时间": "",
    "个单位时间": "",
    "个单位": "",
}
ARRIVAL = r"(?:到达|提交|进入|到来|就绪)(?:系统|就绪队列|内存)?(?:的)?(?:时间|时刻)"
BURST = r"(?:(?:时长)|(?:(?:预计|预期|预估|估计|所需|需要|要求|所需要)(?:的)?)?(?:CPU\s*(?:区间|突发|执行期|burst)(?:的)?(?:时间|长度|时长)?|(?:CPU)?(?:的)?(?:运行|服务|执行|处理|计算|CPU|要求服务|需要服务|占用CPU)(?:所需)?(?:的)?(?:时间|时长)))"
PRIORITY = r"优先(?:级别|级|数|权|值)(?:数)?"


POINT = r"(?:\d{1,2}[:点]\d{1,2}分?|\d+)"
ARRIVES = r"(?:到达|提交|进入|到来|来到|就绪|到|来)(?:系统|就绪队列|内存|输入井)?"
