"""The topics of problems about memories."""

from __future__ import annotations

from engine.generators.co._memory_address_topic import ADDRESSES
from engine.generators.co._memory_array_topics import ARRAY, CYCLES, SPACE
from engine.generators.co._memory_banks_topic import BANKS
from engine.generators.co._memory_cells_topic import CELLS
from engine.generators.co._memory_chip_topic import CHIPS
from engine.generators.co._memory_lexicon import MEMORY_BY_WORDS
from engine.generators.co._memory_module_topic import MODULES
from engine.generators.co._memory_region_topics import DECODER, REGION
from engine.generators.co._memory_time_topics import MEMORY_RATE, REFRESH

TOPICS = (ARRAY, CYCLES, SPACE, CHIPS, MODULES, CELLS, REGION, DECODER, REFRESH, BANKS, MEMORY_RATE, ADDRESSES)
BY_WORDS = (MEMORY_BY_WORDS,)
"""Looked at where no other reader understands a text."""
