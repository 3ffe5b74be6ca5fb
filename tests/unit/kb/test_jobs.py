from engine.storage.database import Database
from kb.jobs import JobQueue


async def test_jobs_are_taken_once_and_in_the_order_they_came(database: Database) -> None:
    queue = JobQueue(database, lambda: 0.0)
    first, second = await queue.put("add", {"paths": ["a"]}), await queue.put("remove", {"book": 1})
    taken = [await queue.take(), await queue.take(), await queue.take()]
    assert [job and (job.id, job.kind, job.state) for job in taken] == [(first, "add", "running"), (second, "remove", "running"), None]


async def test_progress_and_end_are_seen_by_whoever_watches(database: Database) -> None:
    queue = JobQueue(database, lambda: 0.0)
    job = await queue.put("add", {"paths": ["a"]})
    await queue.take()
    await queue.progress(job, "files", 2, 5)
    seen = await queue.status(job)
    assert seen is not None and (seen.phase, seen.done, seen.total, seen.ended) == ("files", 2, 5, False)
    await queue.end(job, "failed", "磁盘满了", ["a.md：空的"])
    seen = await queue.status(job)
    assert seen is not None and (seen.state, seen.message, seen.faults, seen.ended) == ("failed", "磁盘满了", ("a.md：空的",), True)
    assert [status.id for status in await queue.recent()] == [job]
    assert await queue.status(job + 1) is None


async def test_the_job_of_a_process_that_died_is_taken_up_by_the_next_owner(database: Database) -> None:
    queue = JobQueue(database, lambda: 0.0)
    job = await queue.put("add", {"paths": ["a"]})
    await queue.take()
    assert await queue.take_back() == 1
    again = await queue.take()
    assert again is not None and again.id == job
