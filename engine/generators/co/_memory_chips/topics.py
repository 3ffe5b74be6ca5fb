"""The topics of problems about memories."""

from __future__ import annotations

from engine.generators.co._memory_chips.address_topic import ADDRESSES
from engine.generators.co._memory_chips.array_topics import ARRAY, CYCLES
from engine.generators.co._memory_chips.banks_topic import BANKS
from engine.generators.co._memory_chips.cells_topic import CELLS
from engine.generators.co._memory_chips.chip_topic import CHIPS
from engine.generators.co._memory_chips.lexicon import MEMORY_BY_WORDS
from engine.generators.co._memory_chips.module_topic import MODULES
from engine.generators.co._memory_chips.region_topics import REGION
from engine.generators.co._memory_chips.time_topics import MEMORY_RATE, REFRESH

TOPICS = (ARRAY, CYCLES, CHIPS, MODULES, CELLS, REGION, REFRESH, BANKS, MEMORY_RATE, ADDRESSES)
BY_WORDS = (MEMORY_BY_WORDS,)
"""Looked at where no other reader understands a text."""
