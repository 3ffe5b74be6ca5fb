"""Reading problems of sorted lists merged by twos with the fewest comparisons in the worst case."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.ds._clauses import WEAK, opened
from engine.generators.ds._settling import settle
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, stay_out, to_int

OWN = """
外排序 外部排序 外部 外存 外排 归并 合并 排序 最佳归并 最佳归并树 最佳 归并树 初始 归并段 段 需 进行 树 文件 上 为实现 实现 做 虚段 构造 补充 趟 长度 长 依次 各段 块 块数 各 平衡 方案 最优 完成 完 有序 磁盘 总 总的 记录 记录数 读 读写 次数 随后 得到 内部排序 内排序 内存 工作区 内存工作区 随后使用 每个 每段 段长 怎么归并 怎么合并 代价 代价最小 最小的 给个数 给个 画 画出 哈夫曼 有序段 有序表 升序 表 数据元素 各表 元素 排列 分别含有 通过 最终 使 这些 归并方案 按 最坏 最坏情况下 情况 比较 总次数 比较次数 最小 达到 两两 归并成 成 一个 一 合成 所需 补 加 要补 个 单位 的 大小 先 每次 生成 都 若 搞定 弄完 排完 归完 路归并 还要 额外 长为 0的 为0 虚 多路 k m 采用 归并排序 条 能 装 一次 就 空 再 再用
 六个 每块 路最佳归并 首次 初始段 表长 有 否 时 该 分别 用于 每个表 得 共 归并过程 归并过程中 移动 的记录数 等于 文件 之和 两文件记录数 后 两个 表归并 严格 完全 成为 严格的 正则 为使 占 一个磁盘块 磁盘块 物理块 呢 k叉树 叉 叉树 补充的 则 做 是 中 而 采用 生成的 共有 能归并 数
"""
"""Words of problems about merging that change nothing."""


def lists_by_twos(text: str) -> Recognition | None:
    """Sorted lists merged by twos with the fewest comparisons in the worst case (408 of 2012); None where it is not that."""
    if (
        not patterns.search("两两|二路|2路", text)
        or not patterns.search("最坏|最多比较|最多需?要?比较", text)
        or not patterns.search("合并|归并", text)
        or "有序" not in text
    ):
        return None
    reading = opened(text)
    reading.refuse(r"不(?!超)|平均|最好|三路|降序")
    ordered = reading.take_all(
        r"\(?(?:采用|按|用|以)?(?:最佳|最优)的?(?:归并|合并)?(?:次序|顺序|方案)\)?|按?哈夫曼树?的?(?:方法|方式|思想)?"
    )
    lengths = reading.take_all(r"(?<![\d.])\d+\s*个?(?:\s*[,、和 ]\s*\d+\s*个?){2,}(?![\d.])")
    reading.take_all(r"[A-Z](?:\s*[、, ]\s*[A-Z](?![A-Za-z])){2,}|\(?[两2]个?表合并最多m\+n-1次\)?")
    steps = reading.take_one(rf"(?:通过|经过|经)?(?P<value>{INTEGER})次(?:两两)?(?:合并|归并)", to_int)
    counts = {to_int(match["count"]) for match in reading.take_all(rf"(?P<count>{INTEGER})\s*个(?:升序)?的?(?:有序)?(?:表|序列|文件|数组)")}
    asked = reading.take_all(
        r"(?:总的?)?(?:最坏)?(?:情况下)?的?(?:关键字|元素)?总?比较的?总?次数(?:最少|最小)?|(?:最坏)?(?:情况下)?,?(?:最少|至少|最多|总共|一共|共)*(?:要|需要?)?比较(?:多少|几)次"
    )
    if not ordered and not patterns.search("最少|最小|至少", reading.text):
        return None
    reading.take_all(r"[二2]路(?:归并|合并)?|两两(?:归并|合并)?")
    settle(reading, OWN, WEAK)
    if len(lengths) != 1 or not asked:
        return None
    given = [int(number) for number in patterns.findall(r"\d+", lengths[0][0])]
    if not 3 <= len(given) <= 20 or counts - {1, len(given)} or steps not in (None, len(given) - 1):
        stay_out("lists")
    return Recognition(
        parameters={"task": "comparisons", "runs": len(given), "ways": 2, "lengths": given},
        understood=(("有序表长度", listed(given)), ("求", "最坏情况下比较的最少总次数")),
    )
