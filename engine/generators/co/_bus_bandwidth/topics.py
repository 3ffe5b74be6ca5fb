"""The topics of problems about buses."""

from __future__ import annotations

from engine.generators.co._bus_bandwidth.block_topic import BLOCKS
from engine.generators.co._bus_bandwidth.line_topics import SCREEN, SERIAL
from engine.generators.co._bus_bandwidth.miss_topic import MISS_ON_BUS
from engine.generators.co._bus_bandwidth.transaction_topic import BURST
from engine.generators.co._bus_bandwidth.transfer_topics import PCIE, TRANSFER

TOPICS = (SCREEN, TRANSFER, PCIE, BURST, SERIAL, MISS_ON_BUS, BLOCKS)
