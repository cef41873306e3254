""" "My employer says no": is that a ground of this law, in time and in form, what to write back, and who helps.

Nothing here knows the law: grounds, terms, forms and words come from the weigering files. What is decided here is only
how the three answers (ground, term, form) add up, in `case.RefusalAnswer`.
"""

from collections.abc import Mapping
from datetime import date

from verlof_api.assessment import Situatie
from verlof_api.assessment.answer import LeaveAnswer
from verlof_api.assessment.wire import JsonObject, sources
from verlof_api.law.feit import Told
from verlof_api.letters.writer import LetterWriter, NoLetterError
from verlof_api.refusals.judge import RefusalJudge
from verlof_api.refusals.overview import redenen, refusal_card, vormen
from verlof_api.refusals.parts import ONBEKEND
from verlof_api.refusals.request import Weigering


class Weigeringen:
    """Answers refusals. Built once per process."""

    def __init__(self, judge: RefusalJudge, letter_writer: LetterWriter) -> None:
        self.beoordelaar, self.boek = judge.beoordelaar, judge.boek
        self.judge, self._letter_writer = judge, letter_writer

    def weigering(self, gevraagd: Weigering, taal: str = "nl") -> JsonObject:
        """What the law says of this refusal, in `taal`; the JSON-ready answer of the contract."""
        told, verlofsoort = self.judge.told(gevraagd), gevraagd.verlofsoort
        soort, names = self.beoordelaar.rulebook.verlofsoorten[verlofsoort], self._names(verlofsoort, taal)
        head = {
            "verlofsoort": verlofsoort,
            "naam": str(soort.teksten[taal].naam),
            "peildatum": told.situatie.peildatum.isoformat(),
            "regelset": {"versie": self.beoordelaar.rulebook.versie, "hash": self.beoordelaar.rulebook.hash},
            "reden": {"id": told.reden, "label": str(self.boek.woorden[taal]["redenen"][told.reden])},
        }
        case = self.judge.case(told, taal, names)
        if case is None:
            anchor = self.beoordelaar.anchor(told.situatie, verlofsoort)
            return head | self._unread(verlofsoort, {**names, "op": self.beoordelaar.languages[taal].day(anchor)}, taal)
        slotsom, answer = case.answer()
        asked = self.boek.slotsommen[slotsom].brief if case.versie.brief else None
        kinds = self._letter_writer.kinds(asked) if asked else ()
        variant = next((kind for kind in kinds if self._writable(told.situatie, case.verlof, kind)), None)
        brief = {"variant": variant, "feiten": _plain(self.judge.answered(told))}
        return head | answer | {"brief": brief if variant else None}

    def kaart(self, verlofsoort: str, dag: date, taal: str = "nl") -> JsonObject | None:
        """What an employer may answer to a leave, for the catalogue; None for a day whose law was not read."""
        rule, soort = self.boek.regels[verlofsoort], self.beoordelaar.rulebook.verlofsoorten[verlofsoort]
        versie = rule.versie(dag)
        if versie is None or soort.versie(dag) is None:
            return None
        return refusal_card(self.boek, rule, versie, self._names(verlofsoort, taal), taal)

    def choices(self, taal: str) -> JsonObject:
        """What can be told about a refusal, as choices for a form."""
        return {"redenen": redenen(self.boek, taal), "vormen": vormen(self.boek, taal)}

    def _names(self, verlofsoort: str, taal: str) -> dict[str, str]:
        """How sentences name a leave: as its own words or its letters do, or else by its name."""
        own, letters = self.boek.regels[verlofsoort].namen[taal], self._letter_writer.brieven.verlofsoorten
        naam = str(self.beoordelaar.rulebook.verlofsoorten[verlofsoort].teksten[taal].naam)
        noemen = letters[verlofsoort].teksten[taal].noemen if verlofsoort in letters else _name(naam)
        verlof = str(own.get("verlof", noemen))
        mijn = str(self.boek.woorden[taal]["zinnen"]["mijn"]).format(verlof=noemen)
        return {"verlof": verlof, "noemen": noemen, "mijn": str(own.get("mijn", mijn))}

    def _writable(self, told: Situatie, verlof: LeaveAnswer, variant: str) -> bool:
        """Whether that letter can be written about this leave."""
        try:
            self._letter_writer.case(told, verlof, variant)
        except NoLetterError:
            return False
        return True

    def _unread(self, verlofsoort: str, values: Mapping[str, str], taal: str) -> JsonObject:
        """For a day on which the law did not know this leave, or whose text about refusals was not read."""
        zinnen = self.boek.woorden[taal]["zinnen"]
        rule = self.boek.regels[verlofsoort].versies[0]
        text = zinnen["ongelezen"].format_map(values)
        nothing = {"uitkomst": ONBEKEND, "tekst": text, "bronnen": []}
        return {
            "morgen": None,
            "isGrond": ONBEKEND,
            "grond": {**nothing, "bronnen": sources(rule.recht)},
            "opTijd": {**nothing, "uiterlijk": None},
            "inVorm": {**nothing, "eisen": []},
            "stilte": None,
            "slotsom": {"id": "nog-niet", "tekst": text},
            "oordeel": None,
            "watTerugSchrijven": [str(zinnen["ongelezen-terug"])],
            "wieHelpt": [],
            "termijnen": [],
            "werkgever": None,
            "kenmerken": None,
            "ontbrekendeFeiten": [],
            "aannames": [],
            "bronnen": sources(rule.recht),
            "brief": None,
        }


def _plain(feiten: Told) -> JsonObject:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in feiten.items()}


def _name(naam: str) -> str:
    return naam[0].lower() + naam[1:]
