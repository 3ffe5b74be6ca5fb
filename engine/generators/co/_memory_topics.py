"""The topics of problems about memories."""

from __future__ import annotations

from engine.generators.co._memory_chip_topic import CHIPS
from engine.generators.co._memory_region_topics import DECODER, REGION
from engine.generators.co._memory_time_topics import BANKS, REFRESH

TOPICS = (CHIPS, REGION, DECODER, REFRESH, BANKS)
