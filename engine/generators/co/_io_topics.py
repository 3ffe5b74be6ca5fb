"""The topics of problems about input and output."""

from __future__ import annotations

from engine.generators.co._io_characters_topics import BATCHES, CHARACTERS, SLOWDOWN
from engine.generators.co._io_serial_topic import SERIAL_DEVICE
from engine.generators.co._io_service_topic import OVERHEAD
from engine.generators.co._io_stolen_topic import STOLEN
from engine.generators.co._io_ways_topic import PAGES

TOPICS = (OVERHEAD, STOLEN, BATCHES, CHARACTERS, SLOWDOWN, PAGES, SERIAL_DEVICE)
