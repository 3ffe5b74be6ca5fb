"""Fakes of the platforms, written from their protocols, and the real bot in a process of its own.

Nothing here imports our adapters or a platform's SDK, so that a misreading on our side cannot agree with itself. Each fake can
be used by hand: `python -m tests.wire.onebot`.
"""
