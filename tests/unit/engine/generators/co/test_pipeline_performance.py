"""Pipelines against a machine clocked cycle by cycle, and textbook classics."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators.co._pipeline_performance.hazards import Instruction, total_cycles
from engine.generators.co.pipeline_performance import finish

from ..every_kind import right_option, sample


def clocked(program: list[Instruction], forwarding: bool) -> int:
    """Cycles of the five stages, moved on one cycle at a time; stages hold the instructions' numbers."""
    stages: list[int | None] = [None] * 5  # IF ID EX MEM WB
    done = fetched = cycle = 0
    waiting = False

    def blocked(number: int) -> bool:
        """Whether the instruction in ID must wait: called with the others where they are in this cycle."""
        for source in program[number].sources:
            writers = [place for place in range(number) if program[place].target == source]
            if not writers:
                continue
            for stage in (2, 3):  # the writer is in EX or MEM
                if stages[stage] == writers[-1]:
                    if not forwarding:
                        return True
                    if stage == 2 and program[writers[-1]].op == "lw":
                        return True
        return False

    while done < len(program):
        cycle += 1
        stall = waiting
        stages[4], stages[3] = stages[3], stages[2]
        if stall:
            stages[2] = None
        else:
            stages[2], stages[1] = stages[1], stages[0]
            stages[0] = fetched if fetched < len(program) else None
            fetched += 1
        waiting = stages[1] is not None and blocked(stages[1])
        done += stages[4] is not None
    return cycle


def one_by_one(stages: list[int], count: int, latch: int) -> int:
    """A task goes to the next stage with the clock when that stage is free."""
    clock = max(stages) + latch
    line: list[int | None] = [None] * len(stages)
    done = started = ticks = 0
    while done < count:
        line = [started if started < count else None, *line[:-1]]
        started += 1
        ticks += 1
        done += line[-1] is not None
    return ticks * clock


# Patterson and Hennessy: sub $2,$1,$3; and $12,$2,$5; or $13,$6,$2; add $14,$2,$2 (registers renumbered).
SUB = [Instruction("sub", 2, (1, 3)), Instruction("and", 12, (2, 5)), Instruction("or", 13, (6, 2)), Instruction("add", 14, (2, 2))]
LOAD_USE = [Instruction("lw", 2, (1,)), Instruction("and", 4, (2, 5)), Instruction("or", 8, (2, 6))]


def test_textbook_classics() -> None:
    assert total_cycles(SUB, forwarding=False) == 10  # two stalls before the second
    assert total_cycles(SUB, forwarding=True) == 8
    assert total_cycles(LOAD_USE, forwarding=True) == 8  # one stall behind the load
    # Patterson and Hennessy: stages of 200, 100, 200, 200 and 100 ps: three loads take 1400 ps.
    assert finish((200, 100, 200, 200, 100), 3) == 1400
    # Bai, Computer Organization: 90, 80, 70, 60 ns and a latch of 10 ns: a clock of 100 ns.
    assert finish((90, 80, 70, 60), 100, latch=10) == 103 * 100


@settings(max_examples=100)
@given(st.lists(st.tuples(st.booleans(), st.integers(1, 5), st.integers(1, 5), st.integers(1, 5)), min_size=1, max_size=8), st.booleans())
def test_simulator_agrees_with_the_clocked_machine(lines: list[tuple[bool, int, int, int]], forwarding: bool) -> None:
    program = [Instruction("lw" if load else "add", target, (a,) if load else (a, b)) for load, target, a, b in lines]
    assert total_cycles(program, forwarding) == clocked(program, forwarding)


@pytest.mark.parametrize(("stages", "count", "latch"), [([50, 60, 70], 1, 0), ([50, 60, 70, 10], 9, 5), ([10] * 6, 30, 0)])
def test_time_agrees_with_moving_on(stages: list[int], count: int, latch: int) -> None:
    assert finish(stages, count, latch) == one_by_one(stages, count, latch)


def test_keys_agree_with_references() -> None:
    for composed in sample("pipeline-performance"):
        asked = composed.parameters
        shown = right_option(composed)
        if asked["task"] == "hazards":
            program = [Instruction(op, target, tuple(sources)) for op, target, *sources in asked["program"]]
            assert shown == f"{clocked(program, asked['forwarding'])} 个时钟周期"
            continue
        if asked["task"] == "branches":
            per_million = 10**6
            per_million += 100 * asked["load_percent"] * asked["used_percent"]
            per_million += 100 * asked["branch_percent"] * asked["missed_percent"] * asked["penalty"]
            expected = Fraction(per_million, 10**6)
        else:
            spent = one_by_one(asked["stages"], asked["count"], asked.get("latch", 0))
            serial = sum(sum(asked["stages"]) for _ in range(asked["count"]))
            tasks = {"time": Fraction(spent), "speedup": Fraction(serial, spent), "throughput": Fraction(asked["count"] * 1000, spent)}
            expected = tasks[asked["task"]]
        number = shown.split()[0]
        assert abs(Fraction(number) - expected) <= Fraction(1, 2 * 10 ** len(number.partition(".")[2]))
