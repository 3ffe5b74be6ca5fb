"""The name under which this family's kinds know `engine.generators.alternatives`."""

from engine.generators.alternatives import first_reading

__all__ = ["first_reading"]
