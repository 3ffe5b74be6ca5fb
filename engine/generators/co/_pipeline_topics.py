"""The topics of problems about pipelines."""

from __future__ import annotations

from engine.generators.co._pipeline_flow_topics import ENOUGH, IN_TICKS, IN_TIME
from engine.generators.co._pipeline_stall_topic import STALLS

TOPICS = (IN_TIME, IN_TICKS, STALLS, ENOUGH)
