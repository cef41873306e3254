"""The deadlines and days of an answer as a calendar (iCalendar, RFC 5545).

An event keeps its UID as long as the leave, the term and the day that anchors the leave are the same, so that importing
again updates it. That day is the one that can be told first in life (the due date before the day of birth): an event
does not move to another UID when the child is born. A UID is a hash and says nothing of anyone.

Nothing is kept, so DTSTAMP and SEQUENCE come from the day of asking: the same question on the same day gives the same
bytes, and a later answer always replaces an earlier one. Deadlines are whole days and take no time (TRANSPARENT).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from verlof_api.assessment import Situatie
from verlof_api.assessment.answer import Assessment, LeaveAnswer
from verlof_api.assessment.verdicts import NOG_NIET, OORDEEL_NODIG, RECHT, VRAAG_NODIG
from verlof_api.calendar import lines as lined
from verlof_api.calendar.book import CalendarBook
from verlof_api.law.bronnen import Bron
from verlof_api.law.regelboek import Rulebook

PRODID = "-//Verlofregelaar API//NL"
VERDICTS = frozenset({RECHT, OORDEEL_NODIG, VRAAG_NODIG, NOG_NIET})
Wishes = Callable[[Situatie, str], Mapping[str, Any]]
_DOMAIN = "verlofregelaar"
_DAY = timedelta(days=1)
_BEGIN = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{PRODID}\r\nMETHOD:PUBLISH\r\n".encode()
_END = b"END:VCALENDAR\r\n"


@dataclass(frozen=True)
class _Moment:
    """One event: its id, its first and last day, its words, and where it is written."""

    id: str
    eerste: date
    laatste: date
    woorden: Mapping[str, str]
    bronnen: Sequence[Bron]
    vorm: str | None = None


class Agenda:
    """Makes calendars of answers. Built once per process; keeps nothing."""

    def __init__(self, rulebook: Rulebook, boek: CalendarBook) -> None:
        self.boek = boek
        self._first = rulebook.eerste_dag
        self._laws = {name: wet.naam for name, wet in rulebook.wetboek.wetten.items()}
        self._anchors = {id: soort.anker for id, soort in rulebook.verlofsoorten.items()}

    def agenda(
        self, assessment: Assessment, situatie: Situatie, taal: str = "nl", wishes: Wishes | None = None
    ) -> bytes:
        """text/calendar for every leave of `assessment` that is, may be or can become a right.

        `wishes`: as `Beoordelaar.wishes`, for what follows from the wishes that were told."""
        today = situatie.peildatum
        lines = [_BEGIN, lined.text("X-WR-CALNAME", self.boek.woorden[taal]["kalender"])]
        for leave in assessment.verlofsoorten:
            if leave.oordeel in VERDICTS:
                told = situatie.feiten if wishes is None else {**situatie.feiten, **wishes(situatie, leave.id)}
                for moment in self._moments(leave, replace(situatie, feiten=told), taal):
                    lines += self._event(leave, moment, situatie, today, taal)
        return b"".join([*lines, _END])

    def _moments(self, leave: LeaveAnswer, situatie: Situatie, taal: str) -> Iterator[_Moment]:
        words = self.boek.woorden[taal]
        told = {term.id for term in leave.termijnen}
        for term in leave.termijnen:
            if told & self.boek.zegt_al[term.id]:
                continue
            day = term.uiterlijk
            if day < situatie.peildatum and term.id in self.boek.vanaf:
                continue
            yield _Moment(term.id, day, day, words["termijnen"][term.id], term.bronnen, term.vorm)
        events, sources = words["gebeurtenissen"], self._sources(leave)
        coming = leave.vanaf
        if coming is not None and not self._told_as_term(leave, coming):
            yield _Moment("vanaf", coming, coming, events["vanaf"], sources)
        days = self._days(leave, situatie)
        if days is not None:
            first, last = days
            id = "verlof" if last is not None else "begin"
            yield _Moment(id, first, last or first, events[id], sources)
        end = leave.laatste_dag
        if end is not None and leave.id not in self.boek.periode_is_verlof and not told & self.boek.behalve_bij:
            yield _Moment("venster", end, end, events["venster"], sources)

    def _days(self, leave: LeaveAnswer, situatie: Situatie) -> tuple[date, date | None] | None:
        """The days of the leave itself, inside its period; None when nobody said which days those are."""
        first, last = leave.periode.van if leave.periode else None, leave.laatste_dag
        if leave.id in self.boek.periode_is_verlof:
            if first is None or (last is not None and last < first):
                return None
            return first, last
        begin, end = situatie.feiten.get(self.boek.begin), situatie.feiten.get(self.boek.einde)
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

    def _told_as_term(self, leave: LeaveAnswer, day: date) -> bool:
        return any(each.id in self.boek.vanaf and each.uiterlijk == day for each in leave.termijnen)

    def _sources(self, leave: LeaveAnswer) -> Sequence[Bron]:
        of_size = () if leave.omvang is None else leave.omvang.bronnen
        found = of_size or [bron for each in leave.voorwaarden for bron in each.bronnen]
        return list(found)[:1]

    def _event(
        self, leave: LeaveAnswer, moment: _Moment, situatie: Situatie, today: date, taal: str
    ) -> Iterator[bytes]:
        """The lines of one event, in the order that RFC 5545 gives its properties in."""
        words = self.boek.woorden[taal]
        past = moment.laatste < today
        naam = self.boek.naam(leave.id, leave.naam, taal)
        title = moment.woorden["titel"].format(verlof=naam)
        url = next((bron.url for bron in moment.bronnen if bron.url), None)
        yield b"BEGIN:VEVENT\r\n"
        yield lined.text("SUMMARY", words["zinnen"]["voorbij"].format(titel=title) if past else title)
        yield lined.day("DTSTART", moment.eerste)
        yield lined.day("DTEND", moment.laatste + _DAY)
        yield f"DTSTAMP:{today:%Y%m%d}T000000Z\r\n".encode()
        yield f"UID:{self._uid(leave.id, moment.id, situatie)}\r\n".encode()
        yield f"SEQUENCE:{(today - self._first).days}\r\n".encode()
        yield b"CLASS:PRIVATE\r\n"
        yield lined.text("DESCRIPTION", self._description(leave, moment, past, words))
        yield b"TRANSP:OPAQUE\r\n" if moment.id == "verlof" else b"TRANSP:TRANSPARENT\r\n"
        if url is not None:
            yield lined.written("URL", url.encode())
        if not past:
            yield from self._alarms(moment, title, today)
        yield b"END:VEVENT\r\n"

    def _description(self, leave: LeaveAnswer, moment: _Moment, past: bool, words: Mapping[str, Any]) -> str:
        sentences = words["zinnen"]
        lines = [moment.woorden["tekst"]]
        if past:
            lines.append(sentences["voorbij-uitleg"])
        elif moment.vorm is not None:
            lines.append(sentences[moment.vorm])
        lines.append(sentences[leave.oordeel])
        for bron in moment.bronnen:
            lines.append(sentences["bron"].format(wet=self._laws.get(bron.wet, bron.wet), bron=_citation(bron)))
            if bron.url:
                lines.append(bron.url)
        return "\n".join(lines)

    def _alarms(self, moment: _Moment, title: str, today: date) -> Iterator[bytes]:
        """Reminders at the hour of the data; none that would sound before the day of asking."""
        for days in self.boek.alarm[moment.id]:
            if moment.eerste - timedelta(days=days) >= today:
                yield b"BEGIN:VALARM\r\nACTION:DISPLAY\r\n"
                yield lined.text("DESCRIPTION", title)
                yield lined.duration("TRIGGER", timedelta(hours=self.boek.uur) - timedelta(days=days))
                yield b"END:VALARM\r\n"

    def _uid(self, verlof: str, moment: str, situatie: Situatie) -> str:
        told = [day for feit in self._anchors[verlof] if isinstance(day := situatie.feiten.get(feit), date)]
        anchor = told[-1].isoformat() if told else ""
        return f"{sha256(f'{verlof}|{moment}|{anchor}'.encode()).hexdigest()[:32]}@{_DOMAIN}"


def _citation(bron: Bron) -> str:
    return str(replace(bron, wet="")) or bron.wet
