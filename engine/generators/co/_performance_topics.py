"""The topics of problems about CPU performance."""

from __future__ import annotations

from engine.generators.co._performance_change_topics import AMDAHL, CHANGED
from engine.generators.co._performance_quantity_topic import QUANTITIES

TOPICS = (QUANTITIES, CHANGED, AMDAHL)
