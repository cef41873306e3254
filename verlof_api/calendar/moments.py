"""Which days of an answer come into the calendar, and for which leaves; one event where leaves share a day."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from verlof_api.assessment import Situatie
from verlof_api.assessment.answer import Assessment, LeaveAnswer, Term
from verlof_api.assessment.verdicts import NOG_NIET, OORDEEL_NODIG, RECHT, VRAAG_NODIG
from verlof_api.calendar.book import CalendarBook
from verlof_api.law.bronnen import Bron
from verlof_api.law.feit import Told

VERDICTS = frozenset({RECHT, OORDEEL_NODIG, VRAAG_NODIG, NOG_NIET})


class LastDay(Protocol):
    """A last day that stands in no answer: to go against one, say."""

    @property
    def id(self) -> str: ...

    @property
    def dag(self) -> date: ...

    @property
    def bronnen(self) -> tuple[Bron, ...]: ...


LastDays = Callable[[Situatie, str], Iterable[LastDay]]
Wishes = Callable[[Situatie, str], Told]
_BY_EMPLOYER = "werknemer"  # a term whose answer goes to the employee is kept by the employer


@dataclass(frozen=True)
class Moment:
    """One event: its id, its first and last day, the leaves it is about, where it is written.

    `vorm`: in which form it is to be done, None when nothing is to be done; `door_werkgever`: the employer does it.
    `eigen`: the leave whose own words it has, None when it reads as for any leave.
    """

    id: str
    eerste: date
    laatste: date
    verloven: tuple[LeaveAnswer, ...]
    bronnen: tuple[Bron, ...]
    vorm: str | None = None
    door_werkgever: bool = False
    eigen: str | None = None

    @property
    def shared_by(self) -> tuple[object, ...]:
        """What two leaves must have in common to be one event."""
        return self.id, self.eerste, self.laatste, self.verloven[0].oordeel, self.vorm, self.door_werkgever, self.eigen


def moments(
    boek: CalendarBook,
    assessment: Assessment,
    situatie: Situatie,
    wishes: Wishes | None = None,
    last_days: LastDays | None = None,
) -> list[Moment]:
    """The events of every leave of `assessment` that is, may be or can become a right."""
    found: dict[tuple[object, ...], Moment] = {}
    for leave in assessment.verlofsoorten:
        if leave.oordeel not in VERDICTS:
            continue
        told = situatie.feiten if wishes is None else {**situatie.feiten, **wishes(situatie, leave.id)}
        more = last_days(situatie, leave.id) if last_days is not None else ()
        remedies = [_remedy(leave, each) for each in more if each.id in boek.rechtsmiddelen]
        for moment in (*_of_leave(boek, leave, replace(situatie, feiten=told)), *remedies):
            other = found.get(moment.shared_by)
            found[moment.shared_by] = moment if other is None else _together(other, moment)
    return list(found.values())


def _together(one: Moment, other: Moment) -> Moment:
    bronnen = tuple(dict.fromkeys((*one.bronnen, *other.bronnen)))
    return replace(one, verloven=(*one.verloven, *other.verloven), bronnen=bronnen)


def _of_leave(boek: CalendarBook, leave: LeaveAnswer, situatie: Situatie) -> Iterator[Moment]:
    about, told = (leave,), {term.id for term in leave.termijnen}
    warned = {each.code for each in leave.waarschuwingen}
    for term in leave.termijnen:
        idle = told & boek.zegt_al[term.id] or warned & boek.niet_bij.get(term.id, frozenset())
        if not idle and _still_to_come(boek, term, situatie):
            day, by_employer = term.uiterlijk, term.aan == _BY_EMPLOYER
            own = leave.id if boek.has_own_words(leave.id, term.id) else None
            yield Moment(term.id, day, day, about, tuple(term.bronnen), term.vorm, by_employer, own)
    sources = _sources(leave)
    coming = leave.vanaf
    if coming is not None and not _told_as_term(boek, leave.termijnen, coming):
        yield Moment("vanaf", coming, coming, about, sources)
    days = _days(boek, leave, situatie)
    if days is not None:
        first, last = days
        yield Moment("verlof" if last is not None else "begin", first, last or first, about, sources)
    end = leave.laatste_dag
    if end is not None and leave.id not in boek.periode_is_verlof and not told & boek.behalve_bij:
        yield Moment("venster", end, end, about, sources)


def _remedy(leave: LeaveAnswer, day: LastDay) -> Moment:
    return Moment(day.id, day.dag, day.dag, (leave,), day.bronnen)


def _still_to_come(boek: CalendarBook, term: Term, situatie: Situatie) -> bool:
    """Whether the term says something: not what was done or follows on what nobody did, no first day of before."""
    follows_on, done = boek.na.get(term.id), situatie.feiten.get(boek.gedaan.get(term.id, ""))
    if follows_on is not None and situatie.feiten.get(follows_on) is None:
        return False
    if isinstance(done, date) and done <= situatie.peildatum:
        return False
    return term.id not in boek.vanaf or term.uiterlijk >= situatie.peildatum


def _days(boek: CalendarBook, leave: LeaveAnswer, situatie: Situatie) -> tuple[date, date | None] | None:
    """The days of the leave itself, inside its period; None when nobody said which days those are."""
    first, last = leave.periode.van if leave.periode else None, leave.laatste_dag
    if leave.id in boek.periode_is_verlof:
        if first is None or (last is not None and last < first):
            return None
        return first, last
    begin, end = situatie.feiten.get(boek.begin), situatie.feiten.get(boek.einde)
    if not isinstance(begin, date):
        return None
    coming = leave.vanaf
    if coming is not None and begin < coming:
        return None
    begin = max(begin, first) if first is not None else begin
    if last is not None and begin > last:
        return None
    if not isinstance(end, date):
        return begin, None
    end = min(end, last) if last is not None else end
    return (begin, end) if end >= begin else (begin, None)


def _told_as_term(boek: CalendarBook, termijnen: Iterable[Term], day: date) -> bool:
    return any(each.id in boek.vanaf and each.uiterlijk == day for each in termijnen)


def _sources(leave: LeaveAnswer) -> tuple[Bron, ...]:
    of_size: Sequence[Bron] = () if leave.omvang is None else leave.omvang.bronnen
    found = of_size or [bron for each in leave.voorwaarden for bron in each.bronnen]
    return tuple(found)[:1]
