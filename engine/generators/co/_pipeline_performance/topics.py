"""The topics of problems about pipelines."""

from __future__ import annotations

from engine.generators.co._pipeline_performance.flow_topics import IN_TICKS, IN_TIME
from engine.generators.co._pipeline_performance.stall_topic import STALLS
from engine.generators.co._pipeline_performance.target_topic import ENOUGH

TOPICS = (IN_TIME, IN_TICKS, STALLS, ENOUGH)
