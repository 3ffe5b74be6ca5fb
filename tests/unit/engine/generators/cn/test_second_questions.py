"""What a question asks of several values, of a changed condition or of two ways at once; worked by hand."""

from __future__ import annotations

import pytest

from engine.generators.choices.choosing import same_answer

from ..solving_checks import answer_of, left_alone


@pytest.mark.parametrize(
    ("kind", "text", "answer"),
    [
        # 10/(10 + 20) of the time, then five times as long a frame: 50/(50 + 20)
        (
            "channel-utilization",
            "停等协议，速率1Mbps，往返时延20ms，确认忽略，帧长分别为10000bit和20000bit时，利用率分别是多少",
            "利用率 约 33.33%，利用率 50%",
        ),
        ("channel-utilization", "GBN协议，序号4bit，发送窗口最大是多少？SR呢？", "发送窗口 15，发送窗口 8"),
        # SR: frame 3 is not acknowledged either, but its timer still runs
        ("channel-utilization", "选择重传协议，发送方已发送了0~3号帧，收到1号帧的确认，0、2号帧依次超时，需要重传的帧数是", "2 帧"),
        ("nyquist-shannon", "带宽4kHz，信噪比30dB，信号有8个电平，奈氏与香农极限分别是多少", "奈氏极限 24 kbps，香农极限 约 39.869 kbps"),
        ("nyquist-shannon", "带宽4kHz，信噪比30dB，极限速率多少？信噪比提高到40dB呢？", "速率 约 39.869 kbps，速率 约 53.151 kbps"),
        # C = 6 Mbps; 4 Mbps over 2 MBaud are 2 bits a symbol
        ("nyquist-shannon", "一个有噪声信道，带宽1MHz，S/N=63，求信道容量，若传4Mbps最少要几个电平", "速率 6 Mbps，离散等级 4 个"),
        # twice the highest frequency, not twice the width of the band
        ("nyquist-shannon", "音频信号频率300~3400Hz，按奈奎斯特采样定理，采样频率至少是多少", "6800 Hz"),
        # 3 × (100 + 5) ms, and 50 + 100 + 15 ms
        (
            "transmission-delay",
            "报文1600bit经3段链路，每段传播时延5ms，数据率16kb/s，存储转发，总时延？如果采用电路交换呢，建立时间50ms",
            "总时延 315 ms，总时延 165 ms",
        ),
        ("csma-cd-frame", "如果网络速率从10Mbps提高到100Mbps，最短帧长仍为64B，网段最大长度为原来的多少", "1/10"),
        ("csma-cd-frame", "10Mbps以太网某站连续发生5次碰撞，退避时间的最大值是多少？争用期51.2us", "1587.2 μs"),
        ("crc", "收到的信息码字为110111，CRC和为1001，生成多项式为G(x)=x^4+x^3+1，收到的信息有错吗", "余数 1111，有差错"),
        ("crc", "收到11010110111110，除数10011，是否有错？原始数据是什么", "余数 0000，没有检出差错，数据 1101011011"),
        # 130 B hold 128 B of data: four pieces for 400 B, each with 20 B more
        (
            "ip-fragmentation",
            "上层报文3200bit加160bit的首部成为数据报，第二个局域网的数据帧数据部分最多1200bit，需要分片。第二个网向上层总共传送多少bit？",
            "3840 bit",
        ),
        # with the header or without: both are said
        (
            "ip-fragmentation",
            "IP分组总长2000字节，头部20字节，MTU=800，第二个分片的长度和偏移量分别为多少",
            "总长度 796 B，数据长度 776 B，片偏移 97",
        ),
        ("transmission-delay", "1000字节，带宽10Mbps，链路长2000km，传播速率2×10^8m/s，求传输时延与传播时延之和", "10.8 ms"),
        # 1 + 2 + 4 + 8 + 16 + 17 + 18 = 66 before round 8
        ("tcp-congestion", "ssthresh=16，cwnd从1开始，一直没有拥塞，第70个报文段在第几轮发出", "第 70 个报文段在第 8 轮"),
        ("tcp-congestion", "ssthresh初值16，cwnd从1开始，到cwnd=24时超时，再经过几个RTT后cwnd回到新门限", "4 个 RTT"),
        # min(10, 8) − 3
        ("tcp-congestion", "cwnd=10KB，rwnd=8KB，已发3KB还没收到确认，还可以发送多少", "5 KB"),
        ("distance-vector", "RIP里距离等于几表示不可达？最多允许多少跳？多久发一次更新？", "16；15；30 s"),
        ("distance-vector", "RIP，A到网络Y是5跳下一跳B，现在C通告到Y是2跳，A到Y变成几跳", "距离 3"),
        ("crc", "数据长度24位，生成多项式x^8+x^2+x+1，加上校验码后一共多少位", "32 位"),
        ("subnetting", "掩码255.255.248.0换成前缀长度是多少", "前缀 /21"),
        # 64 to 95; 5 words of header, 80 bytes from 8 × 100
        (
            "subnetting",
            "掩码255.255.255.224，下列哪个IP与192.168.1.70在同一子网？A.192.168.1.60 B.192.168.1.90 C.192.168.1.95 D.192.168.1.97",
            "192.168.1.90",
        ),
        (
            "subnetting",
            "掩码255.255.255.224，下列哪个IP与192.168.1.70不在同一子网？A.192.168.1.66 B.192.168.1.90 C.192.168.1.95 D.192.168.1.97",
            "192.168.1.97",
        ),
        (
            "ip-fragmentation",
            "某分片片偏移字段为100，首部长度5，总长度100，第一个和最后一个数据字节编号各是多少",
            "第一个字节 800，最后一个字节 879",
        ),
        ("tcp-congestion", "一个TCP连接的拥塞窗口为18KB，发生了3个重复ACK，快恢复后拥塞窗口是多少", "9 KB"),
    ],
)
def test_answers(kind: str, text: str, answer: str) -> None:
    assert answer_of(kind, text) == answer


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("channel-utilization", "停等协议，信道带宽1Mbps，RTT=20ms，帧长1000B，考虑确认帧的发送时间，求信道利用率"),
        ("channel-utilization", "停等协议，数据率4kbps，传播延迟20ms，利用率不低于50%，帧长至多多少"),
        ("channel-utilization", "GBN，速率1Mbps，往返时延20ms，帧长1000bit，发送窗口和接收窗口分别为7、1时，利用率各是多少"),
        ("channel-utilization", "停等协议，速率1Mbps，RTT=20ms，帧长1000B，两台设备同时工作，求信道利用率"),
        ("nyquist-shannon", "带宽1MHz，S/N=63，要传8Mbps最少要几个电平"),
        ("nyquist-shannon", "信道带宽3kHz，信噪比30dB，另外每一步都要额外多花一个单位的时间，极限数据率多少"),
        ("crc", "数据1101，生成多项式x^3+x+1。（1）余数是多少？（2）数据在传输中最后一个1变成0（指码字的最后一位），能否发现？"),
        ("csma-cd-frame", "CSMA/CD网络速率变为原来的10倍，最短帧长变为原来的多少"),
        ("ip-fragmentation", "总长1420字节的IP数据报（不含首部），MTU 532，分几片"),
        ("subnetting", "10.0.0.0/8划分成/16，有多少个子网？一共有多少台主机"),
        ("channel-utilization", "停等，1Mbps，1000bit，RTT 20ms，（1）利用率（2）有效吞吐量（3）每秒能发多少帧"),
        ("distance-vector", "R1的路由表：N1 4 R2；N3 1 直连。R2发来：N1 2；N4 3。更新后有几条记录"),
        ("distance-vector", "RIP适合多大的网络，最大跳数多少"),
        ("tcp-congestion", "cwnd=16时超时，门限多少，cwnd多少，再过5轮cwnd多少"),
        ("ip-fragmentation", "总长3000B，首部20B，MTU=1500B，最后一片的长度占总长的多少"),
        ("tcp-congestion", "cwnd=12，接收窗口8，网络中已有3个报文段，实际能发多少个报文段"),
    ],
)
def test_silence(kind: str, text: str) -> None:
    assert left_alone(kind, text)


def test_an_option_in_one_unit_is_not_the_value_in_the_other() -> None:
    assert same_answer("8000 bit", "8000 bit = 1000 B")
    assert same_answer("1000 B", "8000 bit = 1000 B")
    assert not same_answer("1000 bit", "8000 bit = 1000 B")
