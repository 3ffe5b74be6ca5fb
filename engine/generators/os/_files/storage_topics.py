"""Problems of files and disks told and asked in any order: the topics of which their kinds are made."""

from __future__ import annotations

from engine.generators.laws.solving import recogniser, solver
from engine.generators.os._disk_scheduling.topic import DISK
from engine.generators.os._files.index_topic import INDEX
from engine.generators.os._files.records_topic import RECORDS
from engine.generators.os._files.space_topics import BITMAP, DIRECTORY, FAT

_FILES = (INDEX, FAT, BITMAP, DIRECTORY, RECORDS)
_DISKS = (DISK,)

FILE_RECOGNISERS = tuple(map(recogniser, _FILES))
DISK_RECOGNISERS = tuple(map(recogniser, _DISKS))
solve_storage = solver((*_FILES, *_DISKS))
