"""One refusal, answered: the three parts added up, what to write back, who helps and by when."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from verlof_api.assessment.plan import bronnen_json
from verlof_api.documents.weigerdelen import JA, NEE, ONBEKEND, Deel, Delen, artikelen
from verlof_api.rulebook.weigeringen import GEEN_STAND, Helper, Kenmerk

Json = dict[str, Any]

GEEN_RECHT, VRAAG_NODIG = "geen-recht", "vraag-nodig"
ZOALS_GEVRAAGD = "zoals-gevraagd"
_GEWIJZIGD = "gewijzigd"


class Zaak(Delen):
    """One refusal in one situation."""

    def json(self) -> Json:
        grond, tijd, vorm = self.is_grond(), self.op_tijd(), self.in_vorm()
        oordeel = self._oordeel()
        slotsom = self._slotsom(grond.uitkomst, tijd, vorm.uitkomst, oordeel)
        missing = dict.fromkeys((*grond.ontbreekt, *tijd.ontbreekt))
        helpers = list(self.plan.wie_helpt(self.facts, self.anchor))
        sources = [*grond.bronnen, *tijd.bronnen, *vorm.bronnen, *self.versie.recht]
        return {
            "isGrond": grond.uitkomst,
            "grond": {
                "uitkomst": grond.uitkomst,
                "tekst": grond.tekst,
                "bronnen": bronnen_json(grond.bronnen),
            },
            "opTijd": {
                "uitkomst": tijd.uitkomst,
                "uiterlijk": _iso(tijd.uiterlijk),
                "tekst": tijd.tekst,
                "bronnen": bronnen_json(tijd.bronnen),
            },
            "inVorm": {
                "uitkomst": vorm.uitkomst,
                "eisen": [
                    {"id": eis.id, "uitkomst": _drie(self.vorm.get(eis.id)), "bronnen": bronnen_json(eis.bronnen)}
                    for eis in self.versie.eisen
                ],
                "tekst": vorm.tekst,
                "bronnen": bronnen_json(vorm.bronnen),
            },
            "stilte": self._stilte(tijd),
            "slotsom": {"id": slotsom, "tekst": self._samenvatting(slotsom, oordeel)},
            "oordeel": oordeel,
            "watTerugSchrijven": self._terug(slotsom, oordeel, grond, tijd, vorm),
            "wieHelpt": [
                {
                    "id": helper.id,
                    **{
                        name: text.format_map({"artikel": artikelen(helper.bronnen), "uiterlijk": self.dag(dag)})
                        for name, text in self.words["helpers"][helper.id].items()
                    },
                    "url": helper.url,
                    "uiterlijk": _iso(dag),
                    "bronnen": bronnen_json(helper.bronnen),
                }
                for helper, dag in helpers
            ],
            "termijnen": self._termijnen(tijd, helpers),
            "werkgever": kenmerken(self.versie.werkgever, self.words),
            "ontbrekendeFeiten": list(missing),
            "aannames": [self._aanname(feit, value) for feit, value in self.aangenomen.items()],
            "bronnen": bronnen_json(tuple(dict.fromkeys(sources))),
        }

    def _slotsom(self, grond: str, tijd: Deel, vorm: str, oordeel: str) -> str:
        """How ground, term and form add up; what lateness, form and silence mean comes from the rule."""
        if grond == NEE and self.versie.bij_nee != GEEN_STAND:
            return self.versie.bij_nee
        if oordeel == GEEN_RECHT:
            return GEEN_RECHT
        if self.reden.zwijgt:
            if self.versie.stilte != ZOALS_GEVRAAGD:
                return self.versie.stilte
            return ZOALS_GEVRAAGD if tijd.uitkomst == NEE else "wachten"
        if grond == NEE:
            return GEEN_STAND
        if grond == JA:
            return "mag"
        if grond == ONBEKEND:
            return "nog-niet"
        if tijd.uitkomst == NEE:
            return "te-laat"
        if vorm == NEE:
            unwritten = self.versie.vormgevolg == "telt-niet-zonder-schrift"
            return "vormgebrek" if unwritten and self._voorbij(tijd) else "herstelbaar"
        return "weging"

    def _voorbij(self, tijd: Deel) -> bool:
        return tijd.uiterlijk is not None and self.situatie.peildatum > tijd.uiterlijk

    def _stilte(self, tijd: Deel) -> Json:
        gevolg, bronnen = self.versie.stilte, self.versie.stiltebronnen
        return {
            "gevolg": gevolg,
            "uiterlijk": _iso(tijd.uiterlijk),
            "tekst": self.say("stilte", gevolg, bronnen, uiterlijk=self.dag(tijd.uiterlijk)),
            "bronnen": bronnen_json(bronnen),
        }

    def _samenvatting(self, slotsom: str, oordeel: str) -> str:
        text = self.say("slotsommen", slotsom)
        rule = self.boek.slotsommen[slotsom]
        return f"{text} {self.zin('mits')}" if oordeel == VRAAG_NODIG and rule.mits != rule.slot else text

    def _terug(self, slotsom: str, oordeel: str, grond: Deel, tijd: Deel, vorm: Deel) -> list[str]:
        """The sentences to write back, in order."""
        blijft = self.situatie.feiten.get(self.boek.antwoord["feit"]) == _GEWIJZIGD
        opening = "gezwegen" if self.reden.zwijgt else "gewijzigd" if blijft else "geweigerd"
        label = str(self.words["redenen"][self.reden.id])
        reden = label[0].lower() + label[1:]
        sentences = [self.say("terugschrijven", opening, reden=reden)]
        if slotsom != GEEN_RECHT:  # what the law gives is not claimed by whoever has no right to it
            sentences += grond.terug
        if tijd.uitkomst == NEE and tijd.uiterlijk is not None:
            sentences.append(self.say("terugschrijven", "te-laat", tijd.bronnen, uiterlijk=self.dag(tijd.uiterlijk)))
        if vorm.uitkomst in (NEE, ONBEKEND) and grond.uitkomst != JA:
            part = "vormgebrek" if vorm.uitkomst == NEE else "vraag-vorm"
            sentences.append(self.say("terugschrijven", part, vorm.bronnen, eisen=vorm.terug[0]))
        rule = self.boek.slotsommen[slotsom]
        sentences.append(self.say("terugschrijven", rule.mits if oordeel == VRAAG_NODIG else rule.slot))
        return sentences

    def _termijnen(self, tijd: Deel, helpers: Sequence[tuple[Helper, date | None]]) -> list[Json]:
        found = [("antwoord-werkgever", tijd.uiterlijk, tijd.tekst, tijd.bronnen)] if tijd.uiterlijk else []
        found += [
            (
                helper.id,
                day,
                self.words["helpers"][helper.id]["tekst"].format_map(
                    {"artikel": artikelen(helper.bronnen), "uiterlijk": self.dag(day)}
                ),
                helper.bronnen,
            )
            for helper, day in helpers
            if day is not None
        ]
        return [
            {
                "id": id,
                "uiterlijk": _iso(day),
                "voorbij": day < self.situatie.peildatum,
                "tekst": f"{text} {self.zin('voorbij')}" if day < self.situatie.peildatum else str(text),
                "bronnen": bronnen_json(bronnen),
            }
            for id, day, text, bronnen in found
        ]

    def _oordeel(self) -> str:
        """The verdict of the rules when this refusal counts as told."""
        leaves = self.beoordelaar.beoordeel(self.situatie, self.taal)["verlofsoorten"]
        return str(leaves[0]["oordeel"])

    def _aanname(self, feit: str, value: Any) -> Json:
        words = self.beoordelaar.rulebook.feiten[feit].teksten[self.taal]
        shown = self.beoordelaar.languages[self.taal].show(feit, value)
        tekst = str(self.beoordelaar.rulebook.zinnen[self.taal]["aanname"]).format(feit=words.label, waarde=shown)
        return {"feit": feit, "tekst": tekst}


def kenmerken(cells: Mapping[str, Kenmerk], words: Mapping[str, Any]) -> Json:
    """The matrix of a leave: per subject its value, in words, with its sources."""
    return {
        name: {
            "waarde": cell.waarde,
            "tekst": str(words["werkgever"][f"{name}-{cell.waarde}"]),
            "bronnen": bronnen_json(cell.bronnen),
        }
        for name, cell in cells.items()
    }


def _drie(value: bool | None) -> str:
    return ONBEKEND if value is None else JA if value else NEE


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
