"""The topics of problems about caches."""

from __future__ import annotations

from engine.generators.co._cache_mapping.design_topic import DESIGN
from engine.generators.co._cache_mapping.formats_topic import FORMATS
from engine.generators.co._cache_mapping.geometry.lexicon import GEOMETRY_BY_WORDS
from engine.generators.co._cache_mapping.geometry.topic import GEOMETRY
from engine.generators.co._cache_mapping.mean_topic import MEANS
from engine.generators.co._cache_mapping.sequence_topics import SEQUENCE
from engine.generators.co._cache_mapping.time_topics import LEVELS, MISSES

TOPICS = (GEOMETRY, SEQUENCE, MISSES, LEVELS, DESIGN, FORMATS)
BY_WORDS = (GEOMETRY_BY_WORDS, *MEANS)
"""Looked at where no other reader understands a text."""
