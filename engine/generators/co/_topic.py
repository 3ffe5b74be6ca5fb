"""A problem of the family that is read question by question: `engine.generators.topic.Topic`, with what chats shorten written out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from engine.generators import topic
from engine.generators.laws.clauses import Clauses


class Topic(topic.Topic):
    """See the module; a reader's own class has its `words` and what it has `refused`."""

    shortened: ClassVar[Sequence[tuple[str, str]]] = Clauses.shortened
