"""Solving problems about the performance of a CPU: each task by the module that reads it."""

from __future__ import annotations

from engine.generators.co._cpu_performance import machines_claims
from engine.generators.co._cpu_performance import machines_solving as machines_solver
from engine.generators.co._cpu_performance import sequences_solving as sequences_solver
from engine.generators.co._cpu_performance import topics as performance_topics
from engine.generators.co._cpu_performance.mix import lists_reading as mix_lists_reading
from engine.generators.co._cpu_performance.mix import reading as mix_reading
from engine.generators.kind import Parameters, Solution
from engine.generators.laws.solving import solver


def solve(parameters: Parameters) -> Solution:
    if (solution := _SOLVE(parameters)) is not None:
        return solution
    others = {
        "two machines": machines_solver.solve,
        machines_claims.TASK: machines_claims.solve,
        "mix": mix_reading.solve,
        "sequences": sequences_solver.solve,
        "mix on two machines": mix_lists_reading.solve,
        "mix by times": mix_lists_reading.solve,
    }
    return others[parameters["task"]](parameters)


_SOLVE = solver(performance_topics.TOPICS)
