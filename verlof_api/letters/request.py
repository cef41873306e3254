"""From decoded JSON to a request for a letter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from verlof_api.assessment import Situatie
from verlof_api.intake.fields import Choice, Strict
from verlof_api.intake.one_leave import of_one_leave, one_leave_fields
from verlof_api.intake.schema import NO_MORE, Check, Intake
from verlof_api.law import Rulebook
from verlof_api.letters.model import Brieven
from verlof_api.letters.writer import BESIDE
from verlof_api.situations import SituationBook

FORMATEN: Final = ("tekst", "html", "docx", "bericht")


@dataclass(frozen=True)
class BriefVraag:
    """What was asked for. `variant` is None for the ordinary letter of the leave.

    `formaat` and `taal` are None when the headers of the request decide. `more`: what was sent on top of that.
    """

    situatie: Situatie
    verlofsoort: str
    variant: str | None
    formaat: str | None
    taal: str | None
    more: Mapping[str, Any]


def brief_fields(rulebook: Rulebook, brieven: Brieven) -> Mapping[str, Strict]:
    """The fields of `POST /v1/brieven` on top of those of `POST /v1/beoordelingen`."""
    own = {
        "variant": Choice(tuple(brieven.varianten)),
        "formaat": Choice(FORMATEN),
        "taal": Choice(letter_languages(rulebook.talen)),
    }
    return {**one_leave_fields(rulebook), **own}


def letter_languages(talen: Sequence[str]) -> tuple[str, ...]:
    """What a letter can be written in: each language, and the first with each other one beside it.

    >>> letter_languages(["nl", "en"])
    ('nl', 'en', 'nl+en')
    """
    first, *others = talen
    return (*talen, *(f"{first}{BESIDE}{other}" for other in others))


class BriefIntake:
    """Turns decoded JSON into a `BriefVraag`. Built once per process; keeps nothing of what it reads."""

    def __init__(
        self,
        rulebook: Rulebook,
        situaties: SituationBook,
        brieven: Brieven,
        more: Mapping[str, Strict] = NO_MORE,
        check: Check | None = None,
    ) -> None:
        """`more`: fields on top of those of a letter; `check`: what can be wrong with them together."""
        self._more = more
        fields = {**brief_fields(rulebook, brieven), **self._more}
        self._intake = Intake(rulebook, situaties, fields, check)

    def vraag(self, obj: object, vandaag: date) -> BriefVraag:
        """The letter that was asked for, or `InputErrors` with every mistake."""
        situatie, read = of_one_leave(self._intake, obj, vandaag)
        more = {name: read[name] for name in self._more if name in read}
        return BriefVraag(
            situatie, read["verlofsoort"], read.get("variant"), read.get("formaat"), read.get("taal"), more
        )
