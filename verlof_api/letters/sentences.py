"""Sentences with values in them, in one language. A sentence of which a value is not known is not said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from string import Formatter

from verlof_api.assessment.answer import Number
from verlof_api.assessment.wording import Language
from verlof_api.law.bronnen import Bron
from verlof_api.letters.case import LetterCase
from verlof_api.letters.model import BriefTekst, GedeeldeTekst
from verlof_api.letters.names import EIGEN


@dataclass(frozen=True)
class FilledSentence:
    """A sentence that is ready, and the sources it names."""

    tekst: str
    bronnen: tuple[Bron, ...] = ()


class Woorden:
    """How one language says one case."""

    def __init__(self, case: LetterCase, language: Language, tekst: BriefTekst, gedeeld: GedeeldeTekst) -> None:
        self.case, self.language, self.tekst, self.gedeeld = case, language, tekst, gedeeld
        self._laatste_wet: str | None = None

    def sentence(self, sjabloon: str, voorbij: Iterable[str] = (), eigen: Sequence[Bron] = ()) -> FilledSentence | None:
        """`sjabloon` filled in; None when a value in it is not known.

        `voorbij`: terms that are meant as past; `eigen`: the sources that the paragraph brings itself.
        """
        past, laatste_wet = frozenset(voorbij), self._laatste_wet
        stukken: list[str] = []
        bronnen: list[Bron] = []
        for letterlijk, naam, _, _ in Formatter().parse(sjabloon):
            stukken.append(letterlijk)
            if naam is None:
                continue
            soort, _, id = naam.partition(".")
            waarde: str | None
            if soort == "artikel":
                waarde = self._articles(eigen if id == EIGEN else self.case.bronnen([id], voorbij=past), bronnen)
            else:
                waarde = self._waarde(soort, id, past)
            if not waarde:
                self._laatste_wet = laatste_wet
                return None
            stukken.append(waarde)
        return FilledSentence("".join(stukken), tuple(bronnen))

    def _articles(self, there: Sequence[Bron], bronnen: list[Bron]) -> str:
        """The article that a sentence rests on: one, the first of those that are there."""
        found = [bron for bron in there if (bron.wet, bron.artikel) == (there[0].wet, there[0].artikel)]
        bronnen += found
        tekst = self.verwijzing(found)
        self._laatste_wet = found[-1].wet if found else self._laatste_wet
        return tekst

    def place(self, feit: str | None, gegeven: str) -> str:
        """The value of a row: what was told, or the open place to fill in."""
        return self.told(feit) or self.tekst.plaatsen[feit or gegeven]

    def told(self, feit: str | None) -> str | None:
        """What was told of the fact of a row, in words."""
        return self._feit(feit) if feit else None

    def verwijzing(self, bronnen: Iterable[Bron]) -> str:
        """Sources as they stand in a sentence: paragraphs with their article, articles with their law.

        A law that was named last is not named again.
        """
        vorm = self.gedeeld.verwijzing
        per_wet: dict[str, dict[str, list[Bron]]] = {}
        for bron in bronnen:
            per_wet.setdefault(bron.wet, {}).setdefault(str(bron.artikel), []).append(bron)
        alleen = next(iter(per_wet)) if len(per_wet) == 1 else None
        return self._listed(
            self._listed(each for artikel, delen in artikelen.items() for each in self._artikel(artikel, delen))
            + ("" if wet == alleen == self._laatste_wet else vorm["wet"].format(wet=self.gedeeld.wetten[wet]))
            for wet, artikelen in per_wet.items()
        )

    def _artikel(self, artikel: str, delen: Iterable[Bron]) -> list[str]:
        vorm = self.gedeeld.verwijzing
        leden = list(dict.fromkeys((deel.lid, deel.onder) for deel in delen))
        naam = vorm["artikel"].format(artikel=artikel)
        if len(leden) > 1 and all(lid and not onder for lid, onder in leden):
            return [naam + vorm["leden"].format(lid=self._listed(str(lid) for lid, _ in leden))]
        return [
            naam + (vorm["lid"].format(lid=lid) if lid else "") + (vorm["onder"].format(onder=onder) if onder else "")
            for lid, onder in leden
        ]

    def _listed(self, delen: Iterable[str]) -> str:
        *eerste, laatste = list(delen) or [""]
        return self.gedeeld.verwijzing["en"].join([", ".join(eerste), laatste]) if eerste else laatste

    def _waarde(self, soort: str, id: str, voorbij: frozenset[str]) -> str | None:
        verlof = self.case.verlof
        match soort:
            case "verlof":
                return self.tekst.noemen
            case "datum":
                return self.language.day(self.case.datum)
            case "feit":
                return self._feit(id) or self.tekst.plaatsen.get(id)
            case "termijn":
                termijn = self.case.termijn(id, voorbij=id in voorbij)
                return None if termijn is None else self._dag(termijn.uiterlijk)
            case "periode":
                return None if verlof.periode is None else self._dag(getattr(verlof.periode, id))
            case "waarde":
                waarde = self.case.worked.value(id)
                return self._dag(waarde) if isinstance(waarde, date) else None
            case "omvang":
                return None if verlof.omvang is None else self._getal(verlof.omvang.get(id))
            case _:  # betaling
                return None if verlof.betaling is None else self._getal(verlof.betaling.percentage)

    def _feit(self, naam: str) -> str | None:
        waarde = self.case.feit(naam)
        if waarde is None:
            return None
        eigen = self.gedeeld.woorden.get(naam, {})
        return eigen.get(waarde) if isinstance(waarde, str) and eigen else self.language.show(naam, waarde)

    def _dag(self, dag: date | None) -> str | None:
        return None if dag is None else self.language.day(dag)

    def _getal(self, getal: Number | None) -> str | None:
        return None if getal is None else self.language.number(getal)
