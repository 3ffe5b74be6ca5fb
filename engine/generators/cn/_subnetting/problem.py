"""A text about subnets: its ordinary words, and what none of its readers computes."""

from __future__ import annotations

from typing import ClassVar

from engine.generators.clauses import ORDINARY as GENERAL
from engine.generators.cn._addresses.subnet_words import SHORTENED
from engine.generators.cn._clauses import ORDINARY, TALK, Problem
from engine.generators.topic import Topic


class Subnets(Topic):
    """A problem of subnets."""

    words: ClassVar[str] = (
        ORDINARY
        + " IP IP地址 地址 网络 子网 网段 地址块 主机 空间 划分 划分成 分成 掩码 子网掩码 所在 所属 号 公司 单位 企业 学校 校园网 网络管理员 管理员 申请到 申请 获得 分到 拿到 拥有 一台 某台 机器 电脑 台 个 使用 可用 采用 前缀 长度 容纳 网络地址 "
        "某 内 下 放 分配 给 可分配 分配给 配置 设置 网 地址 得到 需求 满足 取 里 点分 点分十进制 十进制 主机数 数 子网数 主机位 主机号 网络号 子网号 位 CIDR 无分类编址 编址 定长 等长 规模 相同 大小 相等 一样大 最节约 节约 节省 尽量节约 地址空间 私网 私有 内网 单播 进一步 要 借 "
        "部门 系 楼 楼层 老板 从 按 分 再 PC ISP 接口 路由器 路由器接口 网关 直接 通信 发送 广播分组 目的地址 含首尾 份 切 切出 现在 申请 四 五 三 两 一 C类网 C类 B类 A类 类 写 用 选 宿舍 实际 含 就行 所有 接入 接 划 几 划成 拿"
    )
    ordinary: ClassVar[str] = GENERAL
    headings = (*Topic.headings, *TALK)
    shortened = (*Problem.shortened, *SHORTENED)
    refused: ClassVar[str] = (
        r"路由表|下一跳|转发|聚合|汇聚|NAT|DHCP|ARP|IPv6|不能使用|不允许|不使用全|除去全|去掉全|除全0|[E]类|RFC|ACL|反掩码|通配|以后可能|预留|冗余|增长|扩展到|利用率|原来是|原来的掩码|原掩码|下一个|上一个|前一个|(?<!最)后一个|相邻|其余|如图|见图|图中|非连续|丢|二进制|第几个(?:可用|有效|可分配|主机)?(?:的)?(?:主机)?(?:IP)?地址"
    )
