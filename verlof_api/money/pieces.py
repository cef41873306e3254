"""The amounts of an answer counted out over calendar months: how many paid days, and which part of them is leave."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from math import ceil

from verlof_api.assessment import Situatie
from verlof_api.assessment.answer import Bedrag, LeaveAnswer
from verlof_api.assessment.answering import BEDRAG_ONBEKEND
from verlof_api.assessment.money import DAG, DAGLOON, EXACT, MAXIMUM, SCHATTING, UREN, UUR, UURLOON
from verlof_api.assessment.wishes import FIRST_DAY, HOURS, LAST_DAY, WEEKS

WEEK, MAAND = "week", "maand"
_HOURS, _WEEKS = "uren", "weken"
_LOON = "loon"
BEGIN, EINDE = FIRST_DAY, LAST_DAY
_WEIGHT = (EXACT, SCHATTING, MAXIMUM)  # from sure to least sure
CUT = "deels-verlopen"
_ONE_DAY = timedelta(days=1)
_ALL = Decimal(1)


@dataclass(frozen=True)
class LeaveShare:
    """How much of the working time of a period is leave: `verlof` of the `geheel` in it, in hours or in weeks."""

    verlof: Decimal
    geheel: Decimal
    eenheid: str


@dataclass(frozen=True)
class MonthPiece:
    """The days of one amount in one month. `dagen`: those over which is paid, of `dagen_in_maand` in the month; a part
    of a day where the hours that were told are not whole days.

    `aantal`: how many times `eenheid` (euros per `per`) that is when all of it is leave; `deel`: None when it is.
    `eigen_soort`: how sure the amount itself is, before it is counted out.
    """

    van: date
    tot: date
    per: str
    eenheid: Decimal
    soort: str
    dagen: Decimal
    dagen_in_maand: int
    aantal: Decimal
    deel: LeaveShare | None
    eigen_soort: str

    @property
    def maand(self) -> str:
        return f"{self.van:%Y-%m}"

    @property
    def bedrag(self) -> Decimal:
        return self.eenheid * self.aantal * self.share

    @property
    def share(self) -> Decimal:
        return self.deel.verlof / self.deel.geheel if self.deel else _ALL


class MonthCount:
    """Counts for one situation; `per_week`: the days of a week over which is paid, from Monday.

    `over`: the hours that are left of the leave, where that is more than the law's own; None: as the answer says.
    """

    def __init__(self, situatie: Situatie, per_week: int, over: Decimal | None = None) -> None:
        self.feiten, self.per_week, self._over = situatie.feiten, per_week, over
        self.uren = decimal(self.feiten.get(UREN))

    def maanden(self, leave: LeaveAnswer, amounts: Sequence[Bedrag]) -> Iterator[tuple[str, list[MonthPiece]]]:
        """The pieces of `amounts` per calendar month, in order of days; no piece is without a paid day."""
        if not amounts:
            return
        by_hours = self._hours_told(leave, amounts)
        if by_hours is not None:
            yield by_hours.maand, [by_hours]
            return
        part, told = self._part(leave, amounts), self._told(leave, amounts)
        pieces = [piece for each in amounts for piece in self._pieces(each, None if told else part)]
        if told and (len(pieces) == 1 or EINDE not in self.feiten):
            pieces = self._filled(pieces, told)
        elif told and part is not None:
            pieces = [piece for each in amounts for piece in self._pieces(each, part)]
        for month, found in groupby(pieces, key=lambda piece: piece.maand):
            yield month, list(found)

    def loon(self, piece: MonthPiece) -> Decimal | None:
        """The wage over the leave in a piece; None when it was not told."""
        day, hourly = decimal(self.feiten.get(DAGLOON)), decimal(self.feiten.get(UURLOON))
        if day is not None:
            return day * piece.dagen * piece.share
        if hourly is not None and self.uren is not None:
            return hourly * self.uren * piece.dagen * piece.share / self.per_week
        return None

    def gewenst(self, leave: LeaveAnswer) -> tuple[date, date] | None:
        """The days that were wished for, as far as they lie in the period of the leave."""
        begin, end = self.feiten.get(BEGIN), self.feiten.get(EINDE)
        if not isinstance(begin, date) or not isinstance(end, date):
            return None
        van = None if leave.periode is None else leave.periode.van
        first, last = max(begin, van or begin), min(end, leave.laatste_dag or end)
        return (first, last) if first <= last else None

    def _part(self, leave: LeaveAnswer, amounts: Sequence[Bedrag]) -> LeaveShare | None:
        """None when the leave fills its days: no less is wished for, and the law does not give less."""
        first, last = amounts[0].van, amounts[-1].tot
        wished = self.gewenst(leave)  # the amounts can stop before that, where a table ends
        last = max(last, wished[1], self._end(leave) or last) if wished else last
        weeks = Decimal(self._days(first, last)) / self.per_week
        sizes = [size for size in (self._wished(), self._size(leave)) if size is not None]
        if not sizes or min(sizes) >= weeks:
            return None
        unit, name = (self.uren, _HOURS) if self.uren else (_ALL, _WEEKS)
        return LeaveShare(min(sizes) * unit, weeks * unit, name)

    def _told(self, leave: LeaveAnswer, amounts: Sequence[Bedrag]) -> Decimal | None:
        """The days of work that were asked for, in hours or weeks, as far as they are left; None when nobody said.

        Hours of one day can be more than an average one, but not more than whole weeks have room for. A wish that does
        not fit, as where the job ends first, is paid for the days there are.
        """
        wished = self._wished()
        if wished is None:
            return None
        first, last = amounts[0].van, amounts[-1].tot
        room = Decimal(self._days(first, last)) / self.per_week
        if not unknown(leave) and not self._cut(leave):  # then these are all the days
            room = Decimal(ceil(room))
        end = self._end(leave)
        if end is not None and end > last:  # as much of it as of its days
            wished = wished * self._days(first, last) / self._days(first, end)
        sizes = [size for size in (wished, self._size(leave), room) if size is not None]
        return min(sizes) * self.per_week

    def _end(self, leave: LeaveAnswer) -> date | None:
        """The last day that was wished for, of a leave that is cut short before it."""
        end = self.feiten.get(EINDE)
        return end if isinstance(end, date) and self._cut(leave) else None

    def _cut(self, leave: LeaveAnswer) -> bool:
        """Whether part of what was wished for falls outside the time of the leave, or the answer warns that it does."""
        end, last = self.feiten.get(EINDE), leave.laatste_dag
        beyond = isinstance(end, date) and last is not None and end > last
        return beyond or any(each.code == CUT for each in leave.waarschuwingen)

    def _filled(self, pieces: list[MonthPiece], days: Decimal) -> list[MonthPiece]:
        """The pieces that so many days of work fill, one after another."""
        filled: list[MonthPiece] = []
        for piece in pieces:
            part = days if len(pieces) == 1 else min(days, piece.dagen)
            if part <= 0:
                break
            count = self._count(piece.per, part, piece.dagen_in_maand)
            if count is not None:
                sure = HOURS in self.feiten and len(pieces) == 1 and piece.per != MAAND
                kind = piece.eigen_soort if sure else piece.soort
                filled.append(replace(piece, dagen=part, aantal=count, soort=kind))
            days -= part
        return filled

    def _hours_told(self, leave: LeaveAnswer, amounts: Sequence[Bedrag]) -> MonthPiece | None:
        """The hours that were told, of who has no fixed hours a week: as they are, inside one month of one amount."""
        hours, each = decimal(self.feiten.get(HOURS)), amounts[0]
        first, last = each.van, each.tot
        if self.uren is not None or not hours or each.per != UUR or len(amounts) > 1 or last > _end_of_month(first):
            return None
        left = self._over if self._over is not None else _left(leave)
        hours = hours if left is None else min(hours, left)
        days, of = self._days(first, last), self._days(first.replace(day=1), _end_of_month(first))
        kind = least_sure([each.soort, SCHATTING if unknown(leave) or self._cut(leave) else EXACT])
        return MonthPiece(first, last, UUR, each.bedrag, kind, Decimal(days), of, hours, None, each.soort)

    def _wished(self) -> Decimal | None:
        """In weeks."""
        hours, weeks = (decimal(self.feiten.get(wish)) for wish in (HOURS, WEEKS))
        return hours / self.uren if hours and self.uren else weeks or None

    def _size(self, leave: LeaveAnswer) -> Decimal | None:
        """What the law gives, or what is left of it, in weeks."""
        if self._over is not None and self.uren:
            return self._over / self.uren
        hours = _left(leave)
        if hours is None and leave.omvang is not None:
            hours = decimal(leave.omvang.get("uren"))
        return hours / self.uren if hours is not None and self.uren else None

    def _pieces(self, each: Bedrag, part: LeaveShare | None) -> Iterator[MonthPiece]:
        first, last = each.van, each.tot
        while first <= last:
            end = min(last, _end_of_month(first))
            days, of = self._days(first, end), self._days(first.replace(day=1), _end_of_month(first))
            count = self._count(each.per, Decimal(days), of)
            if days and count is not None:
                evened = part is not None or self._evened(each, days, of)
                kind = least_sure([each.soort, SCHATTING if evened else EXACT])
                amount, own = each.bedrag, each.soort
                yield MonthPiece(first, end, each.per, amount, kind, Decimal(days), of, count, part, own)
            first = end + _ONE_DAY

    def _count(self, per: str, days: Decimal, of: int) -> Decimal | None:
        """How many times the unit goes into `days`; None for hours that nobody told."""
        if per == UUR:
            return None if self.uren is None else self.uren * days / self.per_week
        return {DAG: days, WEEK: days / self.per_week, MAAND: days / of}[per]

    def _evened(self, each: Bedrag, days: int, of: int) -> bool:
        """Whether hours, wages or a month had to be spread evenly over the paid days, to have the part of `days`.

        UWV pays per day whoever works when; an employer pays the hours of the days off, which nobody told.
        """
        if each.per == MAAND:
            return days < of
        by_roster = each.per == UUR or each.grondslag == _LOON
        return by_roster and days % self.per_week != 0

    def _days(self, van: date, tot: date) -> int:
        """The days of [van, tot] over which is paid."""
        length = (tot - van).days + 1
        whole, rest = divmod(length, 7)
        return whole * self.per_week + sum((van + timedelta(days=n)).weekday() < self.per_week for n in range(rest))


def unknown(leave: LeaveAnswer) -> list[str]:
    """What an answer says of the days of a leave of which no amount is known."""
    return [each.tekst for each in leave.waarschuwingen if each.code == BEDRAG_ONBEKEND]


def least_sure(kinds: list[str]) -> str:
    """A sum is as sure as the least sure of its parts."""
    return max(kinds, key=_WEIGHT.index, default=EXACT)


def decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _left(leave: LeaveAnswer) -> Decimal | None:
    """The hours that an answer says are left."""
    return None if leave.omvang is None else decimal(leave.omvang.get("resterendeUren"))


def _end_of_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - _ONE_DAY
