"""The topics of problems about input and output."""

from __future__ import annotations

from engine.generators.co._io_overhead.characters_topics import BATCHES, CHARACTERS, SLOWDOWN
from engine.generators.co._io_overhead.serial_topic import SERIAL_DEVICE
from engine.generators.co._io_overhead.service_topic import OVERHEAD
from engine.generators.co._io_overhead.stolen_topic import STOLEN
from engine.generators.co._io_overhead.ways_topic import PAGES

TOPICS = (OVERHEAD, STOLEN, BATCHES, CHARACTERS, SLOWDOWN, PAGES, SERIAL_DEVICE)
