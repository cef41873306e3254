"""The search for what grants a refused leave, and for the day on which a right ends."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import combinations
from typing import TypeVar

from verlof_api.advice.changes import WAIT, Changes, Move, MoveKind, Variant
from verlof_api.advice.screen import Look, Screen
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.assessment.answer import LeaveAnswer
from verlof_api.assessment.situation import Facts
from verlof_api.assessment.verdicts import OORDEEL_NODIG, RECHT, REFUSED, VRAAG_NODIG
from verlof_api.language.compiled import CompiledCondition, Fit
from verlof_api.language.environment import PEILDATUM, Environment
from verlof_api.law.feit import Value

T = TypeVar("T")

GRANTED = frozenset({RECHT, OORDEEL_NODIG})
_ONE_DAY, _LAST_DAY = timedelta(days=1), date.max - timedelta(days=1)
_HORIZON = timedelta(days=3 * 366)  # what is further ahead is no advice any more
# Days last, so that the search for the earliest one goes on inside the others.
_ORDER = (MoveKind.BRING, MoveKind.NUMBER, MoveKind.WAIT, MoveKind.DAY)
_PARTS = 3


class Costs:
    """What one answer may still cost: questions to the Beoordelaar, and quick looks.

    Four in five worked cases take less than 240 looks and 10 questions about all leaves at once; half as many looks
    again is what additional birth leave needs to say surely that nothing helps. What is over says so.
    """

    def __init__(self, evaluations: int = 20, looks: int = 360) -> None:
        self.evaluations, self.looks = evaluations, looks

    @property
    def exhausted(self) -> bool:
        return self.evaluations <= 0 or self.looks <= 0

    @contextmanager
    def part(self, leaves: int) -> Iterator["Costs"]:
        """What the first of so many leaves may cost: three even parts of the looks at most, for most need none. So one
        leave that is hard to find a way to leaves enough for those after it."""
        most = min(self.looks, max(1, _PARTS * self.looks // leaves))
        own = Costs(self.evaluations, most)
        yield own
        self.evaluations = own.evaluations
        self.looks -= most - own.looks


class Search:
    """Looks around one situation for one leave. `costs` is shared by all searches of one answer."""

    def __init__(
        self,
        verlof: str,
        situatie: Situatie,
        beoordelaar: Beoordelaar,
        changes: Changes,
        screens: Mapping[str, Screen],
        facts: Facts,
        costs: Costs,
        taal: str,
    ) -> None:
        self._soort = beoordelaar.rulebook.verlofsoorten[verlof]
        self._feiten = beoordelaar.rulebook.feiten
        self._beoordelaar, self._changes, self._costs, self._taal = beoordelaar, changes, costs, taal
        self._look = Look(self._soort, screens, facts, situatie)
        self._here = Variant(situatie, situatie.peildatum)
        self._anchored = frozenset(self._soort.anker) | {PEILDATUM}
        self._conditions: dict[Screen, list[CompiledCondition]] = {}
        self._looked_at: Variant | None = None
        self._seen: tuple[Screen | None, Environment] = None, Environment()
        self._open = False  # whether some look at this set of moves was not refused
        ends = (versie.tot + _ONE_DAY for versie in self._soort.versies if versie.tot is not None)
        self._new_law = frozenset([*(versie.van for versie in self._soort.versies), *ends])

    # --- what would help ------------------------------------------------------------------------

    def helps(self) -> Iterator[tuple[str, Variant]]:
        """The verdict and the situation of each smallest set of moves that grants the leave.

        When nothing grants it: of each smallest set after which it is a question again. A refused leave asks nothing
        more, so what is still unknown would otherwise hide what does help.
        """
        sets = list(self._sets())
        for wanted, verdicts in ((Fit.HOLDS, GRANTED), (Fit.OPEN, frozenset({VRAAG_NODIG}))):
            size, trying = 0, sets
            sets = []
            for moves in trying:
                if size and len(moves) > size:
                    break
                self._open = False
                after = self._made(self._here, moves, wanted)
                if self._open:  # else the same looks would find nothing once more
                    sets.append(moves)
                verdict = None if after is None else self._verdict(self._soort.id, after.told(), verdicts)
                if after is not None and verdict is not None and self._truthful(after):
                    size = len(moves)
                    yield verdict, after
            if size:
                return

    def _sets(self) -> Iterator[Sequence[Move]]:
        """The sets of one move, then of two, that can touch everything which refuses the leave."""
        screen, env = self._at(self._here)
        later = self._look.later(self._here)
        failing = [] if screen is None else [each.inputs for each in screen.conditions if each.refuses(env)]
        names = frozenset().union(*(each.inputs for each in (screen, *later) if each is not None))
        anchored = self._anchored if later else frozenset()
        moves = list(self._changes.moves(self._here, names | anchored))
        for size in (1, 2):
            for chosen in combinations(moves, size):
                touched = {move.feit for move in chosen}
                if touched & anchored or (failing and all(touched & inputs for inputs in failing)):
                    yield sorted(chosen, key=lambda move: _ORDER.index(move.kind))

    def _made(self, here: Variant, moves: Sequence[Move], wanted: Fit) -> Variant | None:
        """The situation after `moves`, with the earliest days and the nearest numbers for which the conditions fit."""
        if self._costs.looks <= 0:
            return None
        if not moves:
            screen, env = self._at(here)
            fit = Fit.REFUSED if screen is None else self._fit(screen, env)
            if screen is None or fit is Fit.REFUSED or not self._inside(here, screen, env):
                return None
            self._open = True
            return here if fit >= wanted else None
        move, *rest = moves
        if here is not self._here and self._beyond_help(here, moves):
            return None

        def made(value: Value) -> Variant | None:
            return self._made(self._changes.made(here, move, value), rest, wanted)

        if move.kind is MoveKind.BRING:
            return None if move.value is None else made(move.value)
        if move.kind is MoveKind.NUMBER:
            return next((after for number in self._numbers(here, move) if (after := made(number))), None)
        first, last = self._changes.bounds(here, move, rest)
        horizon = self._here.peildatum + _HORIZON
        return _earliest(self._days(here, move.feit, first, horizon if last is None else min(last, horizon)), made)

    def _beyond_help(self, here: Variant, moves: Sequence[Move]) -> bool:
        """Does something refuse the leave that none of `moves` touches, under the law that they leave in force?"""
        touched = self._changes.touched(moves)
        if touched & self._anchored:
            return False
        screen, env = self._at(here)
        return screen is None or any(each.refuses(env) for each in self._ordered(screen) if not touched & each.inputs)

    def _inside(self, here: Variant, screen: Screen, env: Environment) -> bool:
        """Is a first day that was chosen one on which the leave can begin? Not all rules refuse it when it is not."""
        changed = [id for id in self._changes.first_days if id in here.changed]
        chosen = [day for id in changed if (day := here.day(id)) is not None]
        if not chosen:
            return True
        van, tot = screen.period(env)
        return all((van is None or van <= day) and (tot is None or day <= tot) for day in chosen)

    def _truthful(self, after: Variant) -> bool:
        """Is every leave that must be used first really there, with what else was changed, whenever it is wanted?"""
        return all(
            verandering.na is None
            or self._verdict(verandering.na, self._changes.undone(after, feit), GRANTED) is not None
            for feit, _ in after.differences()
            if (verandering := self._changes.possible.get(feit)) is not None
        )

    # --- until when -----------------------------------------------------------------------------

    def ends(self) -> tuple[date, LeaveAnswer] | None:
        """The last day of a right that is there now, and the answer of the day after; None when no day ends it."""
        here = self._here
        screen, _ = self._at(here)
        if screen is None:
            return None
        told = [(id, day) for id in self._changes.first_days if (day := here.day(id)) is not None]
        wished = [(Move(MoveKind.DAY, id), max(day, here.peildatum)) for id, day in told]  # no other day is in the past
        for move, now in (*(each for each in wished if each[0].feit in screen.inputs), (WAIT, here.peildatum)):
            last = self._last(move, now)
            if last is not None and last + _ONE_DAY >= here.peildatum:  # nobody can still choose a day that has passed
                refusal = self._ask(self._soort.id, self._changes.made(here, move, last + _ONE_DAY).told())
                if refusal is not None and refusal.oordeel in REFUSED:
                    return last, refusal
        return None

    def _last(self, move: Move, now: date) -> date | None:
        """The last day from `now` on before the first on which the leave is refused."""

        def refused(day: date) -> date | None:
            screen, env = self._at(self._changes.made(self._here, move, day))
            return day if screen is None or self._fit(screen, env) is Fit.REFUSED else None

        first = _earliest([now, *self._days(self._here, move.feit, now + _ONE_DAY, None)], refused)
        return None if first is None else first - _ONE_DAY

    # --- days and numbers that the rules work with ----------------------------------------------

    def _days(self, here: Variant, feit: str, first: date, last: date | None) -> list[date]:
        """`first`, and every later day on which something that depends on `feit` can turn."""
        screen, env = self._at(here)
        days = {first, *self._new_law}
        if screen is not None:
            turns = self._look.days(screen, env, feit)
            if feit in self._changes.first_days:
                turns |= {day for day in screen.period(env) if day is not None}
            days |= turns | {min(day, _LAST_DAY) + _ONE_DAY for day in turns}
        return sorted(day for day in days if day >= first and (last is None or day <= last))

    def _numbers(self, here: Variant, move: Move) -> list[Decimal]:
        """Numbers that the rules work with and whole numbers next to the one told, the nearest first."""
        screen, env = self._at(here)
        number = here.get(move.feit)
        if not isinstance(number, int | Decimal):
            return []
        told = Decimal(number)
        low, high = self._feiten[move.feit].bereik or (told, told)
        numbers = {told.to_integral_value(ROUND_FLOOR), told.to_integral_value(ROUND_CEILING)}
        if screen is not None:
            numbers |= screen.numbers(env, move.feit)
        fitting = {number for number in numbers if low <= number <= high and number > 0 and number != told}
        return sorted(fitting, key=lambda number: (abs(number - told), number))

    # --- asking ---------------------------------------------------------------------------------

    def _at(self, here: Variant) -> tuple[Screen | None, Environment]:
        """A look at a variant; it costs nothing when it is the one that was looked at last."""
        if here is not self._looked_at:
            self._costs.looks -= 1
            self._looked_at, self._seen = here, self._look.at(here)
        return self._seen

    def _fit(self, screen: Screen, env: Environment) -> Fit:
        """How all conditions fit together; what refused a look refuses most of the next ones too, so it goes first."""
        fit, conditions = Fit.HOLDS, self._ordered(screen)
        for number, condition in enumerate(conditions):
            here = condition.fit(env)
            if here is Fit.REFUSED:
                conditions.insert(0, conditions.pop(number))
                return here
            if here is Fit.OPEN:
                fit = here
        return fit

    def _ordered(self, screen: Screen) -> list[CompiledCondition]:
        """The conditions of a version, those first that refused it last."""
        if screen not in self._conditions:
            self._conditions[screen] = list(screen.conditions)
        return self._conditions[screen]

    def _verdict(self, verlof: str, situatie: Situatie, wanted: frozenset[str]) -> str | None:
        """The verdict about a leave, when it is one of those `wanted`."""
        answer = self._ask(verlof, situatie)
        return answer.oordeel if answer is not None and answer.oordeel in wanted else None

    def _ask(self, verlof: str, situatie: Situatie) -> LeaveAnswer | None:
        """What the Beoordelaar says about one leave; None when the answer has cost enough."""
        if self._costs.evaluations <= 0:
            return None
        self._costs.evaluations -= 1
        return self._beoordelaar.beoordeel(replace(situatie, verlofsoorten=(verlof,)), self._taal).verlofsoorten[0]


def _earliest(days: Sequence[date], found: Callable[[date], T | None]) -> T | None:
    """What is found on the first day that gives anything: one of `days`, or one between it and the day before it there.

    Between two neighbouring `days` nothing is found and lost again: they are all the days that the rules work with.
    """
    before: date | None = None
    for day in days:
        result = found(day)
        if result is None:
            before = day
            continue
        while before is not None and (day - before).days > 1:
            middle = before + (day - before) // 2
            sooner = found(middle)
            if sooner is None:
                before = middle
            else:
                day, result = middle, sooner
        return result
    return None
