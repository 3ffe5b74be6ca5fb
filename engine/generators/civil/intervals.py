from engine.generators.civil._intervals.solving import SOLVER
from engine.generators.kind import Kind
KIND = Kind(name="intervals", title="植树与方阵", points=("quantity.applied.calendar-cycle",), versions={1: lambda c, d: None}, solver=SOLVER)
