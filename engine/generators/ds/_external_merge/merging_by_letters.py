"""Merging told by letters instead of figures, and merging with so many files open at a time."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

_INNER = re.compile(
    r"(?:在|设|已知|对于?|若)*[由对用有]?(?P<runs>[mnr])个(?:初始)?归并段(?:构建|构造|建立|组成|进行|作|做|用|采用|的|,)*(?P<ways>[kmn])[阶路叉]的?(?:最佳|平衡)?归并树?[中时里]?,?(?:若|如果|且)*"
    r"(?:不需要?|无需|不用|不必)(?:补充|增加|添加|加|补)*(?:任何)?虚(?:归并)?段,?(?:则|那么)?(?:该|此|其|归并树|树|中|的)*度为(?P=ways)的结点的?(?:个?数|个数|数目|共?有)?[是为有]?(?:\(\)|多少|几)?个?[。?()]*"
)


def inner_nodes_of_letters(text: str) -> Recognition | None:
    """How many nodes of full degree a best merge tree has, its runs and ways told by letters; None where that is not all that is said."""
    found = _INNER.fullmatch(patterns.sub(r"\s+", "", text))
    if found is None or found["runs"] == found["ways"]:
        return None
    return Recognition(
        parameters={"task": "inner-of-letters", "runs": found["runs"], "ways": found["ways"]},
        understood=(("初始归并段", f"{found['runs']} 个"), ("归并路数", found["ways"]), ("求", f"度为 {found['ways']} 的结点数")),
    )


_FILES = re.compile(
    rf"(?:如果|若|设|假设|已知|有)*(?:某个?|一个)?文件,?(?:经|经过|通过)?(?:内部?排序)?后?(?:得到|生成|产生|形成|共有|有)(?P<runs>{INTEGER})个(?:初始)?(?:归并段|顺串|段)(?:并归并|,)*(?:试问|问|则|请问|试)?[:,。]*"
    rf"(?:(?:\(1\))?(?:若|如果)?(?:使用|采用|用)?多路归并(?:执行|进行|做|要求)(?P<passes>{INTEGER})趟就?能?(?:完成|结束)?(?:排序|归并)?,?(?:那么|则)?(?:应取的|所取的|应取|选取的|需要的)?归并路数(?:至少|最少)?应?[为是取](?:多少)?[?。;]*)?"
    rf"(?:\([12]\))?(?:如果|若|假如)?(?:操作系统)?(?:要求|规定|限制)?(?:一个程序)?在?(?:同时)?(?:可用|可以?使用|能够?使用|打开|可打开)的(?:输入/?(?:输出)?|输入、输出|输入和输出)?文件的?(?:总数|个数|数目|数)?(?:不超过|不多于|不大于|最多为?|至多为?|至多有?){{1}}(?P<files>{INTEGER})个,?"
    r"(?:则|那么)?(?:按|采用|用|使用)?(?:多路归并)?(?:至少|最少)?(?:需要?|要)?(?:归并|经过)?(?:至少)?(?:几|多少)趟(?:可以?|才能?|能)?(?:完成)?(?:排序|归并)?[?。;,]*"
    r"(?P<again>(?:\(3\))?(?:如果|若)?(?:限定|按|要求)(?:这个|该|此|这一?)趟数,?(?:则|那么)?(?:可取的|所取的|应取的|可用的)?(?:最低|最小|最少)的?(?:归并)?路数[是为](?:多少)?[?。]*)?"
)


def files_at_a_time(text: str) -> Recognition | None:
    """Runs merged with so many files open at a time, one of them for output; None where that is not all that is said."""
    found = _FILES.fullmatch(patterns.sub(r"\s+", "", text))
    if found is None:
        return None
    runs, files = to_int(found["runs"]), to_int(found["files"])
    if not 3 <= files <= 1000 or not 2 <= runs <= 10**6:
        stay_out("files")
    return Recognition(
        parameters={
            "task": "files",
            "runs": runs,
            "files": files,
            "wanted": None if found["passes"] is None else to_int(found["passes"]),
            "again": found["again"] is not None,
            "asked": [name for name, group in (("ways", "passes"), ("passes", "files"), ("again", "again")) if found[group] is not None],
        },
        understood=(("初始归并段", f"{runs} 个"), ("同时可用的文件", f"{files} 个")),
    )


def _least_ways(runs: int, passes: int) -> int:
    ways = 2
    while ways**passes < runs:
        ways += 1
    return ways


def solve(parameters: Parameters) -> Solution:
    """The formula, or the passes that the open files allow."""
    if parameters["task"] == "inner-of-letters":
        runs, ways = parameters["runs"], parameters["ways"]
        told = f"({runs}-1)/({ways}-1)"
        return Solution(
            answer=told,
            steps=f"归并树只有度为 0 和 {ways} 的结点，叶结点 {runs} 个。每归并一次段数减少 {ways} − 1，从 {runs} 个到 1 个要归并 {told} 次，每次得到一个度为 {ways} 的结点。",
            also=(told.replace("-", " - "),),
        )
    runs, ways = parameters["runs"], parameters["files"] - 1
    passes = 1
    while ways**passes < runs:
        passes += 1
    answers, steps = [], []
    if (wanted := parameters["wanted"]) is not None:
        least = _least_ways(runs, wanted)
        answers.append(f"{wanted} 趟至少 {least} 路")
        steps.append(f"k^{wanted} 不小于 {runs} 的最小的 k 是 {least}。")
    answers.append(f"至少 {passes} 趟")
    steps.append(f"一个文件用于输出，最多 {ways} 路归并；{ways}^{passes} = {ways**passes} 不小于 {runs}，至少 {passes} 趟。")
    if parameters["again"]:
        least = _least_ways(runs, passes)
        answers.append(f"{passes} 趟最低 {least} 路")
        steps.append(f"k^{passes} 不小于 {runs} 的最小的 k 是 {least}。")
    numbers = [patterns.findall(r"\d+", each)[-1] for each in answers]
    return Solution(
        answer="；".join(answers),
        steps=paragraphs(*steps),
        also=("；".join(numbers), ", ".join(numbers)),
        conventions=("同时可用的文件中有一个是输出文件",),
    )
