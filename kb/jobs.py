"""The queue of work for the process that owns the index: writing jobs down, taking them, saying how far they are and how they ended.

Anybody may put a job in and watch it; only the owner takes jobs, one at a time, oldest first. Doing them is left to `kb.library`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from sqlalchemy import Row, func, insert, select, update

from kb.catalogue import Database, Job

JobKind: TypeAlias = Literal["add", "remove"]
JobState: TypeAlias = Literal["waiting", "running", "done", "failed"]


@dataclass(frozen=True, slots=True)
class JobStatus:
    """A job as it stands. The fields are those of `kb.catalogue.Job`."""

    id: int
    kind: JobKind
    payload: dict[str, Any]
    state: JobState
    phase: Literal["", "files", "vectors"]
    done: int
    total: int
    message: str
    faults: tuple[str, ...]

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state in ("done", "failed")


class JobQueue:
    """Jobs in the order in which they were asked for."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        """`clock`: seconds since 1970."""
        self._database = database
        self._clock = clock

    async def put(self, kind: JobKind, payload: dict[str, Any]) -> int:
        """Write a job down; its id."""
        async with self._database.writing() as connection:
            result = await connection.execute(
                insert(Job)
                .values(
                    kind=kind, payload=payload, state="waiting", phase="", done=0, total=0, message="", faults=[], created=self._clock()
                )
                .returning(Job.id)
            )
            return int(result.scalar_one())

    async def take(self) -> JobStatus | None:
        """The oldest waiting job, which now runs; None: nothing waits."""
        async with self._database.writing() as connection:
            waiting = select(func.min(Job.id)).where(Job.state == "waiting").scalar_subquery()
            row = (
                await connection.execute(update(Job).where(Job.id == waiting).values(state="running").returning(*Job.__table__.c))
            ).first()
            return None if row is None else _status(row)

    async def take_back(self) -> int:
        """Let every running job wait again, because the process that ran it is gone; how many. For a new owner, before it takes any."""
        async with self._database.writing() as connection:
            return (await connection.execute(update(Job).where(Job.state == "running").values(state="waiting"))).rowcount

    async def progress(self, job: int, phase: Literal["files", "vectors"], done: int, total: int) -> None:
        """Say how far a running job is."""
        async with self._database.writing() as connection:
            await connection.execute(update(Job).where(Job.id == job).values(phase=phase, done=done, total=total))

    async def end(self, job: int, state: Literal["done", "failed"], message: str, faults: Sequence[str] = ()) -> None:
        """Say how a job ended."""
        async with self._database.writing() as connection:
            await connection.execute(update(Job).where(Job.id == job).values(state=state, message=message, faults=list(faults)))

    async def status(self, job: int) -> JobStatus | None:
        """A job as it stands; None: there is no such job."""
        async with self._database.reading() as connection:
            row = (await connection.execute(select(Job.__table__).where(Job.id == job))).first()
            return None if row is None else _status(row)

    async def recent(self, limit: int = 10) -> list[JobStatus]:
        """The newest jobs, newest first."""
        async with self._database.reading() as connection:
            rows = await connection.execute(select(Job.__table__).order_by(Job.id.desc()).limit(limit))
            return [_status(row) for row in rows]


def _status(row: Row[Any]) -> JobStatus:
    return JobStatus(row.id, row.kind, row.payload, row.state, row.phase, row.done, row.total, row.message, tuple(row.faults))
