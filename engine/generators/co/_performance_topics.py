"""The topics of problems about CPU performance."""

from __future__ import annotations

from engine.generators.co._performance_change_topics import AMDAHL
from engine.generators.co._performance_clock_topic import CLOCKS
from engine.generators.co._performance_flops_topic import FLOPS
from engine.generators.co._performance_machine_topic import MACHINES
from engine.generators.co._performance_quantity_topic import QUANTITIES

TOPICS = (QUANTITIES, MACHINES, AMDAHL, FLOPS, CLOCKS)
