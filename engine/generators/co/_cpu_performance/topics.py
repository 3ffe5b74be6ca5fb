"""The topics of problems about CPU performance."""

from __future__ import annotations

from engine.generators.co._cpu_performance.change_topics import AMDAHL
from engine.generators.co._cpu_performance.clock_topic import CLOCKS
from engine.generators.co._cpu_performance.flops_topic import FLOPS
from engine.generators.co._cpu_performance.machine_topic import MACHINES
from engine.generators.co._cpu_performance.quantity_topic import QUANTITIES

TOPICS = (QUANTITIES, MACHINES, AMDAHL, FLOPS, CLOCKS)
