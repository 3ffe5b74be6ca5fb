"""What is asked of a loser tree before and after the winners that leave it are replaced."""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import Reading, stay_out, to_int


def _happens(match: re.Match[str], text: str) -> int:
    """From where in the text on a key has been replaced: where that is done, which may be told after the key."""
    if patterns.search("输出|取走|选出|送出|读入|补|调入|输入|换|进来|后(?!继)", match[0]):
        return match.start()
    done = re.compile(r"(?:输出|取走|选出|送出|移走)[^,。;?]{0,12}(?:之?后|,)|重构|重新调整|调整|重赛").search(text, match.end())
    before = patterns.search(r"(?:输出|取走|选出|送出|移走)[^。;?]{0,10}$", text[: match.start()])
    return match.start() if before or done is None else done.start()


def stages(keys: list[int], replaced: list[re.Match[str]], places: list[tuple[int, str, str]], reading: Reading) -> Recognition | None:
    """What is asked before and after each replacement.

    Raises:
        StayOut: the winner that is put out is another, or the next key cannot be.
    """
    at = [_happens(match, reading.text) for match in replaced]
    asked: list[str] = []
    for place, name, said in places:
        stage = sum(start <= place for start in at)
        if name == "winner" and (ordinal := patterns.search(r"第([一二三四1-4])个", said)):
            stage = to_int(ordinal[1]) - 1
        elif name == "winner" and patterns.search("最先|首先|^先", said):
            stage = 0
        elif name == "winner" and patterns.search("新|下一个|接着|随后", said):
            stage = max(stage, 1)
        if name == "node:0":
            name = "winner"
        if name == "node:1":
            name = "root"
        if name.startswith("node") and int(name[5:]) >= len(keys):
            return None
        if name == "adjusts" and not stage:
            stage = 1
        asked.append(f"{name}@{stage}")
    if (
        replaced
        and len(places) == sum(name == "winner" for _, name, _ in places)
        and len(set(asked)) > 1
        and not patterns.search("(?:求|选出|写出)[的出]?冠军", reading.text)
    ):
        # "冠军" in "输出冠军后" is told, not asked.
        only_told = {
            "winner@0"
            for place, name, _ in places
            if not patterns.search(r"求|写出|给出|指出|多少|谁|哪|什么", reading.text[reading.text.rfind(",", 0, place) + 1 : place])
        }
        asked = [each for each in asked if each not in only_told or patterns.search("第一个|首先|最先", reading.text)]
    if patterns.search("最[后末]一[场轮]|决赛", reading.text) and not any(each.startswith(("root", "array")) for each in asked):
        stay_out("the last match")
    stages = {int(each.partition("@")[2]) for each in asked}
    asked = [
        each for each in dict.fromkeys(asked) if not (each.startswith(("node", "root")) and f"array@{each.partition('@')[2]}" in asked)
    ]
    asked = [each for each in asked if not (each.startswith("winner") and f"array@{each.partition('@')[2]}" in asked)]
    if not asked or max(stages) > len(replaced):
        return None
    parameters: dict[str, Any] = {"task": "tree", "keys": keys, "asked": asked}
    understood: tuple[tuple[str, str], ...] = (("各段的关键字", listed(keys)),)
    if replaced:
        now, news = list(keys), []
        for match in replaced:
            least = min(range(len(now)), key=now.__getitem__)
            if (
                any((told_ := match.groupdict().get(name)) is not None and int(told_) != now[least] for name in ("old", "old2"))
                or (match["run"] is not None and int(match["run"]) != least)
                or (match.groupdict().get("ordinal") and to_int(match["ordinal"]) != least + 1)
            ):
                stay_out("another winner")
            new = int(match["new"])
            if new < now[least] or new in now:
                stay_out("the next key")
            now[least] = new
            news.append(new)
        parameters["new"] = news
        understood = (*understood, ("输出后读入", listed(news)))
    if any(match.groupdict().get("ordinal") for match in replaced):
        parameters["base"] = 1
    told = reading.text[reading.text.rfind("冠军") :]
    if patterns.search(r"来自|段号|哪一?个?(?:归并)?段|几号段|出自", told):
        parameters["run_asked"] = not patterns.search("关键字", told)
    if patterns.search(
        r"冠军[^。;?]{0,12}段[^。;]{0,8}[?,和及、][^。;]{0,4}关键字|关键字[^。;]{0,6}[和及、][^。;]{0,4}(?:段号|归并段)", told
    ):
        parameters["both"] = True
    parameters["keyed"] = "关键字" in reading.text[reading.text.rfind("根") :] if "根" in reading.text else False
    return Recognition(parameters=parameters, understood=understood)
