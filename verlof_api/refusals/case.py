"""One refusal, answered: the three parts added up into what follows from them."""

from datetime import date

from verlof_api.assessment.verdicts import OORDEEL_NODIG, RECHT, VRAAG_NODIG
from verlof_api.assessment.wire import JsonObject, sources
from verlof_api.law.feit import Value
from verlof_api.refusals.back import back
from verlof_api.refusals.conclusion import WACHTEN, RefusalConclusion
from verlof_api.refusals.door import door
from verlof_api.refusals.morgen import morgen
from verlof_api.refusals.overview import kenmerken
from verlof_api.refusals.parts import JA, NEE, ONBEKEND, RefusalPart


class RefusalAnswer(RefusalConclusion):
    """One refusal in one situation."""

    def answer(self) -> tuple[str, JsonObject]:
        """The conclusion (a `slotsom`), and the whole as JSON."""
        grond, tijd, vorm = self.is_grond(), self.op_tijd(), self.in_vorm()
        slotsom, oordeel = self.slotsom(grond, tijd, vorm.uitkomst), self.oordeel
        deur = door(self, slotsom, tijd)
        unsure = self.verlof.ontbrekende_feiten if oordeel == VRAAG_NODIG else ()
        missing = dict.fromkeys((*grond.ontbreekt, *tijd.ontbreekt, *self.onzeker, *unsure, *deur.ontbreekt))
        cited = [*grond.bronnen, *tijd.bronnen, *vorm.bronnen, *self.versie.recht]
        terug = back(self, slotsom, grond, tijd, vorm)
        return slotsom, {
            "morgen": morgen(self, slotsom, tijd, deur, terug),
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
            "slotsom": {"id": slotsom, "tekst": self._samenvatting(slotsom, tijd)},
            "oordeel": oordeel,
            "watTerugSchrijven": terug,
            "wieHelpt": deur.helpers,
            "termijnen": deur.termijnen,
            "werkgever": self.verlof.werkgever,
            "kenmerken": kenmerken(self.versie.werkgever, self.words),
            "ontbrekendeFeiten": list(missing),
            "aannames": [self._aanname(feit, value) for feit, value in self.aangenomen.items()],
            "bronnen": sources(tuple(dict.fromkeys(cited))),
        }

    def _stilte(self, tijd: RefusalPart) -> JsonObject:
        stilte = self.stilte
        tekst = self.dated("stilte", stilte.tekst, stilte.bronnen, self.stilte_dag(tijd))
        return {
            "gevolg": stilte.gevolg,
            "uiterlijk": _iso(tijd.uiterlijk),
            "tekst": " ".join((tekst, *self._maybe())),
            "bronnen": sources(stilte.bronnen),
        }

    def _maybe(self) -> list[str]:
        """That another case may hold, in which this is not so."""
        return [self.say("gevallen", str(plan.versie.plek), plan.versie.recht) for plan in self.unsure]

    def _samenvatting(self, slotsom: str, tijd: RefusalPart) -> str:
        dag = self.stilte_dag(tijd)
        still_open = slotsom != WACHTEN or dag is None or not self.voorbij(dag)
        text = self.dated("slotsommen", slotsom, self.versie.recht, dag if still_open else None)
        rule = self.rule(slotsom)
        if self.oordeel == RECHT or rule.mits == rule.slot or (rule.zeker and self.oordeel == OORDEEL_NODIG):
            return text
        return f"{text} {self.sentence('mits' if self.oordeel != OORDEEL_NODIG else 'mits-oordeel')}"

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
