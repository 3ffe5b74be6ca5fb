"""The conditions on an arrangement that a part of a text tells, each taken from it."""

from __future__ import annotations

from engine.generators.civil._counting.arranging.choice_conditions import OfChoice
from engine.generators.civil._counting.arranging.place_conditions import OfPlaces
from engine.generators.civil._counting.arranging.row_conditions import OfRow
from engine.generators.civil._counting.arranging.told import Condition, Rule


class Conditions(OfChoice, OfRow, OfPlaces):
    """Every rule by which a condition is read."""

    @property
    def _taken_rules(self) -> tuple[Rule, ...]:
        return (self._both_or_neither, self._both_sorts, self._named_count, self._count_of, self._together_chosen, self._chosen)

    @property
    def _day_rules(self) -> tuple[Rule, ...]:
        places = self.scene.places
        of_days = bool(places) and places[0].startswith("周") and len(places) == self.scene.total
        return (self._between, self._gap, self._near, self._order) if of_days else ()

    def found(self, start: int, end: int) -> list[Condition]:
        """The conditions told between two places, in the order in which the rules find them."""
        scene = self.scene
        rules: tuple[Rule, ...] = {
            "choice": (
                self._both_or_neither,
                self._one_taken,
                self._composition,
                self._every_sort,
                self._both_sorts,
                self._named_count,
                self._more,
                self._count_of,
                self._together_chosen,
                self._chosen,
                self._of_one_sort,
            ),
            "row": (self._each_sort, self._alternate, self._between, self._gap, self._near, self._order_kept, self._order, self._at),
            "ring": (self._gap, self._near),
            "places": (
                self._composed,
                self._unequal,
                self._each_place,
                self._each_one,
                self._sizes,
                self._same_place,
                self._goes,
                *(self._taken_rules if scene.take else ()),
                *self._day_rules,
            ),
            "groups": (self._composed, self._unequal, self._each_place, self._each_one, self._sizes, self._same_place),
        }[self.scene.shape]
        conditions: list[Condition] = []
        for rule in rules:
            for _ in range(8):
                length = len(self.text.rest)
                found = rule(start, end)
                if found is None:
                    break
                conditions += found
                assert len(self.text.rest) == length
        return conditions
