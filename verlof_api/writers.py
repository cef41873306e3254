"""Everything that writes what people take along: letters, answers to refusals, calendars, money lines."""

from dataclasses import dataclass

from verlof_api.calendar.writer import Agenda
from verlof_api.letters.writer import LetterWriter
from verlof_api.money.writer import Geldregels
from verlof_api.refusals.answer import Weigeringen


@dataclass(frozen=True)
class Writers:
    """Those of one folder of rules; `verlof_api.library` makes them, once."""

    letter_writer: LetterWriter
    weigeringen: Weigeringen
    agenda: Agenda
    geldregels: Geldregels
