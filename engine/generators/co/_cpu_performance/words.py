"""What problems about CPU performance call things."""

from __future__ import annotations

WORDS = """ 动态统计 动态 统计 运行时 branch 指令 程序 测试程序 基准程序 标准测试程序 主频 时钟 CPI MIPS cpi mips CPU时间 执行时间 运行时间 用户 编译 编译器 目标代码 高级语言 目标机 微机 处理机 每秒 百万条 条指令 类 各类 型 各类指令 种 类型 指令类型 比例 频度 执行速度 平均执行速度 平均指令执行速度 指令执行速度 速度 统计 如下 表 拍 时钟周期数 周期数 总周期数 有效 有效CPI 平均CPI 机器周期 指令周期 时钟脉冲 混合 组成 段 跑完 一段 一段程序 程序段 A机 B机 甲机 乙机 该程序 该机 晚上好 请教 各 类指令 传送 分支 转移 算术 逻辑 运算 整数 浮点 跑 Q P 计算 数据 标准 存取 load store Load Store ALU 每 秒 兆 """
