"""Those who rest again and again: how far each has gone by when, piece by piece."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from engine.generators.reading import stay_out

_MOST_PIECES = 2000


@dataclass(frozen=True, slots=True)
class Pace:
    """Somebody's speed, how long he goes before each rest, how long he rests; and when he starts."""

    speed: Fraction
    go: Fraction | None = None
    rest: Fraction = Fraction(0)
    start: Fraction = Fraction(0)

    def gone(self, time: Fraction) -> Fraction:
        """How far he has gone by then."""
        under_way = max(time - self.start, Fraction(0))
        if self.go is None:
            return self.speed * under_way
        rounds, left = divmod(under_way, self.go + self.rest)
        return self.speed * (rounds * self.go + min(left, self.go))

    def next_change(self, time: Fraction) -> Fraction | None:
        """When he stops or goes on next."""
        if time < self.start:
            return self.start
        if self.go is None:
            return None
        rounds, left = divmod(time - self.start, self.go + self.rest)
        begun = self.start + rounds * (self.go + self.rest)
        return begun + (self.go if left < self.go else self.go + self.rest)


def first_time(one: Pace, other: Pace, way: Fraction, sign: int) -> Fraction:
    """When what one has gone, and (sign 1) what the other has gone, or without it (sign -1), first comes to `way`.

    Raises:
        StayOut: it never does, or not soon.
    """
    time = Fraction(0)
    for _ in range(_MOST_PIECES):
        changes = [each for each in (one.next_change(time), other.next_change(time)) if each is not None]
        now = one.gone(time) + sign * other.gone(time)
        if now >= way:
            return time
        if not changes:
            rate = one.speed + sign * other.speed
            return time + (way - now) / rate if rate > 0 else stay_out("never")
        then = min(changes)
        later = one.gone(then) + sign * other.gone(then)
        if later >= way:
            return time + (then - time) * (way - now) / (later - now)
        time = then
    stay_out("not soon")
