"""What a leave pays: the legal percentage worked out in euros, per part of a year in which the amounts stand still.

Amounts come from dated tables and never from a neighbouring row: a day outside a table gives a warning that names it.
All arithmetic is decimal; only the end result is rounded, half up, to cents.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from verlof_api.assessment.answer import Bedrag
from verlof_api.assessment.parts import PaymentPlan
from verlof_api.assessment.wishes import Following
from verlof_api.language.environment import Environment
from verlof_api.law.bedragtabel import BedragRij, BedragTabel
from verlof_api.law.regelboek import Rulebook

EXACT, MAXIMUM, SCHATTING = "exact", "maximum", "schatting"
DAG, UUR = "dag", "uur"
DAGLOON, UURLOON, UREN, LEEFTIJD = "dagloon", "uurloon", "urenPerWeek", "leeftijd"
MAANDLOON = "maandloon"
MONEY_FACTS = frozenset({DAGLOON, UURLOON, MAANDLOON, UREN, LEEFTIJD})
NO_WAGES: "Mapping[str, Following]" = {}
_CENT = Decimal("0.01")


class UnknownAmountError(Exception):
    """A table has no amount for a day. `tabel`, `eerste` and `laatste` say which table, and its first and last day;
    `verwacht` when the amount is expected, where that is known."""

    def __init__(self, tabel: BedragTabel, dag: date) -> None:
        self.tabel, self.dag = tabel, dag
        self.eerste, self.laatste = tabel.rijen[0].van, tabel.rijen[-1].tot
        self.verwacht = tabel.verwacht if tabel.verwacht and dag >= tabel.verwacht.van else None
        super().__init__(f"{tabel.id}: no amount for {dag}, known are the days from {self.eerste} to {self.laatste}")


class Worked(NamedTuple):
    """The outcome: amounts, tables that ran out, and facts that would make the amounts exact.

    `maximum` and `minimum`: the cap and the floor on the first day, as their tables give them.
    """

    bedragen: tuple[Bedrag, ...] = ()
    unknown: tuple[UnknownAmountError, ...] = ()
    asked: tuple[str, ...] = ()
    maximum: Decimal | None = None
    minimum: Decimal | None = None


class Stretch(NamedTuple):
    """What is paid while the amounts stand still (None: that cannot be said), and what would make it exact."""

    bedrag: Decimal | None
    per: str
    soort: str
    asked: tuple[str, ...] = ()


class Money:
    """Works out payments with the tables of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._tables: Mapping[str, BedragTabel] = rulebook.bedragen
        self._least = {table.ondergrens_van: table for table in rulebook.bedragen.values() if table.ondergrens_van}
        self._begins = {id: [rij.van for rij in tabel.rijen] for id, tabel in rulebook.bedragen.items()}
        self._cuts: dict[tuple[str, ...], Sequence[date]] = {}

    def work_out(self, payment: PaymentPlan, env: Environment, following: Mapping[str, Following] = NO_WAGES) -> Worked:
        """`following`: what a wage is when another one was told."""
        percentage = Decimal(payment.percentage(env) or 0)
        van = payment.van(env) if payment.van else None
        tot = payment.tot(env) if payment.tot else None
        if van is None or tot is None or tot < van or percentage == 0:
            return Worked()
        grondslag, rate = payment.betaling.grondslag, percentage / 100
        if payment.betaling.tabel is None and payment.factor is not None:
            more = payment.factor(env)
            if more is None:
                return Worked()
            rate *= more
        wage = _Wage(env, grondslag, following)
        amounts: list[Bedrag] = []
        unknown: list[UnknownAmountError] = []
        asked: dict[str, None] = {}
        for first, last in self._stretches(payment, van, tot):
            try:
                worked = self._stretch(payment, rate, wage, env, first)
                if worked.soort == EXACT and self._may_differ(payment, wage, env, van, first):
                    worked = worked._replace(soort=SCHATTING)
            except UnknownAmountError as gap:
                unknown.append(gap)
                continue
            for fact in worked.asked:
                asked[fact] = None
            if worked.bedrag is not None:
                _append(amounts, Bedrag(worked.bedrag, worked.per, worked.soort, first, last, grondslag))
        limits = (self._limit(payment.betaling.maximum, van), self._limit(payment.betaling.minimum, van))
        told = tuple(each._replace(bedrag=each.bedrag.quantize(_CENT, ROUND_HALF_UP)) for each in amounts)
        return Worked(told, tuple(unknown[:1]), tuple(asked), *limits)

    def _limit(self, name: str | None, day: date) -> Decimal | None:
        row = self._row(self._tables[name], day) if name else None
        return next((row.waarden[column] for column in (UUR, DAG) if column in row.waarden), None) if row else None

    def _stretches(self, payment: PaymentPlan, van: date, tot: date) -> Sequence[tuple[date, date]]:
        """[van, tot] cut on every day on which a row of a table that counts, or of the least wage there is, begins."""
        least = self._least.get(payment.betaling.grondslag)
        tables = payment.tabellen if least is None else (*payment.tabellen, least.id)
        every = self._cuts.get(tables)
        if every is None:
            names = [*tables, *(youth for name in tables if (youth := self._tables[name].jeugd))]
            every = self._cuts[tables] = sorted({cut for name in names for cut in self._changes(name)})
        cuts = every[bisect_right(every, van) : bisect_right(every, tot)]
        if not cuts:
            return [(van, tot)]
        return list(zip([van, *cuts], [*(cut - timedelta(days=1) for cut in cuts), tot], strict=True))

    def _changes(self, name: str) -> Sequence[date]:
        """The days on which the rows of a table begin, and those after which they end."""
        return [*self._begins[name], *(rij.tot + timedelta(days=1) for rij in self._tables[name].rijen)]

    def _stretch(self, payment: PaymentPlan, rate: Decimal, wage: "_Wage", env: Environment, day: date) -> Stretch:
        betaling = payment.betaling
        if betaling.tabel is not None:
            return self._from_table(payment, rate, env, day)
        if wage.amount is None:
            return self._ceiling(payment, rate, day, wage.asked)
        cap, per_hour_known = self._cap(payment, wage, day)
        basis = min(wage.amount, cap) if cap is not None else wage.amount
        amount, kind = rate * basis, betaling.soort or EXACT
        asked: tuple[str, ...] = ()
        # a day wage is that of a year, with holiday pay: a wage by the hour only comes near it
        by_the_year = wage.per == UUR and betaling.grondslag == DAGLOON
        if wage.estimated:
            kind, asked = SCHATTING, wage.asked
        elif by_the_year or (betaling.maximum and wage.per == UUR and (not per_hour_known or basis != wage.amount)):
            kind, asked = SCHATTING, (DAGLOON,)
        if kind == EXACT and self._hangs_on_roster(payment, wage, day):
            kind = SCHATTING
        if betaling.minimum:
            floor, certain, wanted = self._floor(betaling.minimum, wage, env, day)
            if floor is None:
                kind, asked = SCHATTING, wanted
            elif floor > amount:
                # a wage below the minimum wage: of someone whose age lets it, or one that the law does not let be
                below = floor > wage.amount
                amount = wage.amount if below and LEEFTIJD in wanted else floor
                if below or not certain:
                    kind, asked = SCHATTING, wanted or asked
        return Stretch(amount, wage.per, kind, asked)

    def _may_differ(self, payment: PaymentPlan, wage: "_Wage", env: Environment, van: date, day: date) -> bool:
        """Whether the amount on `day` of a leave from `van` rests on a wage that the law changes.

        A day wage below the cap goes up with the table of the cap; no wage may be below the least there is.
        """
        betaling = payment.betaling
        if wage.amount is None or betaling.tabel is not None:
            return False
        cap = self._tables[betaling.maximum] if betaling.maximum else None
        if cap is not None and cap.indexeert == betaling.grondslag and wage.per == DAG:
            begins = self._begins[cap.id]
            if bisect_right(begins, day) > bisect_right(begins, van):
                return wage.amount < self._row_value(cap, day, DAG)
        least = self._least.get(betaling.grondslag)
        if least is None or self._row(least, day) is None:
            return False
        floor, certain, _ = self._floor(least.id, wage, env, day)
        return floor is not None and certain and floor > wage.amount

    def _from_table(self, payment: PaymentPlan, rate: Decimal, env: Environment, day: date) -> Stretch:
        betaling = payment.betaling
        table = self._tables[betaling.tabel or ""]
        per = betaling.per or UUR
        full = self._row_value(table, day, betaling.kolom or per)
        factor = payment.factor(env) if payment.factor else Decimal(1)
        return Stretch(None if factor is None else rate * full * factor, per, betaling.soort or EXACT)

    def _ceiling(self, payment: PaymentPlan, rate: Decimal, day: date, asked: tuple[str, ...]) -> Stretch:
        """Without a wage: the most it can be, where the law sets a most."""
        betaling = payment.betaling
        if betaling.maximum is None:
            return Stretch(None, DAG, MAXIMUM, asked)
        per = betaling.per or DAG
        cap = self._row_value(self._tables[betaling.maximum], day, per)
        return Stretch(rate * cap, per, MAXIMUM, asked)

    def _cap(self, payment: PaymentPlan, wage: "_Wage", day: date) -> tuple[Decimal | None, bool]:
        """The cap on this wage, and whether it is known for a wage by the hour."""
        if payment.betaling.maximum is None:
            return None, True
        table = self._tables[payment.betaling.maximum]
        cap = self._row_value(table, day, DAG)
        if wage.per == DAG:
            return cap, True
        hours = wage.hours_per_day(table.dagen_per_week)
        return (cap / hours, True) if hours else (None, False)

    def _hangs_on_roster(self, payment: PaymentPlan, wage: "_Wage", day: date) -> bool:
        """Whether wages of a part-timer are above the cap on a full day of work: then it counts which days those are.

        A day wage is that of a year, and has no such days.
        """
        betaling = payment.betaling
        if betaling.maximum is None or betaling.grondslag == DAGLOON or wage.amount is None or not wage.hours:
            return False
        table = self._tables[betaling.maximum]
        full_time, days = table.voltijd_uren, table.dagen_per_week
        if full_time is None or days is None or wage.hours >= full_time:
            return False
        full_day = wage.amount * full_time / (days if wage.per == UUR else wage.hours)
        return full_day > self._row_value(table, day, DAG)

    def _floor(
        self, name: str, wage: "_Wage", env: Environment, day: date
    ) -> tuple[Decimal | None, bool, tuple[str, ...]]:
        """The minimum wage for this person, whether it is certain, and what would make it so."""
        table = self._tables[name]
        row = self._row(table, day)
        if row is None:
            raise UnknownAmountError(table, day)
        share, certain, asked = self._share_of_age(table, row.volwassen_vanaf, env, day)
        per_week = wage.hours
        if UUR in row.waarden:
            if wage.per == UUR:
                return share * row.waarden[UUR], certain, asked
            hours = wage.hours_per_day(table.dagen_per_week)
            return (share * row.waarden[UUR] * hours, certain, asked) if hours else (None, False, (UREN,))
        if per_week is None:
            return None, False, (UREN,)
        full_time = table.voltijd_uren or per_week
        if wage.per == UUR:
            return share * row.waarden["week"] / full_time, False, asked
        return (
            share * row.waarden[DAG] * min(Decimal(1), per_week / full_time),
            certain and per_week >= full_time,
            asked,
        )

    def _share_of_age(
        self, table: BedragTabel, adult_from: int | None, env: Environment, day: date
    ) -> tuple[Decimal, bool, tuple[str, ...]]:
        age = env.get(LEEFTIJD)
        if adult_from is None or (age is not None and age >= adult_from):
            return Decimal(1), True, ()
        if age is None:
            return Decimal(1), False, (LEEFTIJD,)
        if table.jeugd is None:
            return Decimal(1), False, ()
        shares = self._tables[table.jeugd]
        youth = self._row(shares, day)
        if youth is None:
            raise UnknownAmountError(shares, day)
        return youth.waarden.get(str(age), Decimal(0)) / 100, True, ()

    def _row(self, table: BedragTabel, day: date) -> BedragRij | None:
        """The row of `day`, as `BedragTabel.rij` gives it: rows stand in order, so without looking at all of them."""
        number = bisect_right(self._begins[table.id], day)
        row = table.rijen[number - 1] if number else None
        return row if row is not None and day <= row.tot else None

    def _row_value(self, table: BedragTabel, day: date, column: str) -> Decimal:
        row = self._row(table, day)
        if row is None or column not in row.waarden:
            raise UnknownAmountError(table, day)
        return row.waarden[column]


class _Wage:
    """The wage that was told: per day when the day wage is known, else per hour; or an estimate from another wage.

    `asked`: what would give a wage, or a better one.
    """

    def __init__(self, env: Environment, grondslag: str, following: Mapping[str, Following]) -> None:
        day_wage = env.get(DAGLOON)
        hourly = env.get(UURLOON)
        self.amount: Decimal | None = day_wage if day_wage is not None else hourly
        self.per = UUR if day_wage is None and hourly is not None else DAG
        self.hours: Decimal | None = env.get(UREN)
        self.estimated = False
        self.asked: tuple[str, ...] = (DAGLOON,)
        if self.amount is None and env.get(MAANDLOON) is not None:
            wanted, self.per = (DAGLOON, DAG) if grondslag == DAGLOON else (UURLOON, UUR)
            run = following[wanted].ongeveer if wanted in following else None
            self.amount = run(env) if run is not None else None
            self.estimated, self.asked = True, (wanted,) if self.amount is not None else (wanted, UREN)

    def hours_per_day(self, days_per_week: int | None) -> Decimal | None:
        return self.hours / days_per_week if self.hours is not None and days_per_week else None


def _append(amounts: list[Bedrag], bedrag: Bedrag) -> None:
    """Add `bedrag`, as one with the previous stretch when nothing changed between them."""
    before = amounts[-1] if amounts else None
    if (
        before is not None
        and before.bedrag == bedrag.bedrag
        and (before.per, before.soort) == (bedrag.per, bedrag.soort)
        and before.tot + timedelta(days=1) == bedrag.van
    ):
        amounts[-1] = before._replace(tot=bedrag.tot)
    else:
        amounts.append(bedrag)
