""" "My employer says no": is that a ground of this law, in time and in form, what to write back, and who helps.

Nothing here knows the law: grounds, terms, forms and words come from the weigering files. What is decided here is only
how the three answers (ground, term, form) add up, in `weigerzaak.Zaak`.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.assessment.plan import bronnen_json
from verlof_api.assessment.situation import Facts
from verlof_api.documents.weigerdelen import ONBEKEND
from verlof_api.documents.weigerplan import weigerplannen
from verlof_api.documents.weigerzaak import Zaak, kenmerken
from verlof_api.rulebook.weigeringen import Weigerboek

Json = dict[str, Any]


class Weigeringen:
    """Answers refusals. Built once per process; raises RulebookError when an expression in the files is wrong."""

    def __init__(self, beoordelaar: Beoordelaar, boek: Weigerboek) -> None:
        self.beoordelaar, self.boek = beoordelaar, boek
        self._facts = Facts(beoordelaar.rulebook)
        self._plannen = weigerplannen(beoordelaar, boek)

    def weigering(
        self,
        situatie: Situatie,
        verlofsoort: str,
        reden: str,
        vorm: Mapping[str, bool | None],
        datum: date | None,
        taal: str = "nl",
    ) -> Json:
        """What the law says of this refusal of `verlofsoort`.

        `vorm`: per form whether the employer kept it, None or left out where that is not known; `datum`: the day of the
        employer's answer, None when it is not known.
        """
        told = self._told(situatie, verlofsoort, reden, datum)
        anchor = self.beoordelaar.anchor(told, verlofsoort)
        soort = self.beoordelaar.rulebook.verlofsoorten[verlofsoort]
        leave, rule = soort.versie(anchor), self.boek.regels[verlofsoort].versie(anchor)
        plan = self._plannen[verlofsoort, leave.van, rule.van] if leave and rule else None
        values = {"verlof": _name(str(soort.teksten[taal].naam)), "dag": self.beoordelaar.languages[taal].day(anchor)}
        head = {
            "verlofsoort": verlofsoort,
            "naam": str(soort.teksten[taal].naam),
            "peildatum": situatie.peildatum.isoformat(),
            "regelset": {"versie": self.beoordelaar.rulebook.versie, "hash": self.beoordelaar.rulebook.hash},
            "reden": {"id": reden, "label": str(self.boek.woorden[taal]["redenen"][reden])},
        }
        if plan is None:
            return head | self._ongelezen(verlofsoort, values, taal)
        return (
            head
            | Zaak(
                self.beoordelaar,
                self.boek,
                self._facts.environment(told),
                plan,
                told,
                anchor,
                reden,
                vorm,
                datum,
                taal,
                values,
            ).json()
        )

    def werkgever(self, verlofsoort: str, dag: date, taal: str = "nl") -> Json | None:
        """What a leave does to holidays, to dismissal and to the way back, for the catalogue; None where not read."""
        rule = self.boek.regels[verlofsoort].versie(dag)
        return None if rule is None else kenmerken(rule.werkgever, self.boek.woorden[taal])

    def _told(self, situatie: Situatie, verlofsoort: str, reden: str, datum: date | None) -> Situatie:
        """The situation with what the answer of the employer tells; who first agreed did not refuse."""
        antwoord, feiten = self.boek.antwoord, dict(situatie.feiten)
        feiten.update(self.boek.redenen[reden].feiten)
        if not self.boek.redenen[reden].zwijgt:
            if feiten.get(antwoord["feit"]) not in antwoord["blijft"]:
                feiten[antwoord["feit"]] = antwoord["waarde"]
            if datum is not None:
                feiten[antwoord["datum"]] = datum
        return replace(situatie, feiten=feiten, verlofsoorten=(verlofsoort,), inclusief_voorstellen=True)

    def _ongelezen(self, verlofsoort: str, values: Mapping[str, str], taal: str) -> Json:
        """For a day on which the law did not know this leave, or whose text about refusals was not read."""
        zinnen = self.boek.woorden[taal]["zinnen"]
        rule = self.boek.regels[verlofsoort].versies[0]
        text = zinnen["ongelezen"].format_map(values)
        nothing = {"uitkomst": ONBEKEND, "tekst": text, "bronnen": []}
        return {
            "isGrond": ONBEKEND,
            "grond": {**nothing, "bronnen": bronnen_json(rule.recht)},
            "opTijd": {**nothing, "uiterlijk": None},
            "inVorm": {**nothing, "eisen": []},
            "stilte": None,
            "slotsom": {"id": "nog-niet", "tekst": text},
            "oordeel": None,
            "watTerugSchrijven": [str(zinnen["ongelezen-terug"])],
            "wieHelpt": [],
            "termijnen": [],
            "werkgever": None,
            "ontbrekendeFeiten": [],
            "aannames": [],
            "bronnen": bronnen_json(rule.recht),
        }


def _name(naam: str) -> str:
    return naam[0].lower() + naam[1:]
