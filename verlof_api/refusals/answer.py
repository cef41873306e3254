""" "My employer says no": is that a ground of this law, in time and in form, what to write back, and who helps.

Nothing here knows the law: grounds, terms, forms and words come from the weigering files. What is decided here is only
how the three answers (ground, term, form) add up, in `case.RefusalAnswer`.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.assessment.answer import LeaveAnswer
from verlof_api.assessment.situation import Facts
from verlof_api.assessment.wire import JsonObject, sources
from verlof_api.law.feit import Told, Value
from verlof_api.letters.writer import LetterWriter, NoLetterError
from verlof_api.refusals.case import RefusalAnswer
from verlof_api.refusals.compiled import refusal_plans
from verlof_api.refusals.model import RefusalBook
from verlof_api.refusals.overview import redenen, refusal_card, vormen
from verlof_api.refusals.parts import ONBEKEND
from verlof_api.refusals.request import Weigering


class Weigeringen:
    """Answers refusals. Built once per process; raises RulebookError when an expression in the files is wrong."""

    def __init__(self, beoordelaar: Beoordelaar, boek: RefusalBook, letter_writer: LetterWriter) -> None:
        self.beoordelaar, self.boek, self._letter_writer = beoordelaar, boek, letter_writer
        self._facts = Facts(beoordelaar.rulebook)
        self._plannen = refusal_plans(beoordelaar, boek)

    def weigering(self, gevraagd: Weigering, taal: str = "nl") -> JsonObject:
        """What the law says of this refusal, in `taal`; the JSON-ready answer of the contract."""
        told, verlofsoort = self._told(gevraagd), gevraagd.verlofsoort
        anchor = self.beoordelaar.anchor(told.situatie, verlofsoort)
        soort = self.beoordelaar.rulebook.verlofsoorten[verlofsoort]
        leave, rule = soort.versie(anchor), self.boek.regels[verlofsoort].versie(anchor)
        plan = self._plannen[verlofsoort, leave.van, rule.van] if leave and rule else None
        values = self._names(verlofsoort, taal) | {"op": self.beoordelaar.languages[taal].day(anchor)}
        head = {
            "verlofsoort": verlofsoort,
            "naam": str(soort.teksten[taal].naam),
            "peildatum": told.situatie.peildatum.isoformat(),
            "regelset": {"versie": self.beoordelaar.rulebook.versie, "hash": self.beoordelaar.rulebook.hash},
            "reden": {"id": told.reden, "label": str(self.boek.woorden[taal]["redenen"][told.reden])},
        }
        if plan is None:
            return head | self._unread(verlofsoort, values, taal)
        facts = self._facts.environment(told.situatie)
        case = RefusalAnswer(self.beoordelaar, self.boek, plan, told, facts, anchor, taal, values)
        slotsom, answer = case.answer()
        variant = self.boek.slotsommen[slotsom].brief if case.versie.brief else None
        writable = variant is not None and self._writable(told.situatie, case.verlof, variant)
        brief = {"variant": variant, "feiten": _plain(self._antwoord(told))}
        return head | answer | {"brief": brief if writable else None}

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

    def _told(self, gevraagd: Weigering) -> Weigering:
        """The refusal, with its situation told what the answer of the employer tells, and about its leave alone."""
        feiten = {**gevraagd.situatie.feiten, **self._antwoord(gevraagd)}
        only = (gevraagd.verlofsoort,)
        told = replace(gevraagd.situatie, feiten=feiten, verlofsoorten=only, inclusief_voorstellen=True)
        return replace(gevraagd, situatie=told)

    def _antwoord(self, gevraagd: Weigering) -> dict[str, Value]:
        """The facts that the answer of the employer tells; who first agreed did not refuse."""
        feiten, reden, datum = gevraagd.situatie.feiten, self.boek.redenen[gevraagd.reden], gevraagd.datum
        antwoord, told = self.boek.antwoord, dict(reden.feiten)
        if not reden.zwijgt:
            stays = feiten.get(antwoord.feit) in antwoord.blijft
            told[antwoord.feit] = feiten[antwoord.feit] if stays else antwoord.waarde
            if datum is not None:
                told[antwoord.datum] = datum
        return told

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
