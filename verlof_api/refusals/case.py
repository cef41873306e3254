"""One refusal, answered: the three parts added up, what to write back, who helps and by when."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from verlof_api.assessment.answer import LeaveAnswer
from verlof_api.assessment.verdicts import GEEN_RECHT, RECHT, REFUSED, VRAAG_NODIG
from verlof_api.assessment.wire import JsonObject, sources
from verlof_api.law.feit import Value
from verlof_api.refusals.book import GEEN_STAND
from verlof_api.refusals.model import Helper
from verlof_api.refusals.overview import articles, kenmerken, stilte_tekst
from verlof_api.refusals.parts import JA, NEE, ONBEKEND, RefusalPart, RefusalParts
from verlof_api.refusals.words import NIET_GEREGELD, ZOALS_GEVRAAGD

_GEWIJZIGD = "gewijzigd"


class RefusalAnswer(RefusalParts):
    """One refusal in one situation."""

    def answer(self) -> tuple[str, JsonObject]:
        """The conclusion (a `slotsom`), and the whole as JSON."""
        grond, tijd, vorm = self.is_grond(), self.op_tijd(), self.in_vorm()
        verlof = self.verlof
        oordeel = verlof.oordeel
        slotsom = self._slotsom(grond.uitkomst, tijd, vorm.uitkomst, oordeel)
        unsure = verlof.ontbrekende_feiten if oordeel == VRAAG_NODIG else ()
        missing = dict.fromkeys((*grond.ontbreekt, *tijd.ontbreekt, *unsure))
        helpers = list(self.plan.wie_helpt(self.facts, self.anchor))
        cited = [*grond.bronnen, *tijd.bronnen, *vorm.bronnen, *self.versie.recht]
        return slotsom, {
            "isGrond": grond.uitkomst,
            "grond": {
                "uitkomst": grond.uitkomst,
                "tekst": grond.tekst,
                "bronnen": sources(grond.bronnen),
            },
            "opTijd": {
                "uitkomst": tijd.uitkomst,
                "uiterlijk": _iso(tijd.uiterlijk),
                "tekst": tijd.tekst,
                "bronnen": sources(tijd.bronnen),
            },
            "inVorm": {
                "uitkomst": vorm.uitkomst,
                "eisen": [
                    {
                        "id": eis.id,
                        "label": str(self.words["vormen"][eis.id]["label"]),
                        "uitkomst": _three_valued(self.kept(eis)),
                        "bronnen": sources(eis.bronnen),
                    }
                    for eis in self.versie.eisen
                ],
                "tekst": vorm.tekst,
                "bronnen": sources(vorm.bronnen),
            },
            "stilte": self._stilte(tijd),
            "slotsom": {"id": slotsom, "tekst": self._samenvatting(slotsom, oordeel)},
            "oordeel": oordeel,
            "watTerugSchrijven": self._terug(slotsom, oordeel, grond, tijd, vorm),
            "wieHelpt": [
                {
                    "id": helper.id,
                    "naam": str(self.words["helpers"][helper.id]["naam"]),
                    "tekst": self._hulp(helper, dag),
                    "url": helper.url,
                    "uiterlijk": _iso(dag),
                    "bronnen": sources(helper.bronnen),
                }
                for helper, dag in helpers
            ],
            "termijnen": self._termijnen(tijd, helpers),
            "werkgever": verlof.werkgever,
            "kenmerken": kenmerken(self.versie.werkgever, self.words),
            "ontbrekendeFeiten": list(missing),
            "aannames": [self._aanname(feit, value) for feit, value in self.aangenomen.items()],
            "bronnen": sources(tuple(dict.fromkeys(cited))),
        }

    def _slotsom(self, grond: str, tijd: RefusalPart, vorm: str, oordeel: str) -> str:
        """How ground, term and form add up; what lateness, form and silence mean comes from the rule."""
        if grond == NEE and self.versie.bij_nee != GEEN_STAND:
            return self.versie.bij_nee
        if oordeel in REFUSED:
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
        if tijd.uitkomst == NEE and self.versie.termijn is not None and self.versie.termijn.gevolg != NIET_GEREGELD:
            return "te-laat"
        if vorm == NEE:
            unwritten = self.versie.vormgevolg == "telt-niet-zonder-schrift"
            passed = tijd.uiterlijk is not None and self._voorbij(tijd.uiterlijk)
            return "vormgebrek" if unwritten and passed else "herstelbaar"
        return "weging"

    def _voorbij(self, dag: date) -> bool:
        return dag < self.situatie.peildatum

    def _stilte(self, tijd: RefusalPart) -> JsonObject:
        gevolg, bronnen = self.versie.stilte, self.versie.stiltebronnen
        day = None if tijd.uiterlijk is None else self.dag(tijd.uiterlijk)
        return {
            "gevolg": gevolg,
            "uiterlijk": _iso(tijd.uiterlijk),
            "tekst": stilte_tekst(gevolg, self.words, self.values["verlof"], bronnen, day),
            "bronnen": sources(bronnen),
        }

    def _samenvatting(self, slotsom: str, oordeel: str) -> str:
        text = self.say("slotsommen", slotsom)
        rule = self.boek.slotsommen[slotsom]
        return f"{text} {self.sentence('mits')}" if oordeel != RECHT and rule.mits != rule.slot else text

    def _terug(self, slotsom: str, oordeel: str, grond: RefusalPart, tijd: RefusalPart, vorm: RefusalPart) -> list[str]:
        """The sentences to write back, in order."""
        blijft = self.situatie.feiten.get(self.boek.antwoord.feit) == _GEWIJZIGD
        opening = "gezwegen" if self.reden.zwijgt else "gewijzigd" if blijft else "geweigerd"
        label = str(self.words["redenen"][self.reden.id])
        reden = label[0].lower() + label[1:]
        sentences = [self.say("terugschrijven", opening, reden=reden)]
        if slotsom != GEEN_RECHT:  # what the law gives is not claimed by whoever has no right to it
            sentences += grond.terug
        if tijd.uitkomst == NEE and tijd.uiterlijk is not None:
            sentences.append(self.say("terugschrijven", "te-laat", tijd.bronnen, uiterlijk=self.dag(tijd.uiterlijk)))
        rule = self.boek.slotsommen[slotsom]
        holds_on = rule.mits != rule.slot  # then there is nothing to ask for any more
        if vorm.uitkomst == NEE and grond.uitkomst != JA:
            sentences.append(self.say("terugschrijven", "vormgebrek", vorm.bronnen, eisen=vorm.terug[0]))
        elif vorm.uitkomst == ONBEKEND and grond.uitkomst != JA and not holds_on:
            sentences.append(self.say("terugschrijven", "vraag-vorm", vorm.bronnen, eisen=vorm.terug[0]))
        sentences.append(self.say("terugschrijven", rule.slot if oordeel == RECHT else rule.mits))
        return sentences

    def _termijnen(self, tijd: RefusalPart, helpers: Sequence[tuple[Helper, date | None]]) -> list[JsonObject]:
        found = [
            (helper.id, day, self._hulp(helper, day), helper.bronnen) for helper, day in helpers if day is not None
        ]
        if tijd.uiterlijk is not None and self.versie.termijn is not None:
            tekst = tijd.tekst
            if self._voorbij(tijd.uiterlijk):
                tekst = f"{tekst} {self.sentence('voorbij')}"
            if tijd.uitkomst != JA:
                tekst = f"{tekst} {self.say('te-laat', self.versie.termijn.gevolg)}"
            found.insert(0, ("antwoord-werkgever", tijd.uiterlijk, tekst, tijd.bronnen))
        return [
            {
                "id": id,
                "uiterlijk": _iso(day),
                "voorbij": self._voorbij(day),
                "bindend": bool(bronnen),
                "tekst": tekst,
                "bronnen": sources(bronnen),
            }
            for id, day, tekst, bronnen in found
        ]

    def _hulp(self, helper: Helper, dag: date | None) -> str:
        """What a helper does; once its day has passed, what can still be done."""
        words = self.words["helpers"][helper.id]
        tekst = words["voorbij" if dag is not None and self._voorbij(dag) else "tekst"]
        return str(tekst).format_map({"artikel": articles(helper.bronnen), "uiterlijk": self.dag(dag)})

    @cached_property
    def verlof(self) -> LeaveAnswer:
        """The answer of the rules for this leave when this refusal counts as told."""
        (verlof,) = self.beoordelaar.beoordeel(self.situatie, self.taal).verlofsoorten
        return verlof

    def _aanname(self, feit: str, value: Value) -> JsonObject:
        words = self.beoordelaar.rulebook.feiten[feit].teksten[self.taal]
        shown = self.beoordelaar.languages[self.taal].show(feit, value)
        key = "aanname-niet-bekend" if feit in self.situatie.niet_bekend else "aanname"
        tekst = str(self.beoordelaar.rulebook.zinnen[self.taal][key]).format(feit=words.label, waarde=shown)
        return {"feit": feit, "tekst": tekst}


def _three_valued(value: bool | None) -> str:
    return ONBEKEND if value is None else JA if value else NEE


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
