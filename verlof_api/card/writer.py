"""The card of a leave: what the answer says about one leave, on one page to print."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from verlof_api.assessment import Beoordelaar
from verlof_api.assessment.answer import Bedrag, LeaveAnswer, Number, Sourced
from verlof_api.assessment.verdicts import GEEN_RECHT, NOG_NIET, OORDEEL_NODIG, VRAAG_NODIG
from verlof_api.assessment.wording import Language
from verlof_api.engine import NIET_VOLDAAN, ONBEKEND, OPEN_NORM, VOLDAAN
from verlof_api.law import Rulebook
from verlof_api.law.bronnen import Bron
from verlof_api.law.talen import TAAL_VAN_DE_WET
from verlof_api.letters.model import Brieven
from verlof_api.pages import Style, environment, policy

_TEMPLATE: Final = environment().get_template("kaart.html")
_STYLE: Final = Style.read("kaart.css")
POLICY: Final = policy((_STYLE,))
# Which outcome of a condition explains which verdict; with another verdict all that were met do.
_EXPLAINS: Final = {GEEN_RECHT: NIET_VOLDAAN, NOG_NIET: NIET_VOLDAAN, VRAAG_NODIG: ONBEKEND, OORDEEL_NODIG: OPEN_NORM}
_MOST_AMOUNTS: Final = 6
# With more characters than this a card is printed smaller, to stay on one page.
_SIZES: Final = {"krap vol": 2550, "vol": 1500, "half": 900}


@dataclass(frozen=True)
class Regel:
    """A line on the card; `extra` stands below it in small, `voorbij` says that its day has passed."""

    tekst: str
    extra: tuple[str, ...] = ()
    voorbij: bool = False


class Kaart:
    """The parts of the card of one leave in one language, each as lines. Everything said comes from the answer."""

    def __init__(
        self, verlof: LeaveAnswer, rulebook: Rulebook, brieven: Brieven, language: Language, dag: date
    ) -> None:
        self.verlof, self.language, self.dag = verlof, language, dag
        self._rulebook = rulebook
        self.words, self.vanaf = brieven.kaart[language.taal], brieven.vanaf
        self.zinnen = self.words["zinnen"]

    def headings(self) -> dict[str, list[Regel]]:
        """The lines under each heading of `kopjes`, in order; a heading without lines is left out."""
        delen = {
            "hoeveel": self.hoeveel(),
            "geld": self.geld(),
            "wanneer": self.when(),
            "regelen": self.arrange(),
            "weigeren": self.weigeren(),
            "let-op": self.let_op(),
            "aannames": self.aannames(),
            "hiaten": self.hiaten(),
        }
        return {deel: lines for deel, regels in delen.items() if (lines := list(regels))}

    def oordeel(self) -> str:
        not_yet = self.verlof.nog_niet
        return not_yet.tekst if not_yet else str(self.words["oordelen"][self.verlof.oordeel])

    def in_the_law(self) -> str:
        """What the law calls it, and in which law; for who reads another language, the Dutch words to look for."""
        soort = self._rulebook.verlofsoorten[self.verlof.id]
        wetten = self._rulebook.wetboek.wetten
        named = next((wetten[bron.wet].naam for bron in self._bronnen() if bron.wet in wetten), None)
        naam = str(soort.teksten[TAAL_VAN_DE_WET].naam).lower()
        key = "in-de-wet" if named and soort.in_the_law else "niet-in-de-wet"
        return self.zinnen[key].format(naam=naam, wet=named)

    def waarom(self) -> list[Regel]:
        """The conditions that decided, in the words of the answer."""
        wanted = _EXPLAINS.get(self.verlof.oordeel)
        if wanted is None:
            met = [each.titel for each in self.verlof.voorwaarden if each.uitkomst == VOLDAAN]
            return [Regel(f"{'; '.join(met)}.")] if met else []
        return [Regel(each.tekst) for each in self.verlof.voorwaarden if each.uitkomst == wanted]

    def hoeveel(self) -> Iterator[Regel]:
        omvang = self.verlof.omvang
        if omvang is None:
            return
        for maat, woorden in self.words["maten"].items():
            getal = omvang.get(maat)
            if getal is not None:
                of_one = self.words["een"][maat]
                yield Regel(of_one if getal == 1 else woorden.format(getal=self._getal(getal)))
        in_words = self._rulebook.verlofsoorten[self.verlof.id].teksten[self.language.taal].hoeveel
        if in_words is not None and all(omvang.get(maat) is None for maat in self.words["maten"]):
            yield Regel(_sentence(str(in_words)))
        if all(omvang.get(maat) is None for maat in ("uren", "dagen", "werkdagen")) and omvang.get("weken") is not None:
            yield Regel(self.zinnen["uren-open"])

    def geld(self) -> Iterator[Regel]:
        betaling = self.verlof.betaling
        if betaling is None:
            return
        if betaling.percentage is None or betaling.door is None or betaling.grondslag is None:
            yield Regel(self.zinnen["betaling-open"])
        elif betaling.door == "niemand":
            yield Regel(self.zinnen["niet-betaald"])
        else:
            yield Regel(
                self.zinnen["betaald"].format(
                    percentage=self._getal(betaling.percentage),
                    grondslag=self.words["grondslag"][betaling.grondslag],
                    door=self.words["door"][betaling.door],
                )
            )
        yield from map(self._bedrag, betaling.bedragen[:_MOST_AMOUNTS])

    def when(self) -> Iterator[Regel]:
        periode = self.verlof.periode
        if periode is not None:
            van = None if periode.van is None else self._dag(periode.van)
            tot = None if periode.tot is None else self._dag(periode.tot)
            if periode.van == periode.tot:
                key = "op-dag"
            elif van is None:
                key = "tot"
            else:
                key = "vanaf" if tot is None else "van-tot"
            yield Regel(self.zinnen[key].format(van=van, tot=tot))
        for termijn in self.verlof.termijnen:
            past = termijn.id not in self.vanaf and self._past(termijn.uiterlijk)
            tekst = f"{self.words['termijnen'][termijn.id]}: {self._dag(termijn.uiterlijk)}"
            yield Regel(tekst + (f" ({self.zinnen['voorbij']})" if past else ""), voorbij=past)

    def arrange(self) -> Iterator[Regel]:
        """What to do; that the day of a step has passed, its own text says."""
        for stap in self.verlof.stappen:
            extra = []
            past = stap.uiterlijk is not None and self._past(stap.uiterlijk)
            if stap.uiterlijk is not None:
                extra.append(self.zinnen["uiterlijk"].format(dag=self._dag(stap.uiterlijk)))
            extra += [self.zinnen["bewijs"].format(bewijs=each) for each in stap.bewijs]
            yield Regel(stap.tekst, tuple(extra), past)

    def weigeren(self) -> Iterator[Regel]:
        werkgever = self.verlof.werkgever
        if werkgever is None or self.verlof.oordeel == GEEN_RECHT:
            return
        grond = None if werkgever.grond is None else self.words["grond"].get(werkgever.grond)
        yield Regel(self._mag(werkgever.mag_weigeren, "weigeren", grond))
        if werkgever.mag_weigeren is False or werkgever.mag_wijzigen:
            yield Regel(self._mag(werkgever.mag_wijzigen, "wijzigen", grond))
        if werkgever.antwoord_uiterlijk is not None:
            key = "antwoord-voorbij" if self._past(werkgever.antwoord_uiterlijk) else "antwoord"
            yield Regel(self.zinnen[key].format(dag=self._dag(werkgever.antwoord_uiterlijk)))

    def let_op(self) -> Iterator[Regel]:
        yield from (Regel(each.tekst) for each in self.verlof.waarschuwingen)
        if self.verlof.afwijken is not None and self.verlof.oordeel != GEEN_RECHT:
            yield Regel(self.words["afwijken"][self.verlof.afwijken.mag])
            yield from (Regel(each.tekst) for each in self.verlof.afwijken.uitzonderingen)

    def aannames(self) -> list[Regel]:
        """What was assumed, each once and without the words that begin every sentence about an assumption; then, whole,
        what was taken for what somebody does not know."""
        before = self._rulebook.zinnen[self.language.taal]["aanname"].partition("{feit}")[0]
        texts = list(dict.fromkeys(each.tekst for each in self.verlof.aannames))
        told = [text.removeprefix(before).rstrip(".") for text in texts if text.startswith(before)]
        lines = [Regel(_sentence("; ".join(told)))] if told else []
        return lines + [Regel(text) for text in texts if not text.startswith(before)]

    def hiaten(self) -> list[Regel]:
        """What the rules do not work out here."""
        return [Regel(each.tekst) for each in self.verlof.hiaten]

    def bronnen(self) -> list[tuple[str, str | None]]:
        """Every source of the answer once: its name and its address."""
        artikelen = {f"{bron.wet} {bron.artikel}" if bron.artikel else bron.wet: bron for bron in self._bronnen()}
        ordered = sorted(artikelen, key=lambda naam: (artikelen[naam].artikel is None, _in_order(naam)))
        return [(naam, artikelen[naam].url) for naam in ordered]

    def geldig(self) -> str:
        """When the rules apply, or since when the plan lies there; nothing where there is no rule of law."""
        soort = self._rulebook.verlofsoorten[self.verlof.id]
        if not (soort.in_the_law or soort.voorstel):
            return ""
        van, tot = self.verlof.geldig.van, self.verlof.geldig.tot
        key = "geldig-plan" if soort.voorstel else self._tense(van, tot)
        return self.zinnen[key].format(van=self._dag(van), tot=self._dag(tot) if tot else "")

    def _tense(self, van: date, tot: date | None) -> str:
        """Which sentence says from `van` until `tot` as it is on the day of asking."""
        if tot is not None:
            return "geldig-voorbij" if self._past(tot) else "geldig-tot"
        return "geldig" if van <= self.dag else "geldig-straks"

    def _bronnen(self) -> list[Bron]:
        verlof = self.verlof
        parts: list[Sourced | None] = [*verlof.voorwaarden, *verlof.termijnen, *verlof.stappen]
        parts += [verlof.omvang, verlof.betaling, verlof.werkgever, verlof.afwijken]
        parts += [] if verlof.afwijken is None else verlof.afwijken.uitzonderingen
        return [bron for part in parts if part is not None for bron in part.bronnen]

    def _mag(self, mag: bool | None, wat: str, grond: str | None) -> str:
        if mag is None:
            return self.zinnen["weigeren-open"]
        if not mag:
            return self.zinnen[f"niet-{wat}"]
        return self.zinnen[f"wel-{wat}"].format(grond=grond) if grond else self.zinnen[f"{wat}-vrij"]

    def _bedrag(self, bedrag: Bedrag) -> Regel:
        key = "bedrag-dag" if bedrag.van == bedrag.tot else "bedrag-periode"
        return Regel(
            self.zinnen[key].format(
                per=self.words["per"][bedrag.per],
                soort=self.words["soort"][bedrag.soort],
                bedrag=self.language.euro(bedrag.bedrag),
                van=self._dag(bedrag.van),
                tot=self._dag(bedrag.tot),
            )
        )

    def _past(self, day: date) -> bool:
        return day < self.dag

    def _dag(self, day: date) -> str:
        return self.language.day(day)

    def _getal(self, getal: Number) -> str:
        return self.language.number(getal)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _in_order(naam: str) -> list[tuple[int, str]]:
    """Article 12:3 comes before 12:10.

    >>> sorted(["Wet op de bomen 12:10", "Wet op de bomen 12:3", "Bomenbesluit 8:1"], key=_in_order)
    ['Bomenbesluit 8:1', 'Wet op de bomen 12:3', 'Wet op de bomen 12:10']
    """
    return [(int(piece), "") if piece.isdigit() else (0, piece) for piece in re.split(r"([0-9]+)", naam)]


def kaart_html(
    beoordelaar: Beoordelaar, brieven: Brieven, verlof: LeaveAnswer, peildatum: date, taal: str = "nl"
) -> str:
    """The card of one leave of an answer in `taal`, as text/html, to be sent with `POLICY`.

    `peildatum`: the day on which it was asked.
    """
    words = brieven.kaart[taal]
    kaart = Kaart(verlof, beoordelaar.rulebook, brieven, beoordelaar.languages[taal], peildatum)
    delen = kaart.headings()
    length = sum(len(each) for regels in delen.values() for regel in regels for each in (regel.tekst, *regel.extra))
    return _TEMPLATE.render(
        taal=taal,
        stijl=_STYLE.css,
        maat=next((maat for maat, most in _SIZES.items() if length > most), "ruim"),
        verlof=verlof,
        kort=str(beoordelaar.rulebook.verlofsoorten[verlof.id].teksten[taal].kort),
        in_de_wet=kaart.in_the_law(),
        oordeel=kaart.oordeel(),
        kopjes=words["kopjes"],
        waarom=kaart.waarom(),
        delen=delen,
        bronnen=kaart.bronnen(),
        voet=filter(
            None,
            [
                words["zinnen"]["wet"].format(dag=beoordelaar.languages[taal].day(peildatum)),
                kaart.geldig(),
                words["zinnen"]["gemaakt"].format(versie=beoordelaar.rulebook.versie),
                words["zinnen"]["uitleg"],
            ],
        ),
    )
