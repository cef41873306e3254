"""The deadlines and days of an answer as a calendar (iCalendar, RFC 5545).

An event keeps its UID as long as the leave, the term and the day that anchors the leave are the same, so that importing
again updates it. That day is the one that can be told first in life (the due date before the day of birth): an event
does not move to another UID when the child is born. A UID is a hash and says nothing of anyone.

Nothing is kept, so DTSTAMP and SEQUENCE come from the day of asking: the same question on the same day gives the same
bytes, and a later answer always replaces an earlier one. Deadlines are whole days and take no time (TRANSPARENT).
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import reduce
from hashlib import sha256

from verlof_api.assessment import Situatie
from verlof_api.assessment.answer import Assessment
from verlof_api.calendar import lines as lined
from verlof_api.calendar.book import CalendarBook
from verlof_api.calendar.moments import LastDays, Moment, Wishes, moments
from verlof_api.law.bronnen import Bron
from verlof_api.law.regelboek import Rulebook
from verlof_api.phrases import Words

PRODID = "-//Verlofregelaar API//NL"
_DOMAIN = "verlofregelaar"
_DAY = timedelta(days=1)
_BEGIN = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{PRODID}\r\nMETHOD:PUBLISH\r\n".encode()
_END = b"END:VCALENDAR\r\n"
_LEAVE_ITSELF = frozenset({"verlof", "begin"})  # nobody is late for the days of a leave
_BY_EMPLOYER = "{vorm}-werkgever"


class Agenda:
    """Makes calendars of answers. Built once per process; keeps nothing."""

    def __init__(self, rulebook: Rulebook, boek: CalendarBook) -> None:
        self.boek = boek
        self._first = rulebook.eerste_dag
        self._laws = {name: wet.naam for name, wet in rulebook.wetboek.wetten.items()}
        self._anchors = {id: soort.anker for id, soort in rulebook.verlofsoorten.items()}

    def agenda(
        self,
        assessment: Assessment,
        situatie: Situatie,
        taal: str = "nl",
        wishes: Wishes | None = None,
        last_days: LastDays | None = None,
    ) -> bytes:
        """text/calendar for every leave of `assessment` that is, may be or can become a right.

        `wishes`: as `Beoordelaar.wishes`, for what follows from the wishes that were told; `last_days`: those to go
        against the answer of the employer that was told.
        """
        lines = [_BEGIN, lined.text("X-WR-CALNAME", self.boek.woorden[taal]["kalender"])]
        for moment in moments(self.boek, assessment, situatie, wishes, last_days):
            lines += self._event(moment, situatie, taal)
        return b"".join([*lines, _END])

    def _event(self, moment: Moment, situatie: Situatie, taal: str) -> Iterator[bytes]:
        """The lines of one event, in the order that RFC 5545 gives its properties in."""
        words, today = self.boek.woorden[taal], situatie.peildatum
        past = moment.laatste < today and moment.id not in _LEAVE_ITSELF
        told = self.boek.over(moment.id, taal, moment.eigen)
        title = told["titel"].format(verlof=self._names(moment, taal))
        url = next((bron.url for bron in moment.bronnen if bron.url), None)
        yield b"BEGIN:VEVENT\r\n"
        yield lined.text("SUMMARY", words["zinnen"]["voorbij"].format(titel=title) if past else title)
        yield lined.day("DTSTART", moment.eerste)
        yield lined.day("DTEND", moment.laatste + _DAY)
        yield f"DTSTAMP:{today:%Y%m%d}T000000Z\r\n".encode()
        yield f"UID:{self._uid(moment.verloven[0].id, moment.id, situatie)}\r\n".encode()
        yield f"SEQUENCE:{(today - self._first).days}\r\n".encode()
        yield b"CLASS:PRIVATE\r\n"
        yield lined.text("DESCRIPTION", self._description(moment, told["tekst"], past, words))
        yield b"TRANSP:OPAQUE\r\n" if moment.id == "verlof" else b"TRANSP:TRANSPARENT\r\n"
        if url is not None:
            yield lined.written("URL", url.encode())
        if not past:
            yield from self._alarms(moment, title, today)
        yield b"END:VEVENT\r\n"

    def _names(self, moment: Moment, taal: str) -> str:
        """The leaves of an event, as they stand in its title."""
        first, *more = [self.boek.naam(leave.id, leave.naam, taal) for leave in moment.verloven]
        together = self.boek.woorden[taal]["zinnen"]["samen"]
        return reduce(lambda names, name: str(together.format(een=names, ander=name)), map(_inside, more), first)

    def _description(self, moment: Moment, text: str, past: bool, words: Words) -> str:
        sentences = words["zinnen"]
        lines = [text]
        if past:
            lines.append(sentences["voorbij-uitleg"])
        elif moment.vorm is not None:
            form = _BY_EMPLOYER.format(vorm=moment.vorm) if moment.door_werkgever else moment.vorm
            lines += [sentences[form]] if form in sentences else []
        lines.append(sentences[moment.verloven[0].oordeel])
        for bron in moment.bronnen:
            lines.append(sentences["bron"].format(wet=self._laws.get(bron.wet, bron.wet), bron=_citation(bron)))
            if bron.url:
                lines.append(bron.url)
        return "\n".join(lines)

    def _alarms(self, moment: Moment, title: str, today: date) -> Iterator[bytes]:
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


def _inside(name: str) -> str:
    """A name as it stands inside a sentence; an abbreviation stays as it is."""
    return name[0].lower() + name[1:] if name[1:2].islower() else name
