"""The readers of counts of ways, each of one kind of count."""

from __future__ import annotations

from engine.generators.civil._counting.assignment_reading import ASSIGNMENT_READERS
from engine.generators.civil._counting.blocks_reading import BLOCK_READERS
from engine.generators.civil._counting.derangement_reading import read_derangement
from engine.generators.civil._counting.formula_counts_reading import FORMULA_READERS
from engine.generators.civil._counting.reading import (
    read_circle,
    read_families,
    read_inserted,
    read_lamps,
    read_pairs,
    read_stages,
    read_stations,
)

READERS = (
    read_circle,
    read_families,
    read_derangement,
    read_pairs,
    read_stations,
    read_inserted,
    read_lamps,
    read_stages,
    *FORMULA_READERS,
    *BLOCK_READERS,
    *ASSIGNMENT_READERS,
)
