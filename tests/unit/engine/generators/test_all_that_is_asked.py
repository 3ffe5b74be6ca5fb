"""Problems of which less than what was asked, or another thing, was answered once: now all of it, or nothing."""

from __future__ import annotations

import pytest

from engine.generators.solving import Solved, solve_text


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        # The number of leaves was read as "the leaves" and "the number of nodes".
        ("二叉树的层次序列为 ABCDEFGH，中序序列为 DBGEACHF，写出先序序列，并指出叶子结点的个数。", "先序：ABDEGCFH；叶结点 3 个"),
        # Which of the algorithms will do, where each of them is named.
        (
            "空闲分区依次为 150 KB、420 KB、260 KB、330 KB、580 KB，先后有 4 个请求：230 KB、400 KB、140 KB、350 KB。首次适应、最佳适应、最坏适应三种算法中，哪些算法能够满足全部请求？",
            "最佳适应",
        ),
        # A blank asks for the place of the wrong bit.
        (
            "接收到7位海明码1100100（偶校验，位号自左至右为1～7，校验位在第1、2、4位，至多一位出错），出错的是第＿＿位，纠正后的信息位为＿＿。",
            "第 6 位出错，数据为 0110",
        ),
        # The word before the first name was taken as a part of it, and its part left out.
        (
            "201.17.6.0/24 分给三个部门A 100台、B 50台、C 20台，先大后小从低地址开始分，每个部门刚够用就行，A B C的网络地址各是多少？",
            "A 201.17.6.0/25，B 201.17.6.128/26，C 201.17.6.192/27",
        ),
        # What is asked along with the first champion.
        (
            "败者树叶结点自左至右为 b0～b7 = 15，8，27，11，6，30，19，22，相邻两叶结点两两比较，较小者胜。（1）求冠军，以及最后一场（根结点处）比赛的败者的关键字；（2）冠军所在段补入 13，重新调整后的冠军关键字是多少？",
            "冠军 6（段 4）；ls[1] = 1（段 1，关键字 8）；冠军 8（段 1）",
        ),
        # What happens to the first fragment alone was done to all.
        (
            "一个总长度为 3346 B 的 IPv4 数据报（首部长 20 B，无选项）要通过 MTU 为 996 B 的链路，每个分片尽可能大。其中第 1 个分片后来又要通过 MTU 为 276 B 的链路，再次分片，也是每片尽可能大。再次分片所得的最后一片，其总长度、片偏移字段和 MF 标志位的值分别为多少？",
            "总长度 228 B，片偏移 96，MF 1",
        ),
        # The second way of switching is named by what it does alone.
        (
            "8Mb的报文经过4段2Mbps的链路，中间结点都存储转发，不算传播时延和头部（1M=10^6，1k=1000）。报文交换整个发要几秒？拆成10kb一个的分组要几秒？",
            "总时延 16 s，总时延 4.015 s",
        ),
        # Both ways take the processor as long for each service, and were taken for one.
        (
            "CPU 主频为 500 MHz，外设的数据传输率为 0.8 MB/s（1 M = 10^6）。若用中断方式，每次中断传送 16 位，响应和处理共需 500 个时钟周期；若用 DMA 方式，每次 DMA 传送 500 B，预处理和后处理共需 500 个时钟周期。两种方式下 CPU 用于该外设 I/O 的时间占整个 CPU 时间的百分比依次约为多少？",
            "中断方式 占 CPU 时间的 40%；DMA方式 占 CPU 时间的 0.16%",
        ),
    ],
)
def test_all_of_it_is_answered(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved)
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "一个总长度为 3346 B 的 IPv4 数据报（首部长 20 B）要通过 MTU 为 996 B 的链路，每个分片尽可能大。其中第 2 个分片后来又要通过 MTU 为 276 B 的链路，再次分片。再次分片所得的最后一片的总长度为多少？",
        "TCP连接慢开始，MSS=1KB，连续成功6个RTT之后拥塞窗口多大？",  # where it begins and its threshold are not told
        "图里的弧有3→1，3→4，1→2，4→2，4→5，2→6，5→6，做拓扑排序，入度为0的有好几个时先输出编号小的，总数比结果的长度多几个？",
    ],
)
def test_what_is_not_understood_wholly_is_left(text: str) -> None:
    assert not isinstance(solve_text(text, "408"), Solved)
