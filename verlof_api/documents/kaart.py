"""The card of a leave: what the answer says about one leave, on one page to print."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from verlof_api.assessment import Beoordelaar
from verlof_api.assessment.wording import Language
from verlof_api.documents.brief_html import environment
from verlof_api.rulebook.brieven import Brieven

Json = Mapping[str, Any]
_TEMPLATE: Final = environment().get_template("kaart.html")
# Which outcome of a condition explains which verdict; with another verdict all that were met do.
_EXPLAINS: Final = {"geen-recht": "niet-voldaan", "vraag-nodig": "onbekend", "oordeel-nodig": "open-norm"}
_MOST_AMOUNTS: Final = 6


@dataclass(frozen=True)
class Regel:
    """A line on the card; `extra` stands below it in small, `voorbij` says that its day has passed."""

    tekst: str
    extra: tuple[str, ...] = ()
    voorbij: bool = False


class Kaart:
    """The parts of the card of one leave in one language, each as lines. Everything said comes from the answer."""

    def __init__(self, verlof: Json, brieven: Brieven, language: Language, dag: date) -> None:
        self.verlof, self.language, self.dag = verlof, language, dag
        self.words, self.vanaf = brieven.kaart[language.taal], brieven.vanaf
        self.zinnen = self.words["zinnen"]

    def waarom(self) -> list[Regel]:
        """The conditions that decided, in the words of the answer."""
        wanted = _EXPLAINS.get(self.verlof["oordeel"])
        if wanted is None:
            met = [each["titel"] for each in self.verlof["voorwaarden"] if each["uitkomst"] == "voldaan"]
            return [Regel(f"{'; '.join(met)}.")] if met else []
        return [Regel(each["tekst"]) for each in self.verlof["voorwaarden"] if each["uitkomst"] == wanted]

    def hoeveel(self) -> Iterator[Regel]:
        omvang = self.verlof["omvang"]
        if omvang is None:
            return
        for maat, woorden in self.words["maten"].items():
            if omvang[maat] is not None:
                yield Regel(woorden.format(getal=self._getal(omvang[maat])))
        if all(omvang[maat] is None for maat in ("uren", "dagen", "werkdagen")) and omvang["weken"] is not None:
            yield Regel(self.zinnen["uren-open"])

    def geld(self) -> Iterator[Regel]:
        betaling = self.verlof["betaling"]
        if betaling is None:
            return
        if betaling["percentage"] is None or betaling["door"] is None or betaling["grondslag"] is None:
            yield Regel(self.zinnen["betaling-open"])
        elif betaling["door"] == "niemand":
            yield Regel(self.zinnen["niet-betaald"])
        else:
            yield Regel(
                self.zinnen["betaald"].format(
                    percentage=self._getal(betaling["percentage"]),
                    grondslag=self.words["grondslag"][betaling["grondslag"]],
                    door=self.words["door"][betaling["door"]],
                )
            )
        yield from map(self._bedrag, betaling["bedragen"][:_MOST_AMOUNTS])

    def wanneer(self) -> Iterator[Regel]:
        periode = self.verlof["periode"]
        if periode is not None:
            dagen = {name: self._dag(day) for name, day in periode.items() if name in ("van", "tot") and day}
            key = {("van", "tot"): "van-tot", ("van",): "vanaf", ("tot",): "tot"}[tuple(dagen)]
            yield Regel(self.zinnen[key].format(**dagen))
        for termijn in self.verlof["termijnen"]:
            past = termijn["id"] not in self.vanaf and self._past(termijn["uiterlijk"])
            tekst = f"{self.words['termijnen'][termijn['id']]}: {self._dag(termijn['uiterlijk'])}"
            yield Regel(tekst + (f" ({self.zinnen['voorbij']})" if past else ""), voorbij=past)

    def regelen(self) -> Iterator[Regel]:
        for stap in self.verlof["stappen"]:
            extra = []
            past = stap["uiterlijk"] is not None and self._past(stap["uiterlijk"])
            if stap["uiterlijk"] is not None:
                day = self.zinnen["uiterlijk"].format(dag=self._dag(stap["uiterlijk"]))
                extra.append(f"{day} ({self.zinnen['voorbij']})" if past else day)
            extra += [self.zinnen["bewijs"].format(bewijs=each) for each in stap["bewijs"]]
            yield Regel(stap["tekst"], tuple(extra), past)

    def weigeren(self) -> Iterator[Regel]:
        werkgever = self.verlof["werkgever"]
        if werkgever is None or self.verlof["oordeel"] == "geen-recht":
            return
        grond = self.words["grond"].get(werkgever["grond"])
        yield Regel(self._mag(werkgever["magWeigeren"], "weigeren", grond))
        if werkgever["magWeigeren"] is False or werkgever["magWijzigen"]:
            yield Regel(self._mag(werkgever["magWijzigen"], "wijzigen", grond))
        if werkgever["antwoordUiterlijk"] is not None:
            key = "antwoord-voorbij" if self._past(werkgever["antwoordUiterlijk"]) else "antwoord"
            yield Regel(self.zinnen[key].format(dag=self._dag(werkgever["antwoordUiterlijk"])))

    def let_op(self) -> Iterator[Regel]:
        yield from (Regel(each["tekst"]) for each in self.verlof["waarschuwingen"])
        if self.verlof["afwijken"] is not None:
            yield Regel(self.words["afwijken"][self.verlof["afwijken"]["mag"]])
        yield from (Regel(each["tekst"]) for each in self.verlof["aannames"])

    def bronnen(self) -> list[tuple[str, str | None]]:
        """Every source of the answer once: its name and its address."""
        delen = [*self.verlof["voorwaarden"], *self.verlof["termijnen"], *self.verlof["stappen"]]
        delen += [self.verlof[name] for name in ("omvang", "periode", "betaling", "werkgever", "afwijken")]
        named = [bron for deel in delen if deel for bron in deel.get("bronnen", [])]
        artikelen = {
            f"{bron['wet']} {bron['artikel']}" if bron["artikel"] else bron["wet"]: bron["url"] for bron in named
        }
        return sorted(artikelen.items())

    def geldig(self) -> str:
        van, tot = self.verlof["geldig"]["van"], self.verlof["geldig"]["tot"]
        key = "geldig-tot" if tot is not None else "geldig"
        return self.zinnen[key].format(van=self._dag(van), tot=self._dag(tot) if tot else "")

    def _mag(self, mag: bool | None, wat: str, grond: str | None) -> str:
        if mag is None:
            return self.zinnen["weigeren-open"]
        if not mag:
            return self.zinnen[f"niet-{wat}"]
        return self.zinnen[f"wel-{wat}"].format(grond=grond) if grond else self.zinnen[f"{wat}-vrij"]

    def _bedrag(self, bedrag: Json) -> Regel:
        values = {name: self.words[name][bedrag[name]] for name in ("per", "soort")}
        values["bedrag"] = self.language.euro(Decimal(bedrag["bedrag"]))
        days = {name: self._dag(bedrag[name]) for name in ("van", "tot") if bedrag.get(name)}
        return Regel(self.zinnen["bedrag-periode" if len(days) == 2 else "bedrag"].format(**values, **days))

    def _past(self, day: str) -> bool:
        return date.fromisoformat(day) < self.dag

    def _dag(self, day: str) -> str:
        return self.language.day(date.fromisoformat(day))

    def _getal(self, getal: float) -> str:
        return self.language.number(Decimal(str(getal)))


def kaart_html(beoordelaar: Beoordelaar, brieven: Brieven, verlof: Json, peildatum: date, taal: str = "nl") -> str:
    """The card of one leave of an answer in `taal`, as text/html. `peildatum`: the day on which it was asked."""
    words = brieven.kaart[taal]
    kaart = Kaart(verlof, brieven, beoordelaar.languages[taal], peildatum)
    return _TEMPLATE.render(
        taal=taal,
        verlof=verlof,
        kort=str(beoordelaar.rulebook.verlofsoorten[verlof["id"]].teksten[taal].kort),
        oordeel=words["oordelen"][verlof["oordeel"]],
        kopjes=words["kopjes"],
        waarom=kaart.waarom(),
        delen=[
            ("hoeveel", list(kaart.hoeveel())),
            ("geld", list(kaart.geld())),
            ("wanneer", list(kaart.wanneer())),
            ("regelen", list(kaart.regelen())),
            ("weigeren", list(kaart.weigeren())),
            ("let-op", list(kaart.let_op())),
        ],
        bronnen=kaart.bronnen(),
        voet=[
            words["zinnen"]["wet"].format(dag=beoordelaar.languages[taal].day(peildatum)),
            kaart.geldig(),
            words["zinnen"]["gemaakt"].format(versie=beoordelaar.rulebook.versie),
            words["zinnen"]["uitleg"],
        ],
    )
